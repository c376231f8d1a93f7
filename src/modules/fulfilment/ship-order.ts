import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { shipReserved } from '#modules/inventory/index.ts';
import { findCarrier, recordParcel, tidyTracking } from '#modules/orders/index.ts';
import type { OrderLineId } from '#modules/orders/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { facts } from './facts.ts';
import { insertShipment } from './queries.ts';
import { refuse } from './refuse.ts';
import type { FulfilmentId } from './shipment.ts';

/**
 * Sends pieces of an order on their way: the stock leaves its shelf, the order knows, the buyer is told.
 *
 * Shape: without lines, everything that has not left yet goes.
 * Refuses: fulfilment.unknownCarrier, fulfilment.nothingToShip, orders.unpaid, orders.tooMany, orders.noSuchLine,
 * orders.wrongState, inventory.notReserved. Announces: fulfilment.shipped.
 */
export async function shipOrder(
  ctx: Context,
  asked: {
    readonly orderId: OrderId;
    readonly lines?: readonly { readonly orderLineId: OrderLineId; readonly quantity: number }[] | undefined;
    readonly carrier: string;
    readonly trackingNumber?: string | undefined;
  },
): Promise<FulfilmentId> {
  const { orderId, carrier } = asked;
  if (!findCarrier(carrier)) throw refuse.unknownCarrier({ field: 'carrier' });
  const id = newId<FulfilmentId>();
  const tidy = tidyTracking(asked.trackingNumber ?? '');
  const trackingNumber = tidy === '' ? null : tidy;
  const { lines } = await recordParcel(ctx, {
    id,
    orderId,
    carrier,
    trackingNumber,
    lines: asked.lines ?? null,
  });
  if (lines.length === 0) throw refuse.nothingToShip();

  await insertShipment(ctx, { id, orderId, carrier }, lines);
  await shipReserved(ctx, {
    source: { type: 'fulfilment', id },
    lines: lines.map(({ orderLineId, quantity }) => ({ ref: orderLineId, quantity })),
  });
  ctx.emit(facts.shipped({ fulfilmentId: id, orderId }));
  ctx.audit({
    action: 'fulfilment.shipped',
    on: { table: 'orders.order', id: orderId },
    details: { fulfilmentId: id, carrier },
  });
  return id;
}
