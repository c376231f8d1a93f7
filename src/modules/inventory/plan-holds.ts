import type { OfferId } from '#modules/catalog/index.ts';
import { freeOf } from './stock.ts';
import type { ItemId, LocationId, LockedItem } from './stock.ts';

/** One line of a basket: so many of an offer. Units: the offer's unit, at its item's scale. */
export interface Demand {
  readonly ref: string;
  readonly offerId: OfferId;
  readonly quantity: number;
}

/** What one unit of an offer takes from the shelves: itself, or the parts of a kit. */
export interface Part {
  readonly offerId: OfferId;
  readonly itemId: ItemId;
  readonly perUnit: number;
}

export interface Hold {
  readonly ref: string;
  readonly offerId: OfferId;
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  readonly perUnit: number;
  readonly quantity: number;
}

export interface ShortLine {
  readonly ref: string;
  readonly offerId: OfferId;
  readonly wanted: number;
  readonly available: number;
}

export type HoldPlan =
  | { readonly kind: 'planned'; readonly holds: readonly Hold[] }
  | { readonly kind: 'short'; readonly lines: readonly ShortLine[] };

/**
 * Decides which shelves a basket takes its goods from.
 *
 * Kits are taken apart and demand is summed per item before anything is compared: two lines that share an item share
 * what is there (medusa#16502). One place that has the whole basket comes first, then one place that has all of an
 * item, then several by priority: fewer parcels.
 */
export function planHolds(
  demand: readonly Demand[],
  parts: readonly Part[],
  items: ReadonlyMap<ItemId, LockedItem>,
): HoldPlan {
  const partsByOffer = Map.groupBy(parts, ({ offerId }) => offerId);
  const lines = shortLines(demand, partsByOffer, items);
  if (lines.length > 0) return { kind: 'short', lines };

  const wanted = new Map<ItemId, number>();
  for (const line of demand) {
    for (const { itemId, perUnit } of partsByOffer.get(line.offerId) ?? []) {
      wanted.set(itemId, (wanted.get(itemId) ?? 0) + line.quantity * perUnit);
    }
  }
  const picks = pickShelves(wanted, items);
  const holds = demand.flatMap((line) =>
    (partsByOffer.get(line.offerId) ?? []).flatMap((part) =>
      take(picks.get(part.itemId) ?? [], line.quantity * part.perUnit).map((pick) => ({
        ref: line.ref,
        ...part,
        ...pick,
      })),
    ),
  );
  return { kind: 'planned', holds };
}

/** First come, first served within the basket: the lines for which nothing is left, and what they could still have. */
function shortLines(
  demand: readonly Demand[],
  partsByOffer: ReadonlyMap<OfferId, readonly Part[]>,
  items: ReadonlyMap<ItemId, LockedItem>,
): ShortLine[] {
  const left = new Map([...items].map(([itemId, item]) => [itemId, freeOf(item)]));
  return demand.flatMap(({ ref, offerId, quantity }) => {
    const mine = partsByOffer.get(offerId) ?? [];
    const available =
      mine.length === 0
        ? 0
        : Math.min(...mine.map((part) => Math.floor((left.get(part.itemId) ?? 0) / part.perUnit)));
    if (available < quantity) return [{ ref, offerId, wanted: quantity, available }];
    for (const part of mine) left.set(part.itemId, (left.get(part.itemId) ?? 0) - quantity * part.perUnit);
    return [];
  });
}

interface Pick {
  readonly locationId: LocationId;
  quantity: number;
}

function pickShelves(
  wanted: ReadonlyMap<ItemId, number>,
  items: ReadonlyMap<ItemId, LockedItem>,
): Map<ItemId, Pick[]> {
  const shelvesOf = (itemId: ItemId) =>
    (items.get(itemId)?.shelves ?? [])
      .filter((shelf) => shelf.sells && shelf.onHand > shelf.reserved)
      .map((shelf) => ({ ...shelf, free: shelf.onHand - shelf.reserved }))
      .toSorted((a, b) => a.priority - b.priority || (a.locationId < b.locationId ? -1 : 1));
  const hasAll = (locationId: LocationId): boolean =>
    [...wanted].every(([itemId, quantity]) =>
      shelvesOf(itemId).some((shelf) => shelf.locationId === locationId && shelf.free >= quantity),
    );
  const first = [...wanted.keys()]
    .flatMap((itemId) => shelvesOf(itemId))
    .find((shelf) => hasAll(shelf.locationId));

  const picks = new Map<ItemId, Pick[]>();
  for (const [itemId, quantity] of wanted) {
    const shelves = shelvesOf(itemId);
    const one =
      shelves.find((shelf) => shelf.locationId === first?.locationId) ??
      shelves.find((shelf) => shelf.free >= quantity);
    const chosen = (one ? [one] : shelves).map(({ locationId, free }) => ({ locationId, quantity: free }));
    picks.set(itemId, chosen);
  }
  return picks;
}

/** Takes a quantity off the picks, first pick first. */
function take(picks: Pick[], quantity: number): { locationId: LocationId; quantity: number }[] {
  const taken: { locationId: LocationId; quantity: number }[] = [];
  let missing = quantity;
  for (const pick of picks) {
    const part = Math.min(missing, pick.quantity);
    if (part === 0) continue;
    taken.push({ locationId: pick.locationId, quantity: part });
    pick.quantity -= part;
    missing -= part;
  }
  return taken;
}
