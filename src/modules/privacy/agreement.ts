import type { Mechanism, ProcessorSpec } from '#kernel/processor.ts';
import type { Profile } from '#kernel/profile.ts';
import type { Purpose } from '#kernel/registry.ts';
import { transferFault } from './agreement-transfer.ts';
import type { AgreementId } from './tables-egress.ts';

export type AgreementState = 'open' | 'paused' | 'ended';

/**
 * The paper that carries a transfer: the module and date of the standard contractual clauses, or the date of the
 * company's own certificate where a decision covers certified companies only.
 */
export interface TransferPaper {
  readonly module?: '1' | '2' | '3' | '4';
  readonly certificate?: string;
  /** Shape: YYYY-MM-DD. */
  readonly date: string;
}

/** What a tenant has agreed with a company about the data of its people. */
export interface Agreement {
  readonly id: AgreementId;
  readonly processor: string;
  readonly host: string;
  readonly reference: string;
  readonly purposes: readonly Purpose[];
  readonly country: string;
  readonly mechanism: Mechanism;
  readonly mechanismDetail: TransferPaper | null;
  readonly assessmentAt: Date | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly reviewBy: Date;
  readonly state: AgreementState;
  readonly reachesPrivate: boolean;
}

/** Why nothing may go to a company now. */
export type AgreementFault =
  | 'paused'
  | 'ended'
  | 'not-yet-valid'
  | 'expired'
  | 'review-overdue'
  | 'sale-refused'
  | 'profile-purpose'
  | 'outside-region'
  | 'paper-missing'
  | 'no-mechanism';

/** How long a review may be late, with an alarm every day, before the gate closes. Units: days. */
export const reviewGraceDays = 30;
const dayMs = 86_400_000;

export interface Situation {
  readonly profile: Profile;
  /** The tenant's own country. */
  readonly home: string;
  readonly now: Date;
}

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

/** Whether somebody should look at the agreement although it still opens the gate. */
export const isReviewDue = (agreement: Agreement, now: Date): boolean =>
  agreement.state === 'open' && agreement.reviewBy <= now;

/** A profile sells data only if it says so by name. Source: clauses KC-21, OC-2. */
export const maySell = (profile: Profile): boolean =>
  profile.processors.some((processor) => processor.role === 'sale');
