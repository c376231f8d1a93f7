import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Purpose } from '#kernel/registry.ts';
import { profileOf } from '#profiles/profiles.ts';
import { foldConsent, isGranted } from './consent.ts';
import type { ConsentEvent, ConsentNow } from './consent.ts';
import { countAnswers, selectConsentAnswers, selectGuestAnswers, selectHistory } from './queries.ts';
import type { CountRow } from './queries.ts';

/**
 * What holds for each purpose that somebody has answered. Read from the ledger every time, so that a withdrawal counts
 * before the next read; nobody who is being erased has consented to anything.
 */
export async function consentsOf(ctx: Context, subject: SubjectId): Promise<readonly ConsentNow[]> {
  return [...foldConsent(await selectConsentAnswers(ctx, subject)).values()];
}

/** Whether somebody has said yes to a purpose, this shop still uses it, and nothing has closed it since. */
export async function hasConsent(ctx: Context, subject: SubjectId, purpose: Purpose): Promise<boolean> {
  if (!profileOf(ctx.tenant).purposes.includes(purpose)) return false;
  return isGranted(foldConsent(await selectConsentAnswers(ctx, subject)).get(purpose));
}

/** Whether somebody objected to a purpose in general and has not set it aside since. */
export async function hasObjected(ctx: Context, subject: SubjectId, purpose: Purpose): Promise<boolean> {
  return foldConsent(await selectConsentAnswers(ctx, subject)).get(purpose)?.state === 'objected';
}

/** Everything that somebody was shown, accepted, granted or refused, newest first; at most 500. */
export const consentHistory = (ctx: Context, subject: SubjectId): Promise<readonly ConsentEvent[]> =>
  selectHistory(ctx, subject, 500);

/** How many people answered what, by topic and by the words they were shown: counts only. */
export const consentCounts = (ctx: Context): Promise<readonly CountRow[]> => countAnswers(ctx);

const smallest = 5;

export interface GuestCount extends Omit<CountRow, 'kind' | 'people'> {
  /** Rounded down to fives; null is fewer than five. */
  readonly answers: number | null;
}

/**
 * How often visitors whom we do not know answered what, by topic and by the words they were shown.
 *
 * Told in fives, as small numbers of the statistics are not told either: whoever looks twice learns nobody's answer.
 * Whoever answers again counts again: which answers are one browser's is not known. Source: privacy.md P27.
 */
export async function guestCounts(ctx: Context): Promise<readonly GuestCount[]> {
  const found = await selectGuestAnswers(ctx);
  return found.map(({ answers, ...row }) => ({
    ...row,
    answers: answers < smallest ? null : answers - (answers % smallest),
  }));
}
