import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { noticeHolds, shelfChanges } from './notice-holds.ts';
import { lockLines, lockOpenOf, writeHolds } from './queries-reservations.ts';
import { lockItems } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import { takeFrom, unitsIn } from './reservation.ts';
import type { LineQuantity, Share } from './reservation.ts';

/**
 * Gives back everything that is still promised to a checkout or order; what was shipped stays shipped. May run again.
 *
 * Three statements: lock the promises, lock the shelves, write.
 */
export async function releaseReservations(ctx: Context, holder: string): Promise<void> {
  await closeHolders(ctx, [holder], 'released');
}

/** Gives back everything of several holders at once. */
export async function closeHolders(
  ctx: Context,
  holders: readonly string[],
  as: 'released' | 'expired',
): Promise<void> {
  const open = await lockOpenOf(ctx, holders);
  await closeShares(
    ctx,
    open.map((reservation) => ({ reservation, quantity: reservation.open })),
    as,
  );
}

/**
 * Gives back units of order lines that will not be shipped.
 *
 * Shape: a line without promises, or with fewer, is refused whole. Refuses: inventory.notReserved.
 */
export async function releaseLines(ctx: Context, lines: readonly LineQuantity[]): Promise<void> {
  const reservations = await lockLines(
    ctx,
    lines.map(({ ref }) => ref),
  );
  const shares = lines.flatMap(({ ref, quantity }) => {
    const mine = reservations.filter(({ lineRef }) => lineRef === ref);
    const taken = takeFrom(mine, quantity, ({ open }) => open);
    if (!taken)
      throw refuse.notReserved({ ref, wanted: quantity, available: unitsIn(mine, ({ open }) => open) });
    return taken;
  });
  await closeShares(ctx, shares, 'released');
}

async function closeShares(
  ctx: Context,
  shares: readonly Share[],
  as: 'released' | 'expired',
): Promise<void> {
  if (shares.length === 0) return;
  const given = shares.map(({ reservation: { itemId, locationId }, quantity }) => ({
    itemId,
    locationId,
    quantity,
  }));
  const items = await lockItems(ctx, [...new Set(given.map(({ itemId }) => itemId))]);
  const shelves = shelfChanges(given, []);
  const close = shares.map(({ reservation, quantity }) => ({ id: reservation.id, quantity }));
  const written = await writeHolds(ctx, { close, as, holds: [], shelves, holder: null, expiresAt: null });
  assert(written.closed === close.length && written.moved === shelves.length, 'stock changed under its lock');
  await noticeHolds(ctx, items, shelves);
}
