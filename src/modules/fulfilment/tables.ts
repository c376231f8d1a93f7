import type { Id, TenantId } from '#kernel/ids.ts';
import { actor, plain, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { OrderLineId } from '#modules/orders/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import type { FulfilmentId, ShipmentState } from './shipment.ts';

const key = 'random key';

/** What leaves the house. Its tracking number belongs to the buyer and is sealed with the order's parcel. */
export const shipment = table(
  'fulfilment.shipment',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<FulfilmentId>(key),
    orderId: plain<OrderId>(key),
    state: plain<ShipmentState>('where it is'),
    carrier: plain<string>('code of a carrier'),
    shippedAt: plain<Date | null>('when it left'),
    deliveredAt: plain<Date | null>('when it arrived'),
    createdAt: plain<Date>('when'),
  },
  { belongsTo: { table: 'orders.order', by: 'orderId' } },
);

export const shipmentLine = table(
  'fulfilment.shipment_line',
  {
    tenantId: plain<TenantId>('tenant key'),
    shipmentId: plain<FulfilmentId>(key),
    orderLineId: plain<OrderLineId>(key),
    quantity: plain<number>('pieces'),
  },
  { belongsTo: { table: 'fulfilment.shipment', by: 'shipmentId' } },
);

export const transition = table(
  'fulfilment.transition',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<Id<'shipment transition'>>(key),
    shipmentId: plain<FulfilmentId>(key),
    fromState: plain<ShipmentState>('from where'),
    toState: plain<ShipmentState>('to where'),
    actorKind: plain<string>('staff or our own code'),
    actorId: actor('actor'),
    at: plain<Date>('when'),
  },
  { belongsTo: { table: 'fulfilment.shipment', by: 'shipmentId' } },
);

export const tables = { shipment, shipmentLine, transition };
export type FulfilmentRows = Rows<typeof tables>;
