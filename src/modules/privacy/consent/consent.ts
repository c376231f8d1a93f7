import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Span } from '#kernel/profile.ts';
import { purposes } from '#kernel/registry.ts';
import type { CookieCategory } from '#kernel/browser-items.ts';
import type { Purpose } from '#kernel/registry.ts';
import { Temporal } from 'temporal-polyfill';

export type ConsentEventId = Id<'consentEvent'>;

/** Only the first opens purposes that rest on consent. Source: clause A6-6; GDPR art. 4(11), 7. */
const eventKinds = ['consent', 'acknowledgement', 'contract'] as const;
export type EventKind = (typeof eventKinds)[number];

/** `objected`: told us not to, in general, as by Global Privacy Control; it stands until it is set aside in so many words. */
export type ConsentState = 'granted' | 'withdrawn' | 'refused' | 'objected';
export type EventState = ConsentState | 'seen' | 'continued' | 'accepted';

/** Codes and flags, never text from a person. */
export type Evidence = Readonly<Record<string, string | number | boolean>>;

/** One answer as it was given; never changed. */
export interface ConsentEvent {
  readonly id: ConsentEventId;
  readonly subjectId: SubjectId;
  readonly kind: EventKind;
  /** The purpose, or the document that was shown or accepted. */
  readonly topic: string;
  /** Place among the answers of this person to this topic, from 1. */
  readonly number: number;
  readonly state: EventState;
  readonly version: string | null;
  readonly noticeHash: string | null;
  readonly locale: string;
  readonly ui: string;
  readonly jurisdiction: string;
  readonly actorKind: string;
  readonly actorId: SubjectId | null;
  readonly evidence: Evidence;
  readonly parentId: ConsentEventId | null;
  readonly happenedAt: Date;
}

/** What holds for a purpose now. */
export interface ConsentNow {
  readonly purpose: Purpose;
  readonly state: ConsentState;
  readonly at: Date;
  readonly noticeHash: string | null;
  readonly eventId: ConsentEventId;
  /** The yes was said although the browser, or the person in general, says no. */
  readonly isConfirmed: boolean;
}

export const isPurpose = (text: string): text is Purpose => Object.hasOwn(purposes, text);

/** Whether a purpose rests on consent. */
export const needsConsent = (purpose: Purpose): boolean => purposes[purpose].basis === 'consent';

type Folded = Pick<
  ConsentEvent,
  'id' | 'kind' | 'topic' | 'number' | 'state' | 'noticeHash' | 'happenedAt' | 'evidence'
>;

/**
 * What holds now, from everything that one person ever answered, in whatever order it is handed over.
 *
 * Acknowledgements and contracts count for nothing here: nobody consents by using, signing up or ordering.
 * Shape: purposes that were never answered are absent. Source: clauses K7-1, KS-6, A6-6; invariant P15.
 */
export function foldConsent(events: readonly Folded[]): Map<Purpose, ConsentNow> {
  const last = new Map<Purpose, Folded>();
  for (const event of events) {
    if (event.kind !== 'consent' || !isPurpose(event.topic)) continue;
    const known = last.get(event.topic);
    if (!known || event.number > known.number) last.set(event.topic, event);
  }
  return new Map(
    [...last].map(([purpose, { id, state, noticeHash, happenedAt: at, evidence }]) => {
      const isConfirmed = state === 'granted' && evidence['gpc'] === 'confirmed';
      return [purpose, { purpose, state: state as ConsentState, at, noticeHash, eventId: id, isConfirmed }];
    }),
  );
}

/** Whether what holds now opens the purpose. */
export const isGranted = (now: Pick<ConsentNow, 'state'> | undefined): boolean => now?.state === 'granted';

/**
 * Whether somebody may be asked (again): nobody who granted, and nobody who said no within the span.
 *
 * Units: the span is civil, in UTC: half a year after 31 August is 28 February. Source: Digital Omnibus COM(2025) 837 proposes six months.
 */
export function mayAskAgain(
  last: { state: ConsentState; at: Date } | undefined,
  span: Span,
  now: Date,
): boolean {
  if (!last) return true;
  if (last.state === 'granted' || last.state === 'objected') return false;
  const until = Temporal.Instant.fromEpochMilliseconds(last.at.getTime()).toZonedDateTimeISO('UTC').add(span);
  return now.getTime() >= until.epochMilliseconds;
}

/** Which purpose a category of browser items serves; what is essential needs no consent. */
export const purposeOfCategory = {
  performance: 'analytics',
  functionality: 'personalise',
  targeting: 'advertise',
} as const satisfies Record<Exclude<CookieCategory, 'essential'>, Purpose>;

export type AskedCategory = keyof typeof purposeOfCategory;
export const askedCategories = Object.keys(purposeOfCategory) as AskedCategory[];

/** What a reader wants of a category. `confirmed`: yes, although their browser asks not to sell or share. */
export type CookieWish = 'yes' | 'no' | 'confirmed';
export type Settled = 'granted' | 'refused' | 'confirmed';

/** What a browser of somebody nobody knows has answered. It lives in one signed cookie, and in no row of ours. */
export interface Choices {
  readonly answers: ReadonlyMap<AskedCategory, Settled>;
  readonly at: Date;
  /** The beginning of the hash of the words that were shown. */
  readonly notice: string;
}
