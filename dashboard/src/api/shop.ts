import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, ifMatch, versionedBodyOf } from './client.ts';
import type { Answer } from './client.ts';

/** What everybody may know of the shop: its name, money and colour. */
export const shopQuery = queryOptions({
  queryKey: ['shop'],
  queryFn: () => bodyOf(api.GET('/api/store/shop')),
  staleTime: 300_000,
});

export type ShopSettings = Answer<'get', '/api/admin/shop'>;

export const shopSettingsQuery = queryOptions({
  queryKey: ['shop', 'settings'],
  queryFn: () => versionedBodyOf(api.GET('/api/admin/shop')),
});

export const saveShop = (etag: string, change: Partial<Omit<ShopSettings, 'version' | 'currency'>>) =>
  bodyOf(api.PATCH('/api/admin/shop', { body: change, ...ifMatch(etag) }));
