import assert from 'node:assert/strict';
import { nextNumber } from '#kernel/counter.ts';
import type { Context } from '#kernel/context.ts';
import { orderPlaced, postJournal } from '#modules/ledger/index.ts';
import type { OrderId, PaymentId, PaymentState } from '#modules/payments/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import type { PlacedOrder } from './order.ts';
import { placeDraft } from './queries-drafts.ts';

/**
 * Makes drafts orders: number, states, books, news. The caller has made sure of the money and of the goods.
 *
 * Announces: orders.placed; orders.paid when the money is there.
 */
export async function placeOrders(
  ctx: Context,
  orderIds: readonly OrderId[],
  payment: { readonly id: PaymentId; readonly state: PaymentState },
): Promise<PlacedOrder[]> {
  const placed: PlacedOrder[] = [];
  for (const orderId of orderIds) {
    const number = await nextNumber(ctx, 'order');
    const order = await placeDraft(ctx, orderId, {
      number,
      paymentId: payment.id,
      paymentState: payment.state,
    });
    assert(order, 'a draft that was locked is still a draft');
    await postJournal(ctx, {
      source: { type: 'order', id: orderId },
      kind: 'placed',
      currency: order.currency,
      postings: orderPlaced(order),
    });
    const body = {
      orderId,
      orderGroupId: order.groupId,
      totalMinor: Number(order.totalMinor),
      currency: order.currency,
    };
    ctx.emit(facts.placed(body));
    if (payment.state === 'captured') ctx.emit(facts.paid({ orderId }));
    placed.push({ id: orderId, number, token: await orderToken(ctx, orderId), paymentState: payment.state });
  }
  return placed;
}

/** The code of the secret link to an order. */
export const orderToken = (ctx: Pick<Context, 'keys' | 'tenant'>, orderId: OrderId): Promise<string> =>
  vault.linkCode(ctx, 'order', orderId);
