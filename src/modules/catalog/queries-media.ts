import type { Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { CatalogRows, MediaId, ProductId } from './tables.ts';
import { rows } from './queries.ts';

export type MediaRow = Selectable<CatalogRows['catalog.media']>;

export async function mediaOf(ctx: Context, productId: ProductId): Promise<MediaRow[]> {
  return rows(ctx)
    .selectFrom('catalog.media')
    .selectAll()
    .where('productId', '=', productId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function insertMedia(
  ctx: Context,
  media: readonly Omit<MediaRow, 'tenantId' | 'createdAt'>[],
): Promise<void> {
  await rows(ctx)
    .insertInto('catalog.media')
    .values(media.map((one) => ({ ...one, createdAt: ctx.now })))
    .execute();
}

export async function updateMedia(
  ctx: Context,
  id: MediaId,
  values: Partial<Pick<MediaRow, 'position' | 'alt'>>,
): Promise<void> {
  await rows(ctx).updateTable('catalog.media').set(values).where('id', '=', id).execute();
}

export async function deleteMedia(ctx: Context, ids: readonly MediaId[]): Promise<void> {
  await rows(ctx)
    .updateTable('catalog.variant')
    .set({ mediaId: null })
    .where('mediaId', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
  await rows(ctx)
    .deleteFrom('catalog.media')
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
}

/** Shape: those with an address and no file. */
export async function selectPendingMedia(
  ctx: Context,
  productId: ProductId,
): Promise<{ id: MediaId; url: string }[]> {
  const found = await rows(ctx)
    .selectFrom('catalog.media')
    .select(['id', 'sourceUrl'])
    .where('productId', '=', productId)
    .where('state', '=', 'pending')
    .orderBy('position')
    .execute();
  return found.flatMap(({ id, sourceUrl }) => (sourceUrl === null ? [] : [{ id, url: sourceUrl }]));
}

/** Shape: false when it is no longer waiting for its file. */
export async function fillMedia(
  ctx: Context,
  { id, width, height }: { readonly id: MediaId; readonly width: number; readonly height: number },
): Promise<boolean> {
  const result = await rows(ctx)
    .updateTable('catalog.media')
    .set({ state: 'ready', width, height })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
