import type { Span } from '#kernel/profile.ts';
import type { CivilDate } from './civil-date.ts';

/** What a law speaks about, as far as a clock or a gate of ours needs it. */
export type LawMatter =
  | 'bookkeeping.books' /* journals, ledgers, annual accounts */
  | 'bookkeeping.vouchers' /* invoices and receipts */
  | 'bookkeeping.letters' /* business letters received and sent */
  | 'request.answer' /* by when somebody who asks about their data has an answer */
  | 'request.extension' /* by how much that may be extended, if told in time */
  | 'breach.authority' /* by when an authority hears of a breach */
  | 'claims' /* how long claims about an order or its handling can be brought */
  | 'guarantee' /* how long a seller answers for goods */
  | 'trader.file' /* what a marketplace keeps about its traders after they left */
  | 'trader.tax'; /* what a marketplace keeps of what it reported about its sellers */

/** Where a span of the law begins to run. */
export type LawAnchor = 'the event' | 'end of the calendar year' | 'end of the financial year';

/**
 * One rule of a law that times something: data with a source, no legal advice.
 *
 * `unverified` says what nobody has checked against the law's own text yet; whoever relies on it should.
 */
export interface LawRule {
  readonly id: string;
  /** ISO 3166 of the country, or `EU`. */
  readonly country: string;
  readonly about: LawMatter;
  readonly says: string;
  /** `null`: the law names no fixed time, `says` tells what it asks. */
  readonly span: Span | null;
  readonly anchor: LawAnchor;
  /** Since when it is in force, and until when; the next rule of the same matter takes over. */
  readonly validFrom: CivilDate;
  readonly validUntil?: CivilDate;
  /** Whether it also governs what began before it was in force and was not over by then. */
  readonly reachesRunningClocks: boolean;
  /** As it is cited to a person: `DE AO § 147(3)`. */
  readonly cites: string;
  readonly source: string;
  readonly unverified?: string;
}

/** An age below which somebody cannot agree for themselves. */
export interface AgeRule {
  readonly country: string;
  readonly age: number;
  readonly cites: string;
  readonly source: string;
  readonly unverified?: string;
}

/** A public holiday by rule: the same date each year, days from Easter Sunday, or the nth weekday of a month (-1 is the last). */
export type HolidayRule = { readonly says: string; readonly since?: number; readonly until?: number } & (
  | {
      readonly on: readonly [month: number, day: number];
      readonly moves?: 'to the next working day' | 'from Sunday to Monday';
    }
  | { readonly easter: number }
  | { readonly nth: readonly [month: number, isoWeekday: number, nth: number] }
);

/** How a country ends a period of days, months or years. */
export type Reckoning =
  | 'Reg. 1182/71' /* day of the event excluded; an end on a weekend or holiday moves to the next working day */
  | 'plain'; /* day of the event excluded; the end stays where it falls, so that we are never later than the law */

/** The law of one country as data, with the date of its last review as its version. */
export interface LawPack {
  readonly country: string;
  readonly says: string;
  readonly version: string;
  /** IANA name of the zone in which days begin and end. A country with several has the one of its capital. */
  readonly zone: string;
  readonly reckoning: Reckoning;
  readonly holidays: readonly HolidayRule[];
  readonly rules: readonly LawRule[];
  readonly digitalAge: AgeRule;
}

/** The rules of one matter, oldest first. */
export const rulesAbout = (pack: LawPack, about: LawMatter): readonly LawRule[] =>
  pack.rules
    .filter((rule) => rule.about === about)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));

/** The rule of a matter that is in force on a day. */
export const ruleInForce = (pack: LawPack, about: LawMatter, on: CivilDate): LawRule | undefined =>
  rulesAbout(pack, about).findLast(
    (rule) => rule.validFrom <= on && (rule.validUntil === undefined || on <= rule.validUntil),
  );
