import type { Context } from '#kernel/context.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { releaseLines } from '#modules/inventory/index.ts';
import { orderCancelled, postJournal } from '#modules/ledger/index.ts';
import { voidPayment } from '#modules/payments/index.ts';
import type { OrderId, RefundId } from '#modules/payments/index.ts';
import { facts } from './facts.ts';
import { checkOrderMove } from './order.ts';
import { listLines, lockOrder, moveOrder } from './queries.ts';
import type { LineRow, OrderRow } from './queries.ts';
import { giveBack } from './refund-lines.ts';
import { refuse } from './refuse.ts';

interface Cancelled {
  /** The refund to send after the transaction, when something had been paid. */
  readonly refundId: RefundId | null;
}

/**
 * Cancels an order of which nothing has left: the goods are free again, and the money goes back or is not owed any more.
 *
 * Cancelling twice cancels once. `mayGiveBack` says whether whoever cancels may give money back: the buyer, and staff with
 * that right. Refuses: orders.noSuchOrder, orders.alreadyShipped, kernel.notAllowed. Announces: orders.cancelled, and
 * orders.refunded when something had been paid.
 */
export async function cancelOrder(ctx: Context, orderId: OrderId, mayGiveBack: boolean): Promise<Cancelled> {
  const order = await lockOrder(ctx, orderId);
  if (!order) throw refuse.noSuchOrder();
  if (order.state === 'cancelled') return { refundId: null };
  if (order.fulfilmentState !== 'pending') throw refuse.alreadyShipped();
  checkOrderMove(order.state, 'cancelled');

  const lines = await listLines(ctx, orderId);
  const isPaid = order.paymentState === 'captured' || order.paymentState === 'partially_refunded';
  if (isPaid && !mayGiveBack) throw httpRefuse.notAllowed();
  const refundId = isPaid ? await giveEverythingBack(ctx, order, lines) : await letGo(ctx, order, lines);
  ctx.emit(facts.cancelled({ orderId }));
  ctx.audit({
    action: 'orders.cancelled',
    on: { table: 'orders.order', id: orderId },
    details: { refunded: isPaid },
  });
  return { refundId };
}

/** All pieces are dropped by the refund, which also ends the order. An order that cost nothing has nothing to give back. */
async function giveEverythingBack(
  ctx: Context,
  order: NonNullable<OrderRow>,
  lines: readonly LineRow[],
): Promise<RefundId | null> {
  if (order.totalMinor === order.refundedMinor) return letGo(ctx, order, lines);
  const { refundId } = await giveBack(
    ctx,
    order,
    lines,
    { everything: true },
    { reason: 'cancelled', restock: false },
  );
  return refundId;
}

/** Nothing was paid: the promise ends, the claim leaves the books, the goods are free. */
async function letGo(ctx: Context, order: NonNullable<OrderRow>, lines: readonly LineRow[]): Promise<null> {
  const open = lines.map((line) => ({
    ref: line.id,
    quantity: line.quantity - line.shippedQuantity - line.droppedQuantity,
  }));
  const held = open.filter(({ quantity }) => quantity > 0);
  if (held.length > 0) await releaseLines(ctx, held);
  const isOwed = order.paymentState === 'pending' || order.paymentState === 'authorised';
  if (isOwed && order.paymentId) await voidPayment(ctx, order.paymentId, 'cancelled');
  if (isOwed) {
    await postJournal(ctx, {
      source: { type: 'order', id: order.id },
      kind: 'cancelled',
      currency: order.currency,
      postings: orderCancelled(order, 0n),
    });
  }
  const paymentState = isOwed ? 'voided' : order.paymentState;
  await moveOrder(
    ctx,
    order,
    { state: 'cancelled', paymentState, fulfilmentState: 'cancelled', cancelledAt: ctx.now },
    'cancelled',
  );
  return null;
}
