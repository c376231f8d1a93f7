import type { Context } from '#kernel/context.ts';
import { lockForListing, refreshListing } from './queries-listing.ts';
import { fillMedia, selectPendingMedia } from './queries-media.ts';
import type { MediaId, ProductId, StoredPicture } from './tables.ts';

/** Pictures of a product that are known by address only. */
export const pendingPictures = (
  ctx: Context,
  productId: ProductId,
): Promise<{ id: MediaId; url: string }[]> => selectPendingMedia(ctx, productId);

/**
 * Hangs a fetched picture into its place: its files lie under the same id. It keeps the address it came from, so that
 * the same file imported again finds it there.
 *
 * Shape: false when the product or the picture is gone, or somebody put another there.
 */
export async function fillPicture(
  ctx: Context,
  productId: ProductId,
  stored: Omit<StoredPicture, 'alt'>,
): Promise<boolean> {
  await lockForListing(ctx, [productId]);
  const isFilled = await fillMedia(ctx, stored);
  if (isFilled) await refreshListing(ctx, [productId]);
  return isFilled;
}
