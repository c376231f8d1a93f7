import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { EntryId, EntryKind, ItemId, LocationId, Reason, ReservationId, TransferId } from './stock.ts';
import type { ReservationState } from './reservation.ts';
import { places } from './location.ts';
import type { InventoryRows } from './tables.ts';

const rows = (ctx: Context): Kysely<InventoryRows> => ctx.tx;

export interface ShelfLevel {
  readonly locationId: LocationId;
  readonly onHand: number;
  readonly reserved: number;
}

/** Units: quantities at the item's scale. */
export interface Level {
  readonly itemId: ItemId;
  readonly offerId: OfferId;
  readonly scale: number;
  readonly lowAt: number;
  readonly safety: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly free: number;
  readonly isLow: boolean;
  readonly shelves: readonly ShelfLevel[];
}

export interface LevelQuery {
  readonly offerIds?: readonly OfferId[] | undefined;
  readonly locationId?: LocationId | undefined;
  readonly low?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Items with their physical shelves, newest first. */
export async function selectLevels(ctx: Context, asked: LevelQuery): Promise<Level[]> {
  const { offerIds, locationId, after, limit } = asked;
  const found = await sql<{
    itemId: ItemId;
    offerId: OfferId;
    scale: number;
    lowAt: bigint;
    safety: bigint;
    onHand: bigint;
    reserved: bigint;
    free: bigint;
    shelves: { location_id: LocationId; on_hand: number; reserved: number }[];
  }>`
    select i.id as item_id, i.offer_id, i.scale, i.low_at, i.safety, s.on_hand, s.reserved, s.free, s.shelves
    from inventory.item i
    cross join lateral (
      select sum(b.on_hand)::bigint as on_hand, sum(b.reserved)::bigint as reserved,
        greatest(0, coalesce(sum(b.on_hand - b.reserved) filter (where l.sells and l.archived_at is null), 0) - i.safety)::bigint as free,
        jsonb_agg(jsonb_build_object('location_id', b.location_id, 'on_hand', b.on_hand, 'reserved', b.reserved)
          order by l.priority, l.id) as shelves
      from inventory.stock_balance b
      join inventory.location l on l.tenant_id = ${ctx.tenant.id} and l.id = b.location_id
      where b.tenant_id = ${ctx.tenant.id} and b.item_id = i.id and b.physical
        and (${locationId ?? null}::uuid is null or b.location_id = ${locationId ?? null}::uuid)
    ) s
    where i.tenant_id = ${ctx.tenant.id} and s.shelves is not null
      and (${offerIds ?? null}::uuid[] is null or i.offer_id = any(${offerIds ?? null}::uuid[]))
      and (${after ?? null}::uuid is null or i.id < ${after ?? null}::uuid)
      and (${asked.low !== true}::boolean or s.free <= i.low_at)
    order by i.id desc limit ${limit}`.execute(ctx.tx);
  return found.rows.map((row) => ({
    itemId: row.itemId,
    offerId: row.offerId,
    scale: row.scale,
    lowAt: Number(row.lowAt),
    safety: Number(row.safety),
    onHand: Number(row.onHand),
    reserved: Number(row.reserved),
    free: Number(row.free),
    isLow: row.free <= row.lowAt,
    shelves: row.shelves.map((s) => ({ locationId: s.location_id, onHand: s.on_hand, reserved: s.reserved })),
  }));
}

export interface Movement {
  readonly entryId: EntryId;
  readonly line: number;
  readonly kind: EntryKind;
  readonly reason: Reason | null;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly itemId: ItemId;
  readonly offerId: OfferId;
  readonly locationId: LocationId;
  readonly quantity: number;
}

export interface MovementQuery {
  readonly offerId?: OfferId | undefined;
  readonly locationId?: LocationId | undefined;
  readonly kind?: EntryKind | undefined;
  readonly after?: { readonly entryId: string; readonly line: number } | undefined;
  readonly limit: number;
}

/** Postings on physical places, newest first; the other side of each is where it came from or went. */
export async function selectMovements(ctx: Context, asked: MovementQuery): Promise<Movement[]> {
  const { after, offerId, locationId, kind } = asked;
  const found = await rows(ctx)
    .selectFrom('inventory.stock_posting as p')
    .innerJoin('inventory.stock_entry as e', (join) => join.onRef('e.id', '=', 'p.entryId'))
    .innerJoin('inventory.item as i', (join) => join.onRef('i.id', '=', 'p.itemId'))
    .innerJoin('inventory.location as l', (join) => join.onRef('l.id', '=', 'p.locationId'))
    .select([
      'p.entryId',
      'p.line',
      'e.kind',
      'e.reason',
      'e.sourceType',
      'e.sourceId',
      'e.occurredAt',
      'e.recordedAt',
    ])
    .select(['p.itemId', 'i.offerId', 'p.locationId', 'p.quantity'])
    .where('l.physical', '=', true)
    .$if(offerId !== undefined, (query) => query.where('i.offerId', '=', offerId as OfferId))
    .$if(locationId !== undefined, (query) => query.where('p.locationId', '=', locationId as LocationId))
    .$if(kind !== undefined, (query) => query.where('e.kind', '=', kind as EntryKind))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(p.entry_id, p.line) < (${after?.entryId}::uuid, ${after?.line}::integer)`),
    )
    .orderBy('p.entryId', 'desc')
    .orderBy('p.line', 'desc')
    .limit(asked.limit)
    .execute();
  return found.map((row) => ({ ...row, quantity: Number(row.quantity) }));
}

export interface OpenReservation {
  readonly id: ReservationId;
  readonly lineRef: string;
  readonly offerId: OfferId;
  readonly locationId: LocationId;
  readonly open: number;
  readonly state: ReservationState;
  readonly pinned: boolean;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

/** What is promised of an item, newest first; not to whom: a checkout's key is what its buyer comes back with. */
export async function selectOpenOfItem(
  ctx: Context,
  itemId: ItemId,
  limit: number,
): Promise<OpenReservation[]> {
  const found = await rows(ctx)
    .selectFrom('inventory.reservation')
    .select([
      'id',
      'lineRef',
      'offerId',
      'locationId',
      'openQuantity',
      'state',
      'pinned',
      'expiresAt',
      'createdAt',
    ])
    .where('itemId', '=', itemId)
    .where('openQuantity', '>', 0n)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return found.map(({ openQuantity, ...row }) => ({ ...row, open: Number(openQuantity) }));
}

/** What a transfer has sent and not yet brought. */
export async function selectOnTheWay(
  ctx: Context,
  transferId: TransferId,
): Promise<{ offerId: OfferId; quantity: number }[]> {
  const found = await rows(ctx)
    .selectFrom('inventory.stock_entry as e')
    .innerJoin('inventory.stock_posting as p', (join) => join.onRef('p.entryId', '=', 'e.id'))
    .innerJoin('inventory.item as i', (join) => join.onRef('i.id', '=', 'p.itemId'))
    .select(['i.offerId'])
    .select((at) => at.fn.sum<string>('p.quantity').as('quantity'))
    .where('e.kind', '=', 'move')
    .where('e.sourceId', '=', transferId)
    .where('p.locationId', '=', places.transit.id)
    .groupBy('i.offerId')
    .having((at) => at.fn.sum('p.quantity'), '>', 0)
    .execute();
  return found.map((row) => ({ offerId: row.offerId, quantity: Number(row.quantity) }));
}
