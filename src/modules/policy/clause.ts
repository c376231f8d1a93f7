import type { Face } from '#kernel/profile.ts';
import type { LineName, SentenceName } from './words.ts';

export type ClausePrefix = 'OK' | 'K7' | 'KC' | 'OC' | 'KS';
export type ClauseId = `${ClausePrefix}-${number}`;

/** How a promise is tried: by the map, residue, a fake processor, a browser, the clock, the compiler, mail, roles, the audit chain. */
export type CheckKind = 'MAP' | 'RES' | 'EGR' | 'BRW' | 'CLK' | 'POL' | 'SMTP' | 'AUTHZ' | 'AUD';

/** One promise of one of the five policies. */
export interface Clause {
  readonly id: ClauseId;
  /** What is promised, in our words, as readers of the trust page see it. */
  readonly promise: { readonly en: string; readonly de: string };
  /** What the software must do for it to be true. */
  readonly must: string;
  readonly kind: CheckKind;
  /** The face without which there is nothing to promise; `null` when the core keeps it. */
  readonly face: Face | null;
  /** The sentence of the policy that says it, where it speaks to people. */
  readonly says: SentenceName | LineName | 'updated' | null;
}

/** A shorter way of writing many. */
export const clause = (
  id: ClauseId,
  [en, de]: readonly [string, string],
  must: string,
  kind: CheckKind,
  face: Face | null = null,
  says: Clause['says'] = null,
): Clause => ({ id, promise: { en, de }, must, kind, face, says });
