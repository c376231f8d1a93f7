import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { selectFreeOf } from './queries-window.ts';

/**
 * How many units of each offer could be sold right now; of a kit, as many as its scarcest part allows.
 *
 * A hint for showing, not a promise: only `reserve` promises. Units: whole numbers at the scale of the offer's item.
 * Shape: every offer asked for is in the map; 0 when it never had stock.
 */
export async function availability(
  ctx: Context,
  offerIds: readonly OfferId[],
): Promise<Map<OfferId, number>> {
  if (offerIds.length === 0) return new Map();
  const found = new Map((await selectFreeOf(ctx, offerIds)).map(({ offerId, free }) => [offerId, free]));
  return new Map(offerIds.map((offerId) => [offerId, found.get(offerId) ?? 0]));
}
