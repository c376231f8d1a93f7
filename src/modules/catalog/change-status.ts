import type { Context } from '#kernel/context.ts';
import { facts } from './facts.ts';
import { updateStatus } from './queries.ts';
import { refreshListing } from './queries-listing.ts';
import type { ProductId, ProductStatus } from './tables.ts';

/**
 * Puts products on sale, takes them off or archives them, many at once. Products are never deleted: orders know them.
 *
 * Announces: catalog.published or catalog.unpublished for each that changed. Shape: the ids of those.
 */
export async function changeStatus(
  ctx: Context,
  ids: readonly ProductId[],
  status: ProductStatus,
): Promise<ProductId[]> {
  const changed = await updateStatus(ctx, ids, status);
  await refreshListing(ctx, changed);
  for (const productId of changed) {
    ctx.emit(status === 'active' ? facts.published({ productId }) : facts.unpublished({ productId }));
    ctx.audit({
      action: 'catalog.statusChanged',
      on: { table: 'catalog.product', id: productId },
      details: { status },
    });
  }
  return changed;
}
