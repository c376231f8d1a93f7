import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { facts } from './facts.ts';
import { planHolds } from './plan-holds.ts';
import type { Demand, ShortLine } from './plan-holds.ts';
import { lockOpenOf, writeHolds } from './queries-reservations.ts';
import { lockWanted } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import { noticeHolds, shelfChanges } from './notice-holds.ts';
import { assertWhole } from './stock.ts';
import type { LockedItem, ItemId } from './stock.ts';
import type { Reservation } from './reservation.ts';

export interface ReserveInput {
  /** The checkout attempt. */
  readonly holder: string;
  readonly demand: readonly Demand[];
  /** Null: promised without end, because the order is being placed. */
  readonly expiresAt: Date | null;
  /** The caller has only just made the holder up, so that it cannot hold anything yet: one statement less. */
  readonly isNew?: boolean;
}

export type Reserved =
  { readonly kind: 'reserved' } | { readonly kind: 'short'; readonly lines: readonly ShortLine[] };

/**
 * Holds the goods of a basket for a checkout: all of it or nothing.
 *
 * Reserving again for the same holder replaces what it held. A short answer leaves the holder with nothing, whether the
 * caller goes on or not. Three statements: lock what the holder has, lock the shelves, write.
 *
 * Units: quantities are whole, at the scale of the offer's item. Refuses: inventory.badQuantity,
 * inventory.alreadyPromised. Announces: inventory.short, inventory.lowStock.
 */
export async function reserve(
  ctx: Context,
  { holder, demand, expiresAt, isNew = false }: ReserveInput,
): Promise<Reserved> {
  for (const { quantity } of demand) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0) throw refuse.badQuantity({ field: 'quantity' });
  }
  const before = isNew ? [] : await lockOpenOf(ctx, [holder]);
  if (before.some(({ state }) => state !== 'held')) throw refuse.alreadyPromised({ holder });
  const offerIds = [...new Set(demand.map(({ offerId }) => offerId))];
  const { parts, items } = await lockWanted(ctx, offerIds, [...new Set(before.map(({ itemId }) => itemId))]);

  const plan = planHolds(demand, parts, withGivenBack(items, before));
  const holds = plan.kind === 'planned' ? plan.holds : [];
  const shelves = shelfChanges(
    before.map((r) => ({ ...r, quantity: r.open })),
    holds,
  );
  if (before.length > 0 || holds.length > 0) {
    const close = before.map(({ id, open }) => ({ id, quantity: open }));
    const written = await writeHolds(ctx, { close, as: 'released', holds, shelves, holder, expiresAt });
    assert(
      written.closed === close.length && written.moved === shelves.length && written.held === holds.length,
      'stock changed under its lock',
    );
  }
  await noticeHolds(ctx, items, shelves);
  if (plan.kind === 'short') {
    ctx.emit(facts.short({ holder, lines: plan.lines.length }));
    return { kind: 'short', lines: plan.lines };
  }
  return { kind: 'reserved' };
}

/** The shelves as they are once the holder has given back what it held. */
function withGivenBack(
  items: ReadonlyMap<ItemId, LockedItem>,
  before: readonly Reservation[],
): ReadonlyMap<ItemId, LockedItem> {
  if (before.length === 0) return items;
  const back = (itemId: ItemId, locationId: string): number =>
    before
      .filter((r) => r.itemId === itemId && r.locationId === locationId)
      .reduce((sum, { open }) => (assertWhole(open), sum + open), 0);
  return new Map(
    [...items].map(([itemId, item]) => [
      itemId,
      {
        ...item,
        shelves: item.shelves.map((s) => ({ ...s, reserved: s.reserved - back(itemId, s.locationId) })),
      },
    ]),
  );
}
