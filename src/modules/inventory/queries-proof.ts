import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { EntryId, ItemId } from './stock.ts';

interface Doubt {
  readonly row: string;
}

/** The next keys in their order; the end of a chunk. */
export async function selectItemChunk(
  ctx: Context,
  after: ItemId | null,
  limit: number,
): Promise<ItemId | null> {
  const found = await sql<{ last: ItemId | null }>`
    select (array_agg(x.id order by x.id desc))[1] as last from (
      select i.id from inventory.item i
      where i.tenant_id = ${ctx.tenant.id} and (${after}::uuid is null or i.id > ${after}::uuid) order by i.id limit ${limit}
    ) x`.execute(ctx.tx);
  return found.rows[0]?.last ?? null;
}

export async function selectEntryChunk(
  ctx: Context,
  after: EntryId | null,
  limit: number,
): Promise<EntryId | null> {
  const found = await sql<{ last: EntryId | null }>`
    select (array_agg(x.id order by x.id desc))[1] as last from (
      select e.id from inventory.stock_entry e
      where e.tenant_id = ${ctx.tenant.id} and (${after}::uuid is null or e.id > ${after}::uuid) order by e.id limit ${limit}
    ) x`.execute(ctx.tx);
  return found.rows[0]?.last ?? null;
}

/** I1: entries whose postings of an item do not sum to zero, have fewer than two sides, or are missing. */
export async function selectUneven(ctx: Context, after: EntryId | null, until: EntryId): Promise<string[]> {
  const found = await sql<Doubt>`
    select distinct 'stock_entry ' || e.id as row
    from inventory.stock_entry e
    left join inventory.stock_posting p on p.tenant_id = ${ctx.tenant.id} and p.entry_id = e.id
    where e.tenant_id = ${ctx.tenant.id} and (${after}::uuid is null or e.id > ${after}::uuid) and e.id <= ${until}::uuid
    group by e.id, p.item_id, p.lot_id, p.owner_id having coalesce(sum(p.quantity), 0) <> 0 or count(p.line) < 2
    limit 100`.execute(ctx.tx);
  return found.rows.map(({ row }) => row);
}

/** I2: the append-only tables that this role could change after all. */
export async function selectChangeable(ctx: Context): Promise<string[]> {
  const found = await sql<Doubt>`
    select t.name || ' ' || p.privilege as row
    from unnest(array['inventory.stock_entry', 'inventory.stock_posting']) as t (name),
      unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as p (privilege)
    where has_table_privilege(t.name, p.privilege)`.execute(ctx.tx);
  return found.rows.map(({ row }) => row);
}

/** I3 and I4: shelves that differ from the sum of their postings or of what is promised on them, or have fewer than none. */
export async function selectDrift(ctx: Context, after: ItemId | null, until: ItemId): Promise<string[]> {
  const found = await sql<Doubt>`
    with posted as (
      select p.item_id, p.location_id, p.lot_id, p.owner_id, sum(p.quantity) as quantity from inventory.stock_posting p
      where p.tenant_id = ${ctx.tenant.id} and (${after}::uuid is null or p.item_id > ${after}::uuid) and p.item_id <= ${until}::uuid
      group by 1, 2, 3, 4
    ), promised as (
      select r.item_id, r.location_id, sum(r.open_quantity) as quantity from inventory.reservation r
      where r.tenant_id = ${ctx.tenant.id} and r.open_quantity > 0
        and (${after}::uuid is null or r.item_id > ${after}::uuid) and r.item_id <= ${until}::uuid
      group by 1, 2
    ), balance as (
      select b.item_id, b.location_id, b.lot_id, b.owner_id, b.physical, b.on_hand, b.reserved from inventory.stock_balance b
      where b.tenant_id = ${ctx.tenant.id} and (${after}::uuid is null or b.item_id > ${after}::uuid) and b.item_id <= ${until}::uuid
    )
    select 'stock_balance ' || item_id || ' ' || location_id || ': on hand ' || coalesce(b.on_hand, 0) || ', postings '
      || coalesce(p.quantity, 0) || '; reserved ' || coalesce(b.reserved, 0) || ', promises ' || coalesce(r.quantity, 0) as row
    from balance b
    full join posted p using (item_id, location_id, lot_id, owner_id)
    full join promised r using (item_id, location_id)
    where coalesce(b.on_hand, 0) <> coalesce(p.quantity, 0) or coalesce(b.reserved, 0) <> coalesce(r.quantity, 0)
      or (b.physical and (b.on_hand < 0 or b.reserved < 0 or b.reserved > b.on_hand))
    limit 100`.execute(ctx.tx);
  return found.rows.map(({ row }) => row);
}

/** Kits that have a shelf of their own, or whose parts are kits; items without their first shelf. */
export async function selectOddKits(ctx: Context): Promise<string[]> {
  const found = await sql<Doubt>`
    select distinct 'kit_component ' || k.offer_id as row from inventory.kit_component k
    join inventory.item i on i.tenant_id = ${ctx.tenant.id} and i.offer_id = k.offer_id
    where k.tenant_id = ${ctx.tenant.id}
    union all
    select 'item ' || i.id from inventory.item i
    where i.tenant_id = ${ctx.tenant.id} and not exists (
      select 1 from inventory.stock_balance b where b.tenant_id = ${ctx.tenant.id} and b.item_id = i.id and b.physical)
    limit 100`.execute(ctx.tx);
  return found.rows.map(({ row }) => row);
}

/** Items of a chunk on whose shelves nothing happened since; what is told about them has had the time to be right. */
export async function selectQuietItems(
  ctx: Context,
  after: ItemId | null,
  until: ItemId,
  since: Date,
): Promise<ItemId[]> {
  const found = await sql<{ id: ItemId }>`
    select i.id from inventory.item i
    where i.tenant_id = ${ctx.tenant.id} and (${after}::uuid is null or i.id > ${after}::uuid) and i.id <= ${until}::uuid
      and not exists (
        select 1 from inventory.stock_balance b
        where b.tenant_id = ${ctx.tenant.id} and b.item_id = i.id and b.changed_at >= ${since})`.execute(
    ctx.tx,
  );
  return found.rows.map(({ id }) => id);
}
