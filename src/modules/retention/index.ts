/**
 * Retention: how long things stay and what ends them. Law packs and promises make clocks, holds stop them, and an
 * executor deletes or shreds what nobody has a ground to keep.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { proveClocks } from './prove-clocks.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';

export { addSpan, dayOf, deadlineFrom, startOfDay, zoneOf } from './calendar.ts';
export type { CivilDate } from './civil-date.ts';
export { clockFaults, clocksOf } from './clock.ts';
export type { Clock } from './clock.ts';
export { listDrills, recordDrill } from './drills.ts';
export type { Drill } from './run.ts';
export { facts as retentionFacts } from './facts.ts';
export { forgetPeople, peopleStillKnown, shredNeedless } from './forget-people.ts';
export { holdsFields } from './hold.ts';
export type { Hold, HoldGround, HoldId } from './hold.ts';
export { answerBy, keepOf, lawMatterOf, minAgeOf, promisedSpanOf } from './keep.ts';
export type { Keep } from './keep.ts';
export { ruleInForce, rulesAbout } from './law-pack.ts';
export type { AgeRule, LawMatter, LawPack, LawRule } from './law-pack.ts';
export { lawPack, lawPacks } from './law-packs/law-packs.ts';
export { listClocks, listRuns, previewRun } from './list-clocks.ts';
export type { ClockView } from './list-clocks.ts';
export { heldRows, holdsOf, keptRows, listHolds } from './list-holds.ts';
export { holdableTables, placeHold } from './place-hold.ts';
export type { PlannedLine } from './plan-run.ts';
export { approveHold, askForRelease, releaseHold } from './release-hold.ts';
export { runClocks } from './run-clocks.ts';

export const retentionModule: Module = {
  name: 'retention',
  tables,
  facts,
  jobs,
  provers: [
    {
      name: 'clocks',
      says: 'nothing outlives its clock, unless it is held or waits for a yes',
      prove: proveClocks,
    },
  ],
  routes,
};
