import type { Context } from '#kernel/context.ts';
import type { Demand } from '#modules/inventory/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { listDemand } from './queries-drafts.ts';

/** What the lines of orders need from the shelf, by order line: for holding goods again that were let go. */
export async function heldLines(ctx: Context, orderIds: readonly OrderId[]): Promise<Demand[]> {
  const lines = await listDemand(ctx, orderIds);
  return lines.map(({ id, offerId, quantity }) => ({ ref: id, offerId, quantity }));
}
