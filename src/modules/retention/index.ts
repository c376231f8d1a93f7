/**
 * Retention: how long things stay and what ends them. Law packs and promises make clocks, holds stop them, and an
 * executor deletes or shreds what nobody has a ground to keep.
 */
export { addSpan, dayOf, deadlineFrom, startOfDay, zoneOf } from './calendar.ts';
export type { CivilDate } from './civil-date.ts';
export { answerBy, keepOf, minAgeOf } from './keep.ts';
export type { Keep } from './keep.ts';
export { ruleInForce, rulesAbout } from './law-pack.ts';
export type { AgeRule, LawMatter, LawPack, LawRule } from './law-pack.ts';
export { lawPack, lawPacks } from './law-packs/law-packs.ts';
