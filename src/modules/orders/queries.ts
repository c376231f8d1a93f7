import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { OrderId, PaymentState } from '#modules/payments/index.ts';
import type { Axis, FulfilmentState, OrderState } from './order.ts';
import type { OrdersRows } from './tables.ts';

const rows = (ctx: Context): Kysely<OrdersRows> => ctx.tx;

/** The person behind an actor, if it is one: jobs and guests have no subject. */
export const actorSubject = (ctx: Context): SubjectId | null =>
  ctx.actor.kind === 'buyer' || ctx.actor.kind === 'staff' ? (ctx.actor.id as SubjectId) : null;

export type OrderRow = Awaited<ReturnType<typeof lockOrder>>;

const orderColumns = [
  'id', 'groupId', 'number', 'state', 'paymentState', 'fulfilmentState', 'attemptId', 'paymentId', 'provider', 'buyerId', 'holderId', 'locale',
  'origin', 'country', 'currency', 'pricesIncludeTax', 'goodsMinor', 'goodsNetMinor', 'taxMinor', 'totalMinor', 'refundedMinor', 'deliveryName',
  'deliveryMinor', 'deliveryTaxLabel', 'deliveryTaxRateBp', 'deliveryNetMinor', 'deliveryTaxMinor', 'deliveryGrossMinor', 'deliveryRefundedMinor',
  'pieces', 'version', 'placedAt', 'cancelledAt',
] as const; // prettier-ignore

/** A placed order, locked until the transaction ends. */
export async function lockOrder(ctx: Context, id: OrderId) {
  return rows(ctx)
    .selectFrom('orders.order')
    .select(orderColumns)
    .where('id', '=', id)
    .where('state', '<>', 'draft')
    .forUpdate()
    .executeTakeFirst();
}

export async function findOrder(ctx: Context, id: OrderId): Promise<OrderRow> {
  return rows(ctx)
    .selectFrom('orders.order')
    .select(orderColumns)
    .where('id', '=', id)
    .where('state', '<>', 'draft')
    .executeTakeFirst();
}

export type LineRow = Awaited<ReturnType<typeof listLines>>[number];

export async function listLines(ctx: Context, orderId: OrderId) {
  return rows(ctx)
    .selectFrom('orders.order_line')
    .select([
      'id',
      'offerId',
      'slug',
      'sku',
      'title',
      'variantTitle',
      'condition',
      'picture',
      'quantity',
      'shippedQuantity',
      'droppedQuantity',
      'refundedQuantity',
      'refundedMinor',
      'refundedTaxMinor',
      'unitMinor',
      'amountMinor',
      'taxLabel',
      'taxRateBp',
      'netMinor',
      'taxMinor',
      'grossMinor',
    ]) // prettier-ignore
    .where('orderId', '=', orderId)
    .orderBy('position')
    .execute();
}

/** Sets states that changed and logs each change; one statement, none when nothing changed. */
export async function moveOrder(
  ctx: Context,
  order: { id: OrderId; state: OrderState; paymentState: PaymentState; fulfilmentState: FulfilmentState },
  to: {
    state?: OrderState;
    paymentState?: PaymentState;
    fulfilmentState?: FulfilmentState;
    cancelledAt?: Date;
  },
  reason: string,
): Promise<void> {
  const axes: readonly [Axis, string, string | undefined][] = [
    ['order', order.state, to.state],
    ['payment', order.paymentState, to.paymentState],
    ['fulfilment', order.fulfilmentState, to.fulfilmentState],
  ];
  const moves = axes.filter(([, from, next]) => next !== undefined && next !== from);
  if (moves.length === 0) return;
  await rows(ctx)
    .with('moved', (db) =>
      db
        .updateTable('orders.order')
        .set((eb) => ({ ...to, version: eb('version', '+', 1) }))
        .where('id', '=', order.id),
    )
    .insertInto('orders.transition')
    .values(
      moves.map(([axis, fromState, toState]) => ({
        id: newId<Id<'order transition'>>(),
        orderId: order.id,
        axis,
        fromState,
        toState: toState ?? fromState,
        reason,
        actorKind: ctx.actor.kind,
        actorId: actorSubject(ctx),
        at: ctx.now,
      })),
    )
    .execute();
}

/** Gives orders with that address to the holder of an account. Shape: how many. */
export async function joinOrders(ctx: Context, emailIndex: Buffer, holderId: SubjectId): Promise<number> {
  const joined = await rows(ctx)
    .updateTable('orders.order')
    .set({ holderId })
    .where('holderId', 'is', null)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('orders.party')
        .select('orderId')
        .where('role', '=', 'buyer')
        .where('emailIndex', '=', emailIndex),
    )
    .where('state', '<>', 'draft')
    .returning('id')
    .execute();
  return joined.length;
}
