import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

export type Customer = ItemOf<'/api/admin/customers'>;
export type CustomerDetail = Answer<'get', '/api/admin/customers/{id}'>;

export const listCustomers = (q: string | undefined, after?: string, limit = 50) =>
  bodyOf(
    api.GET('/api/admin/customers', {
      params: { query: { limit, ...(q ? { q } : {}), ...(after ? { after } : {}) } },
    }),
  );

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: () => bodyOf(api.GET('/api/admin/customers/{id}', { params: { path: { id } } })),
  });
