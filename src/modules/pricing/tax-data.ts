/**
 * Value added tax as we ship it: standard and reduced rates with their dates, and the places that are taxed otherwise.
 *
 * Source: written by us from the tax laws of the countries, as known on the version's date; a shop can set its own rates
 * from any day on, and should have its adviser look at them. Shape of a period: `from` (a day; '' = as long as we know),
 * standard, then the reduced rates from the highest to the lowest. Units: percent as people write it.
 */
export const taxDataVersion = '2026-11-01';

interface Period {
  readonly from: string;
  readonly standard: number;
  /** Reduced rates, highest first: reduced, reduced-2, reduced-3. */
  readonly reduced: readonly number[];
  readonly note?: string;
}

const always = (standard: number, ...reduced: number[]): readonly Period[] => [
  { from: '', standard, reduced },
];

export const periodsByZone: Readonly<Record<string, readonly Period[]>> = {
  AT: always(20, 13, 10),
  BE: always(21, 12, 6),
  BG: always(20, 9),
  CY: always(19, 9, 5, 3),
  CZ: [
    { from: '', standard: 21, reduced: [15, 10] },
    { from: '2024-01-01', standard: 21, reduced: [12], note: 'consolidation package: one reduced rate' },
  ],
  DE: [
    { from: '', standard: 19, reduced: [7] },
    { from: '2020-07-01', standard: 16, reduced: [5], note: 'half a year of lower rates' },
    { from: '2021-01-01', standard: 19, reduced: [7] },
  ],
  DK: always(25),
  EE: [
    { from: '', standard: 20, reduced: [9, 5] },
    { from: '2024-01-01', standard: 22, reduced: [9, 5] },
    { from: '2025-01-01', standard: 22, reduced: [13, 9], note: 'accommodation 13, press 9' },
    { from: '2025-07-01', standard: 24, reduced: [13, 9] },
  ],
  ES: always(21, 10, 4),
  FI: [
    { from: '', standard: 24, reduced: [14, 10] },
    { from: '2024-09-01', standard: 25.5, reduced: [14, 10] },
    { from: '2026-01-01', standard: 25.5, reduced: [13.5, 10], note: 'most of 14 became 13.5' },
  ],
  FR: always(20, 10, 5.5, 2.1),
  GR: always(24, 13, 6),
  HR: always(25, 13, 5),
  HU: always(27, 18, 5),
  IE: [
    { from: '', standard: 23, reduced: [13.5, 9, 4.8] },
    { from: '2020-09-01', standard: 21, reduced: [13.5, 9, 4.8], note: 'half a year of a lower rate' },
    { from: '2021-03-01', standard: 23, reduced: [13.5, 9, 4.8] },
  ],
  IT: always(22, 10, 5, 4),
  LT: [
    { from: '', standard: 21, reduced: [9, 5] },
    { from: '2026-01-01', standard: 21, reduced: [12, 5], note: 'books 5, the rest of 9 became 12' },
  ],
  LU: [
    { from: '', standard: 17, reduced: [14, 8, 3] },
    { from: '2023-01-01', standard: 16, reduced: [13, 7, 3], note: 'one year of lower rates' },
    { from: '2024-01-01', standard: 17, reduced: [14, 8, 3] },
  ],
  LV: always(21, 12, 5),
  MT: [
    { from: '', standard: 18, reduced: [7, 5] },
    { from: '2024-01-01', standard: 18, reduced: [12, 7, 5] },
  ],
  NL: [
    { from: '', standard: 21, reduced: [6] },
    { from: '2019-01-01', standard: 21, reduced: [9] },
  ],
  PL: always(23, 8, 5),
  PT: always(23, 13, 6),
  RO: [
    { from: '', standard: 19, reduced: [9, 5] },
    { from: '2025-08-01', standard: 21, reduced: [11], note: 'fiscal package: one reduced rate' },
  ],
  SE: always(25, 12, 6),
  SI: always(22, 9.5, 5),
  SK: [
    { from: '', standard: 20, reduced: [10] },
    { from: '2023-01-01', standard: 20, reduced: [10, 5] },
    { from: '2025-01-01', standard: 23, reduced: [19, 5], note: 'consolidation package' },
  ],
  GB: always(20, 5),
  NO: always(25, 15, 12),
  CH: [
    { from: '', standard: 7.7, reduced: [3.7, 2.5] },
    { from: '2024-01-01', standard: 8.1, reduced: [3.8, 2.6], note: 'pension reform AHV 21' },
  ],
  ZA: always(15),
  NG: [
    { from: '', standard: 5, reduced: [] },
    { from: '2020-02-01', standard: 7.5, reduced: [], note: 'Finance Act 2019; kept by the Tax Act of 2026' },
  ],
  KE: [
    { from: '', standard: 16, reduced: [8] },
    { from: '2020-04-01', standard: 14, reduced: [8], note: 'pandemic relief' },
    {
      from: '2021-01-01',
      standard: 16,
      reduced: [8],
      note: 'reduced: petroleum; 16 since 2023-07 there as well',
    },
    { from: '2023-07-01', standard: 16, reduced: [] },
  ],
  GH: [
    {
      from: '',
      standard: 21.9,
      reduced: [],
      note: 'VAT 15 % on top of levies of 6 %, as one effective rate',
    },
    {
      from: '2026-01-01',
      standard: 20,
      reduced: [],
      note: 'VAT 15 %, NHIL 2.5 %, GETFund 2.5 % on one base (Act 1151)',
    },
  ],

  // Places with rates of their own
  'AT-german-customs': always(19, 13, 10),
  'PT-azores': [
    { from: '', standard: 18, reduced: [9, 4] },
    { from: '2021-07-01', standard: 16, reduced: [9, 4] },
  ],
  'PT-madeira': [
    { from: '', standard: 22, reduced: [12, 5] },
    { from: '2024-10-01', standard: 22, reduced: [12, 4] },
  ],
  'FR-overseas': always(8.5, 2.1),
  'GR-islands': always(17, 9, 4),
  'GB-northern-ireland': always(20, 5),
};

/** The 27 members of the European Union. */
export const euCountries: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Small states that are taxed as a part of another one. */
export const taxedAs: Readonly<Record<string, string>> = { MC: 'FR', IM: 'GB', LI: 'CH' };

/** Places that have a country code of their own for the post and are a tax place of their country. */
export const zoneOfCountry: Readonly<Record<string, string>> = {
  GP: 'FR-overseas', MQ: 'FR-overseas', RE: 'FR-overseas', GF: 'FR-untaxed', YT: 'FR-untaxed', AX: 'FI-aland',
}; // prettier-ignore

export interface ShippedZone {
  readonly code: string;
  readonly country: string;
  readonly name: string;
  /** Postcodes without spaces: `35*` a beginning, `17000-17999` a range, `23041` itself. */
  readonly postcodes: readonly string[];
  /** Whether goods that go there stay within the tax area of the European Union. */
  readonly inEu: boolean;
}

const outside = (code: string, name: string, ...postcodes: string[]): ShippedZone => ({
  code, country: code.slice(0, 2), name, postcodes, inEu: false,
}); // prettier-ignore
const inside = (code: string, name: string, ...postcodes: string[]): ShippedZone => ({
  code, country: code.slice(0, 2), name, postcodes, inEu: true,
}); // prettier-ignore

/** Places within countries that are outside of the tax area (no rates above: nothing is charged), or have other rates. */
export const shippedZones: readonly ShippedZone[] = [
  inside('AT-german-customs', 'Jungholz and Mittelberg', '6691', '6991-6993'),
  outside('DE-buesingen', 'Büsingen am Hochrhein', '78266'),
  outside('DE-heligoland', 'Heligoland', '27498'),
  outside('ES-canary', 'Canary Islands', '35*', '38*'),
  outside('ES-ceuta', 'Ceuta', '51*'),
  outside('ES-melilla', 'Melilla', '52*'),
  outside('FI-aland', 'Åland', '22*'),
  outside('FR-overseas', 'Guadeloupe, Martinique and Réunion', '971*', '972*', '974*'),
  outside(
    'FR-untaxed',
    'French Guiana, Mayotte and territories',
    '973*',
    '975*',
    '976*',
    '977*',
    '978*',
    '986*',
    '987*',
    '988*',
  ),
  outside('GR-athos', 'Mount Athos', '63086', '63087'),
  inside(
    'GR-islands',
    'Leros, Lesbos, Kos, Samos and Chios',
    '81100-81113',
    '82100-82104',
    '83100-83104',
    '85300-85303',
    '85400',
  ),
  outside('IT-livigno', 'Livigno', '23030', '23041'),
  outside('IT-campione', 'Campione d’Italia', '22060', '22061'),
  inside('PT-azores', 'Azores', '95*', '96*', '97*', '98*', '99*'),
  inside('PT-madeira', 'Madeira', '90*', '91*', '92*', '93*', '94*'),
  inside('GB-northern-ireland', 'Northern Ireland', 'BT*'),
];
