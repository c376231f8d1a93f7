import type { Context } from '#kernel/context.ts';
import { countReveal } from '#modules/identity/index.ts';
import type { RevealReason } from '#modules/identity/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { getOrderRow } from './get-order.ts';
import { openContact } from './present-order.ts';
import type { Order } from './present-order.ts';
import { refuse } from './refuse.ts';

/**
 * Shows the people on one order to a colleague whose role does not read people, because of a reason that is written down.
 *
 * Shape: `contact` is null when their data has been erased. Refuses: orders.noSuchOrder, orders.tooManyReveals.
 */
export async function revealOrder(
  ctx: Context,
  id: OrderId,
  because: RevealReason,
): Promise<{ contact: Order['contact']; readAt: string }> {
  const overdrawn = await countReveal(ctx);
  if (overdrawn) throw refuse.tooManyReveals({ ...overdrawn });
  const contact = await openContact(ctx, await getOrderRow(ctx, id));
  ctx.audit({ action: 'orders.revealed', on: { table: 'orders.order', id }, details: { because } });
  return { contact, readAt: ctx.now.toISOString() };
}
