import type { Locale } from '#kernel/context.ts';

/** The languages the shop window speaks. */
export const locales: readonly Locale[] = ['en', 'de'];

export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);

/**
 * The reader's language: what the address asks for, else what was chosen before, else what the browser prefers, else
 * the shop's own.
 *
 * Source: RFC 9110 section 12.5.4; of several with the same weight the first one counts.
 */
export function chooseLocale(asked: unknown, cookie: unknown, acceptLanguage: string | undefined, shop: Locale): Locale {
  if (isLocale(asked)) return asked;
  if (isLocale(cookie)) return cookie;
  const wishes = (acceptLanguage ?? '').split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().split(';');
    const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((text) => text !== undefined);
    return { language: range.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const best = wishes
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)[0]?.language;
  return isLocale(best) ? best : shop;
}
