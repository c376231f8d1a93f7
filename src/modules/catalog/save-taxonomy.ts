import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { kindOf, storedValue } from './attribute-value.ts';
import type { AttributeInput, AttributeValue, ProductInput } from './product.ts';
import {
  allAttributes,
  allCategories,
  allCollections,
  insertAttribute,
  insertCategory,
  insertCollection,
  replaceAttributes,
  replaceMemberships,
  updateAttribute,
} from './queries-taxonomy.ts';
import { refuse } from './refuse.ts';
import { freeSlug, slugOf } from './slug.ts';
import type { AttributeId, CategoryId, CollectionId, ProductId } from './tables.ts';

/** Finds a shelf by its titles from the root down, and makes what is missing. Shape: null for no titles. */
export async function ensureCategory(ctx: Context, titles: readonly string[]): Promise<CategoryId | null> {
  if (titles.length === 0) return null;
  const known = await allCategories(ctx);
  const taken = new Set(known.map((category) => category.slug));
  let parent: { id: CategoryId; path: readonly string[] } | undefined;
  for (const title of titles) {
    const here = known.find(
      (category) => category.title === title && category.parentId === (parent?.id ?? null),
    );
    if (here) {
      parent = here;
      continue;
    }
    const id = newId<CategoryId>();
    const slug = freeSlug(slugOf(title) || 'category', taken);
    const siblings = known.filter((category) => category.parentId === (parent?.id ?? null));
    const made = {
      id,
      parentId: parent?.id ?? null,
      slug,
      title,
      position: siblings.length,
      path: [...(parent?.path ?? []), id],
    };
    taken.add(slug);
    await insertCategory(ctx, made);
    parent = made;
  }
  return parent?.id ?? null;
}

/** Puts a product into exactly these collections, by address or title, and makes what is missing. */
export async function saveMemberships(
  ctx: Context,
  productId: ProductId,
  wanted: NonNullable<ProductInput['collections']>,
): Promise<void> {
  const known = wanted.length > 0 ? await allCollections(ctx) : [];
  const ids: CollectionId[] = [];
  for (const one of wanted) {
    const { slug, title } = typeof one === 'string' ? { slug: slugOf(one) || 'collection', title: one } : one;
    const here = known.find((collection) => collection.slug === slug);
    const id = here?.id ?? newId<CollectionId>();
    if (!here) {
      const made = { id, slug, title, description: '', mediaId: null, position: known.length };
      await insertCollection(ctx, made);
      known.push({ ...made, tenantId: ctx.tenant.id });
    }
    ids.push(id);
  }
  await replaceMemberships(ctx, productId, [...new Set(ids)]);
}

/**
 * Gives a product exactly these attributes; unknown ones are defined from the value (short texts, numbers and yes/no can be filtered by).
 *
 * `strict` is for people at a form: a choice that is not on the list is refused there and added for imports.
 * Refuses: catalog.wrongValue.
 */
export async function saveAttributes(
  ctx: Context,
  productId: ProductId,
  wanted: Readonly<Record<string, AttributeValue | AttributeInput>>,
  strict = false,
): Promise<void> {
  const entries = Object.entries(wanted);
  const known = entries.length > 0 ? await allAttributes(ctx) : [];
  const values: { attributeId: AttributeId; value: string }[] = [];
  for (const [code, given] of entries) {
    const input: AttributeInput = typeof given === 'object' ? given : { value: given };
    const definition = known.find((attribute) => attribute.code === code);
    if (!definition && strict) throw refuse.attributeGone({ field: `attributes.${code}` });
    const kind = definition?.kind ?? input.kind ?? kindOf(input.value);
    const value = storedValue(input.value, kind);
    if (value === undefined) throw refuse.wrongValue({ field: `attributes.${code}`, kind });
    const id = definition?.id ?? newId<AttributeId>();
    if (!definition) {
      const label = input.label ?? (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll(/[_-]/g, ' ');
      const filterable = input.filterable ?? (kind !== 'text' || value.length <= 40);
      await insertAttribute(ctx, {
        id,
        code,
        label,
        kind,
        unit: input.unit ?? null,
        choices: kind === 'choice' ? [value] : [],
        filterable,
        position: known.length,
      });
      known.push({
        tenantId: ctx.tenant.id,
        id,
        code,
        label,
        kind,
        unit: input.unit ?? null,
        choices: [value],
        filterable,
        position: known.length,
      });
    } else if (kind === 'choice' && !definition.choices.includes(value)) {
      if (strict) throw refuse.wrongValue({ field: `attributes.${code}`, choices: definition.choices });
      definition.choices.push(value);
      await updateAttribute(ctx, id, { choices: definition.choices });
    }
    values.push({ attributeId: id, value });
  }
  await replaceAttributes(ctx, productId, values);
}
