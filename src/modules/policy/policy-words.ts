import { da } from './words-da.ts';
import { de } from './words-de.ts';
import { en } from './words-en.ts';
import { fr } from './words-fr.ts';
import type { PolicyLanguage, PolicyWords } from './words.ts';

/** Everything that policies say, by language. */
export const policyWords: Readonly<Record<PolicyLanguage, PolicyWords>> = { en, de, fr, da };
