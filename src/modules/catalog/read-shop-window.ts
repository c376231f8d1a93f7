import type { Context } from '#kernel/context.ts';
import { presentProduct } from './get-product.ts';
import type { Product } from './product.ts';
import { findDetails } from './queries-detail.ts';
import type { ProductId } from './tables.ts';

interface WindowPortion {
  readonly products: readonly Product[];
  /** Where to go on; null at the end. A portion may be empty and still have a next one. */
  readonly next: ProductId | null;
}

/**
 * What is on sale, in portions, each product as its own page shows it: for feeds that must say what the page says.
 *
 * Shape: in order of id; drafts and archived products are left out.
 */
export async function readShopWindow(
  ctx: Context,
  { after, limit = 100 }: { readonly after: ProductId | null; readonly limit?: number },
): Promise<WindowPortion> {
  const rows = await findDetails(ctx, { after, limit });
  return {
    products: rows.filter(({ status }) => status === 'active').map((row) => presentProduct(ctx, row)),
    next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
  };
}
