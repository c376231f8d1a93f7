import type { Prover } from '#kernel/module.ts';
import { selectStaleTurns, selectUntoldPrices } from './queries-prove.ts';

/** Every price that holds is the last word of the history, and no planned change was missed. */
export const pricesProver: Prover = {
  name: 'prices',
  says: 'what offers cost now is what the price history says, and no planned price was missed',
  prove: async (ctx) => {
    const untold = await selectUntoldPrices(ctx);
    const stale = await selectStaleTurns(ctx);
    return [
      ...(untold.length > 0 ? [{ says: 'Prices hold that the history does not know.', rows: untold }] : []),
      ...(stale.length > 0 ? [{ says: 'Planned prices were not shown in time.', rows: stale }] : []),
    ];
  },
};
