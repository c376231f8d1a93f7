import { exponentOf } from '#kernel/money.ts';

/** Texts that a spreadsheet would take for a formula, and texts that have been made safe before. */
const dangerous = /^'*[=+\-@\t\r]/;

/** Makes a text safe for spreadsheets as Shopify and WooCommerce do: with an apostrophe before it. */
export const safeCell = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

/** Takes the apostrophe off again. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;

/**
 * Reads "19.99" or "19,99" as minor units. Thousands separators are refused, because "1.234" could be either.
 *
 * Shape: undefined when it is not a plain amount, is negative, or has more decimals than the currency.
 */
export function readAmount(text: string, currency: string): bigint | undefined {
  const match = /^(\d{1,13})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (!match) return undefined;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  const exponent = exponentOf(currency);
  if (fraction.length > exponent) return undefined;
  return BigInt(match[1] + fraction.padEnd(exponent, '0'));
}

/** Reads "12", "12.0" or "-3". Shape: undefined when it is not a whole number. */
export function readWhole(text: string): number | undefined {
  const match = /^(-?\d{1,12})(?:[.,]0+)?$/.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}

/** Reads yes and no as the files write them. Shape: undefined for anything else. */
export function readYes(text: string | undefined): boolean | undefined {
  const word = (text ?? '').trim().toLowerCase();
  if (['true', '1', 'yes', 'continue'].includes(word)) return true;
  if (['false', '0', 'no', 'deny'].includes(word)) return false;
  return undefined;
}

const gramsPer: Readonly<Record<string, number>> = { g: 1, kg: 1000, lb: 453.59237, oz: 28.349523125 };

/** A weight in whole grams. Shape: undefined when it is not a number. */
export function readGrams(text: string, unit: string): number | undefined {
  if (!/^\d*([.,]\d+)?$/.test(text.trim()) || text.trim() === '') return undefined;
  const grams = Math.round(Number(text.trim().replace(',', '.')) * (gramsPer[unit] ?? 1));
  return grams <= 2_000_000_000 ? grams : undefined;
}

/** WooCommerce lists: commas part the values, `\,` is a comma. */
export function readList(text: string): string[] {
  return text
    .split(/(?<!\\),/)
    .map((value) => value.replaceAll('\\,', ',').trim())
    .filter((value) => value !== '');
}

export const writeList = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll(',', '\\,')).join(', ');

/** WooCommerce writes a line break as `\n` and those two characters as `\\n`. */
export const readBreaks = (text: string): string =>
  text
    .split('\\\\n')
    .map((part) => part.replaceAll('\\n', '\n'))
    .join('\\n');

/** A backslash that could be misread travels as an entity; a browser shows the same. */
export const writeBreaks = (html: string): string =>
  html.replace(/\\(?=[n\\\n]|$)/g, '&#92;').replaceAll('\n', '\\n');
