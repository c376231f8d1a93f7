import type { Context } from '#kernel/context.ts';
import type { RefundId } from './payment.ts';
import { findRefund } from './queries-refunds.ts';
import { refuse } from './refuse.ts';
import { finishRefund } from './settle-refund.ts';

/**
 * Records that staff have sent a refund by hand; saying it twice books it once.
 *
 * Refuses: payments.noSuchRefund, payments.wrongState. Announces: payments.refundSettled.
 */
export async function confirmRefund(ctx: Context, id: RefundId): Promise<void> {
  const refund = await findRefund(ctx, id);
  if (!refund) throw refuse.noSuchRefund();
  if (refund.state === 'succeeded') return;
  if (refund.state === 'requested') throw refuse.wrongState({ from: refund.state, to: 'succeeded' });
  await finishRefund(ctx, refund, ['manual', 'failed'], null);
  ctx.audit({ action: 'payments.refundConfirmed', on: { table: 'payments.refund', id } });
}
