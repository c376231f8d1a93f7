import { createContext, use, useMemo } from 'react';

/** The languages of the dashboard; numbers, dates and money follow the reader's own locale. */
export type Language = 'en' | 'de';

type Sentence = string | ((...values: never[]) => string);
type Pair<S extends Sentence = Sentence> = readonly [en: S, de: S];
type Table = Readonly<Record<string, Pair>>;

/** What a page says, in the reader's language. */
export type Said<T extends Table> = {
  readonly [Key in keyof T]: T[Key][0] extends string ? string : T[Key][0];
};

/** A message table: every sentence in English and German, side by side, so that none is forgotten. */
export const words = <const T extends Table>(table: T): T => table;

export function say<T extends Table>(table: T, language: Language): Said<T> {
  const column = language === 'de' ? 1 : 0;
  return Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[column]])) as Said<T>;
}

export interface Reader {
  readonly language: Language;
  /** For Intl: the browser's own variant of that language, such as de-AT. */
  readonly locale: string;
  readonly chooseLanguage: (language: Language) => void;
}

const stored = 'kontor.language';

/** The language somebody chose here, else the browser's. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(stored) ?? navigator.language;
  return chosen.startsWith('de') ? 'de' : 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(stored, language);
}

export function localeFor(language: Language): string {
  return (
    navigator.languages.find((locale) => locale.startsWith(language) && isLocale(locale)) ??
    (language === 'de' ? 'de-DE' : 'en-GB')
  );
}

export const ReaderContext = createContext<Reader>({
  language: 'en',
  locale: 'en-GB',
  chooseLanguage: () => undefined,
});

export const useReader = (): Reader => use(ReaderContext);

/** The sentences of a table in the reader's language. */
export function useWords<T extends Table>(table: T): Said<T> {
  const { language } = useReader();
  return useMemo(() => say(table, language), [table, language]);
}

/** Some systems give the browser a name that is none, such as en-US@posix. */
function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length > 0;
  } catch {
    return false; // not a name that Intl knows
  }
}
