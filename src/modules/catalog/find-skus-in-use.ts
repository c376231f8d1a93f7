import type { Context } from '#kernel/context.ts';
import { findSkuOwners } from './queries.ts';

/** Which of these SKUs the shop's own products already have. Shape: address of the product by SKU. */
export async function findSkusInUse(ctx: Context, skus: readonly string[]): Promise<Map<string, string>> {
  if (skus.length === 0) return new Map();
  return new Map((await findSkuOwners(ctx, skus)).map(({ sku, slug }) => [sku, slug]));
}
