import type { Id } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';

export type ItemId = Id<'item'>;
export type LocationId = Id<'location'>;
export type EntryId = Id<'stockEntry'>;
export type ReservationId = Id<'reservation'>;
export type TransferId = Id<'stockTransfer'>;

/** Lots and owners are told apart by no verb yet; their columns are there so that no key has to change for them. */
export const noLot = '00000000-0000-0000-0000-000000000000';
export const noOwner = noLot;

export const entryKinds = ['receipt', 'sale', 'return', 'adjustment', 'count', 'move', 'import'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Why stock was corrected: a code, never a note, because notes about goods turn into notes about people. */
export const reasons = ['damaged', 'lost', 'found', 'counted', 'correction', 'sample', 'import'] as const;
export type Reason = (typeof reasons)[number];

/** The thing that moved stock, by its type and id: `{ type: 'fulfilment', id }`. */
export interface Source {
  readonly type: string;
  readonly id: string;
}

/** The stock side of an offer. Units: quantities are whole numbers of 10^-scale of the offer's unit. */
export interface Item {
  readonly id: ItemId;
  readonly offerId: OfferId;
  readonly scale: number;
  /** At this many or fewer left, staff are told. */
  readonly lowAt: number;
  /** Kept back from sale. */
  readonly safety: number;
}

/** One shelf: an item at a place, read under its lock. */
export interface Shelf {
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  readonly physical: boolean;
  /** Stock here may be promised to buyers. */
  readonly sells: boolean;
  readonly priority: number;
  readonly onHand: number;
  readonly reserved: number;
}

/** An item whose shelves are all locked. */
export interface LockedItem extends Item {
  /** Some kit needs it. */
  readonly inKits: boolean;
  readonly shelves: readonly Shelf[];
}

export const shelfKey = (row: { readonly itemId: ItemId; readonly locationId: LocationId }): string =>
  `${row.itemId} ${row.locationId}`;

/** What can still be promised of an item. Units: the item's scale. Shape: never negative. */
export function freeOf(item: LockedItem): number {
  const free = item.shelves
    .filter((shelf) => shelf.sells)
    .reduce((sum, shelf) => sum + shelf.onHand - shelf.reserved, 0);
  return Math.max(0, free - item.safety);
}

/** From this many down, the shop window says how many are left. */
export const lastFew = 5;

/** What the shop window says about so many free units: sold out, one of the last few, or just available. */
export interface Window {
  readonly available: boolean;
  readonly left: number | null;
}

export const windowOf = (free: number, scale: number): Window => ({
  available: free > 0,
  left: scale === 0 && free <= lastFew ? free : null,
});

/** Quantities are whole and exact; anything else is our bug. */
export function assertWhole(quantity: number): void {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`not a whole quantity: ${quantity}`);
}
