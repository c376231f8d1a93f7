import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, ifMatch, versionedBodyOf } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

export type TaxPlace = ItemOf<'/api/admin/tax-rates'>;
export type TaxClass = TaxPlace['shipped'][number]['taxClass'];
export type TaxSettings = Answer<'get', '/api/admin/tax-settings'>;

export const taxPlacesQuery = queryOptions({
  queryKey: ['tax', 'places'],
  queryFn: () => bodyOf(api.GET('/api/admin/tax-rates')),
});

export const taxSettingsQuery = queryOptions({
  queryKey: ['tax', 'settings'],
  queryFn: () => versionedBodyOf(api.GET('/api/admin/tax-settings')),
});

export const saveTaxSettings = (etag: string, body: Omit<TaxSettings, 'version'>) =>
  bodyOf(api.PUT('/api/admin/tax-settings', { body, ...ifMatch(etag) }));

export const setTaxRate = (body: {
  zone: string;
  taxClass: TaxClass;
  rateBp: number | null;
  label: string | null;
  from: string;
}) => bodyOf(api.POST('/api/admin/tax-rates', { body }));
