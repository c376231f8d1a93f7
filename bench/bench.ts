/** A whole run: start, measure, judge, and take everything down again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { startDriver, startHello } from './children.ts';
import { measureHammer } from './hammer.ts';
import type { Hammered } from './hammer.ts';
import { measure, measureYardsticks } from './measure.ts';
import type { Bench, Figure } from './measure.ts';
import type { Operation, Platform } from './platform.ts';
import { measurePrivacy } from './privacy.ts';
import type { PrivacyCosts, PrivacyWish } from './privacy.ts';
import { residentMb } from './processes.ts';
import { measureStaleness } from './staleness.ts';
import type { Staleness } from './staleness.ts';
import { openStatementCounter } from './statements.ts';
import { figureNames, judge } from './targets.ts';
import type { Verdict } from './targets.ts';

/** What may be measured alone with `--only`. */
export const parts = ['listing', 'detail', 'page', 'purchase', 'staleness', 'hammer', 'privacy'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  readonly connections: readonly number[];
  readonly seconds: number;
  readonly products: number;
  readonly only: readonly Part[];
  readonly nodeFlags: readonly string[];
  /** How much there is around the one person that is copied and erased. */
  readonly privacy: PrivacyWish;
  readonly progress: (line: string) => void;
  /** Ends the run early; everything is taken down all the same. */
  readonly signal: AbortSignal;
}

export interface Report {
  readonly platform: string;
  readonly products: number;
  readonly seconds: number;
  readonly machine: Machine;
  readonly figures: readonly Figure[];
  readonly staleness: Staleness | undefined;
  readonly hammered: Hammered | undefined;
  readonly privacy: PrivacyCosts | undefined;
  readonly residentMb: readonly number[];
  readonly verdicts: readonly Verdict[];
}

interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly loadBefore: number;
}

/** Starts the platform, measures what was asked for, judges it, and leaves nothing behind. */
export async function runBench(platform: Platform, options: BenchOptions): Promise<Report> {
  const machine = machineNow();
  const ends: (() => Promise<void>)[] = [];
  const interrupted = new Promise<never>((_, reject) => {
    options.signal.addEventListener('abort', () => reject(new Error('interrupted')), { once: true });
  });
  const work = measureAll(platform, options, ends);
  try {
    const results = await Promise.race([work, interrupted]);
    const verdicts = judge(results);
    return {
      platform: platform.name,
      products: options.products,
      seconds: options.seconds,
      machine,
      ...results,
      verdicts,
    };
  } finally {
    options.progress('taking everything down');
    for (const end of ends.splice(0).toReversed()) await end();
    // After an interruption what was under way fails because its servers are gone; that is no news.
    await work.catch(() => undefined);
    for (const end of ends.splice(0).toReversed()) await end();
  }
}

type Results = Pick<Report, 'figures' | 'staleness' | 'hammered' | 'privacy' | 'residentMb'>;

async function measureAll(
  platform: Platform,
  options: BenchOptions,
  ends: (() => Promise<void>)[],
): Promise<Results> {
  const { progress, only, connections, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'kontor-bench-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const running = await platform.start({ ...options, folder });
  ends.push(() => running.stop());
  const driver = startDriver();
  ends.push(() => driver.stop());
  const hello = await startHello();
  ends.push(() => hello.stop());
  const counter = running.postgres && (await openStatementCounter(running.postgres));
  if (counter) ends.push(() => counter.close());
  const bench: Bench = { platform: running, driver, hello, counter, seconds: options.seconds };

  const figures: Figure[] = [];
  for (const count of connections) {
    signal.throwIfAborted();
    progress(`the yardsticks, ${count} connections`);
    figures.push(...(await measureYardsticks(bench, count)));
    for (const operation of ['listing', 'detail', 'page', 'purchase'] as const) {
      if (!only.includes(operation)) continue;
      for (const wanted of passesOf(operation)) {
        signal.throwIfAborted();
        progress(`${wanted.name}, ${count} connections`);
        figures.push(await measure(bench, { ...wanted, operation, connections: count }));
      }
    }
  }
  if (only.includes('purchase')) figures.push(...(await quietPurchases(bench, progress)));
  const staleness = only.includes('staleness')
    ? (progress('changes that must be seen'), await measureStaleness(bench, 10))
    : undefined;
  const hammered = only.includes('hammer')
    ? (progress('the hammer'), await measureHammer(bench, { buyers: 200, units: 50 }))
    : undefined;
  const quiet = figures.find(({ name }) => name === figureNames.quiet);
  const privacy = only.includes('privacy')
    ? await measurePrivacy(bench, options.privacy, quiet, progress)
    : undefined;
  return {
    figures,
    staleness,
    hammered,
    privacy,
    residentMb: running.sites.map(({ pid }) => residentMb(pid)),
  };
}

/** Warm: one address again and again. Spread: all products in turn, all listings in turn. */
const passesOf = (operation: Operation): { name: string; what: 'same' | 'operation' }[] =>
  operation === 'purchase'
    ? [{ name: 'purchase', what: 'operation' }]
    : [
        { name: operation, what: 'same' },
        { name: `${operation}, spread`, what: 'operation' },
      ];

/** Purchases one after the other, first with nothing else running, then with the worker, whose share is waited for. */
async function quietPurchases(bench: Bench, progress: (line: string) => void): Promise<Figure[]> {
  const pass = { what: 'operation', operation: 'purchase', connections: 1, turns: 200 } as const;
  progress('200 purchases, quiet');
  const quiet = await measure(bench, { ...pass, name: figureNames.quiet });
  progress('200 purchases, with a worker');
  const worker = await bench.platform.startWorker();
  const withWorker = await measure(bench, {
    ...pass,
    name: figureNames.withWorker,
    more: [worker.pid],
    settleMs: 10_000,
  });
  await worker.stop();
  return [quiet, withWorker];
}

const machineNow = (): Machine => ({
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGb: Math.round(totalmem() / 1e9),
  system: `${type()} ${release().split('-')[0]}`,
  node: process.versions.node,
  loadBefore: loadavg()[0] ?? 0,
});
