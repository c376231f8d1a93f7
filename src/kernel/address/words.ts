import type { Locale } from '../context.ts';

type Words = Readonly<Record<Locale, string>>;

export const labels = {
  name: { en: 'Full name', de: 'Vor- und Nachname' },
  company: { en: 'Company', de: 'Firma' },
  line1: { en: 'Street and house number', de: 'Straße und Hausnummer' },
  line2: { en: 'Flat, floor, c/o', de: 'Adresszusatz' },
  postcode: { en: 'Postcode', de: 'Postleitzahl' },
  city: { en: 'City', de: 'Ort' },
  region: { en: 'Region', de: 'Region' },
  phone: { en: 'Phone', de: 'Telefon' },
  country: { en: 'Country', de: 'Land' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a postcode is called at home, where it has a name of its own. */
const postcodeWords: Readonly<Record<string, Words>> = {
  zip: { en: 'ZIP code', de: 'ZIP-Code' },
  pin: { en: 'PIN code', de: 'PIN-Code' },
  eircode: { en: 'Eircode', de: 'Eircode' },
  cap: { en: 'Postcode (CAP)', de: 'Postleitzahl (CAP)' },
  cep: { en: 'Postcode (CEP)', de: 'Postleitzahl (CEP)' },
  postal: { en: 'Postal code', de: 'Postleitzahl' },
};

const postcodeWordOf: Readonly<Record<string, string>> = {
  US: 'zip', AS: 'zip', GU: 'zip', MP: 'zip', PR: 'zip', VI: 'zip', UM: 'zip', FM: 'zip', MH: 'zip', PW: 'zip', PH: 'zip',
  IN: 'pin', IE: 'eircode', IT: 'cap', SM: 'cap', VA: 'cap', BR: 'cep', CA: 'postal', SG: 'postal', ZA: 'postal', KE: 'postal',
}; // prettier-ignore

const regionWords: Readonly<Record<string, Words>> = {
  state: { en: 'State', de: 'Bundesstaat' },
  province: { en: 'Province', de: 'Provinz' },
  prefecture: { en: 'Prefecture', de: 'Präfektur' },
  emirate: { en: 'Emirate', de: 'Emirat' },
  island: { en: 'Island', de: 'Insel' },
  parish: { en: 'Parish', de: 'Gemeinde' },
  district: { en: 'District', de: 'Bezirk' },
  county: { en: 'County', de: 'Grafschaft' },
};

const regionWordOf: Readonly<Record<string, string>> = {
  US: 'state', AU: 'state', BR: 'state', MX: 'state', IN: 'state', VE: 'state', NG: 'state', MY: 'state', AS: 'state',
  CA: 'province', IT: 'province', ES: 'province', CN: 'province', KR: 'province', IQ: 'province', AR: 'province',
  JP: 'prefecture', AE: 'emirate', KN: 'island', KY: 'island', PF: 'island', AD: 'parish', JM: 'parish', HK: 'district',
  NR: 'district', TW: 'county', SV: 'province', HN: 'province', PG: 'province', CR: 'province',
}; // prettier-ignore

export function postcodeLabel(country: string, locale: Locale): string {
  const word = postcodeWordOf[country];
  return (word === undefined ? labels.postcode : (postcodeWords[word] ?? labels.postcode))[locale];
}

export function regionLabel(country: string, locale: Locale): string {
  const word = regionWordOf[country];
  return (word === undefined ? labels.region : (regionWords[word] ?? labels.region))[locale];
}

/** "in Germany", "in the United States": the few countries that take an article. */
const placeWords: Readonly<Record<string, Words>> = {
  US: { en: 'the United States', de: 'den USA' },
  GB: { en: 'the United Kingdom', de: 'Großbritannien' },
  NL: { en: 'the Netherlands', de: 'den Niederlanden' },
  PH: { en: 'the Philippines', de: 'den Philippinen' },
  AE: { en: 'the United Arab Emirates', de: 'den Vereinigten Arabischen Emiraten' },
  DO: { en: 'the Dominican Republic', de: 'der Dominikanischen Republik' },
  CH: { en: 'Switzerland', de: 'der Schweiz' },
  TR: { en: 'Türkiye', de: 'der Türkei' },
  UA: { en: 'Ukraine', de: 'der Ukraine' },
  SK: { en: 'Slovakia', de: 'der Slowakei' },
  MN: { en: 'Mongolia', de: 'der Mongolei' },
  MV: { en: 'the Maldives', de: 'den Malediven' },
  FO: { en: 'the Faroe Islands', de: 'den Färöern' },
  MH: { en: 'the Marshall Islands', de: 'den Marshallinseln' },
  KY: { en: 'the Cayman Islands', de: 'den Kaimaninseln' },
  FK: { en: 'the Falkland Islands', de: 'den Falklandinseln' },
  VI: { en: 'the US Virgin Islands', de: 'den Amerikanischen Jungferninseln' },
  VA: { en: 'Vatican City', de: 'der Vatikanstadt' },
};

const nameFormats: Readonly<Record<Locale, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames(['en-GB'], { type: 'region' }),
  de: new Intl.DisplayNames(['de'], { type: 'region' }),
};

/** The country's name as readers of that language know it. */
export const countryName = (country: string, locale: Locale): string =>
  nameFormats[locale].of(country) ?? country;

const placeName = (country: string, locale: Locale): string =>
  placeWords[country]?.[locale] ?? countryName(country, locale);

const numbers: Readonly<Record<Locale, readonly string[]>> = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  de: ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
};

/** Says what a postcode looks like: "A postcode in Germany has five digits, like 10115." */
export function postcodeSays(
  country: string,
  shapes: readonly string[],
  example: string,
  locale: Locale,
): string {
  const label = postcodeLabel(country, locale)
    .replace(/^Postcode \(/, 'postcode (')
    .replace(/^Postcode$/, 'postcode');
  const place = placeName(country, locale);
  const first = shapes[0] ?? '';
  const digits =
    /^n+$/.test(first) && shapes.every((shape) => /^[n-]+$/.test(shape))
      ? numbers[locale][first.length]
      : undefined;
  if (locale === 'de') {
    const article = /code$/i.test(label) ? 'Ein' : 'Eine';
    return digits === undefined
      ? `${article} ${label} in ${place} sieht so aus: ${example}.`
      : `${article} ${label} in ${place} hat ${digits} Ziffern, zum Beispiel ${example}.`;
  }
  const article = /^e/i.test(label) ? 'An' : 'A';
  const called = label === 'Postal code' ? 'postal code' : label;
  return digits === undefined
    ? `${article} ${called} in ${place} looks like ${example}.`
    : `${article} ${called} in ${place} has ${digits} digits, like ${example}.`;
}

export const says = {
  missing: {
    name: {
      en: 'Please tell us the name on the door.',
      de: 'Bitte den Namen angeben, der an der Tür steht.',
    },
    company: { en: 'Please enter the company.', de: 'Bitte die Firma angeben.' },
    line1: { en: 'Please enter street and house number.', de: 'Bitte Straße und Hausnummer angeben.' },
    line2: { en: 'Please complete this line.', de: 'Bitte diese Zeile ausfüllen.' },
    city: { en: 'Please enter the city.', de: 'Bitte den Ort angeben.' },
    phone: { en: 'Please enter a phone number.', de: 'Bitte eine Telefonnummer angeben.' },
    country: { en: 'Please choose a country.', de: 'Bitte ein Land auswählen.' },
  },
  unreadable: {
    en: 'Please leave out special control characters.',
    de: 'Bitte ohne Steuerzeichen schreiben.',
  },
  tooLong: { en: 'Please keep this within % characters.', de: 'Bitte höchstens % Zeichen.' },
  noLetters: {
    en: 'Please use letters or digits here.',
    de: 'Bitte hier Buchstaben oder Ziffern verwenden.',
  },
  phone: {
    en: 'A phone number has 5 to 15 digits, like +49 30 901820.',
    de: 'Eine Telefonnummer hat 5 bis 15 Ziffern, zum Beispiel +49 30 901820.',
  },
  chooseRegion: { en: 'Please choose from the list: %.', de: 'Bitte aus der Liste wählen: %.' },
  missingRegion: {
    en: 'This is needed for a delivery there: %.',
    de: 'Für eine Lieferung dorthin nötig: %.',
  },
  noSuchCountry: { en: 'We do not know this country.', de: 'Dieses Land kennen wir nicht.' },
} as const;
