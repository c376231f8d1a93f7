import { api, bodyOf } from './client.ts';
import type { Answer } from './client.ts';

export type Statistics = Answer<'get', '/api/admin/statistics'>;
export type VisitDay = Statistics['days'][number];
export type Heading = Statistics['pages'][number];

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The last so many days until today, as one answer. */
export function getStatistics(days: number): Promise<Statistics> {
  const today = Date.now();
  const query = { from: dayOf(today - days * 86_400_000), to: dayOf(today) };
  return bodyOf(api.GET('/api/admin/statistics', { params: { query } }));
}
