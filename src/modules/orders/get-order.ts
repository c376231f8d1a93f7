import type { Static } from 'typebox';
import type { Context } from '#kernel/context.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { listAudit, vault } from '#modules/privacy/index.ts';
import { presentOrder } from './present-order.ts';
import type { Order } from './present-order.ts';
import { findOrder } from './queries.ts';
import type { OrderRow } from './queries.ts';
import { listNotes, listTransitions } from './queries-show.ts';
import { refuse } from './refuse.ts';
import type { StaffOrderShape } from './shapes.ts';
import { note } from './tables.ts';
import { byWhom, staffTimelineOf } from './timeline.ts';

/** The order that a secret link names. Refuses: orders.noSuchOrder. */
export async function readOrderToken(ctx: Pick<Context, 'keys' | 'tenant'>, token: string): Promise<OrderId> {
  const id = await vault.readLinkCode<OrderId>(ctx, 'order', token);
  if (!id) throw refuse.noSuchOrder();
  return id;
}

/** An order for whoever has its secret link: its buyer. Refuses: orders.noSuchOrder. */
export async function getOrderByToken(ctx: Context, token: string): Promise<Order> {
  return presentOrder(ctx, await getOrderRow(ctx, await readOrderToken(ctx, token)), { reveal: true });
}

/** A placed order as it is stored, for other modules of the house. Refuses: orders.noSuchOrder. */
export async function getOrderRow(ctx: Context, id: OrderId): Promise<NonNullable<OrderRow>> {
  const order = await findOrder(ctx, id);
  if (!order) throw refuse.noSuchOrder();
  return order;
}

/** An order as staff see it: what the buyer sees, its key, its notes. */
export type StaffOrder = Static<typeof StaffOrderShape>;

/**
 * An order for staff, with who did what. Names, addresses, tracking numbers and notes only for those who may reveal people; their reading is
 * recorded. The buyer's secret link shows all of that to whoever has it, so it goes to the same people only.
 *
 * Refuses: orders.noSuchOrder.
 */
export async function getStaffOrder(ctx: Context, id: OrderId, mayReveal: boolean): Promise<StaffOrder> {
  const order = await getOrderRow(ctx, id);
  const shown = await presentOrder(ctx, order, { reveal: mayReveal });
  const rows = mayReveal ? await listNotes(ctx, id) : [];
  const bodies = await vault.openMany(ctx, note, 'body', rows);
  const notes = rows.map((row, index) => ({
    id: row.id,
    text: bodies[index]?.text ?? '',
    at: row.at.toISOString(),
    by: byWhom('staff', row.authorId),
  }));
  const token = mayReveal ? shown.token : '';
  const reveals = await listAudit(ctx, {
    action: 'orders.revealed',
    on: { table: 'orders.order', id },
    limit: 50,
  });
  const timeline = staffTimelineOf(await listTransitions(ctx, id), reveals.items, ctx.locale);
  return { ...shown, timeline, token, id, masked: !mayReveal, version: order.version, notes };
}
