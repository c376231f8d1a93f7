import type { Profile } from '#kernel/profile.ts';
import type { Purpose } from '#kernel/registry.ts';
import { mayGive } from '#modules/privacy/index.ts';
import { clausesOf } from './clauses.ts';
import type { ClauseId } from './clause.ts';
import type { PolicyDocument } from './document.ts';
import { fault } from './fault.ts';
import type { Fault } from './fault.ts';
import { findTextFaults } from './find-text-faults.ts';
import { findTransferFaults } from './find-transfer-faults.ts';
import type { DataMap } from './map.ts';
import { hoursIn } from './span-order.ts';
import { policyWords } from './policy-words.ts';
import { policyLanguages } from './words.ts';

export interface Checked {
  readonly map: DataMap;
  readonly profile: Profile;
  /** Everything that was printed from the map. */
  readonly documents: readonly PolicyDocument[];
  /** Purposes that are served without a column: by lists of hashes, by counts, by what waits in a browser. */
  readonly carried: readonly Purpose[];
}

/**
 * Everything that keeps a policy from being published: contradictions, promises nothing backs, data nothing explains.
 *
 * Shape: empty when the policy compiles. Source: privacy.md C12.
 */
export const findFaults = (checked: Checked): Fault[] => [
  ...findTransferFaults(checked.map, checked.profile),
  ...findTextFaults(checked.map, checked.profile, checked.documents),
  ...missingController(checked),
  ...emptyPurposes(checked),
  ...orphanColumns(checked),
  ...missingReasons(checked),
  ...sales(checked),
  ...fourthPurposes(checked),
  ...importedForMarketing(checked),
  ...cookiesBeyond(checked),
  ...goneBeforeLaw(checked),
  ...missingWords(checked),
];

/** The clauses of a profile among those named; a profile without such a clause has the fault all the same. */
const among = (profile: Profile, ids: readonly ClauseId[]): ClauseId[] => {
  const known = new Set(clausesOf(profile).map(({ id }) => id));
  return ids.filter((id) => known.has(id));
};

/** Source: clause KC-56; GDPR art. 13(1)(a). */
function missingController({ map, profile }: Checked): Fault[] {
  const { name, address, country, email } = map.controller;
  const missing = Object.entries({ name, address, country, 'e-mail address': email })
    .filter(([, value]) => value.trim() === '')
    .map(([what]) => what);
  if (missing.length === 0) return [];
  const says = `The policy does not say who is responsible: ${missing.join(', ')} missing in Dashboard > Settings > Legal entity.`;
  return [fault('noController', says, among(profile, ['KC-56']), ['fill in the legal entity'])];
}

function emptyPurposes({ map, profile, carried }: Checked): Fault[] {
  const used = new Set<Purpose>([...carried, ...map.fields.flatMap(({ purposes }) => purposes)]);
  return profile.purposes
    .filter((purpose) => !used.has(purpose) && profile.laterPurposes[purpose] === undefined)
    .map((purpose) =>
      fault(
        'purposeWithoutColumn',
        `The profile names the purpose "${purpose}", and nothing that we hold serves it.`,
        [],
        ['take the purpose out of the profile', 'declare which column serves it'],
      ),
    );
}

function orphanColumns({ map }: Checked): Fault[] {
  const orphans = new Set(
    map.fields
      .filter(({ purposes }) => purposes.length === 0)
      .map(({ table, column }) => `${table}.${column}`),
  );
  return [...orphans].map((name) =>
    fault(
      'columnWithoutPurpose',
      `${name} holds personal data, and the profile has none of its purposes.`,
      [],
      ['take the column away', 'name one of its purposes in the profile'],
    ),
  );
}

/** Source: clause OC-4; GDPR art. 5(1)(c). */
const missingReasons = ({ map, profile }: Checked): Fault[] =>
  map.fields
    .filter(({ because }) => because.trim().length < 8)
    .map(({ table, column }) =>
      fault(
        'noReason',
        `${table}.${column} does not say why the shop cannot do without it.`,
        among(profile, ['OC-4']),
      ),
    );

/** Source: clauses KC-21, OC-2. */
function sales({ map, profile }: Checked): Fault[] {
  const buyers = [...map.recipients, ...profile.processors].filter(({ role }) => role === 'sale');
  return buyers.map(({ company }) =>
    fault(
      'saleRole',
      `${company} would buy personal data; no profile sells any.`,
      among(profile, ['KC-21', 'OC-2']),
    ),
  );
}

/** Source: clause OC-44. */
function fourthPurposes({ map, profile }: Checked): Fault[] {
  return [...map.recipients, ...profile.processors].flatMap(({ company, role, purposes }) =>
    purposes
      .filter((purpose) => !mayGive(profile, role, purpose))
      .map((purpose) =>
        fault(
          'thirdPartyPurpose',
          `${company} gets data for "${purpose}"; others may get data only to complete a request, to give access, or by law.`,
          among(profile, ['OC-44']),
        ),
      ),
  );
}

/** Source: clause KC-14, A6-3. */
const importedForMarketing = ({ map, profile }: Checked): Fault[] =>
  map.fields
    .filter(
      ({ source, purposes }) =>
        (source === 'channel' || source === 'accounting') && purposes.includes('marketing'),
    )
    .map(({ table, column, source }) =>
      fault(
        'importedMarketing',
        `${table}.${column} came from a ${source} system and may not serve marketing, whatever anybody consented to.`,
        among(profile, ['KC-14']),
      ),
    );

const cookiesBeyond = ({ map, profile }: Checked): Fault[] =>
  map.browser
    .filter(({ category }) => !profile.cookies.categories.includes(category))
    .map(({ name, category }) =>
      fault(
        'cookieBeyondProfile',
        `${name} is a ${category} item, and the profile promises that there are none.`,
        [],
        ['turn off what sets it'],
      ),
    );

/** Source: A6-5. */
function goneBeforeLaw({ map, profile }: Checked): Fault[] {
  const promise = profile.everythingGoneAfter;
  if (!promise || promise.remainder === 'disclosed') return [];
  return map.stays.flatMap(({ retention, law }) =>
    law
      .filter(({ span }) => hoursIn(span) > hoursIn(promise.span))
      .map(({ cites }) =>
        fault(
          'goneBeforeLaw',
          `The policy says that everything is gone, and ${cites} holds part of what is kept for ${retention}.`,
          among(profile, ['KS-16', 'KS-17']),
          [`say that what ${cites} holds is kept apart until its date`, 'keep nothing that the law holds'],
        ),
      ),
  );
}

/** A registry that names something that a language has no words for. */
function missingWords({ map }: Checked): Fault[] {
  return policyLanguages.flatMap((language) => {
    const { categories, stays, purposes } = policyWords[language];
    const wanted = map.fields.flatMap(({ category, retention, purposes: served }) => [
      categories[category] === undefined ? category : undefined,
      stays[retention] === undefined ? retention : undefined,
      ...served.map((purpose) => (purposes[purpose] === undefined ? purpose : undefined)),
    ]);
    return [...new Set(wanted.filter((one) => one !== undefined))].map((name) =>
      fault(
        'noWords',
        `The policy has no words for "${name}" in ${language}.`,
        among({ clauses: 'OK' } as Profile, ['OK-22']),
      ),
    );
  });
}
