import type { Context } from '#kernel/context.ts';
import { getPlace } from './get-place.ts';
import { places } from './location.ts';
import type { Place } from './location.ts';
import { postEntry } from './post-entry.ts';
import type { Posted } from './post-entry.ts';
import { lockLines } from './queries-reservations.ts';
import { findEntryByKey, lockItems } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import { takeFrom, unitsIn } from './reservation.ts';
import type { LineQuantity, Reservation } from './reservation.ts';
import type { LocationId, Source } from './stock.ts';

/** What becomes of goods that come back: on the shelf again, to be looked at, or thrown away. */
export type ReturnOutcome = 'restock' | 'quarantine' | 'scrap';

export interface ReturnInput {
  readonly source: Source;
  readonly lines: readonly (LineQuantity & { readonly outcome: ReturnOutcome })[];
  /** Where restocked goods go; the main warehouse unless told. */
  readonly locationId?: LocationId | undefined;
  readonly idemKey?: string;
}

const room = ({ shipped, returned }: Reservation): number => shipped - returned;

/**
 * Takes shipped goods back from the customer; a kit comes back as its parts, as it was shipped.
 *
 * The same source counts once. Refuses: inventory.notShipped, inventory.badQuantity, inventory.unknownLocation.
 */
export async function returnStock(ctx: Context, input: ReturnInput): Promise<Posted> {
  const { source, lines } = input;
  const idemKey = input.idemKey ?? `return:${source.type}:${source.id}`;
  if (lines.length === 0 || lines.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity <= 0)) {
    throw refuse.badQuantity({ field: 'quantity' });
  }
  const shelf = await getPlace(ctx, input.locationId);
  const destination: Record<ReturnOutcome, Place> = {
    restock: shelf,
    quarantine: places.quarantine,
    scrap: places.loss,
  };
  const reservations = await lockLines(
    ctx,
    lines.map(({ ref }) => ref),
  );
  const used = new Map<string, number>();
  const left = (r: Reservation): number => room(r) - (used.get(r.id) ?? 0);
  const shares = [];
  for (const { ref, quantity, outcome } of lines) {
    const mine = reservations.filter(({ lineRef }) => lineRef === ref);
    const taken = takeFrom(mine, quantity, left);
    if (!taken) {
      const before = await findEntryByKey(ctx, idemKey);
      if (before) return { kind: 'replayed', entryId: before };
      throw refuse.notShipped({ ref, wanted: quantity, available: unitsIn(mine, left) });
    }
    for (const share of taken)
      used.set(share.reservation.id, (used.get(share.reservation.id) ?? 0) + share.quantity);
    shares.push(...taken.map((share) => ({ ...share, to: destination[outcome] })));
  }
  const items = await lockItems(ctx, [...new Set(shares.map(({ reservation }) => reservation.itemId))]);
  return postEntry(ctx, items, {
    kind: 'return',
    source,
    idemKey,
    transfers: shares.map(({ reservation: { itemId }, quantity, to }) => ({
      itemId,
      from: places.customer,
      to,
      quantity,
    })),
    claims: [...used].map(([id, returned]) => ({ id, shipped: 0, returned })),
  });
}
