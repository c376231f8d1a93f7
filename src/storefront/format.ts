import type { Locale } from '#kernel/context.ts';
import { currency, decimalOf, formatMoney, money } from '#kernel/money.ts';
import type { Price } from './model.ts';

/** The reader's own habits: British dates and commas for English, German ones for German. */
const habits: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE' };

export const showPrice = (price: Price, locale: Locale): string =>
  formatMoney(money(BigInt(price.amountMinor), currency(price.currency)), habits[locale]);

/** "64.00", for structured data. */
export const plainPrice = (price: Price): string => decimalOf(BigInt(price.amountMinor), price.currency);

/** Formats are dear to make and cheap to use, so each is made once. */
function once<Key extends string, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new Map<Key, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

const numbers = once((locale: Locale) => new Intl.NumberFormat(habits[locale]));
const days = once(
  (locale: Locale) =>
    new Intl.DateTimeFormat(habits[locale], {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }),
);
const countries = once((locale: Locale) => new Intl.DisplayNames(habits[locale], { type: 'region' }));
const languages = once((code: string) => new Intl.DisplayNames(code, { type: 'language' }));

export const showNumber = (value: number, locale: Locale): string => numbers(locale).format(value);

/** Basis points as a percentage: 1900 is "19%". */
export const showRate = (rateBp: number, locale: Locale): string =>
  new Intl.NumberFormat(habits[locale], { style: 'percent', maximumFractionDigits: 2 }).format(
    rateBp / 10_000,
  );

export const showDate = (instant: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(habits[locale], { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(
    new Date(instant),
  );

export const showMoment = (instant: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(habits[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(new Date(instant));

/** "3–5" days from now as dates: "Thu 27 – Sat 29 November". */
export function showDays(from: Date, minDays: number, maxDays: number, locale: Locale): string {
  const format = days(locale);
  const day = (count: number): Date => addWorkingDays(from, count);
  return minDays === maxDays ? format.format(day(minDays)) : format.formatRange(day(minDays), day(maxDays));
}

/** Carriers do not deliver on Sundays; Saturdays count. */
function addWorkingDays(from: Date, count: number): Date {
  const day = new Date(from);
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() !== 0) left -= 1;
  }
  return day;
}

export const countryName = (code: string, locale: Locale): string => countries(locale).of(code) ?? code;

export const languageName = (code: string): string => {
  const name = languages(code).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
};
