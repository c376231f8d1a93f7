import { sentence } from './behind.ts';
import type { Block, Entry, Row, Sentence } from './document.ts';
import {
  basesOf,
  browserItemsFor,
  documentsOfRole,
  ownPurposes,
  sharedPurposes,
  stayOf,
} from './for-readers.ts';
import type { Use } from './for-readers.ts';
import { fill, lifetime, span } from './grammar.ts';
import type { MapBrowserItem, MapField } from './map.ts';
import { line, listed, say, told } from './press.ts';
import type { Press } from './press.ts';
import { hasReason, reasonIn } from './reasons.ts';

/** What is held, as cards. Source: clauses OK-1, OK-2. */
export function uses(press: Press): Block[] {
  const shared = sharedPurposes(press.uses);
  const comesFromOthers = press.uses.some(({ sources }) =>
    sources.some((source) => source !== 'person' && source !== 'observed' && source !== 'staff'),
  );
  return [
    ...say(press, [
      'necessary',
      'collection',
      ...(comesFromOthers ? (['otherSources'] as const) : []),
      'cardsElsewhere',
      'channelData',
    ]),
    { kind: 'entries', entries: press.uses.map((use) => entryOf(press, use, ownPurposes(use, shared))) },
    ...(shared.length > 0 ? [told([line(press, 'everyUse', { purposes: shared })])] : []),
    ...say(press, ['pseudonyms']),
  ];
}

function entryOf(press: Press, use: Use, purposes: Use['purposes']): Entry {
  const { words } = press;
  const { columns, separator } = words;
  const { holding, categories, sources } = use;
  return {
    title: words.holdings[holding],
    facts: factsOf([
      {
        label: columns.what,
        text: inLine(
          categories.map((one) => words.categories[one]),
          press,
        ),
      },
      { label: columns.says, text: purposes.map((one) => words.purposes[one]).join(separator) },
      { label: columns.from, text: sources.map((one) => words.sources[one]).join(separator) },
      { label: columns.lasts, text: lasts(press, use) },
    ]),
    sentences: [line(press, 'use', { holding, categories, sources, purposes }), ...stays(press, use)],
  };
}

/** Each fact begins like a sentence. */
const factsOf = (facts: Entry['facts']): Entry['facts'] =>
  facts.map(({ label, text }) => ({ label, text: text.charAt(0).toUpperCase() + text.slice(1) }));

/** A list of names within a sentence: in German they stay capital, elsewhere only the first does. */
const inLine = (names: readonly string[], { language }: Press): string =>
  names
    .map((name, index) =>
      index === 0 || language === 'de' || /^\p{Lu}\p{Lu}/u.test(name)
        ? name
        : name.charAt(0).toLowerCase() + name.slice(1),
    )
    .join(', ');

function stays(press: Press, use: Use): Sentence[] {
  const { promise, law } = stayOf(press.map, use);
  const { holding, stay } = use;
  const held = law.map((one) => line(press, 'stayLaw', { holding, ...one }));
  if (promise !== null)
    return [line(press, 'stayPromise', { holding, span: promise, since: holding }), ...held];
  return held.length > 0 ? held : [line(press, 'stayOnly', { holding, stay })];
}

function lasts({ map, words }: Press, use: Use): string {
  const { promise, law } = stayOf(map, use);
  const { write } = span(words);
  const held = law.map(({ span: time, cites }) => fill(words.byLaw, { span: write(time), cites }));
  const promised = promise === null ? [] : [`${write(promise)} ${words.since[use.holding]}`];
  return [...promised, ...held].join(words.separator) || words.stays[use.stay];
}

/** Which basis allows which purposes. Source: clause OK-5. */
export const bases = (press: Press): Block[] => [
  listed(basesOf(press.uses).map((one) => line(press, 'basis', one))),
];

/** Who else gets something, where, and what binds them. Source: clauses OK-10, OK-11. */
export function recipients(press: Press): Block[] {
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

/** What stays in a browser, as cards. Source: clause OK-3. */
export function browser(press: Press): Block[] {
  const items = browserItemsFor(press.map, press.role);
  const isAllEssential = items.every(({ category }) => category === 'essential');
  return [
    ...say(press, [isAllEssential ? 'noConsentCookies' : 'consentCookies']),
    { kind: 'entries', entries: items.map((item) => browserEntry(press, item)) },
    ...say(press, ['browserChoice', 'globalPrivacyControl']),
  ];
}

function browserEntry(press: Press, item: MapBrowserItem): Entry {
  const { words, language } = press;
  const { columns, browserKinds, cookieCategories } = words;
  const kind = `${browserKinds[item.kind]}, ${cookieCategories[item.category]}`;
  return {
    title: item.name,
    facts: factsOf([
      { label: columns.says, text: item.says[language] ?? item.says.en },
      { label: columns.lasts, text: lifetime(words).write(item.lifetimeSeconds) },
      { label: columns.kind, text: kind },
      ...(item.setBy === 'us' ? [] : [{ label: columns.setBy, text: item.setBy }]),
    ]),
    sentences: [line(press, 'browserItem', { ...item, lifetime: item.lifetimeSeconds })],
  };
}

/** Every field with its reason, kept together as it is stored: whoever adds a column changes this text. Source: clauses OC-4, OK-22. */
export function fields(press: Press): Block[] {
  const { map, role, words, language } = press;
  const { what, because, erasure, field } = words.columns;
  const told = map.fields.filter((one) => documentsOfRole(one.role).includes(role));
  const kept = Map.groupBy(told, ({ table, column, because: why, onErase }) =>
    [table, column, why, onErase].join('|'),
  );
  const rows = [...kept.values()].flatMap(([first, ...rest]) => (first ? fieldsRow(press, first, rest) : []));
  const isTold = told.every((one) => hasReason(one.because));
  return [
    {
      kind: 'table',
      head: [what, because, erasure, field],
      rows,
      language: isTold ? language : 'en',
    },
  ];
}

function fieldsRow(press: Press, first: MapField, rest: readonly MapField[]): Row {
  const { words, language, profile } = press;
  const together = [first, ...rest];
  const names = together.map((one) => one.field).filter((name) => name !== '');
  const stored = `${first.table}.${first.column}`;
  const categories = [...new Set(together.map(({ category }) => words.categories[category]))];
  const cells = [
    inLine(categories, press),
    reasonIn(language, first.because),
    words.erasures[first.onErase],
    names.length === 0 ? stored : `${stored} (${names.join(', ')})`,
  ];
  return { cells, sentence: sentence(profile, 'necessary', cells.join(' – ')) };
}
