import type { TenantId } from './ids.ts';
import { plain, reference, store, table, tenantSealed } from './registry.ts';
import type { Rows } from './registry.ts';

const fact = table('kernel.fact', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<string>('random key'),
  name: plain<string>('what kind of thing happened'),
  body: plain<Readonly<Record<string, unknown>>, string>(
    'ids, codes and counts only: checked when the fact is made',
  ),
  happenedAt: plain<Date>('when it happened'),
  relayedAt: plain<Date | null, Date | null | undefined>('when its jobs were made'),
});

const reactionDone = table('kernel.reaction_done', {
  tenantId: plain<TenantId>('tenant key'),
  factId: plain<string>('the fact'),
  reaction: plain<string>('name of our code'),
  doneAt: plain<Date>('when it ran'),
});

const jobLease = table('kernel.job_lease', {
  tenantId: plain<TenantId>('tenant key'),
  job: plain<string>('name of our code'),
  nextAt: plain<Date>('when it is due'),
  heldUntil: plain<Date>('until when a worker has it'),
  holder: plain<string | null, string | null | undefined>('the worker process'),
  lastFinishedAt: plain<Date | null, Date | null | undefined>('when it last ended well'),
  lastFailure: plain<string | null, string | null | undefined>('code of the last error, no message'),
});

const counter = table('kernel.counter', {
  tenantId: plain<TenantId>('tenant key'),
  name: plain<string>('which number'),
  value: plain<bigint>('the last one given'),
});

const idempotencyKey = table(
  'kernel.idempotency_key',
  {
    tenantId: plain<TenantId>('tenant key'),
    scope: plain<Buffer>('keyed hash of who asked, where, and with which key'),
    bodyHash: plain<Buffer>('keyed hash of the request'),
    state: plain<string>('in flight, committed or done'),
    status: plain<number | null, number | null | undefined>('HTTP status of the answer'),
    answer: tenantSealed('the stored answer may repeat what the request said', 'idempotency'),
    claimedAt: plain<Date>('when the request came'),
  },
  {
    agesFrom: 'claimedAt',
    endedBy: { job: 'kernel.sweep', because: 'a stored answer has no key of its own and lasts two days' },
  },
);

const migration = reference('kernel.migration', {
  module: plain<string>('name of our code'),
  name: plain<string>('name of our file'),
  hash: plain<string>('hash of our file'),
  appliedAt: plain<Date>('when it ran'),
});

export const kernelTables = { migration, fact, reactionDone, jobLease, counter, idempotencyKey };
export type KernelRows = Rows<typeof kernelTables>;

export const kernelStores = [
  store({
    name: 'pgboss',
    kind: 'queue',
    holds: 'ids only',
    because: 'a job is a fact id and a tenant id',
    retention: '14 days after it ran',
  }),
  store({
    name: 'log',
    kind: 'log',
    holds: 'nothing personal',
    because: 'route patterns, codes, durations; no URL, no header, no body',
    retention: 'the operator decides',
  }),
  store({
    name: 'metrics',
    kind: 'cache',
    holds: 'nothing personal',
    because: 'counts per route pattern',
    retention: 'in memory',
  }),
];
