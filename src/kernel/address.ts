import { formatAddress } from 'localized-address-format';
import type { Locale } from './context.ts';
import { readPostcode, tidy } from './address/read-postcode.ts';
import { countryCodes, postcodeRequired, postcodes } from './address/postcodes.ts';
import { regionRequired, regions, spanishProvinces, suggestedRegions } from './address/regions.ts';
import type { Region } from './address/regions.ts';
import { countryName, labels, postcodeLabel, postcodeSays, regionLabel, says } from './address/words.ts';

export { readPostcode } from './address/read-postcode.ts';
export { countryName } from './address/words.ts';

/** Where something goes, or whom a bill names. Personal data: it is stored only sealed. */
export interface Address {
  readonly name: string;
  readonly company?: string;
  readonly line1: string;
  readonly line2?: string;
  readonly postcode?: string;
  readonly city: string;
  /** The value from the country's list (`CA`, `MI`, `Madrid`), or free text where there is none. */
  readonly region?: string;
  readonly country: string;
  readonly phone?: string;
}

/** An address as somebody typed it. */
export type TypedAddress = { readonly [Field in keyof Address]?: string | null | undefined };

export type AddressField = 'name' | 'company' | 'line1' | 'line2' | 'postcode' | 'city' | 'region' | 'phone';

export interface FormField {
  readonly field: AddressField;
  readonly label: string;
  readonly required: boolean;
  /** The token for the `autocomplete` attribute. */
  readonly autocomplete: string;
  readonly maxLength: number;
  readonly example: string | null;
  /** A closed list to choose from; null where anything may be written. */
  readonly options: readonly Region[] | null;
  /** Names to offer while typing. */
  readonly suggestions: readonly Region[];
  readonly inputMode: 'text' | 'numeric' | 'tel';
}

interface AddressProblem {
  readonly field: AddressField | 'country';
  readonly says: string;
}

type CheckedAddress =
  | { readonly ok: true; readonly address: Address }
  | { readonly ok: false; readonly problems: readonly AddressProblem[] };

const maxLengths: Readonly<Record<AddressField, number>> = {
  name: 100, company: 100, line1: 120, line2: 120, postcode: 16, city: 80, region: 80, phone: 32,
}; // prettier-ignore

const tokens: Readonly<Record<AddressField, string>> = {
  name: 'name', company: 'organization', line1: 'address-line1', line2: 'address-line2', postcode: 'postal-code',
  city: 'address-level2', region: 'address-level1', phone: 'tel',
}; // prettier-ignore

const known: ReadonlySet<string> = new Set(countryCodes);

/** Whether this code names a country or territory that gets mail. */
export const isCountry = (code: string): boolean => known.has(code);

/** Every country and territory that gets mail, in the order of the reader's alphabet. */
export function countries(locale: Locale): readonly { readonly code: string; readonly name: string }[] {
  return countryCodes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

/** Where the city is printed as the beginning of the street's line. */
const cityInLines: ReadonlySet<string> = new Set(['JP']);

const orders = new Map<string, readonly AddressField[]>();

/** The fields of a country in the order in which it writes them: read off its way to print an address. */
function fieldsOf(country: string): readonly AddressField[] {
  const kept = orders.get(country);
  if (kept) return kept;
  const marks = {
    name: '\u0001',
    company: '\u0002',
    line1: '\u0003',
    postcode: '\u0004',
    city: '\u0005',
    region: '\u0006',
  };
  const printed = formatAddress({
    postalCountry: country,
    name: marks.name,
    organization: marks.company,
    addressLines: [marks.line1],
    postalCode: marks.postcode,
    locality: marks.city,
    administrativeArea: marks.region,
  }).join('');
  const found = (Object.keys(marks) as (keyof typeof marks)[])
    .map((field) => ({ field, at: printed.indexOf(marks[field]) }))
    .filter(({ field, at }) => at >= 0 || (field === 'postcode' && postcodes.has(country)))
    .filter(({ field }) => field !== 'postcode' || postcodes.has(country))
    .toSorted((a, b) => (a.at < 0 ? Infinity : a.at) - (b.at < 0 ? Infinity : b.at))
    .map(({ field }) => field);
  const people: AddressField[] = ['name', 'company'];
  const places = found.flatMap((field): AddressField[] => {
    if (people.includes(field)) return [];
    if (field === 'region' && cityInLines.has(country)) return ['region', 'city'];
    return field === 'line1' ? ['line1', 'line2'] : [field];
  });
  // People write the person first, also where the envelope shows the company above it.
  const placesFirst = printed.indexOf(marks.line1) < printed.indexOf(marks.name);
  const order: AddressField[] = [...(placesFirst ? [...places, ...people] : [...people, ...places]), 'phone'];
  orders.set(country, order);
  return order;
}

function isRequired(country: string, field: AddressField): boolean {
  if (field === 'name' || field === 'line1' || field === 'city') return true;
  if (field === 'postcode') return postcodeRequired.has(country);
  return field === 'region' && regionRequired.has(country) && fieldsOf(country).includes('region');
}

function labelOf(country: string, field: AddressField, locale: Locale): string {
  if (field === 'postcode') return postcodeLabel(country, locale);
  if (field === 'region') return regionLabel(country, locale);
  return labels[field][locale];
}

/** Names the country, or undefined when there is none of that code. */
const countryOf = (text: string): string | undefined => {
  const code = text.trim().toUpperCase();
  return known.has(code) ? code : undefined;
};

/**
 * The fields to ask for in a country, in its own order, with its own words.
 *
 * Shape: the country itself is not among them (it decides which they are). An unknown code gets the plainest form.
 */
export function addressForm(country: string, locale: Locale): readonly FormField[] {
  const code = countryOf(country) ?? 'ZZ';
  const postcode = postcodes.get(code);
  return fieldsOf(code).map((field) => ({
    field,
    label: labelOf(code, field, locale),
    required: isRequired(code, field),
    autocomplete: tokens[field],
    maxLength: maxLengths[field],
    example: field === 'postcode' ? (postcode?.example ?? null) : null,
    options: field === 'region' ? (regions.get(code) ?? null) : null,
    suggestions: field === 'region' ? (suggestedRegions.get(code) ?? []) : [],
    inputMode:
      field === 'phone'
        ? 'tel'
        : field === 'postcode' && postcode?.shapes.every((shape) => /^n+$/.test(shape))
          ? 'numeric'
          : 'text',
  }));
}

// Control characters, and marks that make text run the other way than it is stored.
const unreadable = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The value of a region from its name or code; undefined when a closed list does not have it. */
function readRegion(text: string, country: string): string | undefined {
  const options = regions.get(country);
  if (!options) return text;
  const wanted = fold(text);
  return options.find(({ value, label }) => fold(value) === wanted || fold(label) === wanted)?.value;
}

/** Spanish postcodes begin with the number of the province. */
const provinceOf = (country: string, postcode: string): string | undefined =>
  country === 'ES' ? spanishProvinces.split(',')[Number(postcode.slice(0, 2)) - 1] : undefined;

/**
 * Reads an address by the rules of its country and says in the reader's language what is missing or wrong.
 *
 * What can be put right is put right: spaces, Unicode, the writing of postcodes, names of states. Where a country has
 * no cities (Singapore, Gibraltar) or no postcodes, none is asked for.
 */
export function checkAddress(typed: TypedAddress, { locale }: { readonly locale: Locale }): CheckedAddress {
  const problems: AddressProblem[] = [];
  const country = countryOf(typed.country ?? '');
  if (country === undefined) {
    const asked = tidy(typed.country) === '' ? says.missing.country : says.noSuchCountry;
    return { ok: false, problems: [{ field: 'country', says: asked[locale] }] };
  }
  const form = fieldsOf(country);
  const read = (field: AddressField): string => {
    const text = tidy(typed[field]);
    if (unreadable.test(typed[field]?.replace(/[\t\n\r]/g, ' ') ?? ''))
      problems.push({ field, says: says.unreadable[locale] });
    else if (text.length > maxLengths[field])
      problems.push({ field, says: says.tooLong[locale].replace('%', String(maxLengths[field])) });
    else if (text === '' && isRequired(country, field) && form.includes(field))
      problems.push({ field, says: missing(country, field, locale) });
    else if (text !== '' && !/[\p{L}\p{N}]/u.test(text))
      problems.push({ field, says: says.noLetters[locale] });
    else return text;
    return '';
  };

  const name = read('name');
  const company = read('company');
  const line1 = read('line1');
  const line2 = read('line2');
  const postcode = checkPostcode(read('postcode'), country, locale, problems);
  const hinted = tidy(typed.region) === '' ? provinceOf(country, postcode) : undefined;
  const region = hinted ?? checkRegion(read('region'), country, locale, problems);
  const city = form.includes('city')
    ? read('city')
    : tidy(typed.city).slice(0, 80) || region || countryName(country, 'en');
  const phone = read('phone');
  if (
    (phone !== '' && !/^[+()\d\s./-]+$/.test(phone)) ||
    (phone !== '' && !/^\d{5,15}$/.test(phone.replace(/\D/g, '')))
  )
    problems.push({ field: 'phone', says: says.phone[locale] });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    address: { name, line1, city, country, ...filled({ company, line2, postcode, region, phone }) },
  };
}

const filled = <Field extends string>(fields: Readonly<Record<Field, string>>): { [F in Field]?: string } =>
  Object.fromEntries(Object.entries<string>(fields).filter(([, text]) => text !== '')) as {
    [F in Field]?: string;
  };

function missing(country: string, field: AddressField, locale: Locale): string {
  const postcode = postcodes.get(country);
  if (field === 'postcode' && postcode)
    return postcodeSays(country, postcode.shapes, postcode.example, locale);
  if (field === 'region') return says.missingRegion[locale].replace('%', regionLabel(country, locale));
  return says.missing[field === 'postcode' ? 'line2' : field][locale];
}

function checkPostcode(text: string, country: string, locale: Locale, problems: AddressProblem[]): string {
  const postcode = postcodes.get(country);
  if (text === '' || !postcode) return text.toUpperCase();
  const written = readPostcode(text, country);
  if (written !== undefined) return written;
  problems.push({
    field: 'postcode',
    says: postcodeSays(country, postcode.shapes, postcode.example, locale),
  });
  return '';
}

function checkRegion(text: string, country: string, locale: Locale, problems: AddressProblem[]): string {
  if (text === '') return '';
  const value = readRegion(text, country);
  if (value !== undefined) return value;
  problems.push({
    field: 'region',
    says: says.chooseRegion[locale].replace('%', regionLabel(country, locale)),
  });
  return '';
}

/**
 * The lines of an address for a label or a letter, as its country prints them.
 *
 * Shape: the country's name is the last line, in capitals, unless the address is in `from`, where the letter starts.
 */
export function addressLines(
  address: Address,
  options: { readonly locale: Locale; readonly from?: string },
): string[] {
  const line1 = cityInLines.has(address.country) ? `${address.city} ${address.line1}` : address.line1;
  const lines = formatAddress({
    postalCountry: address.country,
    name: address.name,
    ...(address.company && { organization: address.company }),
    addressLines: [line1, ...(address.line2 ? [address.line2] : [])],
    ...(address.postcode && { postalCode: address.postcode }),
    locality: address.city,
    ...(address.region && { administrativeArea: address.region }),
  });
  const abroad = address.country !== options.from;
  return abroad
    ? [...lines, countryName(address.country, options.locale).toLocaleUpperCase(options.locale)]
    : lines;
}
