import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { facts } from './facts.ts';
import { endPrice as endPriceRow, selectOfferOf, selectPriceRows, takeTurns } from './queries.ts';
import { refreshPrices } from './refresh-prices.ts';
import { refuse } from './refuse.ts';
import type { PriceId } from './tables.ts';

/**
 * Ends a temporary price now, or forgets one that has not begun; the lasting price holds again.
 *
 * Refuses: pricing.unknownPrice. Announces: pricing.changed.
 */
export async function endPrice(ctx: Context, id: PriceId): Promise<OfferId> {
  const offerId = await selectOfferOf(ctx, id);
  if (!offerId) throw refuse.unknownPrice();
  await takeTurns(ctx, [offerId]);
  if (!(await endPriceRow(ctx, id))) throw refuse.unknownPrice();
  await refreshPrices(ctx, [offerId], await selectPriceRows(ctx, [offerId], ctx.now), ctx.now);
  ctx.emit(facts.changed({ offerIds: [offerId] }));
  ctx.audit({ action: 'pricing.priceEnded', on: { table: 'pricing.price', id } });
  return offerId;
}
