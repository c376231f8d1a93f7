import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { refreshListing } from './queries-listing.ts';
import { insertMedia } from './queries-media.ts';
import {
  allCollections,
  deleteCollection,
  insertCollection,
  productsInCollection,
  replaceMembers,
  updateCollection,
} from './queries-taxonomy.ts';
import { refuse, refuseTaken } from './refuse.ts';
import { freeSlug, slugOf } from './slug.ts';
import type { CollectionId, ProductId, StoredPicture } from './tables.ts';

interface CollectionInput {
  readonly title?: string;
  readonly slug?: string;
  readonly description?: string;
  readonly position?: number;
  /** A picture that `storePicture` put away. */
  readonly picture?: StoredPicture;
}

/** Sets up a collection. Refuses: catalog.slugTaken. */
export async function createCollection(
  ctx: Context,
  input: CollectionInput & { readonly title: string },
): Promise<{ id: CollectionId; slug: string }> {
  const known = await allCollections(ctx);
  const slug =
    input.slug ??
    freeSlug(slugOf(input.title) || 'collection', new Set(known.map((collection) => collection.slug)));
  const id = newId<CollectionId>();
  const mediaId = input.picture ? await hang(ctx, input.picture) : null;
  await refuseTaken(
    insertCollection(ctx, {
      id,
      slug,
      title: input.title.trim(),
      description: input.description ?? '',
      mediaId,
      position: input.position ?? known.length,
    }),
  );
  ctx.audit({ action: 'catalog.collectionCreated', on: { table: 'catalog.collection', id } });
  return { id, slug };
}

/** Changes a collection's words, address, place or picture. Refuses: catalog.collectionGone, catalog.slugTaken. */
export async function changeCollection(
  ctx: Context,
  id: CollectionId,
  { picture, ...change }: CollectionInput,
): Promise<void> {
  await mustExist(ctx, id);
  const mediaId = picture ? await hang(ctx, picture) : undefined;
  if (Object.keys(change).length > 0 || mediaId)
    await refuseTaken(updateCollection(ctx, id, { ...change, ...(mediaId && { mediaId }) }));
  if (change.slug !== undefined) await refreshListing(ctx, await productsInCollection(ctx, id));
  ctx.audit({ action: 'catalog.collectionChanged', on: { table: 'catalog.collection', id } });
}

/** Puts exactly these products into a collection, in this order. Refuses: catalog.collectionGone. */
export async function arrangeCollection(
  ctx: Context,
  id: CollectionId,
  products: readonly ProductId[],
): Promise<void> {
  await mustExist(ctx, id);
  const before = await productsInCollection(ctx, id);
  await replaceMembers(ctx, id, [...new Set(products)]);
  await refreshListing(ctx, [...new Set([...before, ...products])]);
  ctx.audit({
    action: 'catalog.collectionArranged',
    on: { table: 'catalog.collection', id },
    details: { products: products.length },
  });
}

/** Takes a collection away; its products stay. Refuses: catalog.collectionGone. */
export async function removeCollection(ctx: Context, id: CollectionId): Promise<void> {
  await mustExist(ctx, id);
  const before = await productsInCollection(ctx, id);
  await deleteCollection(ctx, id);
  await refreshListing(ctx, before);
  ctx.audit({ action: 'catalog.collectionRemoved', on: { table: 'catalog.collection', id } });
}

async function mustExist(ctx: Context, id: CollectionId): Promise<void> {
  if (!(await allCollections(ctx)).some((collection) => collection.id === id))
    throw refuse.collectionGone({ id });
}

async function hang(ctx: Context, picture: StoredPicture): Promise<StoredPicture['id']> {
  await insertMedia(ctx, [{ ...picture, productId: null, position: 0, state: 'ready', sourceUrl: null }]);
  return picture.id;
}
