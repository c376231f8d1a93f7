import type { Context } from '#kernel/context.ts';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { holdsAt } from './price.ts';
import type { PriceRow } from './price.ts';
import { selectPriceRows, selectHistory } from './queries.ts';
import type { PriceMoment } from './queries.ts';

/** The prices of an offer that hold now or are planned, soonest first. Shape: `current` marks those that hold now. */
export async function listPrices(
  ctx: Context,
  offerId: OfferId,
): Promise<(PriceRow & { current: boolean })[]> {
  const rows = await selectPriceRows(ctx, [offerId], ctx.now);
  return rows
    .filter((row) => row.to === null || row.to > ctx.now)
    .map((row) => ({ ...row, current: holdsAt(row, ctx.now) }))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());
}

/** What an offer asked over time, newest first. Shape: `next` is the cursor of the following page, null on the last. */
export async function listPriceHistory(
  ctx: Context,
  asked: { offerId: OfferId; currency: string; limit?: number | undefined; after?: string | undefined },
): Promise<{ items: PriceMoment[]; next: string | null }> {
  const limit = asked.limit ?? 50;
  const place = placeAfter(asked.after, 'instant', 'id');
  const after = place && { at: place[0], id: place[1] };
  const found = await selectHistory(ctx, { ...asked, limit: limit + 1, after });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? cursorOf([last.effectiveAt.toISOString(), last.id]) : null;
  return { items, next };
}
