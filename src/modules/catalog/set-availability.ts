import type { Context } from '#kernel/context.ts';
import { lockForListing, refreshAvailability, upsertOfferStock } from './queries-listing.ts';
import type { ListedStock } from './queries-listing.ts';

/**
 * Takes over what inventory says can be had, so that lists and product pages show it. Inventory calls it in its own transaction.
 *
 * One statement as long as nothing sells out or comes back, because every purchase passes here.
 */
export async function setAvailability(ctx: Context, levels: readonly ListedStock[]): Promise<void> {
  if (levels.length === 0) return;
  const turned = await upsertOfferStock(ctx, levels);
  if (turned.length === 0) return;
  await lockForListing(ctx, turned);
  await refreshAvailability(ctx, turned);
}
