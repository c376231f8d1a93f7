import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { MediaId, OfferId, ProductId, VariantId, Condition } from './tables.ts';
import type { SavedProduct, VariantInput } from './product.ts';
import {
  clearSkus,
  findSkuOwners,
  insertVariants,
  liveVariants,
  replaceOptions,
  retireVariants,
  updateVariants,
} from './queries.ts';
import type { LiveVariant } from './queries.ts';
import { refuse, refuseTaken } from './refuse.ts';

/**
 * Makes the variants of a product exactly these, in this order: known ones keep their ids, others are new, missing ones retire.
 *
 * A variant is known by its id, else by its SKU, else by its options, so that stock, prices and orders stay with it.
 * Refuses: catalog.skuTaken. Shape: offers in the order of the input.
 */
export async function saveVariants(
  ctx: Context,
  product: {
    readonly id: ProductId;
    readonly condition: Condition;
    readonly pictures: readonly (MediaId | undefined)[];
  },
  options: readonly { readonly name: string; readonly values?: readonly string[] }[],
  wanted: readonly VariantInput[],
): Promise<SavedProduct['offers']> {
  await refuseOthersSkus(ctx, product.id, wanted);
  const before = await liveVariants(ctx, product.id);
  const pairs = pairUp(before, wanted);
  const after = wanted.map((variant, position) =>
    merged(variant, pairs.get(variant), position, product.pictures),
  );
  const kept = new Set([...pairs.values()].map((variant) => variant.id));
  const retired = before.filter((variant) => !kept.has(variant.id));
  const known = after.filter((variant) => kept.has(variant.id));
  const fresh = after.filter((variant) => !kept.has(variant.id));
  const moving = before.filter(
    (old) => old.sku !== null && known.some((now) => now.id === old.id && now.sku !== old.sku),
  );

  if (retired.length > 0)
    await retireVariants(
      ctx,
      retired.map((variant) => variant.id),
    );
  if (moving.length > 0)
    await clearSkus(
      ctx,
      moving.map((variant) => variant.offerId),
    );
  if (known.length > 0) await refuseTaken(updateVariants(ctx, known));
  if (fresh.length > 0) await refuseTaken(insertVariants(ctx, product.id, product.condition, fresh));
  await replaceOptions(
    ctx,
    product.id,
    options.map((option, index) => ({
      name: option.name.trim(),
      values: valuesInUse(option.values, after, index),
    })),
  );
  return after.map(({ id, offerId, sku, options: chosen }) => ({
    offerId,
    variantId: id,
    sku,
    options: chosen,
  }));
}

async function refuseOthersSkus(
  ctx: Context,
  productId: ProductId,
  wanted: readonly VariantInput[],
): Promise<void> {
  const skus = wanted.flatMap((variant) => (variant.sku ? [variant.sku] : []));
  const owners = skus.length > 0 ? await findSkuOwners(ctx, skus) : [];
  const other = owners.find((owner) => owner.productId !== productId);
  if (other)
    throw refuse.skuTaken({
      field: `variants.${wanted.findIndex((variant) => variant.sku === other.sku)}.sku`,
      sku: other.sku,
      product: other.slug,
    });
}

function pairUp(
  before: readonly LiveVariant[],
  wanted: readonly VariantInput[],
): Map<VariantInput, LiveVariant> {
  const pairs = new Map<VariantInput, LiveVariant>();
  const free = new Set(before);
  const ladder: readonly ((old: LiveVariant, now: VariantInput) => boolean)[] = [
    (old, now) => now.id !== undefined && old.id === now.id,
    (old, now) => now.id === undefined && !!now.sku && old.sku === now.sku,
    (old, now) =>
      now.id === undefined &&
      old.options.join('\u0000') === now.options.join('\u0000') &&
      (!now.sku || !old.sku),
    (old, now) => now.id === undefined && old.options.join('\u0000') === now.options.join('\u0000'),
  ];
  for (const isSame of ladder) {
    for (const now of wanted) {
      if (pairs.has(now)) continue;
      const old = [...free].find((candidate) => isSame(candidate, now));
      if (!old) continue;
      pairs.set(now, old);
      free.delete(old);
    }
  }
  return pairs;
}

function merged(
  now: VariantInput,
  old: LiveVariant | undefined,
  position: number,
  pictures: readonly (MediaId | undefined)[],
): LiveVariant {
  const shown =
    now.picture === undefined ? old?.mediaId : now.picture === null ? null : pictures[now.picture];
  return {
    id: old?.id ?? newId<VariantId>(),
    offerId: old?.offerId ?? newId<OfferId>(),
    position,
    options: now.options.map((value) => value.trim()),
    sku: now.sku === undefined ? (old?.sku ?? null) : now.sku || null,
    gtin: now.gtin === undefined ? (old?.gtin ?? null) : now.gtin || null,
    weightGrams: now.weightGrams ?? old?.weightGrams ?? 0,
    requiresShipping: now.requiresShipping ?? old?.requiresShipping ?? true,
    taxClass: now.taxClass ?? old?.taxClass ?? 'standard',
    mediaId: shown ?? null,
  };
}

/** The option's values that variants have: first in the given order, then as they come. */
function valuesInUse(
  given: readonly string[] = [],
  variants: readonly LiveVariant[],
  index: number,
): string[] {
  const used = new Set(variants.map((variant) => variant.options[index] ?? ''));
  return [...new Set([...given.map((value) => value.trim()).filter((value) => used.has(value)), ...used])];
}
