import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { OrderId, RefundId } from '#modules/payments/index.ts';
import type { OrdersRows } from './tables.ts';

const rows = (ctx: Context): Kysely<OrdersRows> => ctx.tx;

export async function listParties(ctx: Context, orderIds: readonly OrderId[]) {
  return rows(ctx)
    .selectFrom('orders.party')
    .select(['id', 'orderId', 'role', 'subjectId', 'contact', 'invoice'])
    .where('orderId', '=', sql<OrderId>`any(${orderIds})`)
    .execute();
}

/** Only the buyers, for lists. */
export async function listBuyers(ctx: Context, orderIds: readonly OrderId[]) {
  return rows(ctx)
    .selectFrom('orders.party')
    .select(['id', 'orderId', 'role', 'subjectId', 'contact', 'invoice'])
    .where('orderId', '=', sql<OrderId>`any(${orderIds})`)
    .where('role', '=', 'buyer')
    .execute();
}

export type TransitionRow = Awaited<ReturnType<typeof listTransitions>>[number];

export async function listTransitions(ctx: Context, orderId: OrderId) {
  return rows(ctx)
    .selectFrom('orders.transition')
    .select(['axis', 'fromState', 'toState', 'reason', 'actorKind', 'actorId', 'at'])
    .where('orderId', '=', orderId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export type RefundRow = Awaited<ReturnType<typeof listOrderRefunds>>[number];

export async function listOrderRefunds(ctx: Context, orderId: OrderId) {
  const refunds = await rows(ctx)
    .selectFrom('orders.refund')
    .select(['id', 'amountMinor', 'goodsNetMinor', 'deliveryNetMinor', 'taxMinor', 'reason', 'at'])
    .where('orderId', '=', orderId)
    .orderBy('at')
    .execute();
  if (refunds.length === 0) return [];
  const lines = await rows(ctx)
    .selectFrom('orders.refund_line')
    .select(['refundId', 'orderLineId', 'quantity'])
    .where('refundId', '=', sql<RefundId>`any(${refunds.map(({ id }) => id)})`)
    .execute();
  return refunds.map((refund) => ({
    ...refund,
    lines: lines.filter(({ refundId }) => refundId === refund.id),
  }));
}

export type ParcelRow = Awaited<ReturnType<typeof listParcels>>[number];

export async function listParcels(ctx: Context, orderId: OrderId) {
  const parcels = await rows(ctx)
    .selectFrom('orders.parcel')
    .select(['id', 'buyerId', 'carrier', 'tracking', 'shippedAt', 'deliveredAt'])
    .where('orderId', '=', orderId)
    .orderBy('shippedAt')
    .orderBy('id')
    .execute();
  if (parcels.length === 0) return [];
  const lines = await rows(ctx)
    .selectFrom('orders.parcel_line')
    .select(['parcelId', 'orderLineId', 'quantity'])
    .where('parcelId', '=', sql<(typeof parcels)[number]['id']>`any(${parcels.map(({ id }) => id)})`)
    .execute();
  return parcels.map((parcel) => ({
    ...parcel,
    lines: lines.filter(({ parcelId }) => parcelId === parcel.id),
  }));
}

export async function listNotes(ctx: Context, orderId: OrderId) {
  return rows(ctx)
    .selectFrom('orders.note')
    .select(['id', 'buyerId', 'authorId', 'body', 'at'])
    .where('orderId', '=', orderId)
    .orderBy('at')
    .execute();
}

export interface OrderFilter {
  readonly states?: readonly string[];
  readonly paymentStates?: readonly string[];
  readonly fulfilmentStates?: readonly string[];
  /** What `countToday` counts as to ship: the money is there or comes at the door, and something has not left. */
  readonly toShip?: boolean;
  readonly from?: Date;
  readonly to?: Date;
  readonly holderId?: SubjectId;
}

/** What a search names: a number, an address, or words of a name. */
export type OrderSearch =
  | { readonly kind: 'number'; readonly number: bigint }
  | { readonly kind: 'email'; readonly emailIndex: Buffer }
  | { readonly kind: 'name'; readonly tokens: Buffer[] };

export type OrderItemRow = Awaited<ReturnType<typeof listOrderRows>>[number];

/** Placed orders, newest first. `after` is the last one already seen. */
export async function listOrderRows(
  ctx: Context,
  asked: {
    filter: OrderFilter;
    search?: OrderSearch | undefined;
    after?: { placedAt: Date; id: string } | undefined;
    limit: number;
  },
) {
  const { filter, search, after, limit } = asked;
  let query = placedOnes(ctx, filter, search)
    .select([
      'id',
      'number',
      'placedAt',
      'state',
      'paymentState',
      'fulfilmentState',
      'currency',
      'totalMinor',
      'refundedMinor',
      'pieces',
      'country',
      'provider',
    ]) // prettier-ignore
    .orderBy('placedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after)
    query = query.where(sql<boolean>`(placed_at, id) < (${after.placedAt}::timestamptz, ${after.id}::uuid)`);
  return query.execute();
}

/** How many such orders there are; counting stops at `most`. */
export async function countOrders(
  ctx: Context,
  asked: { filter: OrderFilter; search: OrderSearch | undefined; most: number },
): Promise<number> {
  const found = await placedOnes(ctx, asked.filter, asked.search).select('id').limit(asked.most).execute();
  return found.length;
}

function placedOnes(ctx: Context, filter: OrderFilter, search: OrderSearch | undefined) {
  let query = rows(ctx).selectFrom('orders.order').where('placedAt', 'is not', null);
  if (filter.states) query = query.where(sql<string>`state`, '=', sql<string>`any(${filter.states})`);
  if (filter.paymentStates)
    query = query.where(sql<string>`payment_state`, '=', sql<string>`any(${filter.paymentStates})`);
  if (filter.fulfilmentStates) {
    query = query.where(sql<string>`fulfilment_state`, '=', sql<string>`any(${filter.fulfilmentStates})`);
  }
  if (filter.toShip) {
    query = query.where(
      sql<boolean>`state in ('placed', 'partially_fulfilled') and fulfilment_state in ('pending', 'partially_shipped')
        and (payment_state <> 'pending' or provider = 'cash-on-delivery')`,
    );
  }
  if (filter.from) query = query.where('placedAt', '>=', filter.from);
  if (filter.to) query = query.where('placedAt', '<', filter.to);
  if (filter.holderId) query = query.where('holderId', '=', filter.holderId);
  if (search?.kind === 'number') query = query.where('number', '=', search.number);
  if (search && search.kind !== 'number') {
    // Few people share a name or an address: find them first, then sort their orders.
    query = query.where('id', '=', (eb) => {
      const people = eb.selectFrom('orders.party').where('role', '=', 'buyer');
      const theirs =
        search.kind === 'email'
          ? people.where('emailIndex', '=', search.emailIndex)
          : people.where(sql<boolean>`name_tokens @> ${search.tokens}::bytea[]`).limit(1000);
      return eb.fn('any', [sql`array(${theirs.select('orderId')})`]);
    });
  }
  return query;
}

interface Today {
  readonly orders: number;
  readonly revenueMinor: bigint;
  readonly toShip: number;
  readonly toBePaid: number;
}

/** What waits and what came in since an instant. Units: minor of the shop's currency; counts stop at 1,001. */
export async function countToday(ctx: Context, since: Date): Promise<Today> {
  const row = await sql<{ orders: bigint; revenue: string | null; toShip: bigint; toBePaid: bigint }>`
    select
      (select count(*) from orders."order" o
        where o.tenant_id = ${ctx.tenant.id} and o.placed_at >= ${since} and o.state <> 'cancelled') as orders,
      (select sum(o.total_minor - o.refunded_minor) from orders."order" o
        where o.tenant_id = ${ctx.tenant.id} and o.placed_at >= ${since} and o.state <> 'cancelled' and o.currency = ${ctx.tenant.currency}) as revenue,
      (select count(*) from (select 1 from orders."order" o
        where o.tenant_id = ${ctx.tenant.id} and o.state in ('placed', 'partially_fulfilled')
          and o.fulfilment_state in ('pending', 'partially_shipped')
          and (o.payment_state <> 'pending' or o.provider = 'cash-on-delivery') limit 1001) waiting) as to_ship,
      (select count(*) from (select 1 from orders."order" o
        where o.tenant_id = ${ctx.tenant.id} and o.payment_state = 'pending' and o.state <> 'draft' and o.state <> 'cancelled'
        limit 1001) unpaid) as to_be_paid`.execute(ctx.tx);
  const found = row.rows[0];
  return {
    orders: Number(found?.orders ?? 0n),
    revenueMinor: BigInt(found?.revenue ?? '0'),
    toShip: Number(found?.toShip ?? 0n),
    toBePaid: Number(found?.toBePaid ?? 0n),
  };
}
