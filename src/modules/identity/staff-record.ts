import type { Id } from '#kernel/ids.ts';

export type StaffRecordId = Id<'staffRecord'>;

/** What a colleague who reads people unmasked must have: a promise of confidentiality and a training. Source: clause KC-37; GDPR art. 29, 32(4). */
export const staffDuties = ['confidentiality', 'training'] as const;
export type StaffDuty = (typeof staffDuties)[number];

/** How a duty was met: given a while to meet it, by joining, signed later, or written down by who keeps the records. */
export type HowMet = 'grace' | 'joined' | 'signed' | 'recorded';

/** A new colleague works at once and has so long to sign and to be trained. */
export const graceDays = 30;
/** How long a promise and a training count. */
export const validDays = 365;
/** From so long before its end on, a duty is shown as ending. */
export const endingDays = 30;

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);

/** The text that is promised; another text is another version. */
export const undertaking = {
  version: '2026-01',
  en: 'I use personal data that I see here only for my work in this shop and as I am told, tell nobody else, look at nobody out of curiosity, and report at once if I think that data got into the wrong hands. This promise goes on after I have left.',
  de: 'Personenbezogene Daten, die ich hier sehe, nutze ich nur für meine Arbeit in diesem Laden und nach Weisung. Ich gebe sie nicht weiter, sehe niemanden aus Neugier nach und melde sofort, wenn Daten in falsche Hände geraten sein könnten. Dieses Versprechen gilt weiter, wenn ich nicht mehr hier arbeite.',
} as const;

/** How far a duty is met. Units: `until` is null when it never was. */
export interface DutyState {
  readonly duty: StaffDuty;
  readonly how: HowMet | null;
  readonly until: Date | null;
}

/** The duties that are not met now. */
export const lapsedDuties = (states: readonly DutyState[], now: Date): DutyState[] =>
  states.filter(({ until }) => until === null || until <= now);
