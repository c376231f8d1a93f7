import type { Context } from '#kernel/context.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { lockOrder } from './queries.ts';
import { refuse } from './refuse.ts';

/**
 * Lets a change go on only if the order is still as whoever asks for it saw it; locks it until the transaction ends.
 *
 * Without a version anything goes. Two colleagues who do the same thing in two browsers do it once.
 * Refuses: orders.noSuchOrder, orders.orderChanged.
 */
export async function checkVersion(ctx: Context, id: OrderId, version: number | undefined): Promise<void> {
  if (version === undefined) return;
  const order = await lockOrder(ctx, id);
  if (!order) throw refuse.noSuchOrder();
  if (order.version !== version) throw refuse.orderChanged({ version: order.version });
}
