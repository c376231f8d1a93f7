import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { writeAnswer } from './answer.ts';
import type { Asked } from './answer.ts';
import type { ConsentEvent, Evidence } from './consent.ts';

interface Noted {
  readonly subject: SubjectId;
  /** What was shown or accepted: `policy`, `terms`. */
  readonly document: string;
  readonly version: string;
  readonly notice: Asked;
  readonly evidence?: Evidence;
  /** When, if it is written down later. */
  readonly at?: Date;
}

/**
 * Notes that somebody was shown a document. It opens no purpose, ever.
 *
 * `continued`: they were told of a change and went on using the shop, which is knowledge and no consent.
 * Source: clauses K7-1, KC-51, A6-6.
 */
export async function acknowledge(
  ctx: Context,
  {
    subject,
    document,
    version,
    notice,
    evidence,
    at,
    how = 'seen',
  }: Noted & { readonly how?: 'seen' | 'continued' },
): Promise<ConsentEvent> {
  const { event } = await writeAnswer(ctx, {
    subject,
    kind: 'acknowledgement',
    topic: document,
    state: how,
    version,
    notice,
    ui: notice.ui,
    evidence,
    at,
  });
  return event;
}

/** Notes that somebody agreed to terms: a contract, and no consent to anything. Source: clauses KS-6, A6-6; GDPR art. 7(4). */
export async function acceptContract(
  ctx: Context,
  { subject, document, version, notice, evidence, at }: Noted,
): Promise<ConsentEvent> {
  const { event } = await writeAnswer(ctx, {
    subject,
    kind: 'contract',
    topic: document,
    state: 'accepted',
    version,
    notice,
    ui: notice.ui,
    evidence,
    at,
  });
  return event;
}
