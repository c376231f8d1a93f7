import type { ClauseId } from './clause.ts';
import type { FaultCode } from './fault.ts';

/** Which promises a prover of a module proves, over what is stored, every night and with `kontor verify`. */
export const proverClauses: Readonly<Record<string, readonly ClauseId[]>> = {
  audit: ['OK-14', 'K7-30', 'KC-36', 'OC-3'],
  registry: ['OK-1', 'K7-2', 'KC-5'],
  wall: ['OK-14', 'OC-3', 'KC-36'],
  policy: ['OK-20', 'OK-22', 'K7-48', 'K7-50', 'KC-1', 'KC-50', 'OC-53', 'KS-18'],
};

/** Which promises hold because the policy compiles; each is its own check, run with the provers. */
export const faultClauses: Readonly<Partial<Record<FaultCode, readonly ClauseId[]>>> = {
  absolute: ['OK-15'],
  noController: ['KC-56'],
  saleRole: ['KC-21', 'OC-2'],
  transferContradicted: ['KC-42', 'KC-46'],
  transferWithoutBasis: ['K7-42', 'K7-43', 'KC-43', 'KC-44'],
  openList: ['KS-13'],
  noReason: ['OC-4'],
  deadLink: ['OC-25'],
  thirdPartyPurpose: ['OC-44'],
  importedMarketing: ['KC-14'],
  cookieBeyondProfile: ['K7-38', 'OC-41', 'KC-57'],
  goneBeforeLaw: ['KS-17'],
  columnWithoutPurpose: ['OK-5', 'KC-6', 'KS-1', 'OC-34'],
};

/** The name of the check that a compile fault fails. */
export const checkOfFault = (code: string): string => `policy.${code}`;

/** Every runtime check with the promises that it carries. */
export const runtimeChecks: ReadonlyMap<string, readonly ClauseId[]> = new Map<string, readonly ClauseId[]>([
  ...Object.entries(proverClauses),
  ...Object.entries(faultClauses).map(([code, ids]) => [checkOfFault(code), ids] as const),
]);
