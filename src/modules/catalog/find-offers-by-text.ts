import type { Context } from '#kernel/context.ts';
import { selectOfferIdsByText } from './queries-offers.ts';
import type { OfferId } from './tables.ts';

/** The shop's offers whose SKU, barcode or title has these words, whatever their status, for staff lists of other modules. Shape: no order, at most `limit`. */
export async function findOffersByText(ctx: Context, words: string, limit: number): Promise<OfferId[]> {
  return selectOfferIdsByText(ctx, words, limit);
}
