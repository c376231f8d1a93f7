import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { places } from './location.ts';
import type { Part } from './plan-holds.ts';
import { noLot, noOwner } from './stock.ts';
import type {
  EntryId,
  EntryKind,
  Item,
  ItemId,
  LocationId,
  LockedItem,
  Reason,
  Shelf,
  Source,
} from './stock.ts';
import type { InventoryRows } from './tables.ts';

const rows = (ctx: Context): Kysely<InventoryRows> => ctx.tx;

interface ShelfRow {
  itemId: ItemId;
  offerId: OfferId;
  scale: number;
  lowAt: bigint;
  safety: bigint;
  inKits: boolean;
  locationId: LocationId;
  physical: boolean;
  sells: boolean;
  priority: number;
  onHand: bigint;
  reserved: bigint;
}

/** The columns of a locked shelf; `b` is the balance, `i` its item, `l` its place. */
const shelfColumns = sql`i.id as item_id, i.offer_id, i.scale, i.low_at, i.safety, l.id as location_id, l.physical,
  l.sells and l.archived_at is null as sells, l.priority, b.on_hand, b.reserved`;

const shelfOf = (row: ShelfRow): Shelf => ({
  itemId: row.itemId,
  locationId: row.locationId,
  physical: row.physical,
  sells: row.sells,
  priority: row.priority,
  onHand: Number(row.onHand),
  reserved: Number(row.reserved),
});

function lockedItems(found: readonly ShelfRow[]): Map<ItemId, LockedItem> {
  return new Map(
    [...Map.groupBy(found, ({ itemId }) => itemId)].map(([itemId, shelves]) => {
      const { offerId, scale, lowAt, safety, inKits } = shelves[0] as ShelfRow;
      const item = { id: itemId, offerId, scale, lowAt: Number(lowAt), safety: Number(safety), inKits };
      return [itemId, { ...item, shelves: shelves.map(shelfOf) }];
    }),
  );
}

/**
 * Locks every shelf of the items and reads it as it is after the wait.
 *
 * Everybody who changes stock comes through here or `lockWanted`, once per transaction, and both lock in the order of
 * the key: nobody can wait for somebody who waits for them.
 */
export async function lockItems(ctx: Context, itemIds: readonly ItemId[]): Promise<Map<ItemId, LockedItem>> {
  const found = await sql<ShelfRow>`
    select ${shelfColumns},
      exists (select 1 from inventory.kit_component k where k.tenant_id = ${ctx.tenant.id} and k.item_id = i.id) as in_kits
    from inventory.stock_balance b
    join inventory.item i on i.tenant_id = b.tenant_id and i.id = b.item_id and i.tenant_id = ${ctx.tenant.id}
    join inventory.location l on l.tenant_id = b.tenant_id and l.id = b.location_id and l.tenant_id = ${ctx.tenant.id}
    where b.tenant_id = ${ctx.tenant.id} and b.item_id = any(${itemIds}::uuid[])
    order by b.item_id, b.location_id, b.lot_id, b.owner_id
    for update of b`.execute(ctx.tx);
  return lockedItems(found.rows);
}

/**
 * Takes offers apart into items and locks the shelves of those, and of the items named besides.
 *
 * The list of items is an array, so it is complete before the first shelf is locked, and the locks are taken in order.
 * Shape: an offer that was never received has no parts.
 */
export async function lockWanted(
  ctx: Context,
  offerIds: readonly OfferId[],
  besides: readonly ItemId[],
): Promise<{ parts: Part[]; items: Map<ItemId, LockedItem> }> {
  const found = await sql<ShelfRow & { wantedBy: OfferId | null; perUnit: bigint | null }>`
    with part as materialized (
      select k.offer_id, k.item_id, k.quantity as per_unit from inventory.kit_component k
      where k.tenant_id = ${ctx.tenant.id} and k.offer_id = any(${offerIds}::uuid[])
      union all
      select o.offer_id, o.id, 1 from inventory.item o
      where o.tenant_id = ${ctx.tenant.id} and o.offer_id = any(${offerIds}::uuid[])
    )
    select ${shelfColumns}, part.offer_id as wanted_by, part.per_unit,
      exists (select 1 from inventory.kit_component k where k.tenant_id = ${ctx.tenant.id} and k.item_id = i.id) as in_kits
    from inventory.stock_balance b
    join inventory.item i on i.tenant_id = b.tenant_id and i.id = b.item_id and i.tenant_id = ${ctx.tenant.id}
    join inventory.location l on l.tenant_id = b.tenant_id and l.id = b.location_id and l.tenant_id = ${ctx.tenant.id}
    left join part on part.item_id = b.item_id
    where b.tenant_id = ${ctx.tenant.id} and b.physical
      and b.item_id = any(array(select part.item_id from part) || ${besides}::uuid[])
    order by b.item_id, b.location_id, b.lot_id, b.owner_id
    for update of b`.execute(ctx.tx);
  const parts = found.rows.flatMap(({ wantedBy, itemId, perUnit }) =>
    wantedBy === null || perUnit === null ? [] : [{ offerId: wantedBy, itemId, perUnit: Number(perUnit) }],
  );
  const byKey = new Map(found.rows.map((row) => [`${row.itemId} ${row.locationId}`, row]));
  const partByKey = new Map(parts.map((part) => [`${part.offerId} ${part.itemId}`, part]));
  return { parts: [...partByKey.values()], items: lockedItems([...byKey.values()]) };
}

export interface NewEntry {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly source: Source;
  readonly idemKey: string;
  readonly occurredAt: Date;
  readonly reason: Reason | null;
}

export interface NewPosting {
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  readonly quantity: number;
}

/** What an entry does to one shelf. `isNew`: the shelf had no row when it was locked. */
export interface ShelfChange {
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  readonly physical: boolean;
  readonly isNew: boolean;
  readonly onHand: number;
  readonly reserved: number;
}

export interface ClaimChange {
  readonly id: string;
  readonly shipped: number;
  readonly returned: number;
}

/**
 * Writes an entry, its postings, what they do to balances and to promises: one statement, all or nothing.
 *
 * The entries come first in the WITH list and everything else hangs on them: a key that was used before writes nothing.
 * Shape: how many rows of each were written.
 */
export async function writeEntry(
  ctx: Context,
  entry: NewEntry,
  postings: readonly NewPosting[],
  changes: readonly ShelfChange[],
  claims: readonly ClaimChange[],
): Promise<{ entries: number; changed: number; claimed: number }> {
  const old = changes.filter(({ isNew }) => !isNew);
  const added = changes.filter(({ isNew }) => isNew);
  const tenant = ctx.tenant.id;
  const actor = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const written = await sql<{ entries: number; changed: number; claimed: number }>`
    with entry as (
      insert into inventory.stock_entry (tenant_id, id, kind, source_type, source_id, idem_key, occurred_at, recorded_at,
        actor_kind, actor_subject, reason)
      values (${tenant}, ${entry.id}, ${entry.kind}, ${entry.source.type}, ${entry.source.id}, ${entry.idemKey},
        ${entry.occurredAt}, ${ctx.now}, ${ctx.actor.kind}, ${actor}, ${entry.reason})
      on conflict (tenant_id, idem_key) do nothing
      returning id
    ), posted as (
      insert into inventory.stock_posting (tenant_id, entry_id, line, item_id, lot_id, location_id, owner_id, quantity)
      select ${tenant}::uuid, entry.id, p.line - 1, p.item_id, ${noLot}::uuid, p.location_id, ${noOwner}::uuid, p.quantity
      from entry cross join unnest(${postings.map((p) => p.itemId)}::uuid[], ${postings.map((p) => p.locationId)}::uuid[],
        ${postings.map((p) => p.quantity)}::bigint[]) with ordinality as p (item_id, location_id, quantity, line)
    ), changed as (
      update inventory.stock_balance b
      set on_hand = b.on_hand + c.on_hand, reserved = b.reserved + c.reserved, changed_at = ${ctx.now}
      from entry cross join unnest(${old.map((c) => c.itemId)}::uuid[], ${old.map((c) => c.locationId)}::uuid[],
        ${old.map((c) => c.onHand)}::bigint[], ${old.map((c) => c.reserved)}::bigint[])
        as c (item_id, location_id, on_hand, reserved)
      where b.tenant_id = ${tenant} and b.item_id = c.item_id and b.location_id = c.location_id
        and b.lot_id = ${noLot} and b.owner_id = ${noOwner}
      returning 1
    ), added as (
      insert into inventory.stock_balance (tenant_id, item_id, location_id, lot_id, owner_id, physical, on_hand, reserved,
        changed_at)
      select ${tenant}::uuid, a.item_id, a.location_id, ${noLot}::uuid, ${noOwner}::uuid, a.physical, a.on_hand, 0, ${ctx.now}
      from entry cross join unnest(${added.map((c) => c.itemId)}::uuid[], ${added.map((c) => c.locationId)}::uuid[],
        ${added.map((c) => c.physical)}::boolean[], ${added.map((c) => c.onHand)}::bigint[])
        as a (item_id, location_id, physical, on_hand)
      order by a.item_id, a.location_id
      on conflict (tenant_id, item_id, location_id, lot_id, owner_id)
      do update set on_hand = stock_balance.on_hand + excluded.on_hand, changed_at = excluded.changed_at
      returning 1
    ), claimed as (
      update inventory.reservation r
      set open_quantity = r.open_quantity - c.shipped, shipped_quantity = r.shipped_quantity + c.shipped,
        returned_quantity = r.returned_quantity + c.returned, changed_at = ${ctx.now},
        state = case when c.shipped > 0 and r.open_quantity = c.shipped then 'consumed' else r.state end
      from entry cross join unnest(${claims.map((c) => c.id)}::uuid[], ${claims.map((c) => c.shipped)}::bigint[],
        ${claims.map((c) => c.returned)}::bigint[]) as c (id, shipped, returned)
      where r.tenant_id = ${tenant} and r.id = c.id
      returning 1
    )
    select (select count(*) from entry)::int as entries, (select count(*) from claimed)::int as claimed,
      ((select count(*) from changed) + (select count(*) from added))::int as changed`.execute(ctx.tx);
  return written.rows[0] ?? { entries: 0, changed: 0, claimed: 0 };
}

/** The entry that a command made when it ran before. */
export async function findEntryByKey(ctx: Context, idemKey: string): Promise<EntryId | undefined> {
  const row = await rows(ctx)
    .selectFrom('inventory.stock_entry')
    .select('id')
    .where('idemKey', '=', idemKey)
    .executeTakeFirst();
  return row?.id;
}

const itemOf = (row: {
  id: ItemId;
  offerId: OfferId;
  scale: number;
  lowAt: bigint;
  safety: bigint;
}): Item => ({
  ...row,
  lowAt: Number(row.lowAt),
  safety: Number(row.safety),
});

/** Items of offers, and which of the offers are kits. */
export async function selectItems(
  ctx: Context,
  offerIds: readonly OfferId[],
): Promise<{ items: Item[]; kits: Set<OfferId> }> {
  const found = await sql<{
    offerId: OfferId;
    id: ItemId | null;
    scale: number;
    lowAt: bigint;
    safety: bigint;
    isKit: boolean;
  }>`
    select o.offer_id, i.id, i.scale, i.low_at, i.safety,
      exists (select 1 from inventory.kit_component k where k.tenant_id = ${ctx.tenant.id} and k.offer_id = o.offer_id) as is_kit
    from unnest(${offerIds}::uuid[]) as o (offer_id)
    left join inventory.item i on i.tenant_id = ${ctx.tenant.id} and i.offer_id = o.offer_id`.execute(ctx.tx);
  const items = found.rows.flatMap(({ id, offerId, scale, lowAt, safety }) =>
    id === null ? [] : [itemOf({ id, offerId, scale, lowAt, safety })],
  );
  return { items, kits: new Set(found.rows.filter(({ isKit }) => isKit).map(({ offerId }) => offerId)) };
}

/** Makes items with an empty shelf in the main warehouse. Shape: those that somebody else made meanwhile are left out. */
export async function insertItems(
  ctx: Context,
  offerIds: readonly OfferId[],
  rules: { scale: number; lowAt: number; safety: number },
): Promise<void> {
  const made = offerIds.map((offerId) => ({ id: newId<ItemId>(), offerId, ...rules, createdAt: ctx.now }));
  const items = await rows(ctx)
    .insertInto('inventory.item')
    .values(made.toSorted((a, b) => (a.offerId < b.offerId ? -1 : 1)))
    .onConflict((conflict) => conflict.columns(['tenantId', 'offerId']).doNothing())
    .returning('id')
    .execute();
  if (items.length === 0) return;
  const empty = {
    lotId: noLot,
    ownerId: noOwner,
    locationId: places.main.id,
    physical: true,
    onHand: 0,
    reserved: 0,
  };
  await rows(ctx)
    .insertInto('inventory.stock_balance')
    .values(items.map(({ id }) => ({ itemId: id, ...empty, changedAt: ctx.now })))
    .execute();
}
