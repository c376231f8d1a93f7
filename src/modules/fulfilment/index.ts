import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';

/**
 * Getting it to the door: shipments of an order's pieces, all at once or in parts, with carrier and tracking number, until
 * they arrive.
 */
export const fulfilmentModule: Module = {
  name: 'fulfilment',
  tables,
  facts,
  reactions,
  routes,
};

export { confirmDelivery } from './confirm-delivery.ts';
export { facts as fulfilmentFacts } from './facts.ts';
export { shipOrder } from './ship-order.ts';
export { mayMoveShipment, shipmentMoves, shipmentStates } from './shipment.ts';
export type { FulfilmentId, ShipmentState } from './shipment.ts';
