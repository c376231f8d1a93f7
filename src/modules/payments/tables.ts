import type { Id, TenantId } from '#kernel/ids.ts';
import { actor, plain, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type {
  AttemptId,
  IncidentId,
  IncidentKind,
  OrderGroupId,
  OrderId,
  PaymentId,
  PaymentState,
  RefundId,
  RefundState,
} from './payment.ts';
import type { TestCardScenario, TestCardState } from './test-card.ts';

export const payment = table(
  'payments.payment',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<PaymentId>('random key'),
    groupId: plain<OrderGroupId>('the orders it pays for'),
    attemptId: plain<AttemptId>('the checkout attempt; the key the provider knows it by'),
    provider: plain<string>('name of our adapter'),
    option: plain<string | null>('a code the provider offered'),
    state: plain<PaymentState>('where the money is'),
    currency: plain<string>('ISO 4217'),
    amountMinor: plain<bigint>('what is to be paid'),
    authorisedMinor: plain<bigint>('what the provider holds for us'),
    capturedMinor: plain<bigint>('what was taken'),
    refundedMinor: plain<bigint>('what was given back or is on its way back'),
    reference: plain<string | null>("the provider's own key"),
    createdAt: plain<Date>('when it was begun'),
    updatedAt: plain<Date>('when it last changed'),
  },
  { belongsTo: { table: 'orders.order', by: 'groupId', key: 'groupId' } },
);

/** Every question we put to a provider, and what it said; kept for people who look for lost money. */
export const paymentAttempt = table(
  'payments.payment_attempt',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<Id<'payment attempt'>>('random key'),
    paymentId: plain<PaymentId>('the payment'),
    outcome: plain<string>('what the provider said, as a code'),
    at: plain<Date>('when'),
  },
  { belongsTo: { table: 'payments.payment', by: 'paymentId' } },
);

export const capture = table(
  'payments.capture',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<Id<'capture'>>('random key'),
    paymentId: plain<PaymentId>('the payment'),
    amountMinor: plain<bigint>('what was taken'),
    reference: plain<string | null>("the provider's own key"),
    at: plain<Date>('when'),
  },
  { belongsTo: { table: 'payments.payment', by: 'paymentId' } },
);

export const refund = table(
  'payments.refund',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<RefundId>('random key; the key the provider knows it by'),
    paymentId: plain<PaymentId>('the payment'),
    orderId: plain<OrderId | null>('the order; none when the order was never placed'),
    kind: plain<'refund' | 'void'>('give back what was taken, or let go what is held'),
    amountMinor: plain<bigint>('how much'),
    currency: plain<string>('ISO 4217'),
    state: plain<RefundState>('where it is'),
    reason: plain<string>('why, as a code'),
    reference: plain<string | null>("the provider's own key"),
    tries: plain<number>('how often the provider was asked'),
    nextAt: plain<Date>('when the provider is asked next'),
    requestedAt: plain<Date>('when it was asked for'),
    settledAt: plain<Date | null>('when the money was on its way'),
  },
  { belongsTo: { table: 'payments.payment', by: 'paymentId' } },
);

export const paymentAllocation = table(
  'payments.payment_allocation',
  {
    tenantId: plain<TenantId>('tenant key'),
    paymentId: plain<PaymentId>('the payment'),
    orderId: plain<OrderId>('the order'),
    amountMinor: plain<bigint>("the order's share"),
    authorisedMinor: plain<bigint>('its share of what is held'),
    capturedMinor: plain<bigint>('its share of what was taken'),
    refundedMinor: plain<bigint>('its share of what was given back'),
  },
  { belongsTo: { table: 'payments.payment', by: 'paymentId' } },
);

export const transition = table(
  'payments.transition',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<Id<'payment transition'>>('random key'),
    paymentId: plain<PaymentId>('the payment'),
    fromState: plain<PaymentState>('from where'),
    toState: plain<PaymentState>('to where'),
    actorKind: plain<string>('buyer, staff or our own code'),
    actorId: actor('actor'),
    at: plain<Date>('when'),
  },
  { belongsTo: { table: 'payments.payment', by: 'paymentId' } },
);

export const incident = table(
  'payments.incident',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<IncidentId>('random key'),
    kind: plain<IncidentKind>('what went wrong, as a code'),
    state: plain<'open' | 'resolved'>('whether somebody looked at it'),
    paymentId: plain<PaymentId>('the payment'),
    orderId: plain<OrderId | null>('the order, when there is one'),
    amountMinor: plain<bigint>('how much money it is about'),
    currency: plain<string>('ISO 4217'),
    openedAt: plain<Date>('when it was found'),
    resolvedAt: plain<Date | null>('when it was settled'),
    resolvedBy: actor('staff'),
  },
  { belongsTo: { table: 'payments.payment', by: 'paymentId' } },
);

/** The test card's bank: what a real bank would keep on its side. Empty in a real shop. */
export const testCardCharge = table(
  'payments.test_card_charge',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<AttemptId>('the key we gave the bank'),
    scenario: plain<TestCardScenario>('what the card was asked to play'),
    state: plain<TestCardState>('what the bank decided'),
    amountMinor: plain<bigint>('how much'),
    currency: plain<string>('ISO 4217'),
    fetches: plain<number>('how often we asked'),
    createdAt: plain<Date>('when'),
  },
  { belongsTo: { table: 'payments.payment', by: 'id', key: 'attemptId' } },
);

export const testCardRefund = table(
  'payments.test_card_refund',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<RefundId>('the key we gave the bank'),
    chargeId: plain<string>('the charge'),
    amountMinor: plain<bigint>('how much'),
    createdAt: plain<Date>('when'),
  },
  { belongsTo: { table: 'payments.refund', by: 'id' } },
);

export const tables = {
  payment,
  paymentAttempt,
  capture,
  refund,
  paymentAllocation,
  transition,
  incident,
  testCardCharge,
  testCardRefund,
};
export type PaymentsRows = Rows<typeof tables>;
