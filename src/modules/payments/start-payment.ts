import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { AttemptId, OrderGroupId, OrderId, PaymentId } from './payment.ts';
import { providerNamed } from './providers.ts';
import { insertPayment } from './queries.ts';

/**
 * Notes what is to be paid for the orders of a group, before anybody is asked for money.
 *
 * A way to pay that is a promise starts as `pending`: there is nobody to ask.
 * Units: the shares sum to the amount, or it is our bug.
 */
export async function startPayment(
  ctx: Context,
  asked: {
    readonly groupId: OrderGroupId;
    readonly attemptId: AttemptId;
    readonly provider: string;
    readonly option: string | null;
    readonly amount: Money;
    readonly orders: readonly { readonly orderId: OrderId; readonly amountMinor: bigint }[];
  },
): Promise<PaymentId> {
  const { amount, orders, groupId, attemptId, provider, option } = asked;
  const sum = orders.reduce((total, order) => total + order.amountMinor, 0n);
  assert.equal(sum, amount.minor, 'the shares of a payment sum to it');
  const id = newId<PaymentId>();
  const state = providerNamed(provider).promises ? 'pending' : 'created';
  const payment = {
    id,
    groupId,
    attemptId,
    provider,
    option,
    state,
    currency: amount.currency,
    amountMinor: amount.minor,
  } as const;
  await insertPayment(ctx, payment, orders);
  return id;
}
