import type { PolicyLanguage } from './words.ts';

type Article = (number: string, paragraph: string | undefined, letter: string | undefined) => string;

const also = (before: string, part: string | undefined): string => (part === undefined ? '' : before + part);

/** How lawyers of a language write `art. 13(1)(a)`. */
const articles: Readonly<Record<Exclude<PolicyLanguage, 'en'>, Article>> = {
  de: (number, paragraph, letter) => `Art. ${number}${also(' Abs. ', paragraph)}${also(' Buchst. ', letter)}`,
  fr: (number, paragraph, letter) =>
    `art. ${number}${also(', § ', paragraph)}${also(', ', letter && `${letter})`)}`,
  da: (number, paragraph, letter) => `art. ${number}${also(', stk. ', paragraph)}${also(', litra ', letter)}`,
};

const acts: Readonly<Record<Exclude<PolicyLanguage, 'en'>, (act: string, article: string) => string>> = {
  de: (act, article) =>
    act === 'GDPR'
      ? `${article} DSGVO`
      : `${article} ${act.replace('directive', 'Richtlinie').replace('/EC', '/EG')}`,
  fr: (act, article) =>
    act === 'GDPR' ? `${article} du RGPD` : `${article} de la ${act.replace('/EC', '/CE')}`,
  da: (act, article) =>
    act === 'GDPR'
      ? `GDPR ${article}`
      : `${act.replace('directive', 'direktiv').replace('/EC', '/EF')} ${article}`,
};

/** An article of European law as a language cites it. Shape: what is not one stays as it is. */
export function citeIn(language: PolicyLanguage, law: string): string {
  const found = /^(GDPR|directive \S+) art\. (\d+)(?:\((\d+)\))?(?:\((\w)\))?$/.exec(law);
  if (language === 'en' || !found) return law;
  const [, act = '', number = '', paragraph, letter] = found;
  return acts[language](act, articles[language](number, paragraph, letter));
}
