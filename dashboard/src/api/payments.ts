import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';

export const handRefundsQuery = queryOptions({
  queryKey: ['orders', 'hand-refunds'],
  queryFn: () => bodyOf(api.GET('/api/admin/refunds/by-hand')),
});

export const confirmRefund = (id: string) =>
  bodyOf(api.POST('/api/admin/refunds/{id}/confirm', { params: { path: { id } } }));

export const incidentsQuery = queryOptions({
  queryKey: ['orders', 'incidents'],
  queryFn: () => bodyOf(api.GET('/api/admin/incidents')),
});

export const resolveIncident = (id: string) =>
  bodyOf(api.POST('/api/admin/incidents/{id}/resolve', { params: { path: { id } } }));
