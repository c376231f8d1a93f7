import type { Context } from '#kernel/context.ts';
import { findDetails } from './queries-detail.ts';
import type { DetailRow } from './queries-detail.ts';
import type { ProductId } from './tables.ts';

/** A product as it is stored, with everything that hangs on it and what it costs in the shop's currency. */
export type CatalogueEntry = DetailRow;

/**
 * The catalogue in portions, drafts and archived products included: for exports, feeds and sitemaps.
 *
 * Shape: in order of id; go on after the last id of a portion until one comes back short. Units: amounts in minor units.
 */
export async function readCatalogue(
  ctx: Context,
  { after = null, limit = 100 }: { readonly after?: ProductId | null; readonly limit?: number },
): Promise<CatalogueEntry[]> {
  return findDetails(ctx, { after, limit });
}
