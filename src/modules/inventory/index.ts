/**
 * What is on the shelf: places, a double-entry ledger of everything that moves between them, and promises to buyers.
 * Nothing is sold twice: goods are promised under the lock of their shelf, all of a basket or nothing.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { stockProver } from './prove-stock.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';

export const inventoryModule: Module = {
  name: 'inventory',
  tables,
  triggers: ['inventory.stock_entry.stock_entry_posts', 'inventory.stock_posting.stock_posting_balances'],
  facts,
  jobs,
  provers: [stockProver],
  routes,
};

export { adjustStock } from './adjust-stock.ts';
export { advanceReservations } from './advance-reservations.ts';
export { availability } from './availability.ts';
export { commitReservations } from './commit-reservations.ts';
export { countStock, setStock } from './count-stock.ts';
export type { CountedLine, StockLine } from './count-stock.ts';
export { facts as inventoryFacts } from './facts.ts';
export { extendReservations, pinReservations, unpinReservations } from './hold-on.ts';
export { arriveStock, moveStock, sendStock } from './move-stock.ts';
export type { Demand, ShortLine } from './plan-holds.ts';
export type { Posted } from './post-entry.ts';
export { receiveStock } from './receive-stock.ts';
export { releaseLines, releaseReservations } from './release-reservations.ts';
export type { LineQuantity } from './reservation.ts';
export { reserve } from './reserve.ts';
export type { Reserved, ReserveInput } from './reserve.ts';
export { returnStock } from './return-stock.ts';
export type { ReturnOutcome } from './return-stock.ts';
export { seedLocations } from './seed-locations.ts';
export { setItemRules } from './set-item-rules.ts';
export { setKit } from './set-kit.ts';
export { shipReserved } from './ship-reserved.ts';
export type { ItemId, LocationId, Reason } from './stock.ts';
