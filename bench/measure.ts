/** One figure: an operation beside the yardstick, with what it cost whom. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver, Hello } from './children.ts';
import type { Job, Outcome } from './driver.ts';
import type { Operation, RunningPlatform } from './platform.ts';
import { cpuOf, cpuOfFamily } from './processes.ts';
import { callsOf } from './statements.ts';
import type { StatementCount, StatementCounter } from './statements.ts';

export interface Bench {
  readonly platform: RunningPlatform;
  readonly driver: Driver;
  readonly hello: Hello;
  readonly counter: StatementCounter | undefined;
  readonly seconds: number;
}

export interface Figure {
  readonly name: string;
  readonly connections: number;
  readonly turns: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Operations per second over hellos per second at as many connections, measured just before. */
  readonly ofHello: number;
  readonly helloPerSecond: number;
  /** CPU of one operation over CPU of one hello. */
  readonly hellosApplication: number;
  readonly hellosPostgres: number;
  readonly statements: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly firstRefusal: string | null;
  /** What PostgreSQL was asked, per operation, most often first. */
  readonly asked: readonly StatementCount[];
}

interface Cost {
  readonly application: number;
  readonly postgres: number;
}

const endless = Number.MAX_SAFE_INTEGER;

export function jobOf({ platform, seconds }: Bench, job: Partial<Job> & Pick<Job, 'what'>): Job {
  const { buyerUrl, shelf, postgres } = platform;
  const sites = platform.sites.slice(0, 1);
  return {
    sites,
    connections: 1,
    seconds,
    turns: endless,
    buyerUrl,
    shelf,
    ...(postgres && { postgres }),
    ...job,
  };
}

export function helloJob(bench: Bench, connections: number, seconds: number): Job {
  const sites = [{ host: '127.0.0.1', port: bench.hello.port, name: 'hello', pid: bench.hello.pid }];
  return jobOf(bench, { what: 'hello', sites, connections, seconds });
}

/** Units: hellos per second, and seconds of CPU for one. */
export async function yardstick(
  bench: Bench,
  connections: number,
): Promise<{ perSecond: number; cpu: number }> {
  const before = cpuOf(bench.hello.pid);
  const { turns, seconds } = await bench.driver.run(
    helloJob(bench, connections, Math.max(1, bench.seconds / 2)),
  );
  return { perSecond: turns / seconds, cpu: (cpuOf(bench.hello.pid) - before) / turns };
}

/** What everything costs in a second in which nobody asks for anything. */
export async function idleCost(
  bench: Bench,
  more: readonly number[] = [],
): Promise<Cost & { statements: number }> {
  await bench.counter?.reset();
  const before = costSoFar(bench, more);
  const began = performance.now();
  await sleep(3_000);
  const seconds = (performance.now() - began) / 1000;
  const after = costSoFar(bench, more);
  const statements = callsOf((await bench.counter?.read()) ?? []);
  return {
    application: (after.application - before.application) / seconds,
    postgres: (after.postgres - before.postgres) / seconds,
    statements: statements / seconds,
  };
}

export function costSoFar({ platform }: Bench, more: readonly number[] = []): Cost {
  const pids = [platform.sites[0]?.pid ?? 0, ...more];
  return {
    application: pids.reduce((sum, pid) => sum + cpuOf(pid), 0),
    postgres: platform.postgres ? cpuOfFamily(platform.postgres.pid) : 0,
  };
}

interface Measured {
  readonly name: string;
  readonly what: Job['what'];
  readonly operation: Operation;
  readonly connections: number;
  /** A pass of so many turns instead of so many seconds. */
  readonly turns?: number;
  /** More processes that belong to the application, such as a worker. */
  readonly more?: readonly number[];
  /** Waited after the last answer, for work that goes on behind it. */
  readonly settleMs?: number;
}

export async function measure(bench: Bench, wanted: Measured): Promise<Figure> {
  const { name, connections, turns, more = [], settleMs = 0 } = wanted;
  const job = jobOf(bench, {
    ...wanted,
    seconds: turns === undefined ? bench.seconds : 600,
    turns: turns ?? endless,
  });
  await bench.driver.run({ ...job, seconds: Math.min(2, bench.seconds), turns: endless }); // warm
  const stick = await yardstick(bench, connections);
  const idle = await idleCost(bench, more);

  await bench.counter?.reset();
  const before = costSoFar(bench, more);
  const began = performance.now();
  const outcome = await bench.driver.run(job);
  await sleep(settleMs);
  const seconds = (performance.now() - began) / 1000;
  const after = costSoFar(bench, more);
  const asked = (await bench.counter?.read()) ?? [];

  const each = (total: number, background: number): number =>
    Math.max(0, total - background * seconds) / outcome.turns;
  return {
    name,
    connections,
    ...pick(outcome),
    perSecond: outcome.turns / outcome.seconds,
    ofHello: outcome.turns / outcome.seconds / stick.perSecond,
    helloPerSecond: stick.perSecond,
    hellosApplication: each(after.application - before.application, idle.application) / stick.cpu,
    hellosPostgres: each(after.postgres - before.postgres, idle.postgres) / stick.cpu,
    statements: each(callsOf(asked), idle.statements),
    asked: asked.map((one) => ({
      ...one,
      calls: one.calls / outcome.turns,
      milliseconds: one.milliseconds / outcome.turns,
    })),
  };
}

const pick = ({
  turns,
  p50,
  p99,
  refused,
  firstRefusal,
}: Outcome): Pick<Figure, 'turns' | 'p50' | 'p99' | 'refused' | 'firstRefusal'> => ({
  turns,
  p50,
  p99,
  refused,
  firstRefusal,
});
