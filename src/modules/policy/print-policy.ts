import type { DocumentRole, Profile } from '#kernel/profile.ts';
import { purposes as knownPurposes } from '#kernel/registry.ts';
import { isBacked, sentence } from './behind.ts';
import type { Block, PolicyDocument, Row, Section, Sentence } from './document.ts';
import { fill, span } from './grammar.ts';
import { authorityOf } from './jurisdiction.ts';
import { writeLine } from './lines.ts';
import { browserItemsFor, documentsOfRole, purposesOf, usesOf } from './map.ts';
import type { DataMap, Use } from './map.ts';
import { policyWords } from './policy-words.ts';
import type { LineName, PolicyLanguage, PolicyWords, SectionName, SentenceName } from './words.ts';

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

interface Press extends PrintInput {
  readonly words: PolicyWords;
  readonly uses: readonly Use[];
}

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
  if (block.kind === 'sentences') return block.sentences.length > 0;
  return block.kind === 'list' ? block.items.length > 0 : block.rows.length > 0;
};

/** Sentences of promises; what nothing stands behind in this profile is not said. */
function say(
  press: Press,
  names: readonly SentenceName[],
  values: Readonly<Record<string, string>> = {},
): Block[] {
  const sentences = names.map((name) =>
    sentence(press.profile, name, fill(press.words.sentences[name], values)),
  );
  return [{ kind: 'sentences', sentences: sentences.filter(isBacked) }];
}

const line = (
  { profile, language }: Press,
  name: LineName,
  values: Readonly<Record<string, unknown>>,
): Sentence => sentence(profile, name, writeLine(language, name, values));

const told = (sentences: readonly Sentence[]): Block => ({ kind: 'sentences', sentences });
const listed = (items: readonly Sentence[]): Block => ({ kind: 'list', items });

function summary(press: Press): Block[] {
  const { map, words, role, uses: held } = press;
  const count = String(new Set(held.flatMap(({ categories }) => categories)).size);
  const companies = map.recipients.map(({ company }) => company).join(words.separator);
  return [
    ...say(press, ['scope'], { document: words.documents[role] }),
    ...say(press, ['kinds'], { count }),
    ...say(press, [companies === '' ? 'noReceivers' : 'receivers'], { companies }),
    ...say(press, [isAllEssential(press) ? 'noConsentCookies' : 'consentCookies', 'neverSold', 'printed']),
  ];
}

const isAllEssential = ({ map, role }: Press): boolean =>
  browserItemsFor(map, role).every(({ category }) => category === 'essential');

function controller(press: Press): Block[] {
  const { controller: who } = press.map;
  const names = ['name', 'address', 'country', 'email', 'phone', 'vatId', 'registration'] as const;
  const known = names.filter((name) => who[name] !== null && who[name] !== '');
  return [listed(known.map((name) => line(press, name, { [name]: who[name] })))];
}

function uses(press: Press): Block[] {
  const comesFromOthers = press.uses.some(
    ({ source }) => source !== 'person' && source !== 'observed' && source !== 'staff',
  );
  return [
    ...say(press, [
      'necessary',
      'collection',
      ...(comesFromOthers ? (['otherSources'] as const) : []),
      'cardsElsewhere',
      'channelData',
    ]),
    listed(press.uses.map((use) => line(press, 'use', { ...use }))),
    ...say(press, ['pseudonyms']),
  ];
}

const bases = (press: Press): Block[] => [
  listed(
    purposesOf(press.uses).map((purpose) =>
      line(press, 'basis', { purpose, basis: knownPurposes[purpose].basis }),
    ),
  ),
];

function recipients(press: Press): Block[] {
  const { map } = press;
  return [
    ...say(press, map.recipients.length === 0 ? ['noReceivers', 'parcels'] : ['boundProcessors', 'parcels']),
    listed(map.recipients.map((recipient) => line(press, 'recipient', { ...recipient }))),
    told([line(press, 'region', { region: map.promises.regions })]),
    ...say(press, [
      'transferBasis',
      'regionCheck',
      'processorReview',
      'thirdPartyPurposes',
      'neverSold',
      'legalRequests',
      'businessTransfer',
    ]),
  ];
}

function browser(press: Press): Block[] {
  const { map, words, language } = press;
  const rows = browserItemsFor(map, press.role).map((item): Row => {
    const said = line(press, 'browserItem', { ...item, lifetime: item.lifetimeSeconds });
    const { browserKinds, cookieCategories, us } = words;
    const setBy = item.setBy === 'us' ? us : item.setBy;
    const says = item.says[language] ?? item.says.en;
    return {
      cells: [item.name, browserKinds[item.kind], cookieCategories[item.category], setBy, says],
      sentence: said,
    };
  });
  const { name, kind, category, setBy, says } = words.columns;
  return [
    ...say(press, [isAllEssential(press) ? 'noConsentCookies' : 'consentCookies']),
    { kind: 'table', head: [name, kind, category, setBy, says], rows, language },
    ...say(press, ['browserChoice', 'globalPrivacyControl']),
  ];
}

function stays(press: Press): Block[] {
  const { map, words } = press;
  const promised = map.stays.flatMap(({ retention, promise }) =>
    promise === null ? [] : [line(press, 'stayPromise', { stay: retention, span: promise })],
  );
  const held = map.stays.flatMap(({ retention, law }) =>
    law.map(({ span: time, cites }) => line(press, 'stayLaw', { stay: retention, span: time, cites })),
  );
  const { everythingGoneAfter } = map.promises;
  const gone = everythingGoneAfter === null ? '' : span(words).write(everythingGoneAfter);
  return [
    ...say(press, ['staysEnd']),
    listed([...promised, ...held]),
    ...(gone === '' ? [] : say(press, ['everythingGone'], { span: gone })),
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
    ...say(press, [
      'access',
      'correction',
      'erasure',
      'portability',
      'objection',
      'withdrawal',
      'humanReview',
    ]),
    told([
      line(press, 'deadline', { deadline, extension }),
      line(press, 'coolingOff', { coolingOff }),
      line(press, 'doors', { doors }),
    ]),
    ...say(press, ['complaint'], { authority }),
  ];
}

const agesOf: Readonly<Record<DocumentRole, readonly string[]>> = {
  customer: ['visitor', 'buyer'],
  'account holder': ['buyer', 'business user'],
  vendor: ['seller'],
  staff: ['staff'],
};

/** From which age the readers of a document may take part. */
export const agesFor = ({ promises }: DataMap, role: DocumentRole): DataMap['promises']['ages'] =>
  promises.ages.filter((one) => agesOf[role].includes(one.role));

const children = (press: Press): Block[] => [
  told(
    agesFor(press.map, press.role).map(({ role, minAge }) =>
      minAge === 'law' ? line(press, 'ageByLaw', { role }) : line(press, 'age', { role, age: minAge }),
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

/** Every field with its reason: whoever adds a column changes this text. Source: clauses OC-4, OK-22. */
function fields(press: Press): Block[] {
  const { map, role, words } = press;
  const { field, category, because, erasure } = words.columns;
  const rows = map.fields
    .filter((one) => documentsOfRole(one.role).includes(role))
    .map((one): Row => {
      const name = [one.table, one.column, one.field].filter((part) => part !== '').join('.');
      const cells = [name, words.categories[one.category], one.because, words.erasures[one.onErase]];
      return { cells, sentence: sentence(press.profile, 'necessary', cells.join(' – ')) };
    });
  return [{ kind: 'table', head: [field, category, because, erasure], rows, language: 'en' }];
}
