import type { Id, SubjectId } from '#kernel/ids.ts';

export type HoldId = Id<'hold'>;

/** Why something is held. What the case is called stands sealed beside it. */
export const holdGrounds = ['court', 'authority', 'claim', 'audit'] as const;
export type HoldGround = (typeof holdGrounds)[number];

/**
 * Something that must not go although its time is over: fields of one row, or the row when no field is named. Never an account.
 * Source: GDPR art. 17(3)(e); clause C6.
 */
export interface Hold {
  readonly id: HoldId;
  readonly onTable: string;
  readonly onId: string;
  /** Names of columns; empty means the row with all of them. */
  readonly fields: readonly string[];
  readonly subjectId: SubjectId | null;
  readonly ground: HoldGround;
  readonly placedAt: Date;
  readonly placedBy: SubjectId | null;
  /** The second yes; a hold holds from its placing all the same. */
  readonly approvedBy: SubjectId | null;
  readonly approvedAt: Date | null;
  /** When somebody must look whether it is still needed. */
  readonly reviewAt: Date;
  readonly releaseAskedBy: SubjectId | null;
  readonly releaseAskedAt: Date | null;
}

/** Whether a hold keeps any of these columns of its row. */
export const holdsFields = (hold: Pick<Hold, 'fields'>, columns: readonly string[]): boolean =>
  hold.fields.length === 0 || columns.some((column) => hold.fields.includes(column));
