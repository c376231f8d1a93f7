import type { Purpose } from '#kernel/registry.ts';

/** `waiting` was decided and not sent yet; `sending` may have arrived; `dropped` was refused at the last check. */
export type DisclosureOutcome = 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped';

/** Who got what about a person, for them to read. */
export interface DisclosureLine {
  readonly processor: string;
  readonly company: string;
  readonly purpose: Purpose;
  readonly fields: readonly string[];
  readonly at: Date;
}
