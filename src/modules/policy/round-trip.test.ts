import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { documentRoles } from '#kernel/profile.ts';
import type { Span } from '#kernel/profile.ts';
import { keyClasses, purposes, sources } from '#kernel/registry.ts';
import type { Purpose, Source } from '#kernel/registry.ts';
import { openkommerce } from '#profiles/openkommerce.ts';
import { textOf } from './document.ts';
import type { DataMap, MapField } from './map.ts';
import { aMap } from './map-makers.ts';
import { printPolicy } from './print-policy.ts';
import { readPolicy, sayable } from './read-back.ts';
import { policyWords } from './policy-words.ts';
import { policyLanguages } from './words.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(table) as Key[];
const words = policyWords.en;
const oneOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): fc.Arbitrary<Key> =>
  fc.constantFrom(...keysOf(table));
const someOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): fc.Arbitrary<Key[]> =>
  fc.subarray(keysOf(table), { minLength: 1 }).map((list) => list.toSorted());

const aSpan: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ years: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ months: fc.integer({ min: 1, max: 36 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ years: fc.integer({ min: 1, max: 9 }), months: fc.integer({ min: 1, max: 11 }) }),
  fc.record({ hours: fc.integer({ min: 1, max: 72 }) }),
);
const aName = fc.constantFrom(
  'Brief & Sohn GmbH',
  'Auctane LLC (ShipStation)',
  "The shop's mail server",
  'your own WooCommerce server',
  'Stripe, Inc.',
  'Ωmega (two) (three)',
  'A. B: C; D',
);
const aCountry = fc.constantFrom(
  'DE',
  'DK',
  'FR',
  'US',
  'GB',
  'HK',
  'NZ',
  'ZA',
  'NG',
  'MY',
  'CA',
  'IE',
  'LU',
);

const aField: fc.Arbitrary<MapField> = fc.record({
  table: fc.constantFrom('orders.party', 'identity.account'),
  column: fc.constantFrom('contact', 'profile'),
  field: fc.constantFrom('name', 'email'),
  category: oneOf(words.categories),
  role: fc.constantFrom('buyer', 'account holder', 'seller', 'staff', 'somebody nobody thought of'),
  class: fc.constantFrom(...keyClasses),
  source: oneOf(sources as Record<Source, unknown>),
  purposes: someOf(purposes as unknown as Record<Purpose, unknown>),
  because: fc.constant('a parcel needs a name'),
  retention: oneOf(words.stays),
  onErase: oneOf(words.erasures),
});

const aRandomMap: fc.Arbitrary<DataMap> = fc
  .record({
    fields: fc.array(aField, { maxLength: 12 }),
    recipients: fc.array(
      fc.record({
        name: fc.constant('x'),
        company: aName,
        role: oneOf(words.processorRoles),
        country: fc.oneof(aCountry, fc.constant(null)),
        mechanism: oneOf(words.mechanisms),
        purposes: someOf(purposes as unknown as Record<Purpose, unknown>),
        categories: someOf(words.categories),
      }),
      { maxLength: 4 },
    ),
    browser: fc.array(
      fc.record({
        kind: oneOf(words.browserKinds),
        name: fc.constantFrom('kontor_cart', 'https://ads.example', '_ga (x)'),
        category: oneOf(words.cookieCategories),
        setBy: fc.constantFrom('us', 'google'),
        lifetimeSeconds: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 * 86_400 })),
        says: fc.constant({ en: 'Remembers something.' }),
        on: fc.constantFrom('shop' as const, 'dashboard' as const),
      }),
      { maxLength: 4 },
    ),
    stays: fc.array(
      fc.record({
        retention: oneOf(words.stays),
        promise: fc.oneof(aSpan, fc.constant(null)),
        law: fc.array(
          fc.record({ span: aSpan, cites: fc.constantFrom('DE AO § 147(3)', 'FR C. com. L123-22') }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 3 },
    ),
    promises: fc.record({
      regions: oneOf(words.regions),
      statistics: oneOf(words.statistics),
      advertising: oneOf(words.advertising),
      marketing: fc.record({ own: oneOf(words.ownMarketing), imported: oneOf(words.importedMarketing) }),
      notice: fc.record({ channels: someOf(words.channels), everyChange: fc.boolean() }),
      deadline: aSpan,
      extension: aSpan,
      coolingOff: aSpan,
      askAgainAfter: aSpan,
      doors: someOf(words.doors),
      ages: fc.array(
        fc.record({
          role: oneOf(words.roles),
          minAge: fc.oneof(fc.integer({ min: 1, max: 21 }), fc.constant('law' as const)),
        }),
        { maxLength: 4 },
      ),
      links: fc.constant([]),
      everythingGoneAfter: fc.constant(null),
    }),
  })
  .map((changed) => ({ ...aMap(), ...changed }));

/** As data, whatever made it. */
const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('P25: whatever a shop holds, its policy in any language read back says exactly that', () => {
  fc.assert(
    fc.property(
      aRandomMap,
      fc.constantFrom(...policyLanguages),
      fc.constantFrom(...documentRoles),
      (map, language, role) => {
        const document = printPolicy({ map, profile: openkommerce, role, language, jurisdiction: 'DE' });

        assert.deepEqual(plainly(readPolicy(textOf(document), language)), plainly(sayable(map, role)));
      },
    ),
    { numRuns: 200 },
  );
});

test('no two things have the same name in a language, so a text can be read back', () => {
  for (const language of policyLanguages) {
    for (const [name, table] of Object.entries(policyWords[language])) {
      if (typeof table === 'string' || name === 'units' || name === 'means' || name === 'columns') continue;
      const texts = Object.values(table as Record<string, string>);
      assert.equal(new Set(texts).size, texts.length, `${language} ${name}`);
    }
  }
});
