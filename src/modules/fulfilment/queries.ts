import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { OrderLineId } from '#modules/orders/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import type { FulfilmentId, ShipmentState } from './shipment.ts';
import type { FulfilmentRows } from './tables.ts';

const rows = (ctx: Context): Kysely<FulfilmentRows> => ctx.tx;

const actor = (ctx: Context) => ({
  actorKind: ctx.actor.kind,
  actorId: ctx.actor.kind === 'buyer' || ctx.actor.kind === 'staff' ? (ctx.actor.id as SubjectId) : null,
});

/** Writes down a shipment that leaves at once, with its lines and its first move. */
export async function insertShipment(
  ctx: Context,
  shipment: { id: FulfilmentId; orderId: OrderId; carrier: string },
  lines: readonly { orderLineId: OrderLineId; quantity: number }[],
): Promise<void> {
  await rows(ctx)
    .with('sent', (db) =>
      db
        .insertInto('fulfilment.shipment')
        .values({ ...shipment, state: 'shipped', shippedAt: ctx.now, deliveredAt: null, createdAt: ctx.now }),
    )
    .with('lined', (db) =>
      db
        .insertInto('fulfilment.shipment_line')
        .values(lines.map((line) => ({ ...line, shipmentId: shipment.id }))),
    )
    .insertInto('fulfilment.transition')
    .values({
      id: newId<never>(),
      shipmentId: shipment.id,
      fromState: 'pending',
      toState: 'shipped',
      ...actor(ctx),
      at: ctx.now,
    })
    .execute();
}

interface Shipment {
  readonly id: FulfilmentId;
  readonly orderId: OrderId;
  readonly state: ShipmentState;
}

/** A shipment, locked until the transaction ends. */
export async function lockShipment(ctx: Context, id: FulfilmentId): Promise<Shipment | undefined> {
  return rows(ctx)
    .selectFrom('fulfilment.shipment')
    .select(['id', 'orderId', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function moveShipment(ctx: Context, shipment: Shipment, to: ShipmentState): Promise<void> {
  await rows(ctx)
    .with('moved', (db) =>
      db
        .updateTable('fulfilment.shipment')
        .set({ state: to, ...(to === 'delivered' && { deliveredAt: ctx.now }) })
        .where('id', '=', shipment.id),
    )
    .insertInto('fulfilment.transition')
    .values({
      id: newId<never>(),
      shipmentId: shipment.id,
      fromState: shipment.state,
      toState: to,
      ...actor(ctx),
      at: ctx.now,
    })
    .execute();
}
