import type { Context } from '#kernel/context.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Retention } from '#kernel/registry.ts';
import { dayOf, zoneOf } from './calendar.ts';
import { clocksOf } from './clock.ts';
import { keepOf } from './keep.ts';
import { anchorWithLog, endless } from './lock.ts';
import { planRun } from './plan-run.ts';
import type { PlannedLine } from './plan-run.ts';
import { selectReceipts, selectRuns } from './queries.ts';
import { countByDay } from './queries-clocks.ts';
import { selectLocks } from './queries-locks.ts';

export interface ClockView {
  readonly name: string;
  readonly retention: Retention;
  readonly ends: 'delete row' | 'clear columns';
  readonly agesFrom: string;
  /** Who ends it: the executor, the row it belongs to, a job of its module, or `nobody` for rows of a ledger. */
  readonly endedBy: string;
  readonly ground: string;
  readonly cites: string;
  /** How many rows it runs for, and how many of those fall in each of the next twelve months; `2026-11`. */
  readonly rows: number;
  readonly next: readonly { readonly month: string; readonly count: number }[];
}

const monthsShown = 12;

/** Every clock with what falls next, by month in the tenant's calendar; what is overdue counts for this month. */
export async function listClocks(ctx: Context): Promise<ClockView[]> {
  const views: ClockView[] = [];
  const tables = [...declaredTables().values()];
  const locks = await selectLocks(ctx);
  const stuck = endless(tables, locks);
  for (const clock of clocksOf(tables)) {
    const { ground, cites } = keepOf(ctx.tenant, clock.retention, ctx.now);
    const days =
      'with' in clock.anchor
        ? []
        : await countByDay(ctx, clock, anchorWithLog(clock, clock.anchor, tables, locks));
    views.push({
      name: clock.name,
      retention: clock.retention,
      ends: clock.end,
      agesFrom: 'with' in clock.anchor ? clock.anchor.with : clock.anchor.column,
      endedBy:
        'with' in clock.anchor
          ? clock.anchor.with
          : (clock.endedBy?.job ??
            (clock.end === 'delete row' && stuck.has(clock.table.name) ? 'nobody' : 'retention.run')),
      ground,
      cites,
      rows: days.reduce((sum, { count }) => sum + count, 0),
      next: monthsOf(ctx, clock.retention, days),
    });
  }
  return views;
}

function monthsOf(ctx: Context, retention: Retention, days: readonly { day: Date; count: number }[]) {
  const zone = zoneOf(ctx.tenant);
  const thisMonth = dayOf(ctx.now, zone).slice(0, 7);
  const counts = new Map<string, number>();
  for (const { day, count } of days) {
    const { until } = keepOf(ctx.tenant, retention, day);
    if (until === null) continue;
    const falls = dayOf(until, zone).slice(0, 7);
    const month = falls < thisMonth ? thisMonth : falls;
    counts.set(month, (counts.get(month) ?? 0) + count);
  }
  return [...counts]
    .map(([month, count]) => ({ month, count }))
    .toSorted((a, b) => a.month.localeCompare(b.month))
    .slice(0, monthsShown);
}

/** What a run would do now, for the desk. */
export async function previewRun(ctx: Context): Promise<PlannedLine[]> {
  return (await planRun(ctx)).map(({ of: _clock, anchor: _anchor, lane: _lane, ...line }) => line);
}

/** The last runs with their receipts, newest first. */
export async function listRuns(ctx: Context) {
  const runs = await selectRuns(ctx, 20);
  const receipts = Map.groupBy(
    await selectReceipts(
      ctx,
      runs.map((run) => run.id),
    ),
    (receipt) => receipt.runId,
  );
  return runs.map((run) => ({ ...run, receipts: receipts.get(run.id) ?? [] }));
}
