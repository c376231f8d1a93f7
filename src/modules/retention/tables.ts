import type { Id, SubjectId, TenantId } from '#kernel/ids.ts';
import { actor, maybeSubject, plain, reference, subject, table, tenantSealed } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { HoldGround, HoldId } from './hold.ts';
import type { DrillOutcome, ReceiptOutcome, RunId, RunState } from './run.ts';

const key = 'random key';

export const hold = table(
  'retention.hold',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<HoldId>(key),
    onTable: plain<string>('name of a table of ours'),
    onId: plain<string>('random key of a row'),
    fields: plain<string[]>('names of columns of ours; none means the whole row'),
    subjectId: maybeSubject('the person whose data is held'),
    ground: plain<HoldGround>('why, as a code'),
    reference: tenantSealed('what the case is called; may name anybody', 'request'),
    placedBy: actor('colleague who placed it'),
    placedAt: plain<Date>('when'),
    approvedBy: actor('colleague who agreed'),
    approvedAt: plain<Date | null>('when'),
    reviewAt: plain<Date>('when somebody looks whether it is still needed'),
    releaseAskedBy: actor('colleague who asked to release it'),
    releaseAskedAt: plain<Date | null>('when'),
    releasedBy: actor('colleague who released it'),
    releasedAt: plain<Date | null>('when; its own clock runs from here'),
  },
  {
    retention: 'request',
    agesFrom: 'releasedAt',
    withheld: 'a hold is for a procedure that may not be told to those it concerns',
  },
);

const holdRow = table(
  'retention.hold_row',
  {
    tenantId: plain<TenantId>('tenant key'),
    holdId: plain<HoldId>(key),
    onTable: plain<string>('name of a table of ours'),
    onId: plain<string>('random key of a row'),
  },
  { belongsTo: { table: 'retention.hold', by: 'holdId' }, withheld: 'as the hold' },
);

const run = table('retention.run', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<RunId>(key),
  startedAt: plain<Date>('when'),
  finishedAt: plain<Date | null>('when'),
  startedBy: actor('colleague who started it'),
  state: plain<RunState>('how far it came'),
});

const receipt = table('retention.receipt', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<Id<'retention receipt'>>(key),
  runId: plain<RunId>(key),
  clock: plain<string>('name of a table and column of ours'),
  outcome: plain<ReceiptOutcome>('what happened'),
  rows: plain<number>('how many rows'),
  held: plain<number>('how many stayed under a hold'),
  total: plain<number>('how many rows the table had'),
  ground: plain<string>('law or promise'),
  cites: plain<string>('which'),
  pack: plain<string>('country and version of the law pack'),
  because: plain<string | null>('why it was blocked, as a code'),
  at: plain<Date>('when'),
});

const ended = table('retention.ended', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<Id<'retention ended'>>(key),
  onTable: plain<string>('name of a table of ours'),
  rows: plain<number>('how many rows of a log ended'),
  at: plain<Date>("when, by the database's clock"),
});

const approval = table('retention.approval', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<Id<'retention approval'>>(key),
  clock: plain<string>('name of a table and column of ours'),
  upTo: plain<number>('for how many rows'),
  approvedBy: actor('colleague who said yes'),
  approvedAt: plain<Date>('when'),
  validUntil: plain<Date>('until when it may be used'),
  usedByRun: plain<RunId | null>(key),
});

const leftover = table(
  'retention.leftover',
  {
    tenantId: plain<TenantId>('tenant key'),
    subjectId: subject('somebody of whom something ended'),
    since: plain<Date>('when; looked at when no process can have a key on lease any more'),
  },
  { onErase: 'delete-row', withheld: 'a mark of our own that lasts for minutes' },
);

const walk = table('retention.walk', {
  tenantId: plain<TenantId>('tenant key'),
  position: plain<SubjectId | null>('how far the walk over everybody has come'),
  roundAt: plain<Date>('when this round began'),
});

const drill = reference('retention.drill', {
  id: plain<Id<'drill'>>(key),
  startedAt: plain<Date>('when'),
  finishedAt: plain<Date | null>('when'),
  outcome: plain<DrillOutcome>('whether the backup could be restored'),
  says: plain<string>('a sentence of ours'),
  tables: plain<number>('how many tables were compared'),
  rows: plain<bigint>('how many rows were restored'),
  durationMs: plain<number>('how long it took'),
});

export const tables = { hold, holdRow, run, receipt, ended, approval, leftover, walk, drill };
export type RetentionRows = Rows<typeof tables>;
