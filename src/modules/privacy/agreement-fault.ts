import type { ProcessorSpec } from '#kernel/processor.ts';
import { maySell, reviewGraceDays } from './agreement.ts';
import type { Agreement, AgreementFault, Situation } from './agreement.ts';
import { transferFault } from './agreement-transfer.ts';

const dayMs = 86_400_000;

/**
 * Why this agreement opens nothing now; undefined when it does.
 *
 * Source: clauses OK-11, K7-43, K7-44, KC-21, KC-42, KC-46; GDPR art. 28(3), 44–46.
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
  if (!agreement.purposes.some((purpose) => profile.purposes.includes(purpose))) return 'profile-purpose';
  // Who can get nothing about anybody, such as a host of public pictures, transfers nothing.
  if (Object.keys(spec.fields).length === 0) return undefined;
  return transferFault(spec, agreement, profile.regions, home);
}
