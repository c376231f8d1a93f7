import type { ProcessorSpec } from '#kernel/processor.ts';
import type { Purpose } from '#kernel/registry.ts';
import { maySell, reviewGraceDays } from './agreement.ts';
import type { Agreement, AgreementFault, Situation } from './agreement.ts';
import { transferFault } from './agreement-transfer.ts';
import { mayGive } from './third-parties.ts';

const dayMs = 86_400_000;

/**
 * Why this agreement opens nothing now; undefined when it does.
 *
 * Source: clauses OK-11, K7-43, K7-44, KC-21, KC-42, KC-46, KC-47, OC-44; GDPR art. 28(3), 44–46.
 */
export function agreementFault(
  spec: ProcessorSpec,
  agreement: Agreement,
  { profile, home, now }: Situation,
): AgreementFault | undefined {
  if (agreement.state !== 'open') return agreement.state;
  if (spec.role === 'sale' && !maySell(profile)) return 'sale-refused';
  if (agreement.validFrom > now) return 'not-yet-valid';
  if (agreement.validUntil !== null && agreement.validUntil <= now) return 'expired';
  if (agreement.reviewBy.getTime() + reviewGraceDays * dayMs <= now.getTime()) return 'review-overdue';
  const isAllowed = (purpose: Purpose): boolean =>
    profile.purposes.includes(purpose) && mayGive(profile, spec.role, purpose);
  if (!agreement.purposes.some(isAllowed)) return 'profile-purpose';
  // Who can get nothing about anybody, such as a host of public pictures, transfers nothing.
  if (Object.keys(spec.fields).length === 0) return undefined;
  // A company that is known to work elsewhere than was agreed on needs a paper for there as well.
  const places = new Set([agreement.country, spec.country ?? agreement.country]);
  for (const country of places) {
    const fault = transferFault(spec, { ...agreement, country }, profile.regions, home);
    if (fault) return fault;
  }
  return undefined;
}
