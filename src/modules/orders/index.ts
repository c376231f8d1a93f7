import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { ordersProver } from './prove-orders.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';

/**
 * What was agreed: orders with frozen lines and three states that move on their own, what was cancelled and given back,
 * and who it concerns, sealed. Checkout drafts and places them; fulfilment tells what has left.
 */
export const ordersModule: Module = {
  name: 'orders',
  tables,
  facts,
  reactions,
  jobs,
  provers: [ordersProver],
  routes,
};

export { cancelOrder } from './cancel-order.ts';
export { checkVersion as checkOrderVersion } from './check-version.ts';
export { carriers, findCarrier, looksMistyped, tidyTracking, trackingUrl } from './carriers.ts';
export type { Carrier } from './carriers.ts';
export { draftOrders } from './draft-orders.ts';
export { exportOrders } from './export-orders.ts';
export { facts as orderFacts } from './facts.ts';
export { getOrderByToken, getOrderRow, getStaffOrder, readOrderToken } from './get-order.ts';
export type { StaffOrder } from './get-order.ts';
export { getToday } from './get-today.ts';
export { heldLines } from './held-lines.ts';
export { writeToBuyer } from './letters.ts';
export { listAccountOrders, listOrders } from './list-orders.ts';
export type { OrderItem } from './list-orders.ts';
export { markOrderPaid } from './mark-order-paid.ts';
export type {
  CartId,
  Contact,
  Draft,
  FrozenDelivery,
  FrozenLine,
  OrderLineId,
  PlacedOrder,
} from './order.ts';
export { placedOrders } from './placed-orders.ts';
export { placeOrders } from './place-orders.ts';
export { presentOrder } from './present-order.ts';
export type { Order } from './present-order.ts';
export { listDrafts } from './queries-drafts.ts';
export { recordDelivery, recordParcel } from './record-parcel.ts';
export { previewRefund, refundLines } from './refund-lines.ts';
export * as orderShapes from './shapes.ts';
export { writeNote } from './write-note.ts';
