import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { PictureInput } from './product.ts';
import { deleteMedia, insertMedia, mediaOf, updateMedia } from './queries-media.ts';
import type { MediaRow } from './queries-media.ts';
import type { MediaId, ProductId } from './tables.ts';

/**
 * Gives a product exactly these pictures, in this order; one that is there already (same file or same address) stays.
 *
 * Shape: ids in the order of the input.
 */
export async function savePictures(
  ctx: Context,
  productId: ProductId,
  wanted: readonly PictureInput[],
): Promise<MediaId[]> {
  const before = await mediaOf(ctx, productId);
  const free = new Set(before);
  const fresh: Omit<MediaRow, 'tenantId' | 'createdAt'>[] = [];
  const ids: MediaId[] = [];
  for (const [position, picture] of wanted.entries()) {
    const known = [...free].find((old) =>
      'url' in picture ? old.sourceUrl === picture.url : old.id === picture.stored.id,
    );
    if (known) {
      free.delete(known);
      if (known.position !== position || known.alt !== picture.alt)
        await updateMedia(ctx, known.id, { position, alt: picture.alt });
      ids.push(known.id);
      continue;
    }
    const made: Omit<MediaRow, 'tenantId' | 'createdAt'> =
      'url' in picture
        ? {
            id: newId<MediaId>(),
            productId,
            position,
            alt: picture.alt,
            state: 'pending',
            width: null,
            height: null,
            sourceUrl: picture.url,
          }
        : { ...picture.stored, productId, position, alt: picture.alt, state: 'ready', sourceUrl: null };
    fresh.push(made);
    ids.push(made.id);
  }
  if (fresh.length > 0) await insertMedia(ctx, fresh);
  if (free.size > 0)
    await deleteMedia(
      ctx,
      [...free].map((old) => old.id),
    );
  return ids;
}
