import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { selectItems } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import type { ItemId } from './stock.ts';

/** The items of offers that have been in stock before. Refuses: inventory.unknownItem. */
export async function getItems(ctx: Context, offerIds: readonly OfferId[]): Promise<Map<OfferId, ItemId>> {
  const { items } = await selectItems(ctx, [...new Set(offerIds)]);
  const found = new Map(items.map(({ offerId, id }) => [offerId, id]));
  const missing = offerIds.find((offerId) => !found.has(offerId));
  if (missing !== undefined) throw refuse.unknownItem({ offerId: missing });
  return found;
}
