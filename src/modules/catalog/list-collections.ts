import type { Context } from '#kernel/context.ts';
import { pictureOf } from './product.ts';
import type { Picture } from './product.ts';
import { allCategories, allCollections, shownCollections } from './queries-taxonomy.ts';

export interface CollectionCard {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly picture: Picture | null;
  readonly products: number;
}

/** The collections that have something on sale, in their order; without a picture of its own, one shows its first product. */
export async function listCollections(ctx: Context): Promise<CollectionCard[]> {
  const found = await shownCollections(ctx);
  return found.map((row) => ({ ...row, picture: row.picture && pictureOf(row.picture) }));
}

/** The shelves and collections as the desk arranges them. Shape: flat; the tree is in `parentId`. */
export async function listShelves(ctx: Context) {
  const categories = await allCategories(ctx);
  const collections = await allCollections(ctx);
  return {
    categories: categories.map(({ id, parentId, slug, title, position }) => ({
      id,
      parentId,
      slug,
      title,
      position,
    })),
    collections: collections.map(({ id, slug, title, description, mediaId, position }) => ({
      id,
      slug,
      title,
      description,
      pictureId: mediaId,
      position,
    })),
  };
}
