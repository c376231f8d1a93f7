import type { Context } from '#kernel/context.ts';
import { markOrderPaid, recordDelivery } from '#modules/orders/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { facts } from './facts.ts';
import { findShipment, lockShipments, moveShipment } from './queries.ts';
import { refuse } from './refuse.ts';
import { checkShipmentMove } from './shipment.ts';
import type { FulfilmentId } from './shipment.ts';

/**
 * Records that a shipment arrived. The last one completes the order, and brings the money of cash on delivery.
 *
 * Saying it twice records it once. Shape: the order.
 * Refuses: fulfilment.noSuchShipment, fulfilment.wrongState. Announces: fulfilment.delivered.
 */
export async function confirmDelivery(ctx: Context, id: FulfilmentId): Promise<OrderId> {
  const found = await findShipment(ctx, id);
  if (!found) throw refuse.noSuchShipment();
  const shipments = await lockShipments(ctx, found.orderId);
  const shipment = shipments.find((one) => one.id === id) ?? found;
  const { orderId } = shipment;
  if (shipment.state === 'delivered') return orderId;
  checkShipmentMove(shipment.state, 'delivered');

  await moveShipment(ctx, shipment, 'delivered');
  const isLast = shipments.every((one) => one.id === id || one.state !== 'shipped');
  const { bringsCash } = await recordDelivery(ctx, orderId, id, isLast);
  if (bringsCash) await markOrderPaid(ctx, orderId);
  ctx.emit(facts.delivered({ fulfilmentId: id, orderId }));
  ctx.audit({
    action: 'fulfilment.delivered',
    on: { table: 'orders.order', id: orderId },
    details: { fulfilmentId: id },
  });
  return orderId;
}
