import type { Id } from '#kernel/ids.ts';

export type RunId = Id<'retention run'>;
export type RunState = 'running' | 'done' | 'blocked' | 'failed';
export type ReceiptOutcome = 'deleted' | 'cleared' | 'blocked' | 'shredded' | 'forgotten';
export type DrillOutcome = 'running' | 'passed' | 'failed' | 'not possible';

/** More than this share of a table in one run is a mistake until a person says otherwise. Source: clause C6. */
const breakerShare = 0.01;
/** In a small table one percent is nothing: so many rows may always go. */
const breakerFloor = 50;

/** How many rows of a table of that size one run may end by itself. */
export const breakerLimit = (total: number): number =>
  Math.max(breakerFloor, Math.floor(total * breakerShare));

/** That a backup was restored to see whether it can be. Names no tenant and nobody. */
export interface Drill {
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly outcome: DrillOutcome;
  readonly says: string;
  readonly tables: number;
  readonly rows: bigint;
  /** Units: milliseconds. */
  readonly durationMs: number;
}
