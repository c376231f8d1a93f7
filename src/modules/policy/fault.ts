import type { ClauseId } from './clause.ts';

/** What kind of thing does not hold together. */
export type FaultCode =
  | 'transferContradicted'
  | 'transferWithoutBasis'
  | 'openList'
  | 'noController'
  | 'purposeWithoutColumn'
  | 'columnWithoutPurpose'
  | 'deadLink'
  | 'absolute'
  | 'goneBeforeLaw'
  | 'saleRole'
  | 'thirdPartyPurpose'
  | 'noReason'
  | 'importedMarketing'
  | 'cookieBeyondProfile'
  | 'noWords'
  | 'unbacked'
  | 'dateUnchanged';

/** Why a policy does not compile: what contradicts what, by name, and what to do. Never personal data. */
export interface Fault {
  readonly code: FaultCode;
  readonly says: string;
  /** The promises that are in question. */
  readonly clauses: readonly ClauseId[];
  /** What would end it, each by itself. */
  readonly ways: readonly string[];
}

export const fault = (
  code: FaultCode,
  says: string,
  clauses: readonly ClauseId[] = [],
  ways: readonly string[] = [],
): Fault => ({ code, says, clauses, ways });
