import type { OfferId } from '#modules/catalog/index.ts';
import type { ItemId, LocationId, ReservationId } from './stock.ts';

/** held → committed → allocated → picked → consumed; or released, or expired. */
export const openStates = ['held', 'committed', 'allocated', 'picked'] as const;
export const reservationStates = [...openStates, 'consumed', 'released', 'expired'] as const;
export type ReservationState = (typeof reservationStates)[number];

/** Goods on one shelf that are promised to one line of one checkout or order. Units: the item's scale. */
export interface Reservation {
  readonly id: ReservationId;
  readonly holder: string;
  readonly lineRef: string;
  readonly offerId: OfferId;
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  /** How much of the item one unit of the offer takes; more than one for parts of kits. */
  readonly perUnit: number;
  readonly quantity: number;
  readonly open: number;
  readonly shipped: number;
  readonly returned: number;
  readonly state: ReservationState;
}

/** A part of a line, in units of the offer that was sold. */
export interface LineQuantity {
  readonly ref: string;
  readonly quantity: number;
}

export interface Share {
  readonly reservation: Reservation;
  readonly quantity: number;
}

/**
 * Takes units of a line from its reservations, item by item, so that a kit is always taken whole.
 *
 * Shape: undefined when some part has less than is asked for.
 */
export function takeFrom(
  reservations: readonly Reservation[],
  units: number,
  room: (reservation: Reservation) => number,
): Share[] | undefined {
  const shares: Share[] = [];
  const itemIds = [...new Set(reservations.map(({ itemId }) => itemId))];
  if (itemIds.length === 0) return undefined;
  for (const itemId of itemIds) {
    const mine = reservations.filter((reservation) => reservation.itemId === itemId);
    let missing = units * (mine[0]?.perUnit ?? 0);
    for (const reservation of mine) {
      const quantity = Math.min(missing, room(reservation));
      if (quantity > 0) shares.push({ reservation, quantity });
      missing -= quantity;
    }
    if (missing > 0) return undefined;
  }
  return shares;
}

/** How many whole units of the offer the reservations still have room for. */
export function unitsIn(
  reservations: readonly Reservation[],
  room: (reservation: Reservation) => number,
): number {
  const byItem = Map.groupBy(reservations, ({ itemId }) => itemId);
  const units = [...byItem.values()].map((mine) =>
    Math.floor(mine.reduce((sum, reservation) => sum + room(reservation), 0) / (mine[0]?.perUnit ?? 1)),
  );
  return units.length === 0 ? 0 : Math.min(...units);
}
