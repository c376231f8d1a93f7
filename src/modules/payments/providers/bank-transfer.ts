import type { PaymentProvider, PayOutcome } from '../provider.ts';

const promised = (key: string, amount: Extract<PayOutcome, { kind: 'approved' }>['amount']): PayOutcome => ({
  kind: 'approved',
  reference: key,
  settled: 'promised',
  amount,
});

/** The buyer transfers the money after ordering; staff mark the order as paid when it is on the account. */
export const bankTransfer: PaymentProvider = {
  name: 'bank-transfer',
  label: { en: 'Bank transfer', de: 'Überweisung' },
  via: 'bank',
  promises: true,
  available: () => true,
  start: () => ({ kind: 'nothing' }),
  pay: async (_house, charge) => promised(charge.key, charge.amount),
  fetch: async (_house, charge) => promised(charge.key, charge.amount),
  capture: async (_house, charge) => promised(charge.key, charge.amount),
  cancel: async () => ({ kind: 'declined', reason: 'cancelled' }),
  refund: async () => ({ kind: 'manual' }),
};
