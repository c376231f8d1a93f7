import type { Context } from '#kernel/context.ts';
import type { Id } from '#kernel/ids.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { vault } from '#modules/privacy/index.ts';
import type { OrderLineId } from './order.ts';
import { sendingOf } from './plan-refund.ts';
import { listLines, lockOrder, moveOrder } from './queries.ts';
import type { LineRow } from './queries.ts';
import { hasParcelUnderWay, insertParcel, markParcelDelivered } from './queries-change.ts';
import { refuse } from './refuse.ts';
import { parcel } from './tables.ts';

const unsentOf = (line: LineRow): number => line.quantity - line.shippedQuantity - line.droppedQuantity;

type ParcelId = Id<'fulfilment'>;

interface Leaving {
  readonly orderLineId: OrderLineId;
  readonly quantity: number;
}

/** A line that is named twice leaves once, with the pieces of both. */
const summed = (asked: readonly Leaving[]): Leaving[] =>
  [...Map.groupBy(asked, ({ orderLineId }) => orderLineId)].map(([orderLineId, same]) => ({
    orderLineId,
    quantity: same.reduce((sum, { quantity }) => sum + quantity, 0),
  }));

/**
 * Notes that pieces of an order have left, for the buyer to see; fulfilment moves the stock.
 *
 * Refuses: orders.noSuchOrder, orders.unpaid, orders.wrongState, orders.noSuchLine, orders.tooMany.
 */
export async function recordParcel(
  ctx: Context,
  sent: {
    readonly id: ParcelId;
    readonly orderId: OrderId;
    readonly carrier: string;
    readonly trackingNumber: string | null;
    /** Null: everything that has not left yet. */
    readonly lines: readonly Leaving[] | null;
  },
): Promise<{ lines: readonly Leaving[] }> {
  const { id, orderId, carrier, trackingNumber } = sent;
  const order = await lockOrder(ctx, orderId);
  if (!order) throw refuse.noSuchOrder();
  if (order.state !== 'placed' && order.state !== 'partially_fulfilled')
    throw refuse.wrongState({ from: order.state, to: 'shipped' });
  if (order.paymentState === 'pending' && order.provider !== 'cash-on-delivery') throw refuse.unpaid();

  const lines = await listLines(ctx, orderId);
  const leaving = sent.lines
    ? summed(sent.lines)
    : lines
        .map((line) => ({ orderLineId: line.id, quantity: unsentOf(line) }))
        .filter(({ quantity }) => quantity > 0);
  for (const { orderLineId, quantity } of leaving) {
    const line = lines.find((one) => one.id === orderLineId);
    if (!line) throw refuse.noSuchLine({ field: 'lines', orderLineId });
    if (quantity > unsentOf(line)) throw refuse.tooMany({ orderLineId, left: unsentOf(line) });
  }
  const { buyerId } = order;
  const row = { id, buyerId };
  const tracking =
    trackingNumber === null
      ? null
      : await vault.seal(ctx, parcel, 'tracking', row, { number: trackingNumber });
  await insertParcel(ctx, { id, orderId, buyerId, carrier, tracking }, leaving);

  const after = lines.map((line) => {
    const left = leaving.find(({ orderLineId }) => orderLineId === line.id)?.quantity ?? 0;
    return { ...line, shippedQuantity: line.shippedQuantity + left };
  });
  const isAll = sendingOf(after) === 'all';
  await moveOrder(
    ctx,
    order,
    isAll
      ? { state: 'fulfilled', fulfilmentState: 'shipped' }
      : { state: 'partially_fulfilled', fulfilmentState: 'partially_shipped' },
    'shipped',
  );
  return { lines: leaving };
}

/**
 * Notes that a parcel arrived; the last one of an order that has left whole completes it.
 *
 * Shape: whether the carrier brings the money for the order: with the last parcel, not with a part of the goods.
 * Refuses: orders.noSuchOrder.
 */
export async function recordDelivery(
  ctx: Context,
  orderId: OrderId,
  id: ParcelId,
): Promise<{ bringsCash: boolean }> {
  const order = await lockOrder(ctx, orderId);
  if (!order) throw refuse.noSuchOrder();
  await markParcelDelivered(ctx, id);
  const isLast = order.fulfilmentState === 'shipped' && !(await hasParcelUnderWay(ctx, orderId));
  if (!isLast) return { bringsCash: false };
  await moveOrder(ctx, order, { state: 'completed', fulfilmentState: 'delivered' }, 'delivered');
  return { bringsCash: order.provider === 'cash-on-delivery' && order.paymentState === 'pending' };
}
