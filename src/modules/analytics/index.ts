/**
 * How many people visit: pages, referring domains, browsers and devices, in counts that identify nobody.
 * Browsers of a day are told apart by hashes under a random salt that dies within 48 hours; what is below five is never told.
 */
import type { Module } from '#kernel/module.ts';
import { jobs } from './jobs.ts';
import { statisticsProver } from './prove-statistics.ts';
import { routes } from './routes.ts';
import { stores, tables } from './tables.ts';

export { countVisit } from './count-visit.ts';
export { exactUpTo, declaredError } from './sketch.ts';
export { tellVisits } from './count-visit.ts';
export { families } from './reader.ts';
export { foldDays } from './fold-days.ts';
export { statisticsProver } from './prove-statistics.ts';
export { device as devices, dimensions, smallest } from './visit.ts';
export type { Hit } from './visit.ts';
export { statisticsItems, visitFeature } from './visit-cookie.ts';
export { visits } from './visits.ts';
export type { VisitDay, Visits } from './visits.ts';

export const analyticsModule: Module = {
  name: 'analytics',
  tables,
  stores,
  jobs,
  provers: [statisticsProver],
  routes,
};
