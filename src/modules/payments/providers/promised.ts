import type { Charge, PayOutcome } from '../provider.ts';

/** The answer of a way to pay that asks nobody: the buyer's word. */
export const promised = (charge: Charge): Extract<PayOutcome, { kind: 'approved' }> => ({
  kind: 'approved',
  reference: charge.key,
  settled: 'promised',
  amount: charge.amount,
});
