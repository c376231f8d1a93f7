import type { Locale } from '#kernel/context.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Purpose } from '#kernel/registry.ts';

export type MailId = Id<'mail'>;

/** Everything about a mail that a person could be known by. */
export interface Envelope {
  readonly to: string;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** As `Envelope`, for news: with the address at which one click ends them. */
export interface NewsEnvelope extends Envelope {
  readonly stop: string;
}

const mailStates = ['queued', 'sending', 'sent', 'failed', 'dropped'] as const;
export type MailState = (typeof mailStates)[number];

/** A mail as its sender hands it in: already written, see `letter`. */
export interface Outgoing {
  readonly subject: SubjectId;
  readonly to: { readonly email: string; readonly name?: string };
  /** Which template, as `orders.confirmation`. */
  readonly kind: string;
  readonly locale: Locale;
  readonly content: { readonly subject: string; readonly text: string; readonly html: string };
  readonly about: { readonly table: string; readonly id: string };
  /** Made of ids and codes, never of text about a person: the same news is mailed once. */
  readonly dedupe: string;
}

/** Why a mail of that kind is sent: what protects an account and what answers a request is more than news of an order. */
export function purposeOf(kind: string): Extract<Purpose, 'notify' | 'security' | 'rights'> {
  if (kind.startsWith('identity.')) return 'security';
  return kind.startsWith('rights.') || kind.startsWith('incidents.') ? 'rights' : 'notify';
}

/** What came of one attempt at delivery. */
export type Delivery =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'refused'; readonly code: string }
  /** Nobody wants it any more, or it must not be sent: it is never tried again. */
  | { readonly kind: 'dropped'; readonly code: string }
  /** The gate is closed for now: it waits, and no attempt is counted. */
  | { readonly kind: 'held'; readonly code: string }
  | { readonly kind: 'unreachable'; readonly code: string };

export const maxAttempts = 8;
/** Longer than a whole batch can take with an impatient mail server. */
export const leaseSeconds = 600;

const waitMinutes = [1, 5, 30, 120, 360, 720, 1440] as const;

/** When a mail that stands before a closed gate is looked at again. Units: milliseconds. */
export const holdMs = 10 * 60_000;

/** How long to wait after that many failed attempts. Units: milliseconds. */
export const waitAfter = (attempts: number): number =>
  (waitMinutes[Math.min(attempts, waitMinutes.length) - 1] ?? 1) * 60_000;

/** j•••@e•••.com: enough to recognise one's own, too little to write to. */
export function maskAddress(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  const dot = domain.lastIndexOf('.');
  return `${local.slice(0, 1)}•••@${domain.slice(0, 1)}•••${dot > 0 ? domain.slice(dot) : ''}`;
}
