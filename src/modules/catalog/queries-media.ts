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
