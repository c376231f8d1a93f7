import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { findOrder } from './queries.ts';
import { insertNote } from './queries-change.ts';
import { refuse } from './refuse.ts';
import { note } from './tables.ts';

/** Writes a remark of staff to an order; it is sealed as the buyer's, because it is about them. Refuses: orders.noSuchOrder. */
export async function writeNote(ctx: Context, orderId: OrderId, text: string): Promise<void> {
  const order = await findOrder(ctx, orderId);
  if (!order) throw refuse.noSuchOrder();
  const row = { id: newId<Id<'order note'>>(), buyerId: order.buyerId };
  const body = await vault.seal(ctx, note, 'body', row, { text });
  const authorId = ctx.actor.kind === 'staff' ? (ctx.actor.id as SubjectId) : null;
  await insertNote(ctx, { ...row, orderId, authorId, body });
  ctx.audit({ action: 'orders.noted', on: { table: 'orders.order', id: orderId } });
}
