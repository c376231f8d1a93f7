import type { TenantId } from '#kernel/ids.ts';
import { actor, plain, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { LocationKind } from './location.ts';
import type { EntryId, EntryKind, ItemId, LocationId, Reason, ReservationId } from './stock.ts';
import type { ReservationState } from './reservation.ts';

const key = 'random key';
const goods = 'about goods, not people';
const staffWords = 'named by staff for places; places are not people';

const location = table('inventory.location', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<LocationId>(key),
  code: plain<string>(staffWords),
  name: plain<string>(staffWords),
  kind: plain<LocationKind>(goods),
  parentId: plain<LocationId | null>(key),
  physical: plain<boolean>('follows from the kind; repeated so that balances can be checked by it'),
  sells: plain<boolean>(goods),
  priority: plain<number>(goods),
  archivedAt: plain<Date | null>(goods),
  version: plain<number>('guards against lost updates'),
  createdAt: plain<Date>(goods),
});

const item = table('inventory.item', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<ItemId>(key),
  offerId: plain<OfferId>(key),
  scale: plain<number>(goods),
  lowAt: plain<bigint, bigint | number>(goods),
  safety: plain<bigint, bigint | number>(goods),
  createdAt: plain<Date>(goods),
});

const kitComponent = table('inventory.kit_component', {
  tenantId: plain<TenantId>('tenant key'),
  offerId: plain<OfferId>(key),
  itemId: plain<ItemId>(key),
  quantity: plain<bigint, bigint | number>(goods),
});

const stockEntry = table('inventory.stock_entry', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<EntryId>(key),
  kind: plain<EntryKind>('what happened, as a code'),
  sourceType: plain<string>('what kind of thing moved stock, as a code'),
  sourceId: plain<string>('random key of the shipment, receipt or import'),
  idemKey: plain<string>('random key of the command, so that it counts once'),
  occurredAt: plain<Date>('when it happened'),
  recordedAt: plain<Date>('when it was written down'),
  actorKind: plain<string>('what kind of actor, as a code'),
  actorSubject: actor('member of staff who moved the stock'),
  reason: plain<Reason | null>('why, as a code'),
});

const stockPosting = table('inventory.stock_posting', {
  tenantId: plain<TenantId>('tenant key'),
  entryId: plain<EntryId>(key),
  line: plain<number>('place in the entry'),
  itemId: plain<ItemId>(key),
  lotId: plain<string>('key of a lot of goods'),
  locationId: plain<LocationId>(key),
  ownerId: plain<string>('key of the business that owns the goods; nil for the shop itself'),
  quantity: plain<bigint, bigint | number>(goods),
});

const stockBalance = table('inventory.stock_balance', {
  tenantId: plain<TenantId>('tenant key'),
  itemId: plain<ItemId>(key),
  locationId: plain<LocationId>(key),
  lotId: plain<string>('key of a lot of goods'),
  ownerId: plain<string>('key of the business that owns the goods; nil for the shop itself'),
  physical: plain<boolean>(goods),
  onHand: plain<bigint, bigint | number>(goods),
  reserved: plain<bigint, bigint | number>(goods),
  changedAt: plain<Date>(goods),
});

const reservation = table('inventory.reservation', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<ReservationId>(key),
  holder: plain<string>('random key of the checkout attempt'),
  lineRef: plain<string>('random key of the order line'),
  offerId: plain<OfferId>(key),
  itemId: plain<ItemId>(key),
  locationId: plain<LocationId>(key),
  perUnit: plain<bigint, bigint | number>(goods),
  quantity: plain<bigint, bigint | number>(goods),
  openQuantity: plain<bigint, bigint | number>(goods),
  shippedQuantity: plain<bigint, bigint | number>(goods),
  returnedQuantity: plain<bigint, bigint | number>(goods),
  state: plain<ReservationState>(goods),
  pinned: plain<boolean>('a payment is under way'),
  expiresAt: plain<Date | null>(goods),
  createdAt: plain<Date>(goods),
  changedAt: plain<Date>(goods),
});

const shown = table('inventory.shown', {
  tenantId: plain<TenantId>('tenant key'),
  offerId: plain<OfferId>(key),
  available: plain<boolean>(goods),
  leftCount: plain<bigint | null, bigint | number | null>(goods),
  toldAt: plain<Date>(goods),
});

export const tables = {
  location,
  item,
  kitComponent,
  stockEntry,
  stockPosting,
  stockBalance,
  reservation,
  shown,
};
export type InventoryRows = Rows<typeof tables>;
