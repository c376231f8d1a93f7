import type { Context } from '#kernel/context.ts';
import type { Finding, Prover } from '#kernel/module.ts';
import {
  selectChangeable,
  selectDrift,
  selectEntryChunk,
  selectItemChunk,
  selectOddKits,
  selectQuietItems,
  selectUneven,
} from './queries-proof.ts';
import { selectFreeAround } from './queries-window.ts';
import type { OfferFree } from './queries-window.ts';
import { windowOf } from './stock.ts';
import type { EntryId, ItemId } from './stock.ts';

const chunk = 1000;

/** The stock ledger's promises I1–I4, kept for every entry and every shelf. Drift is reported with its rows, never repaired. */
export const stockProver: Prover = {
  name: 'stock',
  says: 'every movement sums to zero, every shelf is the sum of its movements, and everything promised is there',
  prove: async (ctx) => [
    ...finding('Stock entries do not sum to zero.', await uneven(ctx)),
    ...finding('The stock ledger can be changed after the fact.', await selectChangeable(ctx)),
    ...finding('Shelves differ from their movements or from what is promised on them.', await drift(ctx)),
    ...finding('The shop window does not say what is on the shelf.', await untold(ctx)),
    ...finding('Kits have stock of their own, or items have no shelf.', await selectOddKits(ctx)),
  ],
};

const finding = (says: string, rows: readonly string[]): Finding[] =>
  rows.length > 0 ? [{ says, rows }] : [];

async function uneven(ctx: Context): Promise<string[]> {
  const rows: string[] = [];
  for (let after: EntryId | null = null; ;) {
    const until: EntryId | null = await selectEntryChunk(ctx, after, chunk);
    if (until === null) return rows;
    rows.push(...(await selectUneven(ctx, after, until)));
    after = until;
  }
}

async function drift(ctx: Context): Promise<string[]> {
  const rows: string[] = [];
  for (let after: ItemId | null = null; ;) {
    const until: ItemId | null = await selectItemChunk(ctx, after, chunk);
    if (until === null) return rows;
    rows.push(...(await selectDrift(ctx, after, until)));
    after = until;
  }
}

/** How long a timed job may take to tell the window what two purchases at the same moment could not. */
const settledMs = 15 * 60_000;

async function untold(ctx: Context): Promise<string[]> {
  const rows: string[] = [];
  const since = new Date(ctx.now.getTime() - settledMs);
  for (let after: ItemId | null = null; ;) {
    const until: ItemId | null = await selectItemChunk(ctx, after, chunk);
    if (until === null) return rows;
    const offers = await selectFreeAround(ctx, await selectQuietItems(ctx, after, until, since));
    rows.push(
      ...offers
        .filter((offer) => !isTold(offer))
        .map(({ offerId, free }) => `shown ${offerId}: free ${free}`),
    );
    after = until;
  }
}

/** An offer that was never on the shelf need not be in the window. */
function isTold({ free, scale, told }: OfferFree): boolean {
  const now = windowOf(free, scale);
  return told ? told.available === now.available && told.left === now.left : !now.available;
}
