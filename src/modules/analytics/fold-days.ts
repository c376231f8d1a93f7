import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { publishable } from './publishable.ts';
import {
  deleteDaysBefore,
  deleteRunning,
  insertDay,
  selectRunning,
  selectRunningDays,
  selectVisitPages,
} from './queries.ts';
import { countOf, emptySketch, joinSketch, sketchOf } from './sketch.ts';
import type { Sketch } from './sketch.ts';
import type { VisitPage } from './tally.ts';
import { dayOf, foldAfterMs, keptMonths } from './visit.ts';
import type { Counted, Dimension } from './visit.ts';

/**
 * Counts up the days that are over: what may be told is stored, everything it was made of is deleted, and the salts of
 * those days are destroyed first, so that what a backup still holds tells nobody anything.
 *
 * Source: clause OC-21; privacy.md C9, P27.
 */
export async function foldDays(house: House, tenant: Tenant): Promise<void> {
  const now = house.clock();
  const today = dayOf(now);
  await house.keys.days.destroyBefore('statistics', today);
  if (dayOf(new Date(now.getTime() - foldAfterMs)) < today) return; // the last counts may still be on their way
  const who = { tenant, actor: { kind: 'system', id: 'analytics.fold', purpose: 'improve' } } as const;
  for (const day of await unitOfWork(house, who, (ctx) => selectRunningDays(ctx, today)))
    await unitOfWork(house, who, (ctx) => foldDay(ctx, day));
  await unitOfWork(house, who, (ctx) => deleteDaysBefore(ctx, firstKept(now)));
}

async function foldDay(ctx: Context, day: string): Promise<void> {
  const counted = await countDay(ctx, day);
  await insertDay(ctx, day, publishable(counted));
  await deleteRunning(ctx, day);
}

async function countDay(ctx: Context, day: string): Promise<Counted[]> {
  const cells = new Map<string, { dimension: Dimension; key: string; views: number; sketch: Sketch }>();
  for (const { dimension, key, views, sketch } of await selectRunning(ctx, day)) {
    const name = `${dimension} ${key}`;
    const cell = cells.get(name) ?? { dimension, key, views: 0, sketch: emptySketch() };
    cell.views += views;
    joinSketch(cell.sketch, sketchOf(sketch));
    cells.set(name, cell);
  }
  const counted = [...cells.values()].map(({ dimension, key, views, sketch }) => ({
    dimension,
    key,
    visitors: countOf(sketch),
    views,
  }));
  return [...counted, ...countLed(await selectVisitPages(ctx, day))];
}

const orderPage = '/orders/:token';
const checkoutPage = '/checkout';

/** Of the visits that allowed to be followed and ended with an order: which pages they went through. */
function countLed(seen: readonly VisitPage[]): Counted[] {
  const pagesByVisit = Map.groupBy(seen, ({ visit }) => visit.toString('hex'));
  const counts = new Map<string, number>();
  for (const pages of pagesByVisit.values()) {
    const names = new Set(pages.map(({ page }) => page));
    if (names.has('') || !names.has(orderPage) || !names.has(checkoutPage)) continue;
    for (const page of names)
      if (page.startsWith('/products/') || page.startsWith('/collections/'))
        counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  return [...counts].map(([key, visits]) => ({ dimension: 'led', key, visitors: visits, views: visits }));
}

function firstKept(now: Date): string {
  const first = new Date(now);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() - keptMonths);
  return dayOf(first);
}
