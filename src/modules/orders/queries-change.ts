import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { OrderId, RefundId } from '#modules/payments/index.ts';
import type { OrderLineId } from './order.ts';
import type { OrdersRows } from './tables.ts';

const rows = (ctx: Context): Kysely<OrdersRows> => ctx.tx;

interface NewRefund {
  readonly id: RefundId;
  readonly orderId: OrderId;
  readonly amountMinor: bigint;
  readonly goodsNetMinor: bigint;
  readonly deliveryNetMinor: bigint;
  readonly taxMinor: bigint;
  readonly reason: string;
  readonly restock: boolean;
}

export interface NewRefundLine {
  readonly orderLineId: OrderLineId;
  readonly quantity: number;
  readonly droppedQuantity: number;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
}

/** Writes a refund down: the refund, its lines, and what is left of lines and order. */
export async function insertOrderRefund(
  ctx: Context,
  refund: NewRefund,
  lines: readonly NewRefundLine[],
  deliveryMinor: bigint,
): Promise<void> {
  await rows(ctx)
    .with('refunded', (db) => db.insertInto('orders.refund').values({ ...refund, at: ctx.now }))
    .updateTable('orders.order')
    .set((eb) => ({
      refundedMinor: eb('refundedMinor', '+', refund.amountMinor),
      deliveryRefundedMinor: eb('deliveryRefundedMinor', '+', deliveryMinor),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', refund.orderId)
    .execute();
  for (const { droppedQuantity, ...line } of lines) {
    await rows(ctx)
      .with('lined', (db) => db.insertInto('orders.refund_line').values({ ...line, refundId: refund.id }))
      .updateTable('orders.order_line')
      .set((eb) => ({
        refundedQuantity: eb('refundedQuantity', '+', line.quantity),
        droppedQuantity: eb('droppedQuantity', '+', droppedQuantity),
        refundedMinor: eb('refundedMinor', '+', line.grossMinor),
        refundedTaxMinor: eb('refundedTaxMinor', '+', line.taxMinor),
      }))
      .where('id', '=', line.orderLineId)
      .execute();
  }
}

interface NewParcel {
  readonly id: Id<'fulfilment'>;
  readonly orderId: OrderId;
  readonly buyerId: SubjectId;
  readonly carrier: string;
  readonly tracking: Sealed<{ number: string }> | null;
}

/** Writes down what left: the parcel, its lines, and the shipped pieces of each line. */
export async function insertParcel(
  ctx: Context,
  parcel: NewParcel,
  lines: readonly { orderLineId: OrderLineId; quantity: number }[],
): Promise<void> {
  await rows(ctx)
    .with('sent', (db) =>
      db.insertInto('orders.parcel').values({ ...parcel, shippedAt: ctx.now, deliveredAt: null }),
    )
    .with('counted', (db) =>
      db
        .updateTable('orders.order')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', parcel.orderId),
    )
    .insertInto('orders.parcel_line')
    .values(lines.map((line) => ({ ...line, parcelId: parcel.id })))
    .execute();
  for (const line of lines) {
    await rows(ctx)
      .updateTable('orders.order_line')
      .set((eb) => ({ shippedQuantity: eb('shippedQuantity', '+', line.quantity) }))
      .where('id', '=', line.orderLineId)
      .execute();
  }
}

export async function markParcelDelivered(ctx: Context, id: Id<'fulfilment'>): Promise<void> {
  await rows(ctx)
    .updateTable('orders.parcel')
    .set({ deliveredAt: ctx.now })
    .where('id', '=', id)
    .where('deliveredAt', 'is', null)
    .execute();
}

/** Whether a parcel of the order has left and not arrived. */
export async function hasParcelUnderWay(ctx: Context, orderId: OrderId): Promise<boolean> {
  const found = await rows(ctx)
    .selectFrom('orders.parcel')
    .select('id')
    .where('orderId', '=', orderId)
    .where('deliveredAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertNote(
  ctx: Context,
  note: {
    id: Id<'order note'>;
    orderId: OrderId;
    buyerId: SubjectId;
    authorId: SubjectId | null;
    body: Sealed<{ text: string }>;
  },
): Promise<void> {
  await rows(ctx)
    .insertInto('orders.note')
    .values({ ...note, at: ctx.now })
    .execute();
}

export async function setHolder(ctx: Context, orderId: OrderId, holderId: SubjectId): Promise<void> {
  await rows(ctx)
    .updateTable('orders.order')
    .set({ holderId })
    .where('id', '=', orderId)
    .where('holderId', 'is', null)
    .execute();
}

/** Orders whose money does not add up, for the prover. */
export async function listUnevenOrders(ctx: Context): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select o.id from orders."order" o
    left join lateral (
      select coalesce(sum(l.net_minor), 0) as net, coalesce(sum(l.tax_minor), 0) as tax, coalesce(sum(l.amount_minor), 0) as amount,
        coalesce(sum(l.refunded_minor), 0) as refunded
      from orders.order_line l where l.tenant_id = ${ctx.tenant.id} and l.order_id = o.id
    ) lines on true
    left join lateral (
      select coalesce(sum(r.amount_minor), 0) as refunded from orders.refund r where r.tenant_id = ${ctx.tenant.id} and r.order_id = o.id
    ) back on true
    where o.tenant_id = ${ctx.tenant.id} and o.state <> 'draft'
      and (lines.net <> o.goods_net_minor or lines.tax + o.delivery_tax_minor <> o.tax_minor or lines.amount <> o.goods_minor
        or back.refunded <> o.refunded_minor or lines.refunded + o.delivery_refunded_minor <> o.refunded_minor)
    limit 50`.execute(ctx.tx);
  return found.rows.map(({ id }) => id);
}
