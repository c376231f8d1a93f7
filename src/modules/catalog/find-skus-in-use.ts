import type { Context } from '#kernel/context.ts';
import { findSkuOwners, findSlugs } from './queries.ts';

/** Which of these SKUs the shop's own products already have. Shape: address of the product by SKU. */
export async function findSkusInUse(ctx: Context, skus: readonly string[]): Promise<Map<string, string>> {
  if (skus.length === 0) return new Map();
  return new Map((await findSkuOwners(ctx, skus)).map(({ sku, slug }) => [sku, slug]));
}

/** Which of these addresses products already have. */
export async function findSlugsInUse(ctx: Context, slugs: readonly string[]): Promise<Set<string>> {
  return new Set(slugs.length > 0 ? await findSlugs(ctx, slugs) : []);
}
