import type { Profile } from '#kernel/profile.ts';
import type { Mechanism, ProcessorRole } from '#kernel/processor.ts';
import { eea } from '#modules/privacy/index.ts';
import { clausesOf } from './clauses.ts';
import type { ClauseId } from './clause.ts';
import { fault } from './fault.ts';
import type { Fault } from './fault.ts';
import type { DataMap } from './map.ts';

/** Companies that a merchant connects by their own choice. Source: A6-2. */
const directed: readonly string[] = [
  'channel',
  'shipping',
  'tracking',
  'accounting',
  'payment',
] satisfies ProcessorRole[];

interface Party {
  readonly company: string;
  readonly role: string;
  readonly country: string | null;
  readonly mechanism: Mechanism;
}

const isOutside = ({ country }: Party): boolean => country !== null && !eea.has(country);

/**
 * Transfers that the profile says do not happen, and transfers that nothing carries.
 *
 * Source: clauses KC-42, KC-46, K7-42, K7-43, A6-2; GDPR art. 44–49.
 */
export function findTransferFaults(map: DataMap, profile: Profile): Fault[] {
  const parties = new Map<string, Party>([
    ...profile.processors.map((one) => [one.name, one] as const),
    ...map.recipients.map((one) => [one.name, one] as const),
  ]);
  const outside = [...parties.values()].filter((party) => isOutside(party));
  const about = clausesOf(profile).map(({ id }) => id);
  const among = (ids: readonly ClauseId[]): ClauseId[] => ids.filter((id) => about.includes(id));
  return outside.flatMap((party) => {
    if (isPromisedAway(party, profile.regions)) return [contradiction(party, among(['KC-42', 'KC-46']))];
    return party.mechanism === 'adequacy' || party.mechanism === 'scc' || isAtHome(party, map, profile)
      ? []
      : [withoutBasis(party, among(['K7-42', 'K7-43', 'KC-43', 'KC-44']))];
  });
}

const isPromisedAway = ({ role }: Party, regions: Profile['regions']): boolean =>
  regions === 'eea-strict' || (regions === 'eea-plus-merchant-directed' && !directed.includes(role));

/** A shop outside Europe whose data stay in its own country transfers nothing. */
const isAtHome = ({ country }: Party, { controller }: DataMap, { regions }: Profile): boolean =>
  regions === 'global-scc' && country === controller.country;

const contradiction = ({ company, country }: Party, clauses: readonly ClauseId[]): Fault =>
  fault(
    'transferContradicted',
    `The policy says that data do not leave the European Economic Area, and ${company} in ${country ?? 'a country unknown'} gets some.`,
    clauses,
    [
      `eea-strict: keep the sentence, and use no company outside the European Economic Area; ${company} goes`,
      'eea-plus-merchant-directed: change the sentence to "except to services that you connect", with a basis for each',
      'global-scc: change the sentence to transfers under standard contractual clauses or a finding of adequacy, each named',
    ],
  );

const withoutBasis = ({ company, country }: Party, clauses: readonly ClauseId[]): Fault =>
  fault(
    'transferWithoutBasis',
    `${company} in ${country ?? 'a country unknown'} gets data outside the European Economic Area, and no basis of the transfer is named.`,
    clauses,
    ['name the standard contractual clauses and the assessment', 'end the agreement'],
  );
