import type { Context } from '#kernel/context.ts';
import { setListingPrice } from '#modules/catalog/index.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { askedAt, isBase, turnsOf } from './price.ts';
import type { PriceRow } from './price.ts';
import { insertHistory, replaceTurns, selectLastMoments, selectPrices } from './queries.ts';
import type { PriceMoment, Turn } from './queries.ts';

/**
 * Brings everything that follows from prices up to this moment: the history, the listing, the next moment of change.
 *
 * `rows` are the prices of these offers that hold or begin after `since`; what changed at a planned moment is written
 * into the history with that moment, however late this runs.
 */
export async function refreshPrices(
  ctx: Context,
  offerIds: readonly OfferId[],
  rows: readonly PriceRow[],
  since: Date,
): Promise<void> {
  const slots = [...Map.groupBy(rows.filter(isBase), (row) => `${row.offerId} ${row.currency}`).values()];
  const last = new Map(
    (await selectLastMoments(ctx, offerIds)).map((moment) => [
      `${moment.offerId} ${moment.currency}`,
      moment,
    ]),
  );
  await insertHistory(
    ctx,
    slots.flatMap((slot) => momentsOf(slot, last.get(slotName(slot)), since, ctx.now)),
  );
  const turns = slots.flatMap((slot): Turn[] => {
    const [next] = turnsOf(slot, ctx.now);
    const [first] = slot;
    return next && first ? [{ offerId: first.offerId, currency: first.currency, turnsAt: next }] : [];
  });
  await replaceTurns(ctx, offerIds, turns);
  for (const currency of new Set(slots.flatMap((slot) => slot[0]?.currency ?? [])))
    await showPrices(ctx, offerIds, currency);
}

const slotName = (slot: readonly PriceRow[]): string => `${slot[0]?.offerId} ${slot[0]?.currency}`;

/** What the history lacks: the price at `since`, and after each planned moment up to now. */
function momentsOf(
  slot: readonly PriceRow[],
  last: PriceMoment | undefined,
  since: Date,
  now: Date,
): PriceMoment[] {
  const [first] = slot;
  if (!first) return [];
  const { offerId, currency } = first;
  // What history knows is not told again: one offer of a batch may be further on than another.
  const from = last && last.effectiveAt > since ? last.effectiveAt : since;
  let known: Pick<PriceMoment, 'amountMinor' | 'compareAtMinor'> | undefined = last;
  return [from, ...turnsOf(slot, from).filter((at) => at <= now)].flatMap((effectiveAt) => {
    const asked = askedAt(slot, effectiveAt);
    if (!asked) return [];
    if (known?.amountMinor === asked.amountMinor && known.compareAtMinor === asked.compareAtMinor) return [];
    known = asked;
    return [{ offerId, currency, effectiveAt, ...asked }];
  });
}

async function showPrices(ctx: Context, offerIds: readonly OfferId[], currency: string): Promise<void> {
  const prices = await selectPrices(ctx, offerIds, { currency });
  const shown = [...prices].map(([offerId, price]) => ({ offerId, currency, ...price }));
  if (shown.length > 0) await setListingPrice(ctx, shown);
}
