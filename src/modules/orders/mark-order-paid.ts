import type { Context } from '#kernel/context.ts';
import { markPaid } from '#modules/payments/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { facts } from './facts.ts';
import { lockOrder, moveOrder } from './queries.ts';
import { refuse } from './refuse.ts';

/**
 * Records that the promised money of an order is there: staff saw it on the account, or the carrier brought it.
 *
 * Saying it twice books it once. Refuses: orders.noSuchOrder, orders.wrongState. Announces: orders.paid.
 */
export async function markOrderPaid(ctx: Context, orderId: OrderId): Promise<void> {
  const order = await lockOrder(ctx, orderId);
  if (!order?.paymentId) throw refuse.noSuchOrder();
  if (order.paymentState === 'captured') return;
  if (order.state === 'cancelled' || order.paymentState !== 'pending') {
    throw refuse.wrongState({ state: order.state, paymentState: order.paymentState });
  }
  await markPaid(ctx, order.paymentId);
  await moveOrder(ctx, order, { paymentState: 'captured' }, 'marked_paid');
  ctx.emit(facts.paid({ orderId }));
  ctx.audit({ action: 'orders.markedPaid', on: { table: 'orders.order', id: orderId } });
}
