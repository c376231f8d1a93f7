import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { cleanHtml } from './clean-html.ts';
import { facts } from './facts.ts';
import { productProblems } from './product-problems.ts';
import type { ProductInput, SavedProduct } from './product.ts';
import { insertProduct, lockProductBySlug, setOfferCondition, takenSlugs, updateProduct } from './queries.ts';
import type { ProductRow } from './queries.ts';
import { refreshListing } from './queries-listing.ts';
import { mediaOf } from './queries-media.ts';
import { refuse, refuseTaken } from './refuse.ts';
import { savePictures } from './save-pictures.ts';
import { ensureCategory, saveAttributes, saveMemberships } from './save-taxonomy.ts';
import { saveVariants } from './save-variants.ts';
import { freeSlug, slugOf } from './slug.ts';
import type { ProductId } from './tables.ts';

/**
 * Stores a whole product: makes it, or brings the one at the same address in line with what is given.
 *
 * Fields that are not given stay as they are; variants are replaced as a whole. Categories, collections and attributes
 * that do not exist yet are made. Prices and stock belong to pricing and inventory: set them on the returned offers.
 * Refuses: catalog.notAProduct, catalog.skuTaken, catalog.wrongValue. Announces: catalog.published, catalog.unpublished.
 */
export async function upsertProduct(ctx: Context, input: ProductInput): Promise<SavedProduct> {
  const problems = productProblems(input);
  if (problems.length > 0) throw refuse.notAProduct({ field: problems[0]?.field, problems });

  const before = input.slug ? await lockProductBySlug(ctx, input.slug) : undefined;
  const id = before?.id ?? newId<ProductId>();
  const slug = before?.slug ?? input.slug ?? (await newSlug(ctx, input.title));
  const head = {
    ...headOf(input, before),
    ...(input.category && { categoryId: await ensureCategory(ctx, input.category) }),
  };
  if (before) await updateProduct(ctx, id, head);
  else await refuseTaken(insertProduct(ctx, { ...head, id, slug }));
  if (before && before.condition !== head.condition) await setOfferCondition(ctx, id, head.condition);

  const pictures = input.pictures
    ? await savePictures(ctx, id, input.pictures)
    : (await mediaOf(ctx, id)).map((media) => media.id);
  const offers = await saveVariants(
    ctx,
    { id, condition: head.condition, pictures },
    input.options ?? [],
    input.variants,
  );
  if (input.attributes) await saveAttributes(ctx, id, input.attributes);
  if (input.collections) await saveMemberships(ctx, id, input.collections);
  await refreshListing(ctx, [id]);
  announceStatus(ctx, id, before?.status, head.status);
  return { productId: id, slug, created: !before, offers };
}

/** The first free address for a title. */
async function newSlug(ctx: Context, title: string, except?: ProductId): Promise<string> {
  const base = slugOf(title) || 'product';
  return freeSlug(base, await takenSlugs(ctx, base, except));
}

function headOf(
  input: ProductInput,
  before: ProductRow | undefined,
): Omit<ProductRow, 'tenantId' | 'id' | 'slug' | 'version' | 'createdAt' | 'updatedAt'> {
  const text = (given: string | null | undefined, old: string | null | undefined): string | null =>
    given === undefined ? (old ?? null) : given?.replace(/\s+/g, ' ').trim() || null;
  return {
    title: input.title.replace(/\s+/g, ' ').trim(),
    descriptionHtml:
      input.descriptionHtml === undefined
        ? (before?.descriptionHtml ?? '')
        : cleanHtml(input.descriptionHtml),
    vendor: text(input.vendor, before?.vendor),
    productType: text(input.productType, before?.productType),
    tags: [
      ...new Set((input.tags ?? before?.tags ?? []).map((tag) => tag.trim()).filter((tag) => tag !== '')),
    ],
    status: input.status ?? before?.status ?? 'draft',
    condition: input.condition ?? before?.condition ?? 'new',
    categoryId: before?.categoryId ?? null,
    seoTitle: text(input.seoTitle, before?.seoTitle),
    seoDescription: text(input.seoDescription, before?.seoDescription),
  };
}

/** Tells others when a product comes into the shop window or leaves it. */
export function announceStatus(
  ctx: Context,
  productId: ProductId,
  before: string | undefined,
  after: string,
): void {
  if (after === 'active' && before !== 'active') ctx.emit(facts.published({ productId }));
  if (before === 'active' && after !== 'active') ctx.emit(facts.unpublished({ productId }));
}
