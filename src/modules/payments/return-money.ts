import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { facts } from './facts.ts';
import type { AttemptId, IncidentId, IncidentKind, PaymentId, RefundId } from './payment.ts';
import { movePayment } from './queries.ts';
import { insertIncident, insertRefund } from './queries-refunds.ts';

/**
 * Sends back money for which there is no order, and tells staff: it came too late, twice, or was not the right amount.
 *
 * Such money never enters the books, because it was never ours. Doing it twice sends it back once.
 * Announces: payments.incidentOpened.
 */
export async function returnMoney(
  ctx: Context,
  payment: { readonly id: PaymentId; readonly attemptId: AttemptId },
  amount: Money,
  kind: IncidentKind,
): Promise<void> {
  const { minor: amountMinor, currency } = amount;
  const incidentId = newId<IncidentId>();
  const isNew = await insertIncident(ctx, {
    id: incidentId,
    kind,
    paymentId: payment.id,
    orderId: null,
    amountMinor,
    currency,
  });
  if (!isNew) return;
  await movePayment(ctx, payment.attemptId, 'voided', kind, null);
  if (amountMinor > 0n) {
    const refundId = newId<RefundId>();
    await insertRefund(ctx, {
      id: refundId,
      paymentId: payment.id,
      orderId: null,
      kind: 'void',
      amountMinor,
      currency,
      reason: kind,
    });
  }
  ctx.emit(facts.incidentOpened({ incidentId, kind }));
}
