import { purposes } from '#kernel/registry.ts';
import type { Purpose } from '#kernel/registry.ts';
import type { Context, Locale } from '#kernel/context.ts';
import type { Id } from '#kernel/ids.ts';

export type RequestId = Id<'rightsRequest'>;
export type VisitId = Id<'rightsVisit'>;
export type ProofId = Id<'rightsProof'>;
export type PackageId = Id<'rightsPackage'>;

/** What people may ask of us. A question is a free ticket: also feedback, and the objection to a change of policy. */
export const kinds = [
  'access',
  'portability',
  'rectify',
  'erase',
  'restrict',
  'object',
  'withdraw',
  'opt-out',
  'review',
  'question',
] as const;
export type Kind = (typeof kinds)[number];

export const doors = ['privacy centre', 'account', 'e-mail', 'staff'] as const;
export type Door = (typeof doors)[number];

/**
 * Where a request is: the states of the Data Rights Protocol, and three more that say what we wait for.
 *
 * Source: Data Rights Protocol 1.0, statuses of a request.
 */
export const states = [
  'open',
  'awaiting_identity',
  'in_progress',
  'extended',
  'awaiting_processor',
  'fulfilled',
  'denied',
  'revoked',
  'expired',
] as const;
export type State = (typeof states)[number];

/** What moves a request on. */
export const steps = [
  'ask proof',
  'prove',
  'extend',
  'await processor',
  'fulfil',
  'deny',
  'revoke',
  'expire',
] as const;
export type Step = (typeof steps)[number];

const table: Readonly<Record<State, Readonly<Partial<Record<Step, State>>>>> = {
  open: { 'ask proof': 'awaiting_identity', prove: 'in_progress', deny: 'denied', revoke: 'revoked' },
  awaiting_identity: {
    prove: 'in_progress',
    extend: 'awaiting_identity',
    deny: 'denied',
    revoke: 'revoked',
    expire: 'expired',
  },
  in_progress: {
    // Staff have seen that a question is more than one.
    'ask proof': 'awaiting_identity',
    extend: 'extended',
    'await processor': 'awaiting_processor',
    fulfil: 'fulfilled',
    deny: 'denied',
    revoke: 'revoked',
  },
  extended: {
    'await processor': 'awaiting_processor',
    fulfil: 'fulfilled',
    deny: 'denied',
    revoke: 'revoked',
  },
  awaiting_processor: { extend: 'awaiting_processor', fulfil: 'fulfilled' },
  fulfilled: {},
  denied: {},
  revoked: {},
  expired: {},
};

/** Where a step leads from a state. Shape: undefined when it leads nowhere. */
export const after = (state: State, step: Step): State | undefined => table[state][step];

export const isClosed = (state: State): boolean => Object.keys(table[state]).length === 0;

/** Kinds that a person answers in words; the others are carried out. */
export const isAnsweredInWords = (kind: Kind): boolean => kind === 'question' || kind === 'review';

/** A question is answered without knowing who asks: nothing about anybody is in the answer. */
export const needsProof = (kind: Kind): boolean => kind !== 'question';

/** Kinds that need nobody's judgement once it is known who asks: the house carries them out by itself. */
export const isAutomatic = (kind: Kind, wish: Wish): boolean => {
  switch (kind) {
    case 'access':
    case 'portability':
    case 'erase':
    case 'restrict':
    case 'withdraw':
    case 'opt-out':
      return true;
    case 'object':
      // Against marketing there is nothing to weigh, and against what carries the account nothing but deleting it helps.
      // Source: GDPR art. 21(1), 21(3); clause KC-26.
      return wish.purpose === 'marketing' || isNeeded(wish.purpose);
    case 'rectify': // See isCorrectable: it takes what was said, too.
    case 'review':
    case 'question':
      return false;
  }
};

/** Whether a use rests on a contract or on a law: it ends with the account or the order, and not before. */
export const isNeeded = (purpose: string | undefined): boolean =>
  purpose !== undefined &&
  Object.hasOwn(purposes, purpose) &&
  ['contract', 'legal obligation'].includes(purposes[purpose as Purpose].basis);

/** The particulars of a request, as codes; what somebody wrote is sealed apart. */
export interface Wish {
  /** For rectify: what is wrong. */
  readonly field?: 'name' | 'phone' | 'email' | 'address' | 'other';
  /** For object and withdraw: against which use. */
  readonly purpose?: string;
  /** For restrict: false lifts it. */
  readonly on?: boolean;
  /** For question: what it is about. */
  readonly about?: 'policy' | 'feedback' | 'other';
}

/** Who asks, as they told us. */
export interface Contact {
  readonly email: string;
  readonly name: string;
}

/** What was asked in words. */
export interface Said {
  readonly text: string;
  /** For rectify: how it should read. */
  readonly value: string;
  /** For rectify: how it reads now, where that has to be known. */
  readonly was?: string;
}

export interface Answer {
  readonly text: string;
}

/** Why an answer is no, as a code; the words go with it. Source: GDPR art. 12(4), 17(3), 21(1); Data Rights Protocol reasons. */
export const denials = [
  'not-proven',
  'nothing-held',
  'excessive',
  'legal-duty',
  'claims',
  'others-rights',
  'no-ground',
  'suspected-fraud',
] as const;
export type Denial = (typeof denials)[number];

/** Why a request takes longer. Source: GDPR art. 12(3). */
export const delays = ['complex', 'numerous'] as const;
export type Delay = (typeof delays)[number];

export const alarms = ['none', 'target', 'soon', 'overdue'] as const;
export type Alarm = (typeof alarms)[number];

/** How long a link is good for, a sitting lasts, a package lies ready. */
export const linkHours = 24;
export const requestLinkDays = 14;
export const visitMinutes = 30;
export const packageDays = 14;
export const packageDownloads = 5;
/** When staff hears that a request is due. */
export const soonDays = 5;

export const day = 86_400_000;
export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

export const localeOf = (text: string | undefined, ctx: Pick<Context, 'locale'>): Locale =>
  text === 'de' || text === 'en' ? text : ctx.locale;
