import { addressCategories } from '#kernel/address/categories.ts';
import type { Locale } from '#kernel/context.ts';
import type { Id, TenantId } from '#kernel/ids.ts';
import {
  actor,
  blindIndex,
  maybeSealed,
  maybeSubject,
  plain,
  sealed,
  searchTokens,
  subject,
  table,
} from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { OfferId, Picture } from '#modules/catalog/index.ts';
import type {
  AttemptId,
  OrderGroupId,
  OrderId,
  PaymentId,
  PaymentState,
  RefundId,
} from '#modules/payments/index.ts';
import type {
  Axis,
  CartId,
  FulfilmentState,
  OrderLineId,
  OrderState,
  PartyId,
  PartySnapshot,
} from './order.ts';

const key = 'random key';
const goods = 'about goods, not people';
const books = 'money; the books need it after an erasure';

export const orderGroup = table(
  'orders.order_group',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<OrderGroupId>(key),
    cartId: plain<CartId>('the cart it came from; one cart becomes one group'),
    attemptId: plain<AttemptId>('the checkout attempt whose drafts it holds'),
    currency: plain<string>('ISO 4217'),
    totalMinor: plain<bigint>(books),
    createdAt: plain<Date>('when'),
    placedAt: plain<Date | null>('when its orders were placed'),
  },
  { belongsTo: { table: 'orders.order', by: 'id', key: 'groupId' } },
);

export const order = table(
  'orders.order',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<OrderId>(key),
    groupId: plain<OrderGroupId>(key),
    number: plain<bigint | null>('the number people see; none before it is placed'),
    state: plain<OrderState>('what was agreed'),
    paymentState: plain<PaymentState>('where the money is'),
    fulfilmentState: plain<FulfilmentState>('where the goods are'),
    attemptId: plain<AttemptId>('under which its stock is held'),
    paymentId: plain<PaymentId | null>('its payment'),
    provider: plain<string>('way to pay'),
    buyerId: subject('buyer'),
    holderId: maybeSubject('account holder, once the address is verified', { sameAs: 'buyerId' }),
    locale: plain<Locale>('language of the buyer'),
    origin: plain<string>("the shop's own address, for links in mails"),
    country: plain<string>('where it goes: tax'),
    currency: plain<string>('ISO 4217'),
    pricesIncludeTax: plain<boolean>('how its prices were shown'),
    goodsMinor: plain<bigint>(books),
    goodsNetMinor: plain<bigint>(books),
    taxMinor: plain<bigint>(books),
    totalMinor: plain<bigint>(books),
    refundedMinor: plain<bigint>(books),
    deliveryOptionId: plain<string>('the chosen way of delivery'),
    deliveryName: plain<string>(goods),
    deliveryMinor: plain<bigint>(books),
    deliveryTaxLabel: plain<string>('name of a tax'),
    deliveryTaxRateBp: plain<number>('tax rate in basis points'),
    deliveryNetMinor: plain<bigint>(books),
    deliveryTaxMinor: plain<bigint>(books),
    deliveryGrossMinor: plain<bigint>(books),
    deliveryRefundedMinor: plain<bigint>(books),
    pieces: plain<number>('how many pieces'),
    version: plain<number>('counts changes'),
    createdAt: plain<Date>('when'),
    placedAt: plain<Date | null>('when'),
    cancelledAt: plain<Date | null>('when'),
  },
  { retention: 'bookkeeping', agesFrom: 'placedAt' },
);

export const orderLine = table(
  'orders.order_line',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<OrderLineId>(key),
    orderId: plain<OrderId>(key),
    position: plain<number>('place in the order'),
    offerId: plain<OfferId>(key),
    variantId: plain<string>(key),
    productId: plain<string>(key),
    slug: plain<string>(goods),
    sku: plain<string | null>(goods),
    title: plain<string>(goods),
    variantTitle: plain<string>(goods),
    condition: plain<string>(goods),
    picture: plain<Picture | null, string | null>('a public picture of the goods'),
    quantity: plain<number>('pieces ordered'),
    shippedQuantity: plain<number>('pieces that left'),
    droppedQuantity: plain<number>('pieces given back before they left'),
    refundedQuantity: plain<number>('pieces given back'),
    refundedMinor: plain<bigint>(books),
    refundedTaxMinor: plain<bigint>(books),
    unitMinor: plain<bigint>(books),
    amountMinor: plain<bigint>(books),
    taxLabel: plain<string>('name of a tax'),
    taxRateBp: plain<number>('tax rate in basis points'),
    netMinor: plain<bigint>(books),
    taxMinor: plain<bigint>(books),
    grossMinor: plain<bigint>(books),
  },
  { belongsTo: { table: 'orders.order', by: 'orderId' } },
);

const contactFields = { ...addressCategories, email: 'contact.email' } as const;

/** Kept while the order is served. */
const served = {
  of: 'subjectId',
  retention: 'order',
  onErase: 'shred-and-clear',
} as const;

/** Who an order concerns, one row per role, so that an erasure and a duty to keep act on one row each. */
export const party = table(
  'orders.party',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<PartyId>(key),
    orderId: plain<OrderId>(key),
    role: plain<'buyer' | 'recipient' | 'bill_to'>('in which role'),
    subjectId: subject('buyer'),
    /** Buyer and recipient: needed to serve the order. */
    contact: maybeSealed<PartySnapshot>()({
      ...served,
      class: 'service',
      source: 'person',
      because: 'a parcel needs a name and an address, and news of the order an e-mail address',
      purposes: [
        'checkout',
        'fulfil',
        'support',
        'notify',
        'pay',
        'account',
        'administer',
        'rights',
        'disclose',
      ],
      fields: contactFields,
    }),
    /** Whom the bill names: the tax law wants it longer than the order needs it. */
    invoice: maybeSealed<PartySnapshot>()({
      of: 'subjectId',
      class: 'legal',
      source: 'person',
      because: 'an invoice must name who is billed',
      purposes: ['checkout', 'bookkeeping', 'support', 'account', 'administer', 'rights', 'disclose'],
      fields: contactFields,
      retention: 'bookkeeping',
      onErase: 'retain-until-law-ends',
    }),
    country: plain<string>('tax is by country'),
    postcodePrefix: plain<string>('two characters: regions, not streets'),
    emailIndex: blindIndex({
      ...served,
      category: 'contact.email',
      purposes: ['checkout', 'support', 'account', 'administer'],
    }),
    nameTokens: searchTokens({
      ...served,
      category: 'identity.name',
      purposes: ['support', 'administer'],
    }),
  },
  { belongsTo: { table: 'orders.order', by: 'orderId' }, agesFrom: 'placedAt' },
);

export const transition = table(
  'orders.transition',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<Id<'order transition'>>(key),
    orderId: plain<OrderId>(key),
    axis: plain<Axis>('which of the three states'),
    fromState: plain<string>('from where'),
    toState: plain<string>('to where'),
    reason: plain<string>('why, as a code'),
    actorKind: plain<string>('buyer, staff or our own code'),
    actorId: actor('actor'),
    at: plain<Date>('when'),
  },
  { belongsTo: { table: 'orders.order', by: 'orderId' } },
);

export const refund = table(
  'orders.refund',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<RefundId>('the key of its payment refund'),
    orderId: plain<OrderId>(key),
    amountMinor: plain<bigint>(books),
    goodsNetMinor: plain<bigint>(books),
    deliveryNetMinor: plain<bigint>(books),
    taxMinor: plain<bigint>(books),
    reason: plain<string>('why, as a code'),
    restock: plain<boolean>('whether the goods went back on the shelf'),
    at: plain<Date>('when'),
  },
  { belongsTo: { table: 'orders.order', by: 'orderId' } },
);

export const refundLine = table(
  'orders.refund_line',
  {
    tenantId: plain<TenantId>('tenant key'),
    refundId: plain<RefundId>(key),
    orderLineId: plain<OrderLineId>(key),
    quantity: plain<number>('pieces'),
    netMinor: plain<bigint>(books),
    taxMinor: plain<bigint>(books),
    grossMinor: plain<bigint>(books),
  },
  { belongsTo: { table: 'orders.refund', by: 'refundId' } },
);

/** What a buyer sees of a shipment; written by fulfilment when something leaves. */
export const parcel = table(
  'orders.parcel',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<Id<'fulfilment'>>('the key of its shipment'),
    orderId: plain<OrderId>(key),
    buyerId: subject('buyer'),
    carrier: plain<string>('code of a carrier'),
    tracking: maybeSealed<{ number: string }>()({
      of: 'buyerId',
      class: 'service',
      source: 'staff',
      because: 'you and we follow the parcel by it',
      purposes: ['checkout', 'fulfil', 'support', 'notify', 'account', 'administer', 'rights', 'disclose'],
      fields: { number: 'order.reference' },
      retention: 'order',
      onErase: 'shred-and-clear',
    }),
    shippedAt: plain<Date>('when it left'),
    deliveredAt: plain<Date | null>('when it arrived'),
  },
  { belongsTo: { table: 'orders.order', by: 'orderId' }, agesFrom: 'placedAt' },
);

export const parcelLine = table(
  'orders.parcel_line',
  {
    tenantId: plain<TenantId>('tenant key'),
    parcelId: plain<Id<'fulfilment'>>(key),
    orderLineId: plain<OrderLineId>(key),
    quantity: plain<number>('pieces'),
  },
  { belongsTo: { table: 'orders.parcel', by: 'parcelId' } },
);

/** What staff write down about an order; free text, so it is sealed as the buyer's. */
export const note = table(
  'orders.note',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<Id<'order note'>>(key),
    orderId: plain<OrderId>(key),
    buyerId: subject('buyer'),
    authorId: actor('staff'),
    body: sealed<{ text: string }>()({
      of: 'buyerId',
      class: 'service',
      source: 'staff',
      because: 'what colleagues must know to serve the order',
      purposes: ['support', 'administer', 'fulfil', 'rights', 'disclose'],
      fields: { text: 'content.freetext' },
      retention: 'order',
      onErase: 'delete-row',
    }),
    at: plain<Date>('when'),
  },
  { belongsTo: { table: 'orders.order', by: 'orderId' }, onErase: 'delete-row', agesFrom: 'at' },
);

export const tables = {
  orderGroup,
  order,
  orderLine,
  party,
  transition,
  refund,
  refundLine,
  parcel,
  parcelLine,
  note,
};
export type OrdersRows = Rows<typeof tables>;
