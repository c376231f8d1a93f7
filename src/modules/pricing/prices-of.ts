import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { selectPrices } from './queries.ts';
import type { PriceNow, PriceQuestion } from './queries.ts';

/**
 * What these offers cost at this moment, in one statement; cart and checkout read prices here and nowhere else.
 *
 * Units: minor units of the currency. Shape: an offer without a price in this currency is absent from the map;
 * `lowest30Minor` is there for reductions only: the lowest price of the 30 days before the reduction began.
 */
export const pricesOf = (
  ctx: Context,
  offerIds: readonly OfferId[],
  currency: string,
  more: Omit<PriceQuestion, 'currency'> = {},
): Promise<Map<OfferId, PriceNow>> => selectPrices(ctx, [...new Set(offerIds)], { currency, ...more });
