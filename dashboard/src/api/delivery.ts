import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, done, ifMatch } from './client.ts';
import type { ItemOf } from './client.ts';
import type { TaxClass } from './tax.ts';

export type Zone = ItemOf<'/api/admin/delivery-zones'>;
export type Method = Zone['methods'][number];
export type ZoneInput = Pick<Zone, 'name' | 'countries' | 'postcodes' | 'position'>;
export type MethodInput = Omit<Method, 'id' | 'version' | 'taxClass'> & { taxClass: TaxClass };

const one = (id: string) => ({ params: { path: { id } } });
const versionOf = (row: { version: number }) => ifMatch(`"${row.version}"`);

export const zonesQuery = queryOptions({
  queryKey: ['delivery'],
  queryFn: () => bodyOf(api.GET('/api/admin/delivery-zones')),
});

export const saveZone = (zone: Zone | null, body: ZoneInput) =>
  zone
    ? done(api.PUT('/api/admin/delivery-zones/{id}', { ...one(zone.id), body, ...versionOf(zone) }))
    : done(api.POST('/api/admin/delivery-zones', { body }));

export const removeZone = (zone: Zone) =>
  done(api.DELETE('/api/admin/delivery-zones/{id}', { ...one(zone.id), ...versionOf(zone) }));

export const saveMethod = (zoneId: string, method: Method | null, body: MethodInput) =>
  method
    ? done(api.PUT('/api/admin/delivery-methods/{id}', { ...one(method.id), body, ...versionOf(method) }))
    : done(api.POST('/api/admin/delivery-zones/{id}/methods', { ...one(zoneId), body }));

export const removeMethod = (method: Method) =>
  done(api.DELETE('/api/admin/delivery-methods/{id}', { ...one(method.id), ...versionOf(method) }));
