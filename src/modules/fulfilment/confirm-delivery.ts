import type { Context } from '#kernel/context.ts';
import { markOrderPaid, recordDelivery } from '#modules/orders/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { facts } from './facts.ts';
import { lockShipment, moveShipment } from './queries.ts';
import { refuse } from './refuse.ts';
import { checkShipmentMove } from './shipment.ts';
import type { FulfilmentId } from './shipment.ts';

/**
 * Records that a shipment arrived. The last one of an order that left whole completes it, and brings the money of cash on
 * delivery.
 *
 * Saying it twice records it once. Shape: the order.
 * Refuses: fulfilment.noSuchShipment, fulfilment.wrongState. Announces: fulfilment.delivered.
 */
export async function confirmDelivery(ctx: Context, id: FulfilmentId): Promise<OrderId> {
  const shipment = await lockShipment(ctx, id);
  if (!shipment) throw refuse.noSuchShipment();
  const { orderId } = shipment;
  if (shipment.state === 'delivered') return orderId;
  checkShipmentMove(shipment.state, 'delivered');

  await moveShipment(ctx, shipment, 'delivered');
  const { bringsCash } = await recordDelivery(ctx, orderId, id);
  if (bringsCash) await markOrderPaid(ctx, orderId);
  ctx.emit(facts.delivered({ fulfilmentId: id, orderId }));
  ctx.audit({
    action: 'fulfilment.delivered',
    on: { table: 'orders.order', id: orderId },
    details: { fulfilmentId: id },
  });
  return orderId;
}
