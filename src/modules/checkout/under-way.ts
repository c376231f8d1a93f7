import type { UnderWay } from '#kernel/erasure.ts';
import { amongActive } from './queries-attempts.ts';
import { cart } from './tables.ts';

const says =
  'a payment is under way: the money must find its order, and the order its record, before either is erased';

/** Carts whose buyer is at their bank; an erasure waits for that, a quarter of an hour as a rule. */
export const cartsUnderWay: UnderWay = {
  table: cart.name,
  says,
  among: async (ctx, ids) => new Set((await amongActive(ctx, ids)).map(({ cartId }) => cartId)),
};

/** The drafts that such a payment would make orders. */
export const draftsUnderWay: UnderWay = {
  table: 'orders.order',
  says,
  among: async (ctx, ids) => new Set((await amongActive(ctx, ids)).flatMap(({ orderIds }) => orderIds)),
};
