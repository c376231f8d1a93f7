import type { Id } from '#kernel/ids.ts';

export type RecordId = Id<'record'>;

export const recordKinds = [
  'security audit',
  'processor review',
  'attestation',
  'incident drill',
  'restore drill',
  'vulnerability scan',
] as const;
export type RecordKind = (typeof recordKinds)[number];
export const recordOutcomes = ['passed', 'findings', 'failed'] as const;
export type RecordOutcome = (typeof recordOutcomes)[number];

/** What is written down beside the dates. */
export interface Evidence {
  /** Where the evidence lies: a number, a folder, an address. */
  readonly reference: string;
  readonly findings: string;
}

/** How often what is due unless the shop decides otherwise. Units: days. */
export const everyDays = { audit: 365, drill: 365 } as const;
/** A new shop has so long for its first audit and its first rehearsal. Units: days. */
export const firstDueDays = 90;

/** What a lapse closes. */
export type Closes = 'unmasking' | 'gate' | null;

/** Something that should have been done, or soon will have to be. */
export interface Overdue {
  readonly what: RecordKind | 'training' | 'confidentiality';
  /** The company's name in the register, the colleague's account, or empty. */
  readonly about: string;
  /** When it lapsed, or lapses. */
  readonly since: Date;
  readonly state: 'ending' | 'overdue';
  readonly closes: Closes;
}

export const dayMs = 86_400_000;
/** From so long before its end on, a record is shown as ending. Units: days. */
const endingDays = 30;

/** Whether something that counts until then is ending or over. Shape: undefined while it counts for longer. */
export function lapseOf(until: Date, now: Date): 'ending' | 'overdue' | undefined {
  if (until <= now) return 'overdue';
  return until.getTime() - now.getTime() <= endingDays * dayMs ? 'ending' : undefined;
}
