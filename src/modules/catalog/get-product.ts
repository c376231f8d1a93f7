import type { Context } from '#kernel/context.ts';
import { shownValue } from './attribute-value.ts';
import { pictureOf, priceOf, variantTitle } from './product.ts';
import type { Product } from './product.ts';
import { findDetails } from './queries-detail.ts';
import type { DetailRow } from './queries-detail.ts';
import { findRedirect } from './queries.ts';
import { refuse } from './refuse.ts';

/**
 * Everything a product page shows, for a product on sale. One statement; two more for a former address.
 *
 * Shape: the answer's `slug` is the address of today; a page that was asked for another one redirects there.
 * Refuses: catalog.productGone, for drafts and archived products too.
 */
export async function getProduct(ctx: Context, slug: string): Promise<Product> {
  const row = await findBySlug(ctx, slug);
  if (!row || row.status !== 'active') throw refuse.productGone({ slug });
  return presentProduct(ctx, row);
}

async function findBySlug(ctx: Context, slug: string): Promise<DetailRow | undefined> {
  const [here] = await findDetails(ctx, { slug });
  if (here) return here;
  const now = await findRedirect(ctx, slug);
  if (now === undefined) return undefined;
  const [moved] = await findDetails(ctx, { slug: now });
  return moved;
}

/** A stored product as the store API shows it. */
export function presentProduct(ctx: Context, row: DetailRow): Product {
  const { currency } = ctx.tenant;
  const pictures = row.pictures.flatMap((picture) => (picture.state === 'ready' ? [pictureOf(picture)] : []));
  const shown = new Set(pictures.map((picture) => picture.id));
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    descriptionHtml: row.descriptionHtml,
    vendor: row.vendor,
    pictures,
    options: row.options,
    variants: row.variants.map((variant) => ({
      id: variant.id,
      offerId: variant.offerId,
      title: variantTitle(variant.options),
      options: variant.options,
      sku: variant.sku,
      gtin: variant.gtin,
      price: priceOf(variant.amountMinor, currency),
      compareAt: priceOf(variant.compareAtMinor, currency),
      lowest30: priceOf(variant.lowest30Minor, currency),
      available: variant.available,
      left: variant.remaining,
      weightGrams: variant.weightGrams,
      pictureId: variant.mediaId !== null && shown.has(variant.mediaId) ? variant.mediaId : null,
    })),
    attributes: row.attributes.map(({ name, label, kind, unit, value }) => ({
      name,
      label,
      value: shownValue(value, kind, unit, ctx.locale),
    })),
    category: row.category,
    collections: row.collections,
    tags: row.tags,
    seoTitle: row.seoTitle,
    seoDescription: row.seoDescription,
    condition: row.condition,
    updatedAt: row.updatedAt.toISOString(),
  };
}
