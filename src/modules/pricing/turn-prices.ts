import type { Context } from '#kernel/context.ts';
import { facts } from './facts.ts';
import { selectDueTurns, selectPriceRows, takeTurns } from './queries.ts';
import { refreshPrices } from './refresh-prices.ts';

const batch = 200;

/**
 * Shows the prices whose planned moment has come, and writes them into the history with that moment.
 *
 * Shape: how many offers changed; as many as a batch means that there may be more. Announces: pricing.changed.
 */
export async function turnPrices(ctx: Context): Promise<number> {
  const due = await selectDueTurns(ctx, batch);
  const [first] = due;
  if (!first) return 0;
  const offerIds = [...new Set(due.map(({ offerId }) => offerId))];
  await takeTurns(ctx, offerIds);
  // Every offer from the moment of its own turn: one that was up to date has nothing to add before it.
  const since = new Date(first.turnsAt.getTime() - 1);
  await refreshPrices(ctx, offerIds, await selectPriceRows(ctx, offerIds, since), since);
  ctx.emit(facts.changed({ offerIds }));
  return due.length;
}

export const isFullBatch = (turned: number): boolean => turned >= batch;
