import type { Profile } from '#kernel/profile.ts';
import { runtimeChecks } from './checks.ts';
import type { Clause } from './clause.ts';
import { clausesOf, isBuilt } from './clauses.ts';
import type { EvidenceRow } from './queries-evidence.ts';
import type { ReleaseCheck } from './release.ts';

/** One check of one promise, with what it last said. */
export interface Proof {
  readonly kind: 'while it runs' | 'of the release';
  readonly check: string;
  /** The file in which it is written; `null` for those that run by night. */
  readonly file: string | null;
  readonly result: 'pass' | 'fail' | 'not run';
  readonly passedAt: Date | null;
}

export type StandingState = 'holds' | 'fails' | 'pending';

/** How a promise stands: what checks it, and what they last said. */
export interface Standing {
  readonly clause: Clause;
  readonly state: StandingState;
  /** Why it is pending, in words. */
  readonly because: 'face' | 'check' | 'not run' | null;
  readonly proofs: readonly Proof[];
}

export interface Known {
  readonly evidence: readonly EvidenceRow[];
  readonly release: { readonly checks: readonly ReleaseCheck[]; readonly date: Date | undefined };
}

/**
 * How each promise of a profile stands. A promise holds only when something checked it and nothing failed; a face that is
 * to come, or a check that nobody wrote or ran, makes it pending by name, and never more.
 */
export const standingsOf = (profile: Pick<Profile, 'clauses'>, known: Known): Standing[] =>
  clausesOf(profile).map((clause) => standingOf(clause, known));

function standingOf(clause: Clause, known: Known): Standing {
  const proofs = [...runtimeProofs(clause, known), ...releaseProofs(clause, known)];
  if (!isBuilt(clause)) return { clause, state: 'pending', because: 'face', proofs: [] };
  if (proofs.some(({ result }) => result === 'fail'))
    return { clause, state: 'fails', because: null, proofs };
  if (proofs.some(({ result }) => result === 'pass'))
    return { clause, state: 'holds', because: null, proofs };
  return { clause, state: 'pending', because: proofs.length > 0 ? 'not run' : 'check', proofs };
}

function runtimeProofs({ id }: Clause, { evidence }: Known): Proof[] {
  const names = [...runtimeChecks].filter(([, ids]) => ids.includes(id)).map(([name]) => name);
  return names.map((check): Proof => {
    const row = evidence.find(({ checkName }) => checkName === check);
    const result = row === undefined ? 'not run' : row.findings === 0 ? 'pass' : 'fail';
    return { kind: 'while it runs', check, file: null, result, passedAt: row?.passedAt ?? null };
  });
}

const releaseProofs = ({ id }: Clause, { release }: Known): Proof[] =>
  release.checks
    .filter(({ clause, result }) => clause === id && result !== 'pending')
    .map(({ check, file, result }) => ({
      kind: 'of the release',
      check,
      file,
      result: result === 'pass' ? 'pass' : 'fail',
      passedAt: result === 'pass' ? (release.date ?? null) : null,
    }));

export interface Counts {
  readonly holds: number;
  readonly fails: number;
  readonly pending: number;
}

export const countStandings = (standings: readonly Standing[]): Counts => ({
  holds: standings.filter(({ state }) => state === 'holds').length,
  fails: standings.filter(({ state }) => state === 'fails').length,
  pending: standings.filter(({ state }) => state === 'pending').length,
});
