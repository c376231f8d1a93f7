import type { Context } from '#kernel/context.ts';
import type { PaymentId } from './payment.ts';
import { paymentStatesBefore } from './payment.ts';
import { findPayment } from './queries.ts';
import { takeMoney } from './record-outcome.ts';
import { refuse } from './refuse.ts';

/**
 * Records that the promised money is there: the transfer on the account, the cash from the door.
 *
 * Saying it twice books it once. Shape: whether it was booked now.
 * Refuses: payments.noSuchPayment, payments.wrongState. Announces: payments.captured.
 */
export async function markPaid(ctx: Context, id: PaymentId): Promise<boolean> {
  if (await takeMoney(ctx, id, 'marked_paid', null)) return true;
  const found = await findPayment(ctx, id);
  if (!found) throw refuse.noSuchPayment();
  const isPaid = !paymentStatesBefore('captured').includes(found.state) && found.capturedMinor > 0n;
  if (!isPaid) throw refuse.wrongState({ from: found.state, to: 'captured' });
  return false;
}
