import type { Context } from '#kernel/context.ts';
import { places } from './location.ts';
import type { Place } from './location.ts';
import { postEntry } from './post-entry.ts';
import type { Posted } from './post-entry.ts';
import { lockLines } from './queries-reservations.ts';
import { findEntryByKey, lockItems } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import { takeFrom, unitsIn } from './reservation.ts';
import type { LineQuantity, Reservation, Share } from './reservation.ts';
import type { Source } from './stock.ts';

export interface ShipInput {
  readonly source: Source;
  readonly lines: readonly LineQuantity[];
  readonly idemKey?: string;
}

/** Only what was promised for good can leave the house; a hold is not paid yet. */
const room = ({ state, open }: Reservation): number => (state === 'held' ? 0 : open);

/**
 * Posts promised goods from their shelves to the customer.
 *
 * Three statements: lock the promises, lock the shelves, write. The same source ships once; a second time changes
 * nothing. Refuses: inventory.notReserved, inventory.badQuantity.
 */
export async function shipReserved(ctx: Context, { source, lines, idemKey }: ShipInput): Promise<Posted> {
  const key = idemKey ?? `ship:${source.type}:${source.id}`;
  if (lines.length === 0 || lines.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity <= 0)) {
    throw refuse.badQuantity({ field: 'quantity' });
  }
  const reservations = await lockLines(
    ctx,
    lines.map(({ ref }) => ref),
  );
  const shares: Share[] = [];
  for (const { ref, quantity } of lines) {
    const mine = reservations.filter(({ lineRef }) => lineRef === ref);
    const taken = takeFrom(mine, quantity, room);
    if (!taken) {
      const before = await findEntryByKey(ctx, key);
      if (before) return { kind: 'replayed', entryId: before };
      throw refuse.notReserved({ ref, wanted: quantity, available: unitsIn(mine, room) });
    }
    shares.push(...taken);
  }
  const items = await lockItems(ctx, [...new Set(shares.map(({ reservation }) => reservation.itemId))]);
  const placeOf = ({ itemId, locationId }: Reservation): Place => {
    const shelf = items.get(itemId)?.shelves.find((one) => one.locationId === locationId);
    return { id: locationId, physical: true, sells: shelf?.sells ?? false };
  };
  return postEntry(ctx, items, {
    kind: 'sale',
    source,
    idemKey: key,
    transfers: shares.map(({ reservation, quantity }) => ({
      itemId: reservation.itemId,
      from: placeOf(reservation),
      to: places.customer,
      quantity,
      promised: true,
    })),
    claims: shares.map(({ reservation, quantity }) => ({
      id: reservation.id,
      shipped: quantity,
      returned: 0,
    })),
  });
}
