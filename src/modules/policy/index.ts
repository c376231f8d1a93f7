/**
 * What we promise, printed from what runs: the map of a shop, its policy in four languages, versions and what changed
 * between them, who was told, records of processing, and for each of 201 promises the evidence that it holds.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';
import { provePolicy } from './prove-policy.ts';
import { tables } from './tables.ts';

export { sayChange } from './change.ts';
export type { Change } from './change.ts';
export type { Clause, ClauseId, ClausePrefix } from './clause.ts';
export { clauses, clausesOf, isBuilt } from './clauses.ts';
export { compilePolicy } from './compile-policy.ts';
export { compileShop } from './compile-shop.ts';
export { diffMaps, isMaterial } from './diff-maps.ts';
export { sentencesOf, textOf } from './document.ts';
export type { Block, Entry, PolicyDocument, Sentence } from './document.ts';
export { declareProvers, proveHouse, proveTenant, standingsHere } from './evidence.ts';
export type { CheckResult, HouseProver } from './evidence.ts';
export { facts as policyFacts } from './facts.ts';
export type { Fault } from './fault.ts';
export { liveMap } from './live-map.ts';
export type { DataMap, MapRecipient } from './map.ts';
export { citeIn } from './cite.ts';
export { companyIn } from './companies.ts';
export { approvePolicy, ensurePolicy, publishPolicy, withdrawProposal } from './publish-policy.ts';
export {
  currentPolicy,
  diffPolicies,
  policyVersion,
  publishedDocument,
  publishedVersions,
} from './read-versions.ts';
export { announcedVersion, seeNotice, unseenVersion } from './see-notice.ts';
export { countStandings, standingsOf } from './standing.ts';
export type { Standing } from './standing.ts';
export { tellReaders } from './tell-readers.ts';
export { titleOfCheck } from './words-checks.ts';
export { policyWords } from './policy-words.ts';
export { languageOr, policyLanguages } from './words.ts';
export type { PolicyLanguage } from './words.ts';

export const policyModule: Module = {
  name: 'policy',
  tables,
  facts,
  jobs,
  routes,
  provers: [
    {
      name: 'policy',
      says: 'what the policy says is what is so',
      prove: provePolicy,
    },
  ],
};
