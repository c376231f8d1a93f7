import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { Hold } from './plan-holds.ts';
import type { Reservation } from './reservation.ts';
import { noLot, noOwner } from './stock.ts';
import type { ItemId, LocationId, ReservationId } from './stock.ts';
import type { InventoryRows } from './tables.ts';

const rows = (ctx: Context): Kysely<InventoryRows> => ctx.tx;

/** Promises are always locked before shelves, and in the order of their ids; the first of a holder stands for all. */
const locked = (ctx: Context) =>
  rows(ctx)
    .selectFrom('inventory.reservation as r')
    .select(['r.id', 'r.holder', 'r.lineRef', 'r.offerId', 'r.itemId', 'r.locationId', 'r.state'])
    .select((at) => [
      at.ref('r.perUnit').as('perUnit'),
      at.ref('r.quantity').as('quantity'),
      at.ref('r.openQuantity').as('open'),
      at.ref('r.shippedQuantity').as('shipped'),
      at.ref('r.returnedQuantity').as('returned'),
    ])
    .orderBy('r.id')
    .forUpdate();

type Locked = Awaited<ReturnType<ReturnType<typeof locked>['execute']>>[number];

const reservationOf = (row: Locked): Reservation => ({
  ...row,
  perUnit: Number(row.perUnit),
  quantity: Number(row.quantity),
  open: Number(row.open),
  shipped: Number(row.shipped),
  returned: Number(row.returned),
});

/** What is still promised to the holders. */
export async function lockOpenOf(ctx: Context, holders: readonly string[]): Promise<Reservation[]> {
  const found = await locked(ctx)
    .where('r.holder', '=', sql<string>`any(${holders}::uuid[])`)
    .where('r.openQuantity', '>', 0n)
    .execute();
  return found.map(reservationOf);
}

/** All that was ever promised to the lines, except what was given up whole. */
export async function lockLines(ctx: Context, refs: readonly string[]): Promise<Reservation[]> {
  const found = await locked(ctx)
    .where('r.lineRef', '=', sql<string>`any(${refs}::uuid[])`)
    .where((at) => at.or([at('r.openQuantity', '>', 0n), at('r.shippedQuantity', '>', 0n)]))
    .execute();
  return found.map(reservationOf);
}

/**
 * Closes promises, makes new ones, and brings the shelves in line: one statement.
 *
 * The shelf gives only what it has free, whatever was read before. Shape: how many rows of each were written.
 */
export async function writeHolds(
  ctx: Context,
  change: {
    readonly close: readonly { readonly id: ReservationId; readonly quantity: number }[];
    readonly as: 'released' | 'expired';
    readonly holds: readonly Hold[];
    readonly shelves: readonly {
      readonly itemId: ItemId;
      readonly locationId: LocationId;
      readonly reserved: number;
    }[];
    readonly holder: string | null;
    readonly expiresAt: Date | null;
  },
): Promise<{ closed: number; moved: number; held: number }> {
  const { close, shelves, holds } = change;
  const tenant = ctx.tenant.id;
  const [written] = await rowsOf<{ closed: number; moved: number; held: number }>(ctx)`
    with closed as (
      update inventory.reservation r
      set open_quantity = r.open_quantity - c.quantity, pinned = r.pinned and r.open_quantity > c.quantity,
        state = case when r.open_quantity > c.quantity then r.state when r.shipped_quantity > 0 then 'consumed' else ${change.as} end,
        changed_at = ${ctx.now}
      from unnest(${close.map((c) => c.id)}::uuid[], ${close.map((c) => c.quantity)}::bigint[]) as c (id, quantity)
      where r.tenant_id = ${tenant} and r.id = c.id and r.open_quantity >= c.quantity
      returning 1
    ), moved as (
      update inventory.stock_balance b set reserved = b.reserved + s.reserved, changed_at = ${ctx.now}
      from unnest(${shelves.map((s) => s.itemId)}::uuid[], ${shelves.map((s) => s.locationId)}::uuid[],
        ${shelves.map((s) => s.reserved)}::bigint[]) as s (item_id, location_id, reserved)
      where b.tenant_id = ${tenant} and b.item_id = s.item_id and b.location_id = s.location_id
        and b.lot_id = ${noLot} and b.owner_id = ${noOwner} and b.on_hand - b.reserved >= s.reserved
      returning 1
    ), held as (
      insert into inventory.reservation (tenant_id, id, holder, line_ref, offer_id, item_id, location_id, per_unit, quantity,
        open_quantity, shipped_quantity, returned_quantity, state, pinned, expires_at, created_at, changed_at)
      select ${tenant}::uuid, h.id, ${change.holder}::uuid, h.ref, h.offer_id, h.item_id, h.location_id, h.per_unit, h.quantity,
        h.quantity, 0, 0, case when ${change.expiresAt}::timestamptz is null then 'committed' else 'held' end, false, ${change.expiresAt}, ${ctx.now}, ${ctx.now}
      from unnest(${holds.map(() => newId<ReservationId>())}::uuid[], ${holds.map((h) => h.ref)}::uuid[],
        ${holds.map((h) => h.offerId)}::uuid[], ${holds.map((h) => h.itemId)}::uuid[],
        ${holds.map((h) => h.locationId)}::uuid[], ${holds.map((h) => h.perUnit)}::bigint[],
        ${holds.map((h) => h.quantity)}::bigint[]) as h (id, ref, offer_id, item_id, location_id, per_unit, quantity)
      returning 1
    )
    select (select count(*) from closed)::int as closed, (select count(*) from moved)::int as moved,
      (select count(*) from held)::int as held`;
  return written ?? { closed: 0, moved: 0, held: 0 };
}

/** Turns what is held for the holder into a promise without end. Shape: how much it holds, and how much was promised before. */
export async function commitHeld(ctx: Context, holder: string): Promise<{ held: number; promised: number }> {
  const [counted] = await rowsOf<{ held: number; promised: number }>(ctx)`
    with mine as materialized (
      select r.id, r.state, r.shipped_quantity from inventory.reservation r
      where r.tenant_id = ${ctx.tenant.id} and r.holder = ${holder} order by r.id for update
    ), committed as (
      update inventory.reservation r set state = 'committed', pinned = false, expires_at = null, changed_at = ${ctx.now}
      from mine where r.tenant_id = ${ctx.tenant.id} and r.id = mine.id and mine.state = 'held'
    )
    select count(*) filter (where state = 'held')::int as held,
      count(*) filter (where state in ('committed', 'allocated', 'picked', 'consumed') or shipped_quantity > 0)::int as promised
    from mine`;
  return counted ?? { held: 0, promised: 0 };
}

/** Changes what is held for the holder: a later end, or pinned while a payment is under way. Shape: rows changed. */
export async function updateHeld(
  ctx: Context,
  holder: string,
  change: { until?: Date; pinned?: boolean },
): Promise<number> {
  const changed = await sql<{ id: string }>`
    with mine as materialized (
      select r.id from inventory.reservation r
      where r.tenant_id = ${ctx.tenant.id} and r.holder = ${holder} and r.state = 'held' order by r.id for update
    )
    update inventory.reservation r
    set expires_at = greatest(r.expires_at, ${change.until ?? null}::timestamptz),
      pinned = coalesce(${change.pinned ?? null}::boolean, r.pinned), changed_at = ${ctx.now}
    from mine where r.tenant_id = ${ctx.tenant.id} and r.id = mine.id
    returning r.id`.execute(ctx.tx);
  return changed.rows.length;
}

/**
 * Holders whose time is over and whose first promise nobody else has locked.
 *
 * Everybody locks a holder's promises from the first on, so the first is the holder's lock: others are skipped, never
 * waited for, and a holder is swept whole or not at all.
 */
export async function lockExpiredHolders(ctx: Context, limit: number): Promise<string[]> {
  const found = await sql<{ holder: string }>`
    select r.holder from inventory.reservation r
    where r.tenant_id = ${ctx.tenant.id} and r.state = 'held' and not r.pinned and r.expires_at <= ${ctx.now}
      and not exists (
        select 1 from inventory.reservation e
        where e.tenant_id = ${ctx.tenant.id} and e.holder = r.holder and e.id < r.id and e.open_quantity > 0)
    order by r.expires_at, r.id limit ${limit}
    for update of r skip locked`.execute(ctx.tx);
  return found.rows.map(({ holder }) => holder);
}

/** Moves promises of lines one state on. Shape: rows changed. */
export async function advanceLines(
  ctx: Context,
  refs: readonly string[],
  from: readonly string[],
  to: 'allocated' | 'picked',
): Promise<number> {
  const changed = await sql<{ id: string }>`
    with mine as materialized (
      select r.id from inventory.reservation r
      where r.tenant_id = ${ctx.tenant.id} and r.line_ref = any(${refs}::uuid[]) and r.state = any(${from}::text[])
      order by r.id for update
    )
    update inventory.reservation r set state = ${to}, changed_at = ${ctx.now}
    from mine where r.tenant_id = ${ctx.tenant.id} and r.id = mine.id
    returning r.id`.execute(ctx.tx);
  return changed.rows.length;
}
