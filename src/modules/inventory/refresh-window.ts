import type { Context } from '#kernel/context.ts';
import { setAvailability } from '#modules/catalog/index.ts';
import { facts } from './facts.ts';
import { selectFreeAround, upsertShown } from './queries-window.ts';
import type { OfferFree } from './queries-window.ts';
import { freeOf, windowOf } from './stock.ts';
import type { ItemId, LockedItem, Window } from './stock.ts';

const isSame = (a: Window | undefined, b: Window): boolean =>
  a?.available === b.available && a.left === b.left;

/**
 * Tells the shop window what is available, where it does not know it yet.
 *
 * Called by everything that changes what can be sold, in the same transaction, and by a timed job for the one case that
 * transaction cannot see: two parts of a kit that arrive at the same moment.
 */
export async function refreshWindow(ctx: Context, itemIds: readonly ItemId[]): Promise<void> {
  await tellWindow(ctx, await selectFreeAround(ctx, itemIds));
}

/** Tells the shop window about these offers. Shape: the number of offers it did not know about. */
export async function tellWindow(ctx: Context, offers: readonly OfferFree[]): Promise<number> {
  const news = offers
    .map(({ offerId, free, scale, told }) => ({ offerId, told, now: windowOf(free, scale) }))
    .filter(({ told, now }) => !isSame(told, now))
    .map(({ offerId, now }) => ({ offerId, ...now }));
  if (news.length === 0) return 0;
  await upsertShown(ctx, news); // first, because its rows are the lock under which the window is told
  await setAvailability(ctx, news);
  return news.length;
}

/**
 * After a change to locked items: tells the window when something visible changed, and staff when little is left.
 *
 * `after` is how many of an item can be sold now. Announces: inventory.lowStock.
 */
export async function noticeChange(
  ctx: Context,
  items: ReadonlyMap<ItemId, LockedItem>,
  after: ReadonlyMap<ItemId, number>,
): Promise<void> {
  const visible: ItemId[] = [];
  for (const [itemId, now] of after) {
    const item = items.get(itemId);
    if (!item) continue;
    const before = freeOf(item);
    if (before === now) continue;
    if (item.inKits || !isSame(windowOf(before, item.scale), windowOf(now, item.scale))) visible.push(itemId);
    if (before > item.lowAt && now <= item.lowAt) {
      ctx.emit(facts.lowStock({ itemId, offerId: item.offerId, left: now }));
    }
  }
  if (visible.length > 0) await refreshWindow(ctx, visible);
}

/** What can be sold of an item when its shelves change by so much. */
export function freeAfter(item: LockedItem, change: number): number {
  const free = item.shelves
    .filter((shelf) => shelf.sells)
    .reduce((sum, shelf) => sum + shelf.onHand - shelf.reserved, change);
  return Math.max(0, free - item.safety);
}
