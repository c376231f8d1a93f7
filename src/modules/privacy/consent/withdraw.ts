import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Purpose } from '#kernel/registry.ts';
import { writeAnswer } from './answer.ts';
import type { Asked } from './answer.ts';
import { consentFacts } from './facts.ts';
import type { ConsentEvent, ConsentState, Evidence } from './consent.ts';
import { selectLastAnswer } from './queries.ts';

interface Refusing {
  readonly subject: SubjectId;
  readonly purpose: Purpose;
  /** Where it was answered, when no notice says it. */
  readonly ui?: string;
  readonly notice?: Asked;
  readonly evidence?: Evidence;
}

/**
 * Closes a purpose: from the moment this commits, no reader finds it open. Nobody is asked for a reason.
 *
 * Who never said yes has refused; who objected in general stays so.
 * Announces: privacy.consentWithdrawn, once. Source: GDPR art. 7(3); invariant P14.
 */
export async function withdrawConsent(ctx: Context, refusing: Refusing): Promise<ConsentEvent> {
  const last = await selectLastAnswer(ctx, refusing.subject, 'consent', refusing.purpose);
  if (last && last.state !== 'granted') return last;
  return close(ctx, refusing, last ? 'withdrawn' : 'refused');
}

/** Notes a no to a question that was asked, and from when not to ask again is counted. Announces: privacy.consentWithdrawn. */
export async function refuseConsent(ctx: Context, refusing: Refusing): Promise<ConsentEvent> {
  const last = await selectLastAnswer(ctx, refusing.subject, 'consent', refusing.purpose);
  if (last?.state === 'objected') return last;
  return close(ctx, refusing, last?.state === 'granted' ? 'withdrawn' : 'refused');
}

/**
 * Notes that somebody objects to a purpose in general: by a signal of their browser, or by asking us.
 *
 * It stands for every browser of theirs, and a later yes must set it aside in so many words.
 * Announces: privacy.consentWithdrawn. Source: GDPR art. 21; 11 CCR 7025(c)(1); clause K7-41.
 */
export function objectTo(ctx: Context, refusing: Refusing): Promise<ConsentEvent> {
  return close(ctx, refusing, 'objected');
}

async function close(ctx: Context, refusing: Refusing, state: ConsentState): Promise<ConsentEvent> {
  const { subject, purpose, notice, ui, evidence } = refusing;
  const { event, isNew } = await writeAnswer(ctx, {
    subject,
    kind: 'consent',
    topic: purpose,
    state,
    notice,
    ui: ui ?? notice?.ui ?? 'account',
    evidence,
  });
  if (isNew)
    ctx.emit(consentFacts.consentWithdrawn({ subjectId: subject, eventId: event.id, purpose, state }));
  return event;
}
