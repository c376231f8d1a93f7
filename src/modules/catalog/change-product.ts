import type { Context } from '#kernel/context.ts';
import { cleanHtml } from './clean-html.ts';
import { productProblems } from './product-problems.ts';
import type { ProductInput } from './product.ts';
import { lockProduct, lockProductBySlug, redirectSlug, setOfferCondition, updateProduct } from './queries.ts';
import type { ProductRow } from './queries.ts';
import { refreshListing } from './queries-listing.ts';
import { refuse, refuseTaken } from './refuse.ts';
import { ensureCategory, saveAttributes, saveMemberships } from './save-taxonomy.ts';
import type { ProductId } from './tables.ts';
import { announceStatus } from './upsert-product.ts';

type ProductChange = Partial<Omit<ProductInput, 'options' | 'variants' | 'pictures'>>;

/**
 * Changes what is said about a product; what is not mentioned stays. A former address keeps leading here.
 *
 * Refuses: catalog.productGone, catalog.changedMeanwhile, catalog.notAProduct, catalog.slugTaken, catalog.wrongValue,
 * catalog.attributeGone. Announces: catalog.published, catalog.unpublished. Shape: the new version.
 */
export async function changeProduct(
  ctx: Context,
  id: ProductId,
  version: number,
  change: ProductChange,
): Promise<number> {
  const before = await mineToChange(ctx, id, version);
  const problems = productProblems({ title: before.title, ...change, variants: [{ options: [] }] });
  if (problems.length > 0) throw refuse.notAProduct({ field: problems[0]?.field, problems });

  if (change.slug !== undefined && change.slug !== before.slug) await rename(ctx, before, change.slug);
  const after = await refuseTaken(updateProduct(ctx, id, await headOf(ctx, change)));
  if (change.condition && change.condition !== before.condition)
    await setOfferCondition(ctx, id, change.condition);
  if (change.attributes) await saveAttributes(ctx, id, change.attributes, true);
  if (change.collections) await saveMemberships(ctx, id, change.collections);
  await refreshListing(ctx, [id]);
  announceStatus(ctx, id, before.status, change.status ?? before.status);
  ctx.audit({
    action: 'catalog.changed',
    on: { table: 'catalog.product', id },
    details: { fields: Object.keys(change).toSorted().join(' ') },
  });
  return after;
}

/** The product as it is now, kept from others until we are done. */
export async function mineToChange(ctx: Context, id: ProductId, version: number): Promise<ProductRow> {
  const product = await lockProduct(ctx, id);
  if (!product) throw refuse.productGone({ id });
  if (product.version !== version) throw refuse.changedMeanwhile({ version: product.version });
  return product;
}

async function rename(ctx: Context, product: ProductRow, slug: string): Promise<void> {
  if (await lockProductBySlug(ctx, slug)) throw refuse.slugTaken({ field: 'slug' });
  await redirectSlug(ctx, product.slug, slug, product.id);
}

async function headOf(ctx: Context, change: ProductChange): Promise<Parameters<typeof updateProduct>[2]> {
  const { title, slug, status, condition, tags, descriptionHtml, category } = change;
  const texts = (['vendor', 'productType', 'seoTitle', 'seoDescription'] as const).flatMap((field) =>
    change[field] === undefined ? [] : [[field, change[field]?.trim() || null]],
  );
  return {
    ...(title !== undefined && { title: title.replace(/\s+/g, ' ').trim() }),
    ...(slug !== undefined && { slug }),
    ...(status !== undefined && { status }),
    ...(condition !== undefined && { condition }),
    ...(tags !== undefined && {
      tags: [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    }),
    ...(descriptionHtml !== undefined && { descriptionHtml: cleanHtml(descriptionHtml) }),
    ...(category !== undefined && { categoryId: await ensureCategory(ctx, category) }),
    ...(Object.fromEntries(texts) as Partial<
      Pick<ProductRow, 'vendor' | 'productType' | 'seoTitle' | 'seoDescription'>
    >),
  };
}
