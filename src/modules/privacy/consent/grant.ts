import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Purpose } from '#kernel/registry.ts';
import { profileOf } from '#profiles/profiles.ts';
import { writeAnswer } from './answer.ts';
import type { Asked } from './answer.ts';
import { needsConsent } from './consent.ts';
import type { ConsentEvent, Evidence } from './consent.ts';
import { consentFacts } from './facts.ts';
import { selectLastAnswer } from './queries.ts';
import { refuse } from '../refuse.ts';

interface Grant {
  readonly subject: SubjectId;
  readonly purpose: Purpose;
  readonly notice: Asked;
  readonly evidence?: Evidence;
}

/**
 * Notes that somebody said yes to one purpose, with the words they were shown.
 *
 * Who has objected in general, as by Global Privacy Control, opens the purpose only in so many words:
 * `evidence: { gpc: 'confirmed' }`.
 * Refuses: privacy.noConsentNeeded, privacy.purposeNotUsed, privacy.subjectGone, privacy.objected.
 * Announces: privacy.consentGiven. Source: GDPR art. 7(1); clause K7-41.
 */
export async function grantConsent(ctx: Context, grant: Grant): Promise<ConsentEvent> {
  const { subject, purpose, notice, evidence = {} } = grant;
  if (!needsConsent(purpose)) throw refuse.noConsentNeeded({ purpose });
  if (!profileOf(ctx.tenant).purposes.includes(purpose)) throw refuse.purposeNotUsed({ purpose });
  const last = await selectLastAnswer(ctx, subject, 'consent', purpose);
  if (last?.state === 'objected' && evidence['gpc'] !== 'confirmed') throw refuse.objected({ purpose });

  const { event, isNew } = await writeAnswer(ctx, {
    subject,
    kind: 'consent',
    topic: purpose,
    state: 'granted',
    notice,
    ui: notice.ui,
    evidence,
  });
  if (isNew) ctx.emit(consentFacts.consentGiven({ subjectId: subject, eventId: event.id, purpose }));
  return event;
}
