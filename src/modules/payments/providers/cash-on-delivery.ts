import type { PaymentProvider } from '../provider.ts';
import { promised } from './promised.ts';

/** The carrier takes the money at the door; offered where the shop itself is. */
export const cashOnDelivery: PaymentProvider = {
  name: 'cash-on-delivery',
  label: { en: 'Cash on delivery', de: 'Nachnahme' },
  via: 'cod',
  promises: true,
  available: (_house, place) => place.country === place.tenant.country,
  start: () => ({ kind: 'nothing' }),
  pay: async (_house, charge) => promised(charge),
  fetch: async (_house, charge) => promised(charge),
  capture: async (_house, charge) => promised(charge),
  cancel: async () => ({ kind: 'declined', reason: 'cancelled' }),
  refund: async () => ({ kind: 'manual' }),
};
