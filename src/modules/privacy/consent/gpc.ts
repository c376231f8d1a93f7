import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { objectTo } from './withdraw.ts';
import { foldConsent } from './consent.ts';
import { selectConsentAnswers } from './queries.ts';

/**
 * Remembers for a person we know that their browser asks not to sell or share: an objection that holds in every browser
 * of theirs and outside of browsers.
 *
 * Written once; who has made an exception in so many words is not overruled by the signal.
 * Shape: true when it was written now. Source: 11 CCR 7025(c)(1), (3); GDPR art. 21(5).
 */
export async function rememberGpc(ctx: Context, subject: SubjectId): Promise<boolean> {
  const now = foldConsent(await selectConsentAnswers(ctx, subject)).get('advertise');
  if (now?.state === 'objected' || now?.isConfirmed === true) return false;
  await objectTo(ctx, { subject, purpose: 'advertise', ui: 'gpc', evidence: { gpc: 'header' } });
  return true;
}
