import type { DocumentRole, Profile } from '#kernel/profile.ts';
import { isBacked, sentence } from './behind.ts';
import type { Block, Sentence } from './document.ts';
import type { Use } from './for-readers.ts';
import { fill } from './grammar.ts';
import { writeLine } from './lines.ts';
import type { DataMap } from './map.ts';
import type { LineName, PolicyLanguage, PolicyWords, SentenceName } from './words.ts';

export interface PrintInput {
  readonly map: DataMap;
  readonly profile: Profile;
  readonly role: DocumentRole;
  readonly language: PolicyLanguage;
  /** ISO 3166. */
  readonly jurisdiction: string;
  /** The version that this is, or nothing for what would be published now. */
  readonly version?: { readonly number: number; readonly publishedAt: Date };
}

/** What every section of one document is printed from. */
export interface Press extends PrintInput {
  readonly words: PolicyWords;
  readonly uses: readonly Use[];
}

type Values = Readonly<Record<string, string>>;

/** Promises in words; what nothing stands behind in this profile is not said. */
const said = (press: Press, names: readonly SentenceName[], values: Values): Sentence[] =>
  names
    .map((name) => sentence(press.profile, name, fill(press.words.sentences[name], values)))
    .filter(isBacked);

/** Promises, one after the other. */
export const say = (press: Press, names: readonly SentenceName[], values: Values = {}): Block[] => [
  told(said(press, names, values)),
];

/** Promises, as a list. */
export const sayListed = (press: Press, names: readonly SentenceName[], values: Values = {}): Block[] => [
  listed(said(press, names, values)),
];

/** A part of the map in words. */
export const line = (
  { profile, language }: Press,
  name: LineName,
  values: Readonly<Record<string, unknown>>,
): Sentence => sentence(profile, name, writeLine(language, name, values));

export const told = (sentences: readonly Sentence[]): Block => ({ kind: 'sentences', sentences });
export const listed = (items: readonly Sentence[]): Block => ({ kind: 'list', items });
