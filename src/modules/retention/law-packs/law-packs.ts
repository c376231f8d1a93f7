import type { LawPack } from '../law-pack.ts';
import { denmark } from './denmark.ts';
import { elsewhere } from './elsewhere.ts';
import { digitalAges, memberState } from './eu.ts';
import { france } from './france.ts';
import { germany } from './germany.ts';
import { malaysia } from './malaysia.ts';
import { nigeria } from './nigeria.ts';
import { southAfrica } from './south-africa.ts';
import { unitedKingdom } from './united-kingdom.ts';

/** The packs that were written country by country. */
export const lawPacks: readonly LawPack[] = [
  denmark,
  germany,
  france,
  unitedKingdom,
  southAfrica,
  nigeria,
  malaysia,
];

const packs = new Map(lawPacks.map((pack) => [pack.country, pack]));

/**
 * The law of a country as data. A member state without a pack of its own has the union's; everywhere else nothing is assumed.
 *
 * Shape: the same object for the same country, so that what is computed from it can be remembered.
 */
export function lawPack(country: string): LawPack {
  const known = packs.get(country);
  if (known) return known;
  const made = country in digitalAges ? memberState(country) : elsewhere(country);
  packs.set(country, made);
  return made;
}
