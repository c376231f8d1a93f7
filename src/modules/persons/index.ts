/**
 * Persons: one human across the whole house, by table name from the registry. It finds, copies, corrects, restricts,
 * joins and forgets people, searches for what is left of them, and tells the companies that got their data.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { reactions } from './reactions.ts';
import { holdableRoutes } from './routes-holdable.ts';
import { minorRoutes } from './routes-minors.ts';
import { schemaRoutes } from './routes-schema.ts';
import { pathsProver } from './prove-paths.ts';
import { tables } from './tables.ts';

export { correctPerson } from './correct-person.ts';
export type { Corrected, Correction } from './correct-person.ts';
export { copySchema } from './copy.ts';
export type { CopyColumn, CopyKeep, CopyRow, CopySection, CopyWithheld, PersonCopy } from './copy.ts';
export { copyOf } from './copy-of.ts';
export { personCopySchema } from './copy-schema.ts';
export { erasePersons } from './erase-persons.ts';
export type {
  ErasureBecause,
  ErasureState,
  Node,
  NodeKind,
  Plan,
  PlannedNode,
  TellingBecause,
} from './erasure.ts';
export { facts as personsFacts } from './facts.ts';
export { findHoldable } from './find-holdable.ts';
export type { Holdable, HoldableOf } from './find-holdable.ts';
export { findPersons } from './find-persons.ts';
export type { KnownBy } from './find-persons.ts';
export { freeTextAbout } from './free-text-about.ts';
export type { Mention } from './free-text-about.ts';
export { importCopy } from './import-copy.ts';
export type { Imported } from './import-copy.ts';
export { listTwins } from './list-twins.ts';
export type { Twins } from './list-twins.ts';
export { mergePersons, undoMerge } from './merge-persons.ts';
export type { EndKind, NodeEnd } from './node-end.ts';
export { getPlan, planErasure, withdrawErasure } from './plan-erasure.ts';
export { endByHand } from './propagate.ts';
export { reportMinor } from './report-minor.ts';
export { residueOf } from './residue-of.ts';
export type { LeftOver } from './residue-of.ts';
export { restrictPerson } from './restrict-person.ts';
export { tellCompanies } from './tell-companies.ts';
export { tellOfChange } from './tell-of-change.ts';
export { zipOf } from './zip-of.ts';
export type { CorrectionId, ErasureId, LinkId, NodeId } from './tables.ts';

export const personsModule: Module = {
  name: 'persons',
  tables,
  facts,
  jobs,
  reactions,
  provers: [pathsProver],
  routes: (http) => {
    holdableRoutes(http);
    minorRoutes(http);
    schemaRoutes(http);
  },
};
