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

/** What one round added up to. */
interface Sum {
  turns: number;
  seconds: number;
  cpu: number;
}

async function addHellos(bench: Bench, connections: number, seconds: number, sum: Sum): Promise<void> {
  const before = cpuOf(bench.hello.pid);
  const outcome = await bench.driver.run(helloJob(bench, connections, seconds));
  sum.turns += outcome.turns;
  sum.seconds += outcome.seconds;
  sum.cpu += cpuOf(bench.hello.pid) - before;
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

/** How often operation and yardstick take turns, so that what else the machine does meets both alike. */
const rounds = 5;

export async function measure(bench: Bench, wanted: Measured): Promise<Figure> {
  const { name, connections, turns = endless, more = [], settleMs = 0 } = wanted;
  const whole = jobOf(bench, { ...wanted, seconds: turns === endless ? bench.seconds : 600, turns });
  await bench.driver.run({ ...whole, seconds: Math.min(2, bench.seconds), turns: endless }); // warm
  const idle = await idleCost(bench, more);
  await bench.counter?.reset();

  const hello: Sum = { turns: 0, seconds: 0, cpu: 0 };
  const spent = { application: 0, postgres: 0, seconds: 0 };
  const outcomes: Outcome[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await addHellos(bench, connections, bench.seconds / rounds / 2, hello);
    const before = costSoFar(bench, more);
    const began = performance.now();
    const share =
      turns === endless ? { seconds: bench.seconds / rounds } : { turns: Math.ceil(turns / rounds) };
    outcomes.push(await bench.driver.run({ ...whole, ...share }));
    if (round === rounds) await sleep(settleMs);
    const after = costSoFar(bench, more);
    spent.application += after.application - before.application;
    spent.postgres += after.postgres - before.postgres;
    spent.seconds += (performance.now() - began) / 1000;
  }
  const asked = (await bench.counter?.read()) ?? [];
  return figureOf({ name, connections, outcomes, hello, idle, spent, asked });
}

interface Raw {
  readonly name: string;
  readonly connections: number;
  readonly outcomes: readonly Outcome[];
  readonly hello: Sum;
  readonly idle: Cost & { readonly statements: number };
  readonly spent: Cost & { readonly seconds: number };
  readonly asked: readonly StatementCount[];
}

function figureOf({ name, connections, outcomes, hello, idle, spent, asked }: Raw): Figure {
  const turns = outcomes.reduce((sum, outcome) => sum + outcome.turns, 0);
  const perSecond = turns / outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0);
  const helloPerSecond = hello.turns / hello.seconds;
  const helloCpu = hello.cpu / hello.turns;
  const each = (total: number, background: number): number =>
    Math.max(0, total - background * spent.seconds) / turns;
  const refused: Record<string, number> = {};
  for (const outcome of outcomes)
    for (const [kind, count] of Object.entries(outcome.refused)) refused[kind] = (refused[kind] ?? 0) + count;
  return {
    name,
    connections,
    turns,
    perSecond,
    p50: median(outcomes.map(({ p50 }) => p50)),
    p99: median(outcomes.map(({ p99 }) => p99)),
    ofHello: perSecond / helloPerSecond,
    helloPerSecond,
    hellosApplication: each(spent.application, idle.application) / helloCpu,
    hellosPostgres: each(spent.postgres, idle.postgres) / helloCpu,
    statements: each(callsOf(asked), idle.statements),
    refused,
    firstRefusal: outcomes.find(({ firstRefusal }) => firstRefusal !== null)?.firstRefusal ?? null,
    asked: asked.map((one) => ({ ...one, calls: one.calls / turns, milliseconds: one.milliseconds / turns })),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The yardsticks themselves: a bare Fastify, and one row of the database by its primary key. */
export async function measureYardsticks(bench: Bench, connections: number): Promise<Figure[]> {
  await bench.driver.run(helloJob(bench, connections, 2)); // warm
  const hello: Sum = { turns: 0, seconds: 0, cpu: 0 };
  const spent = { application: 0, postgres: 0, seconds: 0 };
  const idle = { application: 0, postgres: 0, statements: 0 };
  const [hellos, selects]: [Outcome[], Outcome[]] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    const before = cpuOf(bench.hello.pid);
    const outcome = await bench.driver.run(helloJob(bench, connections, bench.seconds / rounds));
    hellos.push(outcome);
    hello.cpu += cpuOf(bench.hello.pid) - before;
    hello.turns += outcome.turns;
    hello.seconds += outcome.seconds;
    if (!bench.platform.postgres) continue;
    const postgresBefore = costSoFar(bench).postgres;
    selects.push(
      await bench.driver.run(jobOf(bench, { what: 'select', connections, seconds: bench.seconds / rounds })),
    );
    spent.postgres += costSoFar(bench).postgres - postgresBefore;
  }
  const common = { connections, hello, idle, asked: [] };
  const bare = figureOf({
    ...common,
    name: 'hello',
    outcomes: hellos,
    spent: { application: hello.cpu, postgres: 0, seconds: 0 },
  });
  if (selects.length === 0) return [bare];
  return [
    bare,
    { ...figureOf({ ...common, name: 'one-row SELECT', outcomes: selects, spent }), statements: 1 },
  ];
}
