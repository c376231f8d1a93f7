import type { Id } from '#kernel/ids.ts';

export type LegalRequestId = Id<'legalRequest'>;
export type LegalEventId = Id<'legalEvent'>;

/** Why data may be disclosed beyond the companies of the register. Source: clauses OK-12, OK-13, KC-19, KC-20. */
export const grounds = [
  'court order',
  'law' /* a duty by law, such as a tax audit */,
  'investigation' /* an authority investigates and has the power to ask */,
  'protect rights' /* to bring or answer a claim */,
  'protect property',
  'protect safety' /* somebody is in danger */,
] as const;
export type Ground = (typeof grounds)[number];

export const legalStates = ['open', 'approved', 'refused', 'disclosed'] as const;
export type LegalState = (typeof legalStates)[number];

/** Who asks, and why it is answered, as staff wrote it down. */
export interface LegalPaper {
  readonly authority: string;
  /** The authority's own reference. */
  readonly reference: string;
  readonly reason: string;
  readonly forbiddenBecause: string;
}
