import type { Context } from '#kernel/context.ts';
import { pictureOf, variantTitle } from './product.ts';
import type { Picture } from './product.ts';
import { findOffers } from './queries-detail.ts';
import type { OfferRow } from './queries-detail.ts';
import type { Condition, OfferId, ProductId, VariantId } from './tables.ts';

/** An offer with what carts, parcels and tax need to know of it. */
export interface SellableOffer {
  readonly offerId: OfferId;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly sku: string | null;
  readonly slug: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly picture: Picture | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxClass: string;
  readonly condition: Condition;
  /** False for drafts, archived products and retired variants. */
  readonly sellable: boolean;
}

/** What these offers are, in one statement. Shape: offers that never existed are absent; retired ones are there, not sellable. */
export async function sellableOffers(
  ctx: Context,
  offerIds: readonly OfferId[],
): Promise<Map<OfferId, SellableOffer>> {
  if (offerIds.length === 0) return new Map();
  const found = await findOffers(ctx, { ids: offerIds });
  return new Map(found.map((row) => [row.offerId, present(row)]));
}

/** The shop's own offer with exactly this SKU. */
export async function findOfferBySku(ctx: Context, sku: string): Promise<SellableOffer | undefined> {
  const [row] = await findOffers(ctx, { sku });
  return row && present(row);
}

const present = ({ options, picture, ...row }: OfferRow): SellableOffer => ({
  ...row,
  variantTitle: variantTitle(options),
  picture: picture && pictureOf(picture),
});
