import type { PaymentProvider } from '../provider.ts';
import { promised } from './promised.ts';

/** The buyer transfers the money after ordering; staff mark the order as paid when it is on the account. */
export const bankTransfer: PaymentProvider = {
  name: 'bank-transfer',
  label: { en: 'Bank transfer', de: 'Überweisung' },
  via: 'bank',
  promises: true,
  available: () => true,
  start: () => ({ kind: 'nothing' }),
  pay: async (_house, charge) => promised(charge),
  fetch: async (_house, charge) => promised(charge),
  capture: async (_house, charge) => promised(charge),
  cancel: async () => ({ kind: 'declined', reason: 'cancelled' }),
  refund: async () => ({ kind: 'manual' }),
};
