import type { Id } from '#kernel/ids.ts';
import { refuse } from './refuse.ts';

export type FulfilmentId = Id<'fulfilment'>;

export const shipmentStates = [
  'pending',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'lost',
  'returned_to_sender',
] as const;
export type ShipmentState = (typeof shipmentStates)[number];

/** Where a shipment may go from each state; one that was thought lost may still arrive. */
export const shipmentMoves: Readonly<Record<ShipmentState, readonly ShipmentState[]>> = {
  pending: ['packed', 'shipped', 'cancelled'],
  packed: ['shipped', 'cancelled'],
  shipped: ['delivered', 'lost', 'returned_to_sender'],
  lost: ['delivered', 'returned_to_sender'],
  delivered: [],
  cancelled: [],
  returned_to_sender: [],
};

/** Staying where one is, is no move and is allowed. */
export const mayMoveShipment = (from: ShipmentState, to: ShipmentState): boolean =>
  from === to || shipmentMoves[from].includes(to);

/** Refuses: fulfilment.wrongState. */
export function checkShipmentMove(from: ShipmentState, to: ShipmentState): void {
  if (!mayMoveShipment(from, to)) throw refuse.wrongState({ from, to });
}
