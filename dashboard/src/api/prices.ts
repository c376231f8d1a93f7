import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, done } from './client.ts';

const one = (id: string) => ({ path: { id } });

export const pricesQuery = (offerId: string) =>
  queryOptions({
    queryKey: ['prices', offerId],
    queryFn: () => bodyOf(api.GET('/api/admin/offers/{id}/prices', { params: one(offerId) })),
  });

export const priceHistoryQuery = (offerId: string) =>
  queryOptions({
    queryKey: ['prices', offerId, 'history'],
    queryFn: () =>
      bodyOf(
        api.GET('/api/admin/offers/{id}/price-history', {
          params: { ...one(offerId), query: { limit: 30 } },
        }),
      ),
  });

export interface PriceWish {
  readonly currency: string;
  readonly amountMinor: number;
  readonly compareAtMinor: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const setPrice = (offerId: string, wish: PriceWish) =>
  bodyOf(api.PUT('/api/admin/offers/{id}/prices', { params: one(offerId), body: { prices: [wish] } }));

export const endPrice = (id: string) => done(api.DELETE('/api/admin/prices/{id}', { params: one(id) }));
