import type { Context } from '#kernel/context.ts';
import { sellableOffers } from '#modules/catalog/index.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { insertItems, selectItems } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import { seedLocations } from './seed-locations.ts';
import type { Item } from './stock.ts';

/** What a new item starts with: pieces, staff are told at five, nothing is kept back. */
const startRules = { scale: 0, lowAt: 5, safety: 0 };

/**
 * The items of offers, made now where an offer never had stock.
 *
 * Refuses: inventory.kitHasNoShelf, inventory.unknownOffer.
 */
export async function ensureItems(ctx: Context, offerIds: readonly OfferId[]): Promise<Map<OfferId, Item>> {
  const asked = [...new Set(offerIds)];
  const { items, kits } = await selectItems(ctx, asked);
  const kit = asked.find((offerId) => kits.has(offerId));
  if (kit !== undefined) throw refuse.kitHasNoShelf({ offerId: kit });
  const known = new Map(items.map((item) => [item.offerId, item]));
  const missing = asked.filter((offerId) => !known.has(offerId));
  if (missing.length === 0) return known;

  const offers = await sellableOffers(ctx, missing);
  const stranger = missing.find((offerId) => !offers.has(offerId));
  if (stranger !== undefined) throw refuse.unknownOffer({ offerId: stranger });
  await seedLocations(ctx);
  await insertItems(ctx, missing, startRules);
  const all = await selectItems(ctx, asked);
  return new Map(all.items.map((item) => [item.offerId, item]));
}
