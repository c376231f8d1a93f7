/**
 * What must never happen, and who makes sure: the register of incidents with its clocks and notices, dated records whose
 * lapse closes what they guard, and the register of disclosures by law. Nothing in it is ever removed.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';
import { stores, tables } from './tables.ts';

export { mayUnmask } from '#modules/identity/index.ts';
export { verifyAnchors } from './anchor-audit.ts';
export { assessIncident, closeIncident, noteStep } from './assess-incident.ts';
export { breachLaw } from './breach-law.ts';
export { decideLegalRequest, exportByLaw, openLegalRequest } from './disclose-by-law.ts';
export { draftNotice } from './draft-notices.ts';
export type { Draft } from './draft-notices.ts';
export { facts as incidentsFacts } from './facts.ts';
export type { IncidentId, ScopeQuery } from './incident.ts';
export { disclosedByLaw } from './inform-disclosed.ts';
export type { DisclosedByLaw } from './inform-disclosed.ts';
export { keepRecord, listRecords, recordAudit, recordReview } from './keep-records.ts';
export { getIncident, listIncidents } from './list-incidents.ts';
export { lookedAt } from './looked-at.ts';
export type { Look } from './looked-at.ts';
export { openIncident } from './open-incident.ts';
export { lastRestored, overdueRecords } from './overdue-records.ts';
export type { Overdue } from './record.ts';
export { scopeOf, takeScope } from './scope-of.ts';
export { approveNotices, sendNotices } from './send-notices.ts';
export { categoryWords } from './words.ts';

export const incidentsModule: Module = {
  name: 'incidents',
  tables,
  stores,
  facts,
  jobs,
  routes,
};
