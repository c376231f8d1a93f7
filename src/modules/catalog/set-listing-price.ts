import type { Context } from '#kernel/context.ts';
import { lockForListing, refreshListing, upsertOfferPrices } from './queries-listing.ts';
import type { ListedPrice } from './queries-listing.ts';

/**
 * Takes over what pricing says offers cost, so that lists and product pages show it. Pricing calls it in its own transaction.
 *
 * Units: minor units of the named currency. Offers that do not exist are passed over.
 */
export async function setListingPrice(ctx: Context, prices: readonly ListedPrice[]): Promise<void> {
  if (prices.length === 0) return;
  const products = await upsertOfferPrices(ctx, prices);
  await lockForListing(ctx, products);
  await refreshListing(ctx, products);
}
