import type { Category } from '#kernel/registry.ts';

/** One spelling for each value that is looked up by equality. */
export function normalise(category: Category, text: string): string {
  const clean = text.normalize('NFKC').trim();
  if (category === 'contact.email') return clean.toLowerCase();
  if (category === 'contact.phone') return clean.replace(/[^\d+]/g, '').replace(/^00/, '+');
  if (category === 'identity.taxId') return clean.replace(/[\s.-]/g, '').toUpperCase();
  return fold(clean);
}

/** Lower case without accents: what staff type when they look for a name. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const shortest = 2;
const longest = 12;

export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= shortest);

/** Every beginning of every word, from two letters on. */
export function beginningsOf(text: string): string[] {
  const beginnings = new Set<string>();
  for (const word of wordsOf(text)) {
    for (let length = shortest; length <= Math.min(word.length, longest); length += 1)
      beginnings.add(word.slice(0, length));
  }
  return [...beginnings];
}

export const askedBeginning = (word: string): string => word.slice(0, longest);
