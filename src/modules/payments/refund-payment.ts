import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { facts } from './facts.ts';
import { stateAfterRefund } from './payment.ts';
import type { OrderId, PaymentId, PaymentState, RefundId } from './payment.ts';
import { lockPayment } from './queries.ts';
import { addRefunded, findShare, insertRefund, insertTransition } from './queries-refunds.ts';
import { refuse } from './refuse.ts';

/**
 * Promises an order's buyer money back; the provider is asked after the transaction, with the refund's id as key.
 *
 * The caller books the order's side; the way of the money out is booked when it is sent.
 * Shape: the payment's state afterwards.
 * Refuses: payments.noSuchPayment, payments.tooMuch. Announces: payments.refundRequested.
 */
export async function refundPayment(
  ctx: Context,
  asked: {
    readonly refundId: RefundId;
    readonly paymentId: PaymentId;
    readonly orderId: OrderId;
    readonly amountMinor: bigint;
    readonly reason: string;
  },
): Promise<PaymentState> {
  const { refundId, paymentId, orderId, amountMinor, reason } = asked;
  const payment = await lockPayment(ctx, paymentId);
  const share = await findShare(ctx, paymentId, orderId);
  if (!payment || !share) throw refuse.noSuchPayment();
  const left = share.capturedMinor - share.refundedMinor;
  if (amountMinor <= 0n || amountMinor > left) throw refuse.tooMuch({ leftMinor: left.toString() });

  const state = stateAfterRefund(payment.capturedMinor, payment.refundedMinor + amountMinor);
  await addRefunded(ctx, { paymentId, orderId, amountMinor, state });
  if (state !== payment.state) {
    await insertTransition(ctx, { id: newId(), paymentId, fromState: payment.state, toState: state });
  }
  await insertRefund(ctx, {
    id: refundId,
    paymentId,
    orderId,
    kind: 'refund',
    amountMinor,
    currency: payment.currency,
    reason,
  });
  ctx.emit(facts.refundRequested({ refundId, orderId, amountMinor: Number(amountMinor) }));
  return state;
}
