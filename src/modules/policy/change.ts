import type { DocumentRole } from '#kernel/profile.ts';
import type { Category, Purpose, Retention } from '#kernel/registry.ts';
import { fill } from './grammar.ts';
import { writeLine } from './lines.ts';
import { policyWords } from './policy-words.ts';
import type { ChangeName, LineName, PolicyLanguage } from './words.ts';

/** What changed, as a part of the map that every language can say. */
export type What =
  | { readonly kind: 'category'; readonly value: Category }
  | { readonly kind: 'purpose'; readonly value: Purpose }
  | { readonly kind: 'stay'; readonly value: Retention }
  | { readonly kind: 'country'; readonly value: string | null }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'line'; readonly line: LineName; readonly values: Readonly<Record<string, unknown>> };

/** One difference between two maps. */
export interface Change {
  readonly name: ChangeName;
  readonly what: What;
  /** Readers have to be told: more is held, used, given away or kept, or less is promised. */
  readonly isMaterial: boolean;
  /** Whose policy it changes; nothing means everybody's. */
  readonly roles?: readonly DocumentRole[];
}

const countryName = (language: PolicyLanguage, code: string | null): string =>
  code === null
    ? policyWords[language].tenantChooses
    : (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code);

function sayWhat(what: What, language: PolicyLanguage): string {
  const words = policyWords[language];
  switch (what.kind) {
    case 'category':
      return words.categories[what.value];
    case 'purpose':
      return words.purposes[what.value];
    case 'stay':
      return words.holdings[what.value];
    case 'country':
      return countryName(language, what.value);
    case 'name':
      return what.value;
    case 'line':
      return writeLine(language, what.line, what.values);
  }
}

/** A change in a sentence, and what it means for the reader. Source: clauses KC-49, K7-49. */
export function sayChange({ name, what }: Change, language: PolicyLanguage): { says: string; means: string } {
  const words = policyWords[language];
  return { says: fill(words.changes[name], { what: sayWhat(what, language) }), means: words.means[name] };
}
