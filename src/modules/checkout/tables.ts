import type { Locale } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { blindIndex, maybeSealed, maybeSubject, plain, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { AttemptState } from './attempt.ts';
import type {
  AttemptId,
  CartContact,
  CartId,
  CartState,
  OrderGroupId,
  OrderId,
  PaymentId,
  Quote,
} from './cart.ts';

const key = 'random key';

export const cart = table(
  'checkout.cart',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<CartId>(key),
    version: plain<number>('counts changes'),
    state: plain<CartState>('whether it became an order'),
    currency: plain<string>('ISO 4217'),
    country: plain<string>('where it goes: tax'),
    locale: plain<Locale>('language of the buyer'),
    buyerId: maybeSubject('buyer'),
    contact: maybeSealed<CartContact>()({
      of: 'buyerId',
      class: 'service',
      source: 'person',
      because: 'typed into the checkout, kept until the order is placed',
      purposes: ['checkout', 'browse', 'pay', 'rights'],
      fields: {
        email: 'contact.email',
        name: 'identity.name',
        shippingAddress: 'contact.address',
        billingAddress: 'contact.address',
      },
      retention: 'cart',
      onErase: 'delete-row',
    }),
    emailIndex: blindIndex({
      of: 'buyerId',
      category: 'contact.email',
      purposes: ['rights'],
      retention: 'cart',
      onErase: 'delete-row',
    }),
    optionId: plain<string | null>('the chosen delivery'),
    provider: plain<string | null>('the chosen way to pay'),
    paymentOption: plain<string | null>('a code the provider offered'),
    quote: plain<Quote>('its lines, with what they cost when somebody last looked; no person'),
    quotedAt: plain<Date>('when it was worked out'),
    attemptId: plain<AttemptId | null>('the payment under way'),
    attempts: plain<number>('how many payments were begun'),
    createdAt: plain<Date>('when'),
    updatedAt: plain<Date>('its retention runs from here'),
  },
  { onErase: 'delete-row', retention: 'cart', agesFrom: 'updatedAt', staysWhile: 'attemptId' },
);

export const checkoutAttempt = table(
  'checkout.checkout_attempt',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<AttemptId>('random key; the key the provider and the stock know it by'),
    cartId: plain<CartId>(key),
    cartVersion: plain<number>('what was agreed to'),
    groupId: plain<OrderGroupId>(key),
    orderIds: plain<OrderId[]>('the drafts it would place'),
    paymentId: plain<PaymentId>(key),
    provider: plain<string>('way to pay'),
    paymentOption: plain<string | null>('a code the provider offered'),
    amountMinor: plain<bigint>('what is to be paid'),
    currency: plain<string>('ISO 4217'),
    locale: plain<Locale>('language of the buyer'),
    state: plain<AttemptState>('how far it came'),
    reason: plain<string | null>('why it ended, as a code'),
    asks: plain<number>('how often the reconciler asked'),
    nextAskAt: plain<Date>('when it asks again'),
    expiresAt: plain<Date>('until when the goods are held'),
    createdAt: plain<Date>('when'),
    updatedAt: plain<Date>('when'),
  },
  { belongsTo: { table: 'checkout.cart', by: 'cartId' } },
);

export const tables = { cart, checkoutAttempt };
export type CheckoutRows = Rows<typeof tables>;
