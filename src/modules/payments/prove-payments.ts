import type { Prover } from '#kernel/module.ts';
import { listUnevenPayments, listUnexplainedPayments } from './queries-prove.ts';

/** Every payment is the sum of its orders' shares, of its captures and of its refunds. */
export const paymentsProver: Prover = {
  name: 'payments',
  says: 'every payment is the sum of its shares, captures and refunds',
  prove: async (ctx) => {
    const uneven = await listUnevenPayments(ctx);
    const unexplained = await listUnexplainedPayments(ctx);
    return [
      ...(uneven.length > 0 ? [{ says: 'The shares of a payment do not add up to it.', rows: uneven }] : []),
      ...(unexplained.length > 0
        ? [{ says: 'Captures or refunds do not explain a payment.', rows: unexplained }]
        : []),
    ];
  },
};
