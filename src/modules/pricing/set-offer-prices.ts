import type { Context } from '#kernel/context.ts';
import { sellableOffers } from '#modules/catalog/index.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { PriceWish } from './price.ts';
import { refuse } from './refuse.ts';
import { setPrices } from './set-prices.ts';

/** Sets the prices of one offer that staff is looking at. Refuses: pricing.unknownOffer and what setPrices refuses. */
export async function setOfferPrices(
  ctx: Context,
  offerId: OfferId,
  wishes: readonly Omit<PriceWish, 'offerId'>[],
): Promise<void> {
  const known = await sellableOffers(ctx, [offerId]);
  if (!known.has(offerId)) throw refuse.unknownOffer();
  await setPrices(
    ctx,
    wishes.map((wish) => ({ ...wish, offerId })),
  );
}
