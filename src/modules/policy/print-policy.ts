import { isBacked, sentence } from './behind.ts';
import type { Block, PolicyDocument, Section, Sentence } from './document.ts';
import { agesFor, browserItemsFor, usesOf } from './for-readers.ts';
import { companyIn } from './companies.ts';
import { fill, span } from './grammar.ts';
import { authorityOf } from './jurisdiction.ts';
import { policyWords } from './policy-words.ts';
import { line, listed, say, sayListed, told } from './press.ts';
import type { Press, PrintInput } from './press.ts';
import { bases, browser, fields, recipients, uses } from './print-data.ts';
import type { SectionName } from './words.ts';

/**
 * Prints the policy for one kind of reader: a pure function of the map, so that the text cannot say what is not so.
 *
 * Shape: sections in reading order, the summary first; sentences without a clause or an article behind them are left out.
 * Source: clauses OK-22, K7-47, KC-1, KC-2.
 */
export function printPolicy(input: PrintInput): PolicyDocument {
  const words = policyWords[input.language];
  const press: Press = { ...input, words, uses: usesOf(input.map, input.role) };
  const sections: readonly (readonly [SectionName, readonly Block[]])[] = [
    ['summary', summary(press)],
    ['controller', controller(press)],
    ['uses', uses(press)],
    ['bases', bases(press)],
    ['recipients', recipients(press)],
    ['browser', browser(press)],
    ['stays', stays(press)],
    [
      'protection',
      say(press, [
        'noAbsolutes',
        'sealed',
        'transit',
        'staffAccess',
        'integrity',
        'audits',
        'training',
        'incidents',
        'restores',
        'vulnerabilities',
        'passwords',
      ]),
    ],
    ['choices', choices(press)],
    ['rights', rights(press)],
    ['children', children(press)],
    ['changes', changes(press)],
    ['contact', contact(press)],
    ['fields', fields(press)],
  ];
  return {
    role: input.role,
    language: input.language,
    jurisdiction: input.jurisdiction,
    title: words.title,
    dated: dated(press),
    sections: sections
      .map(([name, blocks]): Section => ({
        name,
        title: words.sections[name],
        blocks: blocks.filter(hasText),
      }))
      .filter(({ blocks }) => blocks.length > 0),
  };
}

function dated({ profile, words, language, version }: Press): Sentence {
  if (!version) return sentence(profile, 'updated', words.draft);
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const text = fill(words.updated, {
    date: `${date.format(version.publishedAt)} UTC`,
    version: String(version.number),
  });
  return sentence(profile, 'updated', text);
}

const hasText = (block: Block): boolean => {
  switch (block.kind) {
    case 'sentences':
      return block.sentences.length > 0;
    case 'list':
      return block.items.length > 0;
    case 'entries':
      return block.entries.length > 0;
    case 'table':
      return block.rows.length > 0;
  }
};

function summary(press: Press): Block[] {
  const { map, words, role, uses: held } = press;
  const count = String(new Set(held.flatMap(({ categories }) => categories)).size);
  const companies = map.recipients
    .map(({ company }) => companyIn(press.language, company))
    .join(words.separator);
  const isAllEssential = browserItemsFor(map, role).every(({ category }) => category === 'essential');
  return [
    ...say(press, ['scope'], { document: words.documents[role] }),
    ...say(press, ['kinds'], { count }),
    ...say(press, [companies === '' ? 'noReceivers' : 'receivers'], { companies }),
    ...say(press, [isAllEssential ? 'noConsentCookies' : 'consentCookies', 'neverSold']),
    told([{ ...sentence(press.profile, 'centre', words.sentences.centre), url: '/privacy' }]),
    ...say(press, ['printed']),
  ];
}

function controller(press: Press): Block[] {
  const { controller: who } = press.map;
  const names = ['name', 'address', 'country', 'email', 'phone', 'vatId', 'registration'] as const;
  const known = names.filter((name) => who[name] !== null && who[name] !== '');
  return [listed(known.map((name) => line(press, name, { [name]: who[name] })))];
}

function stays(press: Press): Block[] {
  const { everythingGoneAfter } = press.map.promises;
  const gone = everythingGoneAfter === null ? '' : span(press.words).write(everythingGoneAfter);
  return [
    ...say(press, ['staysEnd']),
    ...(gone === '' ? [] : say(press, ['everythingGone'], { span: gone })),
    ...say(press, ['remainder']),
  ];
}

function choices(press: Press): Block[] {
  const { promises } = press.map;
  const links = promises.links.map(({ url, says }) => {
    const text = fill(press.words.sentences.links, { link: says[press.language] ?? says.en });
    return sentence(press.profile, 'links', text, url);
  });
  return [
    told([
      line(press, 'statistics', { statistics: promises.statistics }),
      line(press, 'advertising', { advertising: promises.advertising }),
      line(press, 'ownMarketing', { ownMarketing: promises.marketing.own }),
      line(press, 'importedMarketing', { importedMarketing: promises.marketing.imported }),
    ]),
    ...say(press, [
      'stopMarketing',
      'stopLists',
      'serviceMails',
      'noBundle',
      'statisticsApart',
      'securityLog',
    ]),
    told([line(press, 'askAgain', { askAgain: promises.askAgainAfter }), ...links.filter(isBacked)]),
  ];
}

function rights(press: Press): Block[] {
  const { deadline, extension, coolingOff, doors } = press.map.promises;
  const authority = authorityOf(press.jurisdiction) ?? press.words.anyAuthority;
  return [
    ...sayListed(
      press,
      [
        'access',
        'correction',
        'erasure',
        'portability',
        'objection',
        'withdrawal',
        'humanReview',
        'complaint',
      ],
      { authority },
    ),
    told([
      line(press, 'deadline', { deadline, extension }),
      line(press, 'coolingOff', { coolingOff }),
      line(press, 'doors', { doors }),
    ]),
  ];
}

const children = (press: Press): Block[] => [
  told(
    agesFor(press.map, press.role).map(({ roles, minAge }) =>
      minAge === 'law' ? line(press, 'ageByLaw', { roles }) : line(press, 'age', { roles, age: minAge }),
    ),
  ),
  ...say(press, ['minors']),
];

function changes(press: Press): Block[] {
  const { channels, everyChange } = press.map.promises.notice;
  const notice = line(press, everyChange ? 'noticeOfEvery' : 'noticeOfMaterial', { channels });
  return [told([notice]), ...say(press, ['versions', 'newPurposes'])];
}

function contact(press: Press): Block[] {
  const { email } = press.map.controller;
  const others = press.role !== 'vendor' && press.map.documents.includes('vendor');
  return [
    ...say(press, ['questions'], { email }),
    ...say(press, ['urgent', 'secondChannel', 'partners', ...(others ? (['vendors'] as const) : [])]),
  ];
}
