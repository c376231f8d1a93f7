import type { Prover } from '#kernel/module.ts';
import { listTornCarts } from './queries-attempts.ts';

/** A cart is done exactly when one of its attempts is completed. */
export const checkoutProver: Prover = {
  name: 'checkout',
  says: 'a cart is done exactly when its payment was completed',
  prove: async (ctx) => {
    const torn = await listTornCarts(ctx);
    return torn.length > 0 ? [{ says: 'Carts and their attempts disagree.', rows: torn }] : [];
  },
};
