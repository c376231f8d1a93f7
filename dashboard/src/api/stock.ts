import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, done, ifMatch } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

export type Level = ItemOf<'/api/admin/stock/levels'>;
export type Movement = ItemOf<'/api/admin/stock/movements'>;
export type StockCard = Answer<'get', '/api/admin/stock/offers/{offerId}'>;
export type Location = ItemOf<'/api/admin/stock/locations'>;

export interface LevelsFilter {
  readonly q?: string;
  readonly locationId?: string;
  readonly low?: boolean;
}

export const listLevels = (filter: LevelsFilter, after?: string, limit = 50) =>
  bodyOf(
    api.GET('/api/admin/stock/levels', {
      params: { query: { ...filter, limit, ...(after ? { after } : {}) } },
    }),
  );

export interface MovementsFilter {
  readonly offerId?: string;
  readonly locationId?: string;
  readonly kind?: Movement['kind'];
}

export const listMovements = (filter: MovementsFilter, after?: string, limit = 50) =>
  bodyOf(
    api.GET('/api/admin/stock/movements', {
      params: { query: { ...filter, limit, ...(after ? { after } : {}) } },
    }),
  );

export const stockCardQuery = (offerId: string) =>
  queryOptions({
    queryKey: ['stock', 'card', offerId],
    queryFn: () => bodyOf(api.GET('/api/admin/stock/offers/{offerId}', { params: { path: { offerId } } })),
  });

export const locationsQuery = queryOptions({
  queryKey: ['stock', 'locations'],
  queryFn: () => bodyOf(api.GET('/api/admin/stock/locations', { params: { query: {} } })),
  staleTime: 120_000,
});

/** Why stock was corrected; a code, because notes about goods turn into notes about people. */
export const reasons = ['damaged', 'lost', 'found', 'counted', 'correction', 'sample'] as const;
export type Reason = (typeof reasons)[number];

export const receiveStock = (body: { offerId: string; quantity: number; locationId: string }) =>
  bodyOf(
    api.POST('/api/admin/stock/receive', {
      body: { locationId: body.locationId, lines: [{ offerId: body.offerId, quantity: body.quantity }] },
    }),
  );

export const adjustStock = (body: { offerId: string; change: number; reason: Reason; locationId: string }) =>
  bodyOf(api.POST('/api/admin/stock/adjust', { body }));

export const countStock = (body: { offerId: string; counted: number; locationId: string }) =>
  bodyOf(
    api.POST('/api/admin/stock/count', {
      body: { locationId: body.locationId, lines: [{ offerId: body.offerId, counted: body.counted }] },
    }),
  );

export const moveStock = (body: { offerId: string; quantity: number; from: string; to: string }) =>
  bodyOf(
    api.POST('/api/admin/stock/move', {
      body: { from: body.from, to: body.to, lines: [{ offerId: body.offerId, quantity: body.quantity }] },
    }),
  );

export const setItemRules = (offerId: string, body: { lowAt: number; safety: number }) =>
  done(api.PATCH('/api/admin/stock/offers/{offerId}', { params: { path: { offerId } }, body }));

export interface NewLocation {
  readonly code: string;
  readonly name: string;
  readonly kind: Location['kind'];
  readonly sells: boolean;
}

export const addLocation = (body: NewLocation) => bodyOf(api.POST('/api/admin/stock/locations', { body }));

const versionOf = (location: Location): string => `"${location.version}"`;

export const changeLocation = (
  location: Location,
  body: { name?: string; sells?: boolean; priority?: number },
) =>
  bodyOf(
    api.PATCH('/api/admin/stock/locations/{id}', {
      params: { path: { id: location.id } },
      body,
      ...ifMatch(versionOf(location)),
    }),
  );

export const archiveLocation = (location: Location) =>
  bodyOf(
    api.POST('/api/admin/stock/locations/{id}/archive', {
      params: { path: { id: location.id } },
      ...ifMatch(versionOf(location)),
    }),
  );
