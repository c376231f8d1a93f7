import type { Context } from '#kernel/context.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Retention } from '#kernel/registry.ts';
import { clocksOf } from './clock.ts';
import type { Anchor, Clock } from './clock.ts';
import { dueStretches } from './due.ts';
import type { Stretch } from './due.ts';
import { keepOf } from './keep.ts';
import { anchorWithLog, endless, followersOf, isGuarded } from './lock.ts';
import type { Follower, Locks } from './lock.ts';
import { selectOpenApprovals } from './queries.ts';
import { countAll, countDue } from './queries-clocks.ts';
import { selectDatabaseTime, selectLocks } from './queries-locks.ts';
import type { Lane } from './queries-clocks.ts';
import { breakerLimit } from './run.ts';

/** What a run would do under one clock: exactly what it does when it runs at that moment. */
export interface PlannedLine {
  /** The clock's name; with `:colleagues` for rows about the staff. */
  readonly clock: string;
  readonly retention: Retention;
  readonly does: 'deleted' | 'cleared' | 'blocked';
  readonly because: 'share' | 'colleagues' | null;
  readonly rows: number;
  readonly held: number;
  /** Rows in the table, where that was asked. */
  readonly total: number;
  /** How many may end without a person's yes. */
  readonly limit: number;
  readonly ground: string;
  readonly cites: string;
}

export interface LineWork extends PlannedLine {
  readonly of: Clock;
  readonly anchor: Anchor;
  readonly lane: Lane;
  readonly stretches: readonly Stretch[];
  readonly followers: readonly Follower[];
  readonly locks: Locks;
}

interface ExecutorClock {
  readonly clock: Clock;
  readonly anchor: Anchor;
  readonly followers: readonly Follower[];
}

/**
 * The clocks that the executor ends. Not among them: those of rows that go with another, that a job of their module ends,
 * or that never end because they are a ledger; what is left in a ledger names nobody once the keys are gone.
 */
export function executorClocks(locks: Locks): ExecutorClock[] {
  const tables = [...declaredTables().values()];
  const stuck = endless(tables, locks);
  const ended = clocksOf(tables).flatMap((clock): ExecutorClock[] => {
    if ('with' in clock.anchor || clock.endedBy !== undefined) return [];
    const isStuck =
      clock.end === 'delete row' ? stuck.has(clock.table.name) : locks.get(clock.table.name)?.isLog;
    if (isStuck) return [];
    const followers = clock.end === 'delete row' ? followersOf(clock.table, tables, locks) : [];
    return [{ clock, anchor: anchorWithLog(clock, clock.anchor, tables, locks), followers }];
  });
  const wholeRows = new Set(
    ended.flatMap(({ clock }) =>
      clock.end === 'delete row' ? [`${clock.table.name}|${clock.retention}|${agesFrom(clock)}`] : [],
    ),
  );
  // What goes with the whole row in the same moment is not emptied first.
  return ended.filter(
    ({ clock }) =>
      clock.end === 'delete row' ||
      !wholeRows.has(`${clock.table.name}|${clock.retention}|${agesFrom(clock)}`),
  );
}

const agesFrom = ({ anchor }: Clock): string => ('with' in anchor ? anchor.with : anchor.column);

/**
 * Says what is due and what a run would do about it, changing nothing.
 *
 * Rows under a hold stay. A clock that is due for more than one percent of its table, or for colleagues' accounts,
 * waits for a person's yes. Source: clause C6; P20, P22.
 */
export async function planRun(ctx: Context): Promise<LineWork[]> {
  const approvals = await selectOpenApprovals(ctx);
  const lines: LineWork[] = [];
  const locks = await selectLocks(ctx);
  // Logs end only when the database's clock agrees with ours: a clock that runs ahead ends none of them.
  const databaseNow = await selectDatabaseTime(ctx);
  const careful = databaseNow < ctx.now ? databaseNow : ctx.now;
  for (const one of executorClocks(locks)) {
    const { clock } = one;
    const now = isGuarded(clock.table, one.followers, locks) ? careful : ctx.now;
    const stretches = dueStretches(ctx.tenant, clock.retention, now);
    if (stretches.length === 0) continue;
    const lanes: readonly Lane[] =
      clock.retention === 'account' && clock.end === 'delete row' ? ['everybody', 'colleagues'] : ['both'];
    for (const lane of lanes) {
      const line = await planLine(ctx, { ...one, lane, stretches, locks }, approvals);
      if (line) lines.push(line);
    }
  }
  return lines;
}

async function planLine(
  ctx: Context,
  work: ExecutorClock & Pick<LineWork, 'lane' | 'stretches' | 'locks'>,
  approvals: readonly { readonly clock: string; readonly upTo: number }[],
): Promise<LineWork | undefined> {
  const { clock, anchor, lane, stretches, followers, locks } = work;
  const { due, held } = await countDue(ctx, clock, anchor, stretches, lane);
  if (due === 0 && held === 0) return undefined;
  const name = lane === 'colleagues' ? `${clock.name}:colleagues` : clock.name;
  const total = due > breakerLimit(0) ? await countAll(ctx, clock.table) : due;
  const limit = lane === 'colleagues' ? 0 : breakerLimit(total);
  const isApproved = approvals.some((one) => one.clock === name && one.upTo >= due);
  const because = due <= limit || isApproved ? null : lane === 'colleagues' ? 'colleagues' : 'share';
  const { ground, cites } = keepOf(ctx.tenant, clock.retention, stretches.at(-1)?.to ?? null);
  return {
    clock: name,
    retention: clock.retention,
    does: because ? 'blocked' : clock.end === 'delete row' ? 'deleted' : 'cleared',
    because,
    rows: due,
    held,
    total,
    limit,
    ground,
    cites,
    of: clock,
    anchor,
    lane,
    stretches,
    followers,
    locks,
  };
}
