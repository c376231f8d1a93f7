import type { Context } from '#kernel/context.ts';
import type { ProductInput, SavedProduct } from './product.ts';
import { lockProductBySlug } from './queries.ts';
import { refuse } from './refuse.ts';
import { upsertProduct } from './upsert-product.ts';

/**
 * Enters a new product, as a draft unless told otherwise.
 *
 * Refuses: catalog.slugTaken, catalog.notAProduct, catalog.skuTaken, catalog.wrongValue. Announces: catalog.published.
 */
export async function createProduct(ctx: Context, input: ProductInput): Promise<SavedProduct> {
  if (input.slug !== undefined && (await lockProductBySlug(ctx, input.slug)))
    throw refuse.slugTaken({ field: 'slug' });
  const saved = await upsertProduct(ctx, input);
  ctx.audit({ action: 'catalog.created', on: { table: 'catalog.product', id: saved.productId } });
  return saved;
}
