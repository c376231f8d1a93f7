import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';
import type { Answer } from './client.ts';

/** Why somebody whose role masks people reads one all the same. */
export const revealReasons = [
  'buyer-asked',
  'delivery-problem',
  'payment-question',
  'fraud-suspected',
  'authority-asked',
] as const;
export type RevealReason = (typeof revealReasons)[number];

export type Revealed = Answer<'post', '/api/admin/orders/{id}/reveal'>;

export const revealOrder = (id: string, because: RevealReason) =>
  bodyOf(api.POST('/api/admin/orders/{id}/reveal', { params: { path: { id } }, body: { because } }));

export const revealCustomer = (id: string, because: RevealReason) =>
  bodyOf(api.POST('/api/admin/customers/{id}/reveal', { params: { path: { id } }, body: { because } }));

/** Names behind the keys of colleagues; their reading is recorded, so they are asked for once. */
export const colleaguesQuery = queryOptions({
  queryKey: ['staff', 'names'],
  queryFn: () => bodyOf(api.GET('/api/admin/colleagues')),
  staleTime: 900_000,
});
