import type { Profile } from '#kernel/profile.ts';
import { isBacked } from './behind.ts';
import { clausesOf } from './clauses.ts';
import type { ClauseId } from './clause.ts';
import { sentencesOf } from './document.ts';
import type { PolicyDocument } from './document.ts';
import { fault } from './fault.ts';
import type { Fault } from './fault.ts';
import { isDead } from './links.ts';
import type { DataMap } from './map.ts';
import type { PolicyLanguage } from './words.ts';

/** Lists that do not say where they end. Source: clause KS-13. */
const openLists: Readonly<Record<PolicyLanguage, RegExp>> = {
  en: /\b(and (many )?(others?\b|other (companies|providers|partners|services|parties))|among others|including but not limited to|etc\b)/i,
  de: /(\bund (andere|weitere)\b|\bunter anderem\b|\bu\. ?a\.|\busw\b|\betc\b)/i,
  fr: /\b(et (d.)?autres?\b|entre autres|etc\b|notamment)/i,
  da: /(\bog andre\b|\bblandt andet\b|\bm\. ?fl\.|\bosv\b|\betc\b)/i,
};

/** What nobody can promise about security. Source: clause OK-15. */
const absolutes: Readonly<Record<PolicyLanguage, RegExp>> = {
  en: /\b((100 ?%|completely|absolutely|perfectly|totally|fully|entirely) (safe|secure|protected)|guarantee\w* (the |your )?(security|safety)|(impossible|cannot be) (to )?(hack|break|stolen|read by)|unbreakable|never be (hacked|stolen|lost|breached))/i,
  de: /((100 ?%ig|hundertprozentig|völlig|vollkommen|absolut|komplett) (sicher|geschützt)|garantier\w* (die |Ihre )?Sicherheit|unknackbar|(kann|können) niemals? (gestohlen|gehackt))/i,
  fr: /((entièrement|absolument|totalement|parfaitement|à 100 ?%) (sûre?s?|sécurisée?s?|protégée?s?)|garanti\w* (la |votre )?sécurité|inviolable|ne (peut|peuvent) jamais être (volée?s?|piratée?s?))/i,
  da: /((100 ?%|fuldstændig|helt|absolut|fuldkommen) (sikker|sikre|sikkert|beskyttet)|garanter\w* (din |for )?sikkerhed|kan aldrig (blive )?(stj|hack))/i,
};

/** What is wrong with the words themselves, whoever wrote them: a profile, a processor, the registry or we. */
export function findTextFaults(
  map: DataMap,
  profile: Profile,
  documents: readonly PolicyDocument[],
): Fault[] {
  const known = clausesOf(profile).map(({ id }) => id);
  const among = (ids: readonly ClauseId[]): ClauseId[] => ids.filter((id) => known.includes(id));
  const faults = new Map<string, Fault>();
  const note = (one: Fault): void => void faults.set(`${one.code} ${one.says}`, one);

  for (const { language, text } of textsOf(profile, documents)) {
    if (openLists[language].test(text))
      note(
        fault('openList', `A list does not say where it ends: "${text}"`, among(['KS-13']), [
          'name every one of them',
        ]),
      );
    if (absolutes[language].test(text))
      note(
        fault('absolute', `Nobody can promise this about security: "${text}"`, among(['OK-15']), [
          'say what is done instead',
        ]),
      );
  }
  for (const { url, clause } of map.promises.links)
    if (isDead(url))
      note(
        fault('deadLink', `The way out at ${url} leads nowhere any more.`, among([clause as ClauseId]), [
          'name one that works',
          'take it out',
        ]),
      );
  for (const document of documents)
    for (const one of sentencesOf(document))
      if (!isBacked(one))
        note(
          fault(
            'unbacked',
            `Nothing stands behind the sentence "${one.text}"`,
            [],
            ['name its clause or its law'],
          ),
        );
  return [...faults.values()];
}

function* textsOf(
  profile: Profile,
  documents: readonly PolicyDocument[],
): Generator<{ language: PolicyLanguage; text: string }> {
  for (const document of documents)
    for (const { text } of sentencesOf(document)) yield { language: document.language, text };
  for (const { company, says } of profile.processors) {
    yield { language: 'en', text: company };
    for (const [language, text] of Object.entries(says)) yield { language: language as PolicyLanguage, text };
  }
}
