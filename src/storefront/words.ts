import type { Locale } from '#kernel/context.ts';

/** One text in every language that the shop speaks: leave one out and it does not compile. */
export type Said<Text> = Readonly<Record<Locale, Text>>;

type Text = string | ((...values: never[]) => string);
type Table = Readonly<Record<string, Said<Text>>>;
type Spoken<T extends Table> = { readonly [Key in keyof T]: T[Key][Locale] };

/** Every table that was made, for the test that reads them all. */
export const allWords: Table[] = [];

/** The words of one area: `const say = cartWords(locale); say.empty`. */
export function words<const T extends Table>(table: T): (locale: Locale) => Spoken<T> {
  allWords.push(table);
  const inLocale = (locale: Locale) =>
    Object.fromEntries(Object.entries(table).map(([key, said]) => [key, said[locale]])) as Spoken<T>;
  const spoken: Said<Spoken<T>> = { en: inLocale('en'), de: inLocale('de') };
  return (locale) => spoken[locale];
}
