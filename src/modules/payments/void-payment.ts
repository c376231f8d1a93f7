import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Payment, PaymentId, RefundId } from './payment.ts';
import { checkPaymentMove } from './payment.ts';
import { lockPayment, movePayment } from './queries.ts';
import { insertRefund } from './queries-refunds.ts';
import { refuse } from './refuse.ts';

/**
 * Lets go of a payment of which nothing was taken: the promise ends, and what a provider holds is released by a job.
 *
 * Refuses: payments.noSuchPayment, payments.wrongState.
 */
export async function voidPayment(ctx: Context, id: PaymentId, reason: string): Promise<Payment> {
  const payment = await lockPayment(ctx, id);
  if (!payment) throw refuse.noSuchPayment();
  checkPaymentMove(payment.state, 'voided');
  if (payment.state === 'authorised') {
    const { amountMinor, currency } = payment;
    await insertRefund(ctx, {
      id: newId<RefundId>(),
      paymentId: id,
      orderId: null,
      kind: 'void',
      amountMinor,
      currency,
      reason,
    });
  }
  await movePayment(ctx, payment.attemptId, 'voided', reason, null);
  return payment;
}
