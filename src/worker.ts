import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Tenant } from '#kernel/context.ts';
import { isConnectionError } from '#kernel/database.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Module } from '#kernel/module.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openQueue, react, reactionQueue, relayFacts } from '#kernel/relay.ts';
import type { ReactionJob } from '#kernel/relay.ts';
import { runWhenDue } from '#kernel/timed-jobs.ts';
import { findTenantById, listTenantIds } from '#modules/tenancy/index.ts';
import type { BuiltHouse } from './build-house.ts';

interface Worker {
  /** Takes no new work, ends what it has, gives the rest back. */
  stop(): Promise<void>;
}

const channel = 'kontor_facts';
const sweepEveryMs = 5_000;

/** Does everything that happens after a request: relays facts, runs reactions and timed jobs, for every tenant. */
export async function startWorker(house: BuiltHouse, modules: readonly Module[]): Promise<Worker> {
  const reactions = modules.flatMap((module) => module.reactions ?? []);
  const jobs = modules.flatMap((module) => module.jobs ?? []);
  const boss = openQueue(house);
  await boss.start();

  const stopping = new AbortController();
  const awake = new Set<TenantId>();
  let ring: () => void = () => undefined;
  const wake = (tenant: TenantId): void => {
    awake.add(tenant);
    ring();
  };
  house.onWake(wake);

  await boss.work<ReactionJob>(
    reactionQueue,
    { batchSize: 1, localConcurrency: 4, pollingIntervalSeconds: 0.5 },
    async ([job]) => {
      if (job) await runReaction(house, modules, job.data);
    },
  );
  const loops = [
    loop(house, stopping.signal, async () => {
      const tenants = awake.size > 0 ? [...awake] : await listTenantIds(house.db);
      awake.clear();
      const relayed = await relayAll(house, boss, tenants, reactions);
      if (relayed > 0) return;
      await Promise.race([
        sleep(sweepEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined),
        new Promise<void>((resolve) => (ring = resolve)),
      ]);
    }),
    loop(house, stopping.signal, async () => {
      await runDueJobs(house, jobs, stopping.signal);
      await sleep(1_000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }),
    listen(house, stopping.signal, wake),
  ];
  return {
    stop: async () => {
      stopping.abort();
      ring();
      await Promise.all(loops);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function runReaction(house: BuiltHouse, modules: readonly Module[], job: ReactionJob): Promise<void> {
  const reaction = modules
    .flatMap((module) => module.reactions ?? [])
    .find((one) => one.name === job.reaction);
  const tenant = await findTenantById(house.db, job.tenantId as TenantId);
  if (!reaction || !tenant) {
    house.log.warn(
      { reaction: job.reaction },
      'a job names a reaction or tenant that is no more; it is dropped',
    );
    return;
  }
  await react(house, tenant, reaction, job);
}

async function relayAll(
  house: BuiltHouse,
  boss: PgBoss,
  tenants: readonly TenantId[],
  reactions: Parameters<typeof relayFacts>[3],
): Promise<number> {
  let relayed = 0;
  for (const id of tenants) {
    const tenant = await findTenantById(house.db, id);
    if (tenant) relayed += await relayFacts(house, boss, tenant, reactions);
  }
  return relayed;
}

const dueAt = new Map<string, number>();

async function runDueJobs(
  house: BuiltHouse,
  jobs: Module['jobs'] & object,
  signal: AbortSignal,
): Promise<void> {
  for (const id of await listTenantIds(house.db)) {
    for (const job of jobs) {
      const name = `${id} ${job.name}`;
      if (signal.aborted || (dueAt.get(name) ?? 0) > Date.now()) continue;
      dueAt.set(name, Date.now() + job.everySeconds * 1000);
      const tenant: Tenant | undefined = await findTenantById(house.db, id);
      if (tenant) await runWhenDue(house, tenant, job);
    }
  }
}

/** Goes on until stopped; a database that is away is waited for, anything else is logged and tried again. */
async function loop(house: BuiltHouse, signal: AbortSignal, round: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    try {
      await round();
    } catch (error) {
      const away = isConnectionError(error) || (error instanceof Refusal && error.status === 503);
      house.log[away ? 'warn' : 'error'](
        { err: error },
        away ? 'the worker waits for the database' : 'a round of the worker failed',
      );
      await sleep(1_000, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Hears from other processes that facts are waiting. A lost notice costs seconds, never a fact: the sweep looks by itself. */
async function listen(
  house: BuiltHouse,
  signal: AbortSignal,
  wake: (tenant: TenantId) => void,
): Promise<void> {
  await loop(house, signal, async () => {
    const client = await house.db.pool.connect();
    const gone = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) resolve(); // while we were connecting, and no second word comes
    });
    try {
      client.on('notification', (notice) => wake(notice.payload as TenantId));
      await client.query(`listen ${channel}`);
      await gone;
    } finally {
      client.release(true);
    }
  });
}

/** In a process without a worker: tells workers elsewhere, gathered over a moment so that a busy shop sends few notices. */
export function announceFacts(house: BuiltHouse): void {
  const waiting = new Set<TenantId>();
  house.onWake((tenant) => {
    if (waiting.size === 0) setTimeout(() => void tell(house, waiting), 50).unref();
    waiting.add(tenant);
  });
}

async function tell(house: BuiltHouse, waiting: Set<TenantId>): Promise<void> {
  const tenants = [...waiting];
  waiting.clear();
  try {
    for (const tenant of tenants) await house.db.statement('select pg_notify($1, $2)', [channel, tenant]);
  } catch (error) {
    house.log.warn({ err: error }, 'workers could not be told; they will look by themselves');
  }
}
