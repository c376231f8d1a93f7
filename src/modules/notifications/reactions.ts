import type { SubjectId } from '#kernel/ids.ts';
import { on } from '#kernel/facts.ts';
import { consentFacts, egressFacts } from '#modules/privacy/index.ts';
import { dropUnwilling } from './marketing-readers.ts';
import { warnOfGate } from './warn-of-gate.ts';

/** Whoever wants nothing any more is forgotten as a reader; whoever runs the shop hears of a gate that closed. */
export const reactions = [
  on('notifications', 'forget-reader', egressFacts.preferenceSet, (ctx, { subjectId }) =>
    dropUnwilling(ctx, subjectId as SubjectId),
  ),
  on('notifications', 'forget-reader-of-consent', consentFacts.consentWithdrawn, (ctx, { subjectId }) =>
    dropUnwilling(ctx, subjectId as SubjectId),
  ),
  on('notifications', 'warn-of-gate', egressFacts.gateClosed, warnOfGate),
];
