import type { Context } from '#kernel/context.ts';
import type { OrderGroupId } from '#modules/payments/index.ts';
import type { CartId, PlacedOrder } from './order.ts';
import { orderToken } from './place-orders.ts';
import { listPlaced } from './queries-drafts.ts';

/** The orders a cart became, for whoever asks again. Shape: empty when it became none. */
export async function placedOrders(
  ctx: Context,
  cartId: CartId,
): Promise<(PlacedOrder & { groupId: OrderGroupId })[]> {
  const found = await listPlaced(ctx, cartId);
  return Promise.all(found.map(async (order) => ({ ...order, token: await orderToken(ctx, order.id) })));
}
