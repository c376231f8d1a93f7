import type { Context } from '#kernel/context.ts';
import { lockForListing, refreshListing } from './queries-listing.ts';
import { deleteMedia, mediaOf, updateMedia } from './queries-media.ts';
import { refuse } from './refuse.ts';
import type { MediaId, ProductId } from './tables.ts';

/**
 * Puts a product's pictures in this order and sets the words that stand for them; pictures that are not named stay behind.
 *
 * Refuses: catalog.pictureGone when one is not this product's.
 */
export async function arrangePictures(
  ctx: Context,
  productId: ProductId,
  wanted: readonly { readonly id: string; readonly alt?: string }[],
): Promise<void> {
  await lockForListing(ctx, [productId]);
  const before = await mediaOf(ctx, productId);
  const stranger = wanted.find(({ id }) => !before.some((media) => media.id === id));
  if (stranger) throw refuse.pictureGone({ id: stranger.id });
  const rest = before.filter((media) => !wanted.some(({ id }) => id === media.id));
  const order = [...wanted, ...rest.map(({ id }) => ({ id, alt: undefined }))];
  for (const [position, { id, alt }] of order.entries())
    await updateMedia(ctx, id as MediaId, { position, ...(alt !== undefined && { alt: alt.trim() }) });
  await refreshListing(ctx, [productId]);
  ctx.audit({ action: 'catalog.picturesArranged', on: { table: 'catalog.product', id: productId } });
}

/** Takes a picture off a product; its files go when the change is stored. Refuses: catalog.pictureGone. */
export async function removePicture(ctx: Context, productId: ProductId, id: MediaId): Promise<void> {
  await lockForListing(ctx, [productId]);
  const before = await mediaOf(ctx, productId);
  if (!before.some((media) => media.id === id)) throw refuse.pictureGone({ id });
  await deleteMedia(ctx, [id]);
  await refreshListing(ctx, [productId]);
  ctx.audit({ action: 'catalog.pictureRemoved', on: { table: 'catalog.media', id } });
}
