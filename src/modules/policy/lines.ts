import {
  country,
  fill,
  freeText,
  lifetime,
  recipientName,
  setter,
  span,
  spokenList,
  unfill,
  wholeNumber,
  word,
  wordList,
} from './grammar.ts';
import type { Speech } from './grammar.ts';
import { policyWords } from './policy-words.ts';
import type { LineName, PolicyLanguage } from './words.ts';

type Slots = Readonly<Record<string, Speech>>;

/** How each slot of each line is spoken in a language. */
function slotsIn(language: PolicyLanguage): Record<LineName, Slots> {
  const words = policyWords[language];
  const where = country(language, words);
  const time = span(words);
  return {
    name: { name: freeText },
    address: { address: freeText },
    country: { country: where },
    email: { email: freeText },
    phone: { phone: freeText },
    vatId: { vatId: freeText },
    registration: { registration: freeText },
    use: {
      holding: word(words.holdings),
      categories: wordList(words.categories, words.separator),
      sources: wordList(words.sources, words.separator),
      purposes: wordList(words.purposes, words.separator),
    },
    everyUse: { purposes: wordList(words.purposes, words.separator) },
    basis: { basis: word(words.bases), purposes: wordList(words.purposes, words.separator) },
    recipient: {
      company: recipientName(language),
      role: word(words.processorRoles),
      country: where,
      categories: wordList(words.categories, words.separator),
      purposes: wordList(words.purposes, words.separator),
      mechanism: word(words.mechanisms),
    },
    browserItem: {
      name: freeText,
      kind: word(words.browserKinds),
      category: word(words.cookieCategories),
      setBy: setter(words),
      lifetime: lifetime(words),
    },
    stayPromise: { holding: word(words.holdings), span: time, since: word(words.since) },
    stayLaw: { holding: word(words.holdings), span: time, cites: freeText },
    stayOnly: { holding: word(words.holdings), stay: word(words.stays) },
    age: { roles: spokenList(words.roles, words.and), age: wholeNumber },
    ageByLaw: { roles: spokenList(words.roles, words.and) },
    region: { region: word(words.regions) },
    statistics: { statistics: word(words.statistics) },
    advertising: { advertising: word(words.advertising) },
    ownMarketing: { ownMarketing: word(words.ownMarketing) },
    importedMarketing: { importedMarketing: word(words.importedMarketing) },
    noticeOfMaterial: { channels: spokenList(words.channels, words.and) },
    noticeOfEvery: { channels: spokenList(words.channels, words.and) },
    deadline: { deadline: time, extension: time },
    coolingOff: { coolingOff: time },
    askAgain: { askAgain: time },
    doors: { doors: spokenList(words.doors, words.and) },
  };
}

const slots: Readonly<Record<PolicyLanguage, Record<LineName, Slots>>> = {
  en: slotsIn('en'),
  de: slotsIn('de'),
  fr: slotsIn('fr'),
  da: slotsIn('da'),
};

/** One line of the map as a sentence. */
export function writeLine(
  language: PolicyLanguage,
  name: LineName,
  values: Readonly<Record<string, unknown>>,
): string {
  const written = Object.entries(slots[language][name]).map(([slot, { write }]) => [
    slot,
    write(values[slot]),
  ]);
  return fill(policyWords[language].lines[name], Object.fromEntries(written) as Record<string, string>);
}

export interface ReadLine {
  readonly name: LineName;
  readonly values: Readonly<Record<string, unknown>>;
}

type Reader = (text: string) => ReadLine | undefined;

/** Long templates first: `Address: …` would take the sentence about addresses for an address. */
function readersIn(language: PolicyLanguage): Reader[] {
  const templates = Object.entries(policyWords[language].lines) as [LineName, string][];
  return templates
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, template]) => {
      const spoken = slots[language][name];
      const find = unfill(template, spoken);
      return (text) => {
        const found = find(text);
        if (!found) return undefined;
        const values = Object.entries(spoken).map(
          ([slot, { read }]) => [slot, read(found[slot] ?? '')] as const,
        );
        return values.some(([, value]) => value === undefined)
          ? undefined
          : { name, values: Object.fromEntries(values) };
      };
    });
}

const readers = new Map<PolicyLanguage, Reader[]>();

/** What a sentence says of the map. Shape: undefined when it says nothing of it. */
export function readLine(language: PolicyLanguage, text: string): ReadLine | undefined {
  const known = readers.get(language) ?? readersIn(language);
  readers.set(language, known);
  for (const read of known) {
    const line = read(text);
    if (line) return line;
  }
  return undefined;
}
