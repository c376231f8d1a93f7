import type { Face, Profile } from '#kernel/profile.ts';
import { facesHere } from '#profiles/profiles.ts';
import type { Clause, ClauseId } from './clause.ts';
import { k7Clauses } from './clauses/k7.ts';
import { kcClauses } from './clauses/kc.ts';
import { ksClauses } from './clauses/ks.ts';
import { ocClauses } from './clauses/oc.ts';
import { okClauses } from './clauses/ok.ts';

/** All 201 promises, in the order of their policies. */
export const clauses: readonly Clause[] = [
  ...okClauses,
  ...k7Clauses,
  ...kcClauses,
  ...ocClauses,
  ...ksClauses,
];

/** The promises of one profile. */
export const clausesOf = (profile: Pick<Profile, 'clauses'>): readonly Clause[] =>
  clauses.filter(({ id }) => id.startsWith(`${profile.clauses}-`));

const isHere = (face: Face | null): boolean => face === null || facesHere.includes(face);

/** Whether the face that a promise needs is built. */
export const isBuilt = ({ face }: Pick<Clause, 'face'>): boolean => isHere(face);

/** Which promises of a profile a sentence keeps, among those whose face is built. */
export const clausesSaying = (profile: Pick<Profile, 'clauses'>, says: Clause['says']): ClauseId[] =>
  clausesOf(profile)
    .filter((clause) => clause.says === says && isBuilt(clause))
    .map(({ id }) => id);
