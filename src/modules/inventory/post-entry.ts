import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Place } from './location.ts';
import { findEntryByKey, writeEntry } from './queries-stock.ts';
import type { ClaimChange, ShelfChange } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import { freeAfter, noticeChange } from './refresh-window.ts';
import { assertWhole, shelfKey } from './stock.ts';
import type { EntryId, EntryKind, ItemId, LocationId, LockedItem, Reason, Source } from './stock.ts';

/** So much of an item goes from one place to another; `claims`: it was promised there. */
export interface Transfer {
  readonly itemId: ItemId;
  readonly from: Place;
  readonly to: Place;
  readonly quantity: number;
  readonly promised?: boolean;
}

export interface Entry {
  readonly kind: EntryKind;
  readonly source: Source;
  readonly idemKey: string;
  readonly reason?: Reason;
  readonly occurredAt?: Date | undefined;
  readonly transfers: readonly Transfer[];
  readonly claims?: readonly ClaimChange[];
}

export type Posted =
  | { readonly kind: 'posted'; readonly entryId: EntryId }
  | { readonly kind: 'replayed'; readonly entryId: EntryId };

/**
 * Posts what was moved, on shelves that the caller has locked, together with balances and promises.
 *
 * Recorded order is the order of entry ids: they are UUIDv7, made after the shelves were locked, so two entries that
 * touch the same shelf are in the order in which they took effect as far as the servers' clocks agree. A counter per
 * shop would be exact, and would make every shipment of a shop wait for every other; nothing here computes from the
 * order, because balances are read under their locks. Back-dating changes `occurredAt` only.
 *
 * Refuses: inventory.notEnough.
 */
export async function postEntry(
  ctx: Context,
  items: ReadonlyMap<ItemId, LockedItem>,
  entry: Entry,
): Promise<Posted> {
  const changes = changesOf(items, entry.transfers);
  const missing = changes.find((change) => isTooMuch(items, change));
  if (missing) {
    const before = await findEntryByKey(ctx, entry.idemKey);
    if (before) return { kind: 'replayed', entryId: before };
    throw refuse.notEnough({
      itemId: missing.itemId,
      locationId: missing.locationId,
      missing: -missing.onHand,
    });
  }
  const postings = entry.transfers.flatMap(({ itemId, from, to, quantity }) => [
    { itemId, locationId: from.id, quantity: -quantity },
    { itemId, locationId: to.id, quantity },
  ]);
  assert(
    postings.reduce((sum, posting) => sum + posting.quantity, 0) === 0 && postings.length > 0,
    'what leaves one place arrives at another',
  );
  const id = newId<EntryId>();
  const claims = entry.claims ?? [];
  const { kind, source, idemKey, occurredAt = ctx.now, reason = null } = entry;
  const written = await writeEntry(
    ctx,
    { id, kind, source, idemKey, occurredAt, reason },
    postings,
    changes,
    claims,
  );
  if (written.entries === 0) {
    const before = await findEntryByKey(ctx, idemKey);
    assert(before, `stock entry ${idemKey} was neither written nor found`);
    return { kind: 'replayed', entryId: before };
  }
  assert(
    written.changed === changes.length && written.claimed === claims.length,
    'stock changed under its lock',
  );
  await noticeChange(ctx, items, freeAfterAll(items, entry.transfers));
  return { kind: 'posted', entryId: id };
}

/** Per shelf, what all transfers together do to it. */
function changesOf(items: ReadonlyMap<ItemId, LockedItem>, transfers: readonly Transfer[]): ShelfChange[] {
  const changes = new Map<string, ShelfChange>();
  const add = (itemId: ItemId, place: Place, onHand: number, reserved: number): void => {
    const key = shelfKey({ itemId, locationId: place.id });
    const before = changes.get(key);
    const isNew = !shelfAt(items, itemId, place.id);
    changes.set(key, {
      itemId,
      locationId: place.id,
      physical: place.physical,
      isNew,
      onHand: (before?.onHand ?? 0) + onHand,
      reserved: (before?.reserved ?? 0) + reserved,
    });
  };
  for (const { itemId, from, to, quantity, promised } of transfers) {
    assertWhole(quantity);
    assert(
      quantity > 0 && from.id !== to.id && items.has(itemId),
      'a transfer moves something of a locked item',
    );
    add(itemId, from, -quantity, promised === true ? -quantity : 0);
    add(itemId, to, quantity, 0);
  }
  return [...changes.values()];
}

const shelfAt = (items: ReadonlyMap<ItemId, LockedItem>, itemId: ItemId, locationId: LocationId) =>
  items.get(itemId)?.shelves.find((shelf) => shelf.locationId === locationId);

const sellsAt = (items: ReadonlyMap<ItemId, LockedItem>, itemId: ItemId, place: Place): boolean =>
  shelfAt(items, itemId, place.id)?.sells ?? place.sells;

function isTooMuch(items: ReadonlyMap<ItemId, LockedItem>, change: ShelfChange): boolean {
  if (!change.physical) return false;
  const shelf = shelfAt(items, change.itemId, change.locationId);
  const onHand = (shelf?.onHand ?? 0) + change.onHand;
  return onHand < (shelf?.reserved ?? 0) + change.reserved || onHand < 0;
}

function freeAfterAll(
  items: ReadonlyMap<ItemId, LockedItem>,
  transfers: readonly Transfer[],
): Map<ItemId, number> {
  const change = new Map<ItemId, number>();
  for (const { itemId, from, to, quantity, promised } of transfers) {
    const gone = sellsAt(items, itemId, from) && promised !== true ? quantity : 0;
    const come = sellsAt(items, itemId, to) ? quantity : 0;
    change.set(itemId, (change.get(itemId) ?? 0) + come - gone);
  }
  return new Map(
    [...change].flatMap(([itemId, by]) => {
      const item = items.get(itemId);
      return item ? [[itemId, freeAfter(item, by)] as const] : [];
    }),
  );
}
