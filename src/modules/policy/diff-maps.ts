import { isDeepStrictEqual } from 'node:util';
import type { Span } from '#kernel/profile.ts';
import type { Change, What } from './change.ts';
import type { DataMap, MapRecipient, MapStay } from './map.ts';
import { hoursIn } from './span-order.ts';
import type { ChangeName, LineName } from './words.ts';

/**
 * What a reader of the old policy has to know to know the new one. A pure function of the two maps.
 *
 * Material: an added category, purpose, recipient or country, something kept longer, a promise loosened.
 * Shape: empty when the maps are equal. Source: privacy.md C12; clauses OK-21, K7-49, KC-49.
 */
export const diffMaps = (old: DataMap, next: DataMap): Change[] => [
  ...membership(old, next, 'category', 'categoryAdded', 'categoryRemoved', (map) =>
    map.fields.map(({ category }) => category),
  ),
  ...uses(old, next),
  ...recipients(old, next),
  ...membership(old, next, 'country', 'countryAdded', 'countryRemoved', (map) =>
    map.recipients.map(({ country }) => country),
  ),
  ...stays(old, next),
  ...browser(old, next),
  ...promises(old, next),
  ...controller(old, next),
  ...fields(old, next),
];

export const isMaterial = (changes: readonly Change[]): boolean =>
  changes.some((change) => change.isMaterial);

const pairsIn = (map: DataMap): Map<string, string> =>
  new Map(
    map.fields.flatMap(({ category, purposes }) =>
      purposes.map((purpose) => [`${category} ${purpose}`, purpose] as const),
    ),
  );

/** A purpose is new where it is new for a kind of data that we held before, also when it is old for another kind. */
function uses(old: DataMap, next: DataMap): Change[] {
  const [before, after] = [pairsIn(old), pairsIn(next)];
  const known = new Set<string>(old.fields.map(({ category }) => category));
  const purposesBefore = new Set(before.values());
  const isNew = ([pair, purpose]: readonly [string, string]): boolean =>
    !before.has(pair) && (known.has(pair.split(' ')[0] ?? '') || !purposesBefore.has(purpose));
  const added = new Set([...after].filter(isNew).map(([, purpose]) => purpose));
  const purposesNow = new Set(after.values());
  const removed = [...purposesBefore].filter((purpose) => !purposesNow.has(purpose));
  const what = (value: string): What => ({ kind: 'purpose', value }) as What;
  return [
    ...[...added].map((one) => ({ name: 'purposeAdded' as const, what: what(one), isMaterial: true })),
    ...removed.map((one) => ({ name: 'purposeRemoved' as const, what: what(one), isMaterial: false })),
  ];
}

function membership(
  old: DataMap,
  next: DataMap,
  kind: 'category' | 'country',
  added: ChangeName,
  removed: ChangeName,
  of: (map: DataMap) => readonly (string | null)[],
): Change[] {
  const before = new Set(of(old));
  const after = new Set(of(next));
  const what = (value: string | null): What => ({ kind, value }) as What;
  return [
    ...[...after]
      .filter((one) => !before.has(one))
      .map((one) => ({ name: added, what: what(one), isMaterial: true })),
    ...[...before]
      .filter((one) => !after.has(one))
      .map((one) => ({ name: removed, what: what(one), isMaterial: false })),
  ];
}

const named = (value: string): What => ({ kind: 'name', value });
const byName = (map: DataMap): Map<string, MapRecipient> =>
  new Map(map.recipients.map((one) => [one.name, one]));

function recipients(old: DataMap, next: DataMap): Change[] {
  const before = byName(old);
  const after = byName(next);
  const added = [...after.values()].filter(({ name }) => !before.has(name));
  const removed = [...before.values()].filter(({ name }) => !after.has(name));
  const kept = [...after.values()].flatMap((now): Change[] => {
    const then = before.get(now.name);
    if (!then) return [];
    const isWider = gainsOver(then, now);
    const isNarrower = gainsOver(now, then);
    return [
      ...(isWider ? [{ name: 'recipientWidened' as const, what: named(now.company), isMaterial: true }] : []),
      ...(isNarrower && !isWider
        ? [{ name: 'recipientNarrowed' as const, what: named(now.company), isMaterial: false }]
        : []),
    ];
  });
  return [
    ...added.map(({ company }) => ({
      name: 'recipientAdded' as const,
      what: named(company),
      isMaterial: true,
    })),
    ...removed.map(({ company }) => ({
      name: 'recipientRemoved' as const,
      what: named(company),
      isMaterial: false,
    })),
    ...kept,
  ];
}

/** Whether a company gets something that it did not, or sits where less protects it, or is somebody else. */
const gainsOver = (then: MapRecipient, now: MapRecipient): boolean =>
  now.categories.some((one) => !then.categories.includes(one)) ||
  now.purposes.some((one) => !then.purposes.includes(one)) ||
  now.company !== then.company ||
  (now.mechanism !== then.mechanism && now.mechanism !== 'inside the EEA');

/** How long something stays. Units: hours; without a promise or a law it has no end of its own. */
function lengthOf({ promise, law }: MapStay): number {
  const spans = [...(promise === null ? [] : [promise]), ...law.map(({ span }) => span)];
  return spans.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...spans.map(hoursIn));
}

function stays(old: DataMap, next: DataMap): Change[] {
  return next.stays.flatMap((now): Change[] => {
    const then = old.stays.find(({ retention }) => retention === now.retention);
    if (!then || lengthOf(then) === lengthOf(now)) return [];
    const isLonger = lengthOf(now) > lengthOf(then);
    const what: What = { kind: 'stay', value: now.retention };
    return [{ name: isLonger ? 'longerStay' : 'shorterStay', what, isMaterial: isLonger }];
  });
}

function browser(old: DataMap, next: DataMap): Change[] {
  const essential = new Map(
    [...old.browser, ...next.browser].map(({ name, category }) => [name, category === 'essential']),
  );
  const before = new Set(old.browser.map(({ name }) => name));
  const after = new Set(next.browser.map(({ name }) => name));
  return [
    ...[...after]
      .filter((name) => !before.has(name))
      .map((name) => ({
        name: 'browserAdded' as const,
        what: named(name),
        isMaterial: essential.get(name) === false,
      })),
    ...[...before]
      .filter((name) => !after.has(name))
      .map((name) => ({ name: 'browserRemoved' as const, what: named(name), isMaterial: false })),
  ];
}

const ranks = {
  regions: ['eea-strict', 'eea-plus-merchant-directed', 'global-scc'],
  statistics: ['off', 'aggregate', 'consented', 'consented and aggregate'],
  advertising: ['off', 'consent'],
  own: ['off', 'consent', 'soft opt-in'],
  imported: ['never', 'off'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** One promise before and after: how loose it is, and how it is said. */
interface Promised {
  readonly loose: readonly [number, number];
  readonly line: LineName;
  readonly values: Readonly<Record<string, unknown>>;
}

function promises({ promises: then }: DataMap, { promises: now }: DataMap): Change[] {
  const rank = (list: readonly string[], before: string, after: string): [number, number] => [
    list.indexOf(before),
    list.indexOf(after),
  ];
  const span = (before: Span, after: Span): [number, number] => [hoursIn(before), hoursIn(after)];
  const missing = (before: readonly string[], after: readonly string[]): [number, number] => [
    after.filter((one) => !before.includes(one)).length,
    before.filter((one) => !after.includes(one)).length,
  ];
  const all: Promised[] = [
    {
      loose: rank(ranks.regions, then.regions, now.regions),
      line: 'region',
      values: { region: now.regions },
    },
    {
      loose: rank(ranks.statistics, then.statistics, now.statistics),
      line: 'statistics',
      values: { statistics: now.statistics },
    },
    {
      loose: rank(ranks.advertising, then.advertising, now.advertising),
      line: 'advertising',
      values: { advertising: now.advertising },
    },
    {
      loose: rank(ranks.own, then.marketing.own, now.marketing.own),
      line: 'ownMarketing',
      values: { ownMarketing: now.marketing.own },
    },
    {
      loose: rank(ranks.imported, then.marketing.imported, now.marketing.imported),
      line: 'importedMarketing',
      values: { importedMarketing: now.marketing.imported },
    },
    {
      loose: [
        hoursIn(then.deadline) + hoursIn(then.extension),
        hoursIn(now.deadline) + hoursIn(now.extension),
      ],
      line: 'deadline',
      values: { deadline: now.deadline, extension: now.extension },
    },
    // a wait before a deletion is time to take it back, and time in which the data stay
    {
      loose: span(then.coolingOff, now.coolingOff),
      line: 'coolingOff',
      values: { coolingOff: now.coolingOff },
    },
    {
      loose: span(now.askAgainAfter, then.askAgainAfter),
      line: 'askAgain',
      values: { askAgain: now.askAgainAfter },
    },
    { loose: missing(then.doors, now.doors), line: 'doors', values: { doors: now.doors } },
    {
      loose: missing(then.notice.channels, now.notice.channels),
      line: now.notice.everyChange ? 'noticeOfEvery' : 'noticeOfMaterial',
      values: { channels: now.notice.channels },
    },
  ];
  return all
    .filter(({ loose: [before, after] }) => before !== after)
    .map(({ loose: [before, after], line, values }) => ({
      name: after > before ? ('promiseLoosened' as const) : ('promiseTightened' as const),
      what: { kind: 'line' as const, line, values },
      isMaterial: after > before,
    }));
}

const controller = ({ controller: then }: DataMap, { controller: now }: DataMap): Change[] =>
  isDeepStrictEqual({ ...then }, { ...now })
    ? []
    : [
        {
          name: 'controllerChanged',
          what: named(now.name),
          isMaterial: then.name !== now.name || then.country !== now.country,
        },
      ];

/** Fields that came or went while their category, purposes and time stayed: the text changes, nobody has to be told. */
function fields(old: DataMap, next: DataMap): Change[] {
  const keys = (map: DataMap): Map<string, string> =>
    new Map(
      map.fields.map((one) => {
        const { category, source, purposes, because, retention, onErase, class: keyClass } = one;
        const said = [category, source, purposes.toSorted(), because, retention, onErase, keyClass];
        return [
          [one.table, one.column, one.field].filter((part) => part !== '').join('.'),
          JSON.stringify(said),
        ];
      }),
    );
  const [before, after] = [keys(old), keys(next)];
  const told = (name: ChangeName, list: readonly string[]): Change[] =>
    list.map((key) => ({ name, what: named(key), isMaterial: false }));
  return [
    ...told(
      'fieldAdded',
      [...after.keys()].filter((key) => !before.has(key)),
    ),
    ...told(
      'fieldChanged',
      [...after.keys()].filter((key) => before.has(key) && before.get(key) !== after.get(key)),
    ),
    ...told(
      'fieldRemoved',
      [...before.keys()].filter((key) => !after.has(key)),
    ),
  ];
}
