import type { Context } from '#kernel/context.ts';
import { setAvailability } from './set-availability.ts';
import { setListingPrice } from './set-listing-price.ts';
import type { ProductInput, SavedProduct } from './product.ts';
import { upsertProduct } from './upsert-product.ts';

/** A product on sale for tests: one variant at 19.90 that can be had, unless told otherwise. */
export async function aProduct(
  ctx: Context,
  input: Partial<ProductInput> & { readonly priceMinor?: bigint; readonly available?: boolean } = {},
): Promise<SavedProduct> {
  const { priceMinor = 1990n, available = true, ...given } = input;
  const saved = await upsertProduct(ctx, {
    title: 'Stoneware mug',
    status: 'active',
    variants: [{ options: [] }],
    ...given,
  });
  const { currency } = ctx.tenant;
  await setListingPrice(
    ctx,
    saved.offers.map(({ offerId }) => ({
      offerId,
      currency,
      amountMinor: priceMinor,
      compareAtMinor: null,
      lowest30Minor: null,
    })),
  );
  await setAvailability(
    ctx,
    saved.offers.map(({ offerId }) => ({ offerId, available, left: null })),
  );
  return saved;
}
