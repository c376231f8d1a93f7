import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { ItemId, Window } from './stock.ts';
import type { InventoryRows } from './tables.ts';

const rows = (ctx: Context): Kysely<InventoryRows> => ctx.tx;

export interface OfferFree {
  readonly offerId: OfferId;
  /** Whole units that could be sold now; of a kit, as many as its scarcest part allows. */
  readonly free: number;
  readonly scale: number;
  /** What the shop window was told last. */
  readonly told: Window | undefined;
}

interface Row {
  offerId: OfferId;
  free: bigint;
  scale: number;
  isTold: boolean;
  available: boolean | null;
  leftCount: bigint | null;
}

/** `offers` is a query for the offers to look at. */
const freeOfOffers = (ctx: Context, offers: RawBuilder<unknown>) => sql<Row>`
  with offer as materialized (${offers}), part as (
    select k.offer_id, k.item_id, k.quantity as per_unit, true as is_kit from inventory.kit_component k
    join offer on offer.offer_id = k.offer_id
    where k.tenant_id = ${ctx.tenant.id}
    union all
    select i.offer_id, i.id, 1, false from inventory.item i
    join offer on offer.offer_id = i.offer_id
    where i.tenant_id = ${ctx.tenant.id}
  ), stock as (
    select b.item_id, sum(b.on_hand - b.reserved) as free
    from inventory.stock_balance b
    join inventory.location l on l.tenant_id = ${ctx.tenant.id} and l.id = b.location_id and l.sells and l.archived_at is null
    where b.tenant_id = ${ctx.tenant.id} and b.item_id = any(array(select part.item_id from part))
    group by b.item_id
  )
  select part.offer_id, case when bool_or(part.is_kit) then 0::smallint else min(i.scale) end as scale,
    min(greatest(0, floor((coalesce(stock.free, 0) - i.safety) / part.per_unit)))::bigint as free,
    bool_or(s.offer_id is not null) as is_told, bool_or(s.available) as available, min(s.left_count) as left_count
  from part
  join inventory.item i on i.tenant_id = ${ctx.tenant.id} and i.id = part.item_id
  left join stock on stock.item_id = part.item_id
  left join inventory.shown s on s.tenant_id = ${ctx.tenant.id} and s.offer_id = part.offer_id
  group by part.offer_id
  order by part.offer_id`;

const offerFreeOf = (row: Row): OfferFree => ({
  offerId: row.offerId,
  free: Number(row.free),
  scale: row.scale,
  told:
    row.isTold && row.available !== null
      ? { available: row.available, left: row.leftCount === null ? null : Number(row.leftCount) }
      : undefined,
});

/** Shape: offers that were never received and are no kits are missing. */
export async function selectFreeOf(ctx: Context, offerIds: readonly OfferId[]): Promise<OfferFree[]> {
  const offers = sql`select o.offer_id from unnest(${offerIds}::uuid[]) as o (offer_id)`;
  return (await freeOfOffers(ctx, offers).execute(ctx.tx)).rows.map(offerFreeOf);
}

/** The offers that the items are sold as: alone, and in kits. */
export async function selectFreeAround(ctx: Context, itemIds: readonly ItemId[]): Promise<OfferFree[]> {
  const offers = sql`
    select x.offer_id from inventory.item x where x.tenant_id = ${ctx.tenant.id} and x.id = any(${itemIds}::uuid[])
    union
    select y.offer_id from inventory.kit_component y
    where y.tenant_id = ${ctx.tenant.id} and y.item_id = any(${itemIds}::uuid[])`;
  return (await freeOfOffers(ctx, offers).execute(ctx.tx)).rows.map(offerFreeOf);
}

/** Items whose shelves changed since; kits need a second look, because two of their parts can change at the same time. */
export async function selectItemsChangedSince(
  ctx: Context,
  since: Date,
  after: ItemId | undefined,
  limit: number,
): Promise<ItemId[]> {
  const found = await rows(ctx)
    .selectFrom('inventory.stock_balance')
    .select('itemId')
    .distinct()
    .where('changedAt', '>=', since)
    .$if(after !== undefined, (query) => query.where('itemId', '>', after as ItemId))
    .orderBy('itemId')
    .limit(limit)
    .execute();
  return found.map(({ itemId }) => itemId);
}

/** Notes what the shop window is told. In the order of the key, so that it is also the lock for telling it. */
export async function upsertShown(
  ctx: Context,
  told: readonly ({ offerId: OfferId } & Window)[],
): Promise<void> {
  await sql`
    insert into inventory.shown (tenant_id, offer_id, available, left_count, told_at)
    select ${ctx.tenant.id}::uuid, t.offer_id, t.available, t.left_count, ${ctx.now}
    from unnest(${told.map((t) => t.offerId)}::uuid[], ${told.map((t) => t.available)}::boolean[],
      ${told.map((t) => t.left)}::bigint[]) as t (offer_id, available, left_count)
    order by t.offer_id
    on conflict (tenant_id, offer_id)
    do update set available = excluded.available, left_count = excluded.left_count, told_at = excluded.told_at`.execute(
    ctx.tx,
  );
}
