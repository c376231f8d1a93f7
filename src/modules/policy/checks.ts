import type { ClauseId } from './clause.ts';
import type { FaultCode } from './fault.ts';

/**
 * Which promises a prover of a module proves, over what is stored, every night and with `kontor verify`. A prover stands
 * only where what it looks at is the promise itself; what needs a browser, a mail or another company is for the tests of
 * the release.
 */
const proverClauses: Readonly<Record<string, readonly ClauseId[]>> = {
  registry: ['OK-1', 'K7-2', 'KC-5'],
  wall: ['OK-14'],
  audit: ['OK-14'],
  'security-log': ['OK-2', 'K7-12', 'OC-27'],
  statistics: ['K7-32', 'OC-16', 'OC-21'],
  clocks: ['KS-15', 'KS-16'],
  policy: ['OK-22'],
  'policy.published': ['OK-20', 'OK-22', 'K7-48', 'K7-50', 'KC-1', 'KC-50', 'OC-53', 'KS-18'],
};

/** Which promises hold because the policy compiles; each is its own check, run with the provers. */
export const faultClauses: Readonly<Partial<Record<FaultCode, readonly ClauseId[]>>> = {
  absolute: ['OK-15'],
  noController: ['KC-56'],
  saleRole: ['KC-21', 'OC-2'],
  transferContradicted: ['KC-46'],
  transferWithoutBasis: ['KC-43'],
  openList: ['KS-13'],
  noReason: ['OC-4'],
  deadLink: ['OC-25'],
  thirdPartyPurpose: ['OC-44'],
  columnWithoutPurpose: ['KS-1'],
};

/** The name of the check that a compile fault fails. */
export const checkOfFault = (code: string): string => `policy.${code}`;

/** Every runtime check with the promises that it carries. */
export const runtimeChecks: ReadonlyMap<string, readonly ClauseId[]> = new Map<string, readonly ClauseId[]>([
  ...Object.entries(proverClauses),
  ...Object.entries(faultClauses).map(([code, ids]) => [checkOfFault(code), ids] as const),
]);
