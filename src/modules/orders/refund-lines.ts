import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { releaseLines, returnStock } from '#modules/inventory/index.ts';
import { postJournal, refunded } from '#modules/ledger/index.ts';
import { refundPayment } from '#modules/payments/index.ts';
import type { OrderId, PaymentState, RefundId } from '#modules/payments/index.ts';
import { facts } from './facts.ts';
import { planRefund, sendingOf } from './plan-refund.ts';
import type { RefundAsk, RefundPlan } from './plan-refund.ts';
import { findOrder, listLines, lockOrder, moveOrder } from './queries.ts';
import type { LineRow, OrderRow } from './queries.ts';
import { hasParcelUnderWay, insertOrderRefund } from './queries-change.ts';
import { refuse } from './refuse.ts';

const paidStates: readonly PaymentState[] = ['captured', 'partially_refunded', 'refunded'];

type RefundReason = 'returned' | 'damaged' | 'missing' | 'goodwill' | 'cancelled';

/** What a refund would be, and changes nothing. Refuses: as `refundLines`. */
export async function previewRefund(
  ctx: Context,
  orderId: OrderId,
  ask: RefundAsk,
): Promise<RefundPlan & { currency: string }> {
  const order = await findOrder(ctx, orderId);
  if (!order) throw refuse.noSuchOrder();
  if (!paidStates.includes(order.paymentState)) throw refuse.notPaid();
  return { ...planRefund(order, await listLines(ctx, orderId), ask), currency: order.currency };
}

/**
 * Gives money back for pieces of an order, or for all that is left of it.
 *
 * Pieces that have not left are freed for others; pieces that come back go on the shelf when `restock` says so. The money
 * is promised here and sent after the transaction. `expectedMinor` is what the preview said.
 * Refuses: orders.noSuchOrder, orders.notPaid, orders.tooMany, orders.noSuchLine, orders.nothingToRefund,
 * orders.changedMeanwhile. Announces: orders.refunded.
 */
export async function refundLines(
  ctx: Context,
  orderId: OrderId,
  ask: RefundAsk,
  how: {
    readonly reason: RefundReason;
    readonly restock: boolean;
    readonly expectedMinor?: bigint | undefined;
  },
): Promise<{ refundId: RefundId; amountMinor: bigint; currency: string }> {
  const order = await lockOrder(ctx, orderId);
  if (!order) throw refuse.noSuchOrder();
  const lines = await listLines(ctx, orderId);
  const { plan, refundId } = await giveBack(ctx, order, lines, ask, how);
  ctx.audit({
    action: 'orders.refunded',
    on: { table: 'orders.order', id: orderId },
    details: { refundId, amountMinor: Number(plan.amountMinor), reason: how.reason },
  });
  return { refundId, amountMinor: plan.amountMinor, currency: order.currency };
}

/** The refund itself; also what cancelling a paid order does. Announces: orders.refunded. */
export async function giveBack(
  ctx: Context,
  order: NonNullable<OrderRow>,
  lines: readonly LineRow[],
  ask: RefundAsk,
  how: {
    readonly reason: RefundReason;
    readonly restock: boolean;
    readonly expectedMinor?: bigint | undefined;
  },
): Promise<{ plan: RefundPlan; refundId: RefundId }> {
  const { id: orderId, paymentId, currency } = order;
  if (!paymentId || !paidStates.includes(order.paymentState)) throw refuse.notPaid();
  const plan = planRefund(order, lines, ask);
  const { amountMinor } = plan;
  if (how.expectedMinor !== undefined && how.expectedMinor !== amountMinor) {
    throw refuse.changedMeanwhile({ amountMinor: amountMinor.toString(), currency });
  }
  const refundId = newId<RefundId>();
  await refundPayment(ctx, { refundId, paymentId, orderId, amountMinor, reason: how.reason });
  const { goodsNetMinor, deliveryNetMinor, taxMinor } = plan;
  const refund = {
    id: refundId,
    orderId,
    amountMinor,
    goodsNetMinor,
    deliveryNetMinor,
    taxMinor,
    reason: how.reason,
    restock: how.restock,
  };
  await insertOrderRefund(ctx, refund, plan.lines, plan.deliveryMinor);
  await postJournal(ctx, {
    source: { type: 'refund', id: refundId },
    kind: 'refunded',
    currency,
    postings: refunded({ goodsNetMinor, deliveryNetMinor, taxMinor, totalMinor: amountMinor }),
  });
  await moveStock(ctx, refundId, plan, how.restock);
  await moveStates(ctx, order, lines, plan);
  ctx.emit(facts.refunded({ orderId, refundId, amountMinor: Number(amountMinor), currency }));
  return { plan, refundId };
}

async function moveStock(
  ctx: Context,
  refundId: RefundId,
  plan: RefundPlan,
  restock: boolean,
): Promise<void> {
  const dropped = plan.lines.filter((line) => line.droppedQuantity > 0);
  if (dropped.length > 0) {
    await releaseLines(
      ctx,
      dropped.map((line) => ({ ref: line.orderLineId, quantity: line.droppedQuantity })),
    );
  }
  const returned = plan.lines
    .map((line) => ({
      ref: line.orderLineId,
      quantity: line.quantity - line.droppedQuantity,
      outcome: 'restock' as const,
    }))
    .filter(({ quantity }) => quantity > 0);
  if (restock && returned.length > 0)
    await returnStock(ctx, { source: { type: 'refund', id: refundId }, lines: returned });
}

/** The money axis follows the order's own total; dropped pieces may complete or end the sending. */
async function moveStates(
  ctx: Context,
  order: NonNullable<OrderRow>,
  lines: readonly LineRow[],
  plan: RefundPlan,
): Promise<void> {
  const isAll = order.refundedMinor + plan.amountMinor >= order.totalMinor;
  const after = lines.map((line) => {
    const dropped = plan.lines.find(({ orderLineId }) => orderLineId === line.id)?.droppedQuantity ?? 0;
    return { ...line, droppedQuantity: line.droppedQuantity + dropped };
  });
  const sending = order.fulfilmentState === 'delivered' ? 'nothing' : sendingOf(after);
  const isRest = sending === 'all' && order.state === 'partially_fulfilled';
  const isThere = isRest && !(await hasParcelUnderWay(ctx, order.id));
  await moveOrder(
    ctx,
    order,
    {
      paymentState: isAll ? 'refunded' : 'partially_refunded',
      ...(isRest && { state: 'fulfilled', fulfilmentState: 'shipped' }),
      ...(isThere && { state: 'completed', fulfilmentState: 'delivered' }),
      ...(sending === 'dropped' &&
        order.state === 'placed' && {
          state: 'cancelled',
          fulfilmentState: 'cancelled',
          cancelledAt: ctx.now,
        }),
    },
    'refund',
  );
}
