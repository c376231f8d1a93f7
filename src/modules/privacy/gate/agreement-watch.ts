import type { Context } from '#kernel/context.ts';
import { profileOf } from '#profiles/profiles.ts';
import { isReviewDue } from './agreement.ts';
import { agreementFault } from './agreement-fault.ts';
import { egressFacts } from './facts.ts';
import { knownProcessors } from './processor.ts';
import { selectAgreements, updateAgreement } from './queries-agreements.ts';

/**
 * Looks whether an agreement ran out, lost its paper, or is due for a review, and tells the operator once of each.
 *
 * Announces: privacy.gateClosed, privacy.gateOpened. Source: clauses OK-11, K7-43, K7-44, OC-39.
 */
export async function watchAgreements(ctx: Context): Promise<void> {
  const situation = { profile: profileOf(ctx.tenant), home: ctx.tenant.country, now: ctx.now };
  for (const row of await selectAgreements(ctx)) {
    const spec = knownProcessors().get(row.processor);
    // Whoever paused or ended it knows already.
    if (!spec || row.state !== 'open') continue;
    const fault = agreementFault(spec, row, situation) ?? (isReviewDue(row, ctx.now) ? 'review-due' : null);
    if (fault === row.told) continue;
    await updateAgreement(ctx, row.id, { told: fault });
    const named = { agreementId: row.id, processor: row.processor };
    ctx.emit(fault ? egressFacts.gateClosed({ ...named, fault }) : egressFacts.gateOpened(named));
  }
}
