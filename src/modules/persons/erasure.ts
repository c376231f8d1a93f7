import type { EndKind, NodeEnd } from './node-end.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';

export type ErasureId = Id<'erasure'>;
export type NodeId = Id<'erasure node'>;

/** Why somebody is forgotten: they asked, a clock ran out, they are a child, staff decided, or a backup brought them back. */
export type ErasureBecause = 'asked' | 'clock' | 'minor' | 'staff' | 'restored';

/** Nobody is forgotten: companies hear that something was put right, is only to be kept, or may be used again. */
export type TellingBecause = 'corrected' | 'restricted' | 'released';

/** Tellings that take each other's place reach a company in the order in which they were made. */
export const tellingsLike: Readonly<Record<TellingBecause, readonly TellingBecause[]>> = {
  corrected: ['corrected'],
  restricted: ['restricted', 'released'],
  released: ['restricted', 'released'],
};

export const isTelling = (because: ErasureBecause | TellingBecause): because is TellingBecause =>
  Object.hasOwn(tellingsLike, because);

/**
 * `waiting`: a hold or something under way keeps a part; `awaiting_processor`: done in this house, a company has yet to
 * answer; `withdrawn`: taken back before it began.
 */
export type ErasureState =
  'planned' | 'running' | 'waiting' | 'awaiting_processor' | 'fulfilled' | 'withdrawn';

/** In the order in which they are done. */
export const nodeKinds = ['answers', 'tombstones', 'files', 'rows', 'keys', 'processor'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** How a node should end, as far as that can be known beforehand; what a company answers cannot. */
export type ExpectedEnd = Extract<EndKind, 'erased' | 'shredded' | 'retained'> | 'processor';

/** One thing that has to end. */
export interface PlannedNode {
  readonly kind: NodeKind;
  /** A table, a store, or a company. */
  readonly target: string;
  /** A column, or `row`. */
  readonly part: string;
  readonly rows: number;
  readonly expected: ExpectedEnd;
  /** Why it stays, for what is retained. */
  readonly keep?: Extract<NodeEnd, { kind: 'retained' }>;
  /** What it has to wait for, as a code. */
  readonly waitsFor?: string;
}

export interface Node extends PlannedNode {
  readonly id: NodeId;
  readonly end: NodeEnd | null;
  readonly attempts: number;
  readonly ticket: string | null;
  readonly nextAt: Date;
}

/** What an erasure will do, or has done; or which companies hear of a correction or a restriction, and what they said. */
export interface Plan {
  readonly id: ErasureId;
  readonly because: ErasureBecause | TellingBecause;
  readonly state: ErasureState;
  readonly subjects: readonly SubjectId[];
  readonly nodes: readonly Node[];
  readonly plannedAt: Date;
  readonly erasedAt: Date | null;
  readonly fulfilledAt: Date | null;
}
