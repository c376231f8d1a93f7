import type { Prover } from '#kernel/module.ts';
import { findListingDrift } from './queries-listing.ts';

/** The shop window shows exactly the products on sale, at the price and availability their offers have. */
export const proveListing: Prover = {
  name: 'catalog.listing',
  says: 'the shop window shows what products, prices and stock say',
  prove: async (ctx) =>
    (await findListingDrift(ctx)).map(({ productId, says }) => ({ says, rows: [productId] })),
};
