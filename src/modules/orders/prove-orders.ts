import type { Prover } from '#kernel/module.ts';
import { listUnevenOrders } from './queries-change.ts';

/** Every order is the sum of its frozen lines, and what was given back is the sum of its refunds. */
export const ordersProver: Prover = {
  name: 'orders',
  says: 'every order is the sum of its lines, and its refunds explain what was given back',
  prove: async (ctx) => {
    const uneven = await listUnevenOrders(ctx);
    return uneven.length > 0 ? [{ says: 'Orders do not add up.', rows: uneven }] : [];
  },
};
