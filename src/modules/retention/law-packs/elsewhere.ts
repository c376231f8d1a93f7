import type { LawPack, LawRule } from '../law-pack.ts';

/** Below the age at which the whole of a country's law lets people decide, nobody is asked anywhere we know nothing of. */
const adultAge = 18;

const books = (country: string): LawRule => ({
  id: 'elsewhere-books',
  country,
  about: 'bookkeeping.vouchers',
  says: 'no pack for this country yet: the longest span among the known ones is kept',
  span: { years: 10 },
  anchor: 'end of the calendar year',
  validFrom: '2000-01-01',
  reachesRunningClocks: false,
  cites: 'bookkeeping, longest known',
  source: 'the packs beside this one',
  unverified: 'no law was read for this country',
});

/** A country that nobody has entered: what keeps longest and asks least of anybody, in universal time. */
export const elsewhere = (country: string): LawPack => ({
  country,
  says: 'a country without a pack: the longest bookkeeping known, plain reckoning',
  version: '2026-11-23',
  zone: 'Etc/UTC',
  reckoning: 'plain',
  holidays: [],
  rules: [books(country)],
  digitalAge: {
    country,
    age: adultAge,
    cites: 'no pack for this country',
    source: 'the strictest of the known packs',
    unverified: 'no law was read for this country',
  },
});
