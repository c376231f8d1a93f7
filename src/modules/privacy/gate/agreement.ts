import type { Id } from '#kernel/ids.ts';
import type { Mechanism } from '#kernel/processor.ts';
import type { Profile } from '#kernel/profile.ts';
import type { Purpose } from '#kernel/registry.ts';

export type AgreementId = Id<'agreement'>;

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

export interface Situation {
  readonly profile: Profile;
  /** The tenant's own country. */
  readonly home: string;
  readonly now: Date;
}

/** Whether somebody should look at the agreement although it still opens the gate. */
export const isReviewDue = (agreement: Agreement, now: Date): boolean =>
  agreement.state === 'open' && agreement.reviewBy <= now;

/** A profile sells data only if it says so by name. Source: clauses KC-21, OC-2. */
export const maySell = (profile: Profile): boolean =>
  profile.processors.some((processor) => processor.role === 'sale');
