import type { Context } from '#kernel/context.ts';
import { refuse } from './refuse.ts';
import { selectDays, selectRunning, selectRunningDays, sumCells } from './queries.ts';
import type { StoredDay, SummedCell } from './queries.ts';
import { countOf, emptySketch, joinSketch, sketchOf } from './sketch.ts';
import { dayOf, smallest } from './visit.ts';
import type { Dimension } from './visit.ts';

/** One day of the shop: counted, too small to tell, or over but not counted up yet. */
export type VisitDay =
  | { readonly day: string; readonly kind: 'counted'; readonly visitors: number; readonly views: number }
  | { readonly day: string; readonly kind: 'few' }
  | { readonly day: string; readonly kind: 'waiting' };

export interface Visits {
  readonly days: readonly VisitDay[];
  readonly headings: Readonly<Record<Exclude<Dimension, 'all'>, readonly Heading[]>>;
  /** Visitors of today so far, in steps of five, rounded down. */
  readonly todayAtLeast: number;
}

type Heading = Omit<SummedCell, 'dimension'>;

const dayMs = 86_400_000;
const mostDays = 400;
const mostHeadings = 50;

/**
 * How many people visited, day by day, and what they read, came from and read it with.
 *
 * Everything is answered from what was fit to be stored; days that are not over are told in steps of five, so that no
 * two answers differ by one to four people. Whoever comes on two days counts twice: nobody can tell that it was them.
 *
 * Units: days in UTC. Shape: a day for each asked for that has begun, oldest first; headings by views, at most fifty.
 * Refuses: analytics.wrongSpan; analytics.wrongPurpose, for every purpose but improving the shop.
 * Source: clauses OC-17 to OC-20, OC-22.
 */
export async function visits(
  ctx: Context,
  span: { readonly from: string; readonly to: string },
): Promise<Visits> {
  if (ctx.actor.purpose !== 'improve') throw refuse.wrongPurpose({ purpose: ctx.actor.purpose });
  const [from, to] = [Date.parse(span.from), Date.parse(span.to)];
  if (!(from <= to) || to - from >= mostDays * dayMs) throw refuse.wrongSpan();
  const today = dayOf(ctx.now);
  const [stored, waiting, cells, running] = await Promise.all([
    selectDays(ctx, span.from, span.to),
    selectRunningDays(ctx, today),
    sumCells(ctx, span.from, span.to),
    selectRunning(ctx, today, 'all'),
  ]);
  const known = new Map(stored.map((day) => [day.day, day]));
  const days: VisitDay[] = [];
  for (let at = from; at <= to && dayOf(new Date(at)) < today; at += dayMs) {
    const day = dayOf(new Date(at));
    days.push(dayFrom(day, known.get(day), waiting.includes(day)));
  }
  const headings = (dimension: Dimension): Heading[] =>
    cells
      .filter((cell) => cell.dimension === dimension)
      .slice(0, mostHeadings)
      .map(({ key, visitors, views, days: on }) => ({ key, visitors, views, days: on }));
  const sofar = emptySketch();
  for (const { sketch } of running) joinSketch(sofar, sketchOf(sketch));
  return {
    days,
    headings: {
      page: headings('page'),
      site: headings('site'),
      browser: headings('browser'),
      device: headings('device'),
      led: headings('led'),
    },
    todayAtLeast: Math.floor(countOf(sofar) / smallest) * smallest,
  };
}

function dayFrom(day: string, stored: StoredDay | undefined, isWaiting: boolean): VisitDay {
  if (!stored) return isWaiting ? { day, kind: 'waiting' } : { day, kind: 'counted', visitors: 0, views: 0 };
  return stored.visitors === null || stored.views === null
    ? { day, kind: 'few' }
    : { day, kind: 'counted', visitors: stored.visitors, views: stored.views };
}
