import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { paymentsProver } from './prove-payments.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';

/**
 * How money arrives and goes back: one payment per checkout attempt, shared between the orders of a group, over one port
 * that every provider fits. Providers are asked outside of transactions, and every question may be asked twice.
 */
export const paymentsModule: Module = {
  name: 'payments',
  tables,
  triggers: ['payments.payment.payment_adds_up', 'payments.payment_allocation.allocation_adds_up'],
  facts,
  jobs,
  provers: [paymentsProver],
  routes,
};

export { facts as paymentFacts } from './facts.ts';
export { markPaid } from './mark-paid.ts';
export { askAttempt, cancelAttempt, payAttempt, promiseOf } from './pay-attempt.ts';
export type {
  AttemptId,
  OrderGroupId,
  OrderId,
  Payment,
  PaymentId,
  PaymentState,
  RefundId,
} from './payment.ts';
export type { Charge, PaymentProvider, PayOutcome, RefundOutcome, Start } from './provider.ts';
export { choosePaymentMethod, isPromise, paymentLabel, paymentMethods } from './providers.ts';
export type { PaymentMethod } from './providers.ts';
export { countWaiting as countWaitingPayments } from './queries-refunds.ts';
export type { Refund } from './queries-refunds.ts';
export { recordOutcome } from './record-outcome.ts';
export { refundPayment } from './refund-payment.ts';
export { returnMoney } from './return-money.ts';
export { settleRefund } from './settle-refund.ts';
export { startPayment } from './start-payment.ts';
export { voidPayment } from './void-payment.ts';
