import type { Context } from '#kernel/context.ts';
import { findProductRow } from './queries.ts';
import { lockForListing, refreshListing } from './queries-listing.ts';
import { insertMedia, mediaOf } from './queries-media.ts';
import { refuse } from './refuse.ts';
import type { ProductId, StoredPicture } from './tables.ts';

/** Hangs a picture that `storePicture` put away behind the product's others. Refuses: catalog.productGone. */
export async function addPicture(
  ctx: Context,
  productId: ProductId,
  stored: Omit<StoredPicture, 'alt'>,
  alt: string,
): Promise<void> {
  if (!(await findProductRow(ctx, productId))) throw refuse.productGone({ id: productId });
  await lockForListing(ctx, [productId]);
  const before = await mediaOf(ctx, productId);
  const position = Math.max(-1, ...before.map((media) => media.position)) + 1;
  await insertMedia(ctx, [{ ...stored, productId, position, alt, state: 'ready', sourceUrl: null }]);
  await refreshListing(ctx, [productId]);
  ctx.audit({ action: 'catalog.pictureAdded', on: { table: 'catalog.media', id: stored.id } });
}
