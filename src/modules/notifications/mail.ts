import type { Locale } from '#kernel/context.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';

export type MailId = Id<'mail'>;

/** Everything about a mail that a person could be known by. */
export interface Envelope {
  readonly to: string;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export const mailStates = ['queued', 'sending', 'sent', 'failed'] as const;
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

/** What came of one attempt at delivery. */
export type Delivery =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreachable'; readonly code: string };

export const maxAttempts = 8;
/** Longer than a whole batch can take with an impatient mail server. */
export const leaseSeconds = 600;
export const retentionDays = 30;

const waitMinutes = [1, 5, 30, 120, 360, 720, 1440] as const;

/** How long to wait after that many failed attempts. Units: milliseconds. */
export const waitAfter = (attempts: number): number =>
  (waitMinutes[Math.min(attempts, waitMinutes.length) - 1] ?? 1) * 60_000;

/** j•••@e•••.com: enough to recognise one's own, too little to write to. */
export function maskAddress(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  const dot = domain.lastIndexOf('.');
  return `${local.slice(0, 1)}•••@${domain.slice(0, 1)}•••${dot > 0 ? domain.slice(dot) : ''}`;
}
