import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { refreshListing } from './queries-listing.ts';
import {
  allCategories,
  deleteCategory,
  insertCategory,
  movePaths,
  productsBelow,
  updateCategory,
} from './queries-taxonomy.ts';
import type { CategoryRow } from './queries-taxonomy.ts';
import { refuse, refuseTaken } from './refuse.ts';
import { freeSlug, slugOf } from './slug.ts';
import type { CategoryId } from './tables.ts';

interface CategoryInput {
  readonly title?: string;
  readonly slug?: string;
  readonly parentId?: CategoryId | null;
  readonly position?: number;
}

/** Puts up a new shelf, at the root or below another. Refuses: catalog.categoryGone (the parent), catalog.slugTaken. */
export async function createCategory(
  ctx: Context,
  input: CategoryInput & { readonly title: string },
): Promise<{ id: CategoryId; slug: string }> {
  const known = await allCategories(ctx);
  const parent = input.parentId ? mustBe(known, input.parentId) : undefined;
  const id = newId<CategoryId>();
  const slug =
    input.slug ??
    freeSlug(slugOf(input.title) || 'category', new Set(known.map((category) => category.slug)));
  const siblings = known.filter((category) => category.parentId === (parent?.id ?? null)).length;
  await refuseTaken(
    insertCategory(ctx, {
      id,
      parentId: parent?.id ?? null,
      slug,
      title: input.title.trim(),
      position: input.position ?? siblings,
      path: [...(parent?.path ?? []), id],
    }),
  );
  ctx.audit({ action: 'catalog.categoryCreated', on: { table: 'catalog.category', id } });
  return { id, slug };
}

/** Renames a shelf or moves it with all below it. Refuses: catalog.categoryGone, catalog.categoryInItself, catalog.slugTaken. */
export async function changeCategory(
  ctx: Context,
  id: CategoryId,
  { parentId, ...change }: CategoryInput,
): Promise<void> {
  const known = await allCategories(ctx);
  mustBe(known, id);
  if (Object.keys(change).length > 0) await refuseTaken(updateCategory(ctx, id, change));
  if (parentId !== undefined) {
    const parent = parentId === null ? undefined : mustBe(known, parentId);
    if (parent?.path.includes(id)) throw refuse.categoryInItself({ field: 'parentId' });
    await updateCategory(ctx, id, { parentId });
    await movePaths(ctx, id, [...(parent?.path ?? []), id]);
  }
  await refreshListing(ctx, await productsBelow(ctx, id));
  ctx.audit({ action: 'catalog.categoryChanged', on: { table: 'catalog.category', id } });
}

/** Takes an empty shelf down. Refuses: catalog.categoryGone, catalog.categoryInUse. */
export async function removeCategory(ctx: Context, id: CategoryId): Promise<void> {
  const known = await allCategories(ctx);
  mustBe(known, id);
  const products = await productsBelow(ctx, id);
  if (products.length > 0 || known.some((category) => category.parentId === id))
    throw refuse.categoryInUse({ products: products.length });
  await deleteCategory(ctx, id);
  ctx.audit({ action: 'catalog.categoryRemoved', on: { table: 'catalog.category', id } });
}

function mustBe(known: readonly CategoryRow[], id: CategoryId): CategoryRow {
  const category = known.find((one) => one.id === id);
  if (!category) throw refuse.categoryGone({ id });
  return category;
}
