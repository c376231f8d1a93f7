import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { browserItems } from '#kernel/browser-items.ts';
import { newId } from '#kernel/ids.ts';
import { profiles } from '#profiles/profiles.ts';
import { judgeBrowser, settleWishes } from './browser.ts';
import { askedCategories, purposeOfCategory } from './consent.ts';
import type { AskedCategory, Choices, ConsentNow } from './consent.ts';

const says = { en: 'For a test.' };
const feature = { name: 'everything', says };
browserItems(
  Object.fromEntries(
    askedCategories.map((category) => [
      category,
      {
        kind: 'cookie',
        name: `test_${category}`,
        category,
        setBy: 'us',
        says,
        lasts: says,
        lifetimeSeconds: 1,
        feature,
      },
    ]),
  ),
);

const now = new Date('2026-11-23T10:00:00Z');
const settled = fc.constantFrom('granted', 'refused', 'confirmed', undefined);
const state = fc.constantFrom('granted', 'withdrawn', 'refused', 'objected', undefined);
const at = fc.date({ min: new Date('2026-01-01'), max: now, noInvalidDate: true });

const cookie = fc
  .record({ performance: settled, functionality: settled, targeting: settled, at })
  .map(({ at: when, ...told }): Choices => {
    const answers = Object.entries(told).filter(([, answer]) => answer !== undefined);
    return { answers: new Map(answers as [AskedCategory, 'granted'][]), at: when, notice: '' };
  });

const ledger = fc
  .record({ performance: state, functionality: state, targeting: state, isConfirmed: fc.boolean(), at })
  .map(({ isConfirmed, at: when, ...told }) =>
    askedCategories.flatMap((category): ConsentNow[] => {
      const answer = told[category];
      const purpose = purposeOfCategory[category];
      return answer === undefined
        ? []
        : [
            {
              purpose,
              state: answer,
              at: when,
              noticeHash: null,
              eventId: newId(),
              isConfirmed: isConfirmed && answer === 'granted',
            },
          ];
    }),
  );

const known = fc.record({
  profile: fc.constantFrom(...profiles),
  features: fc.constantFrom<readonly string[]>([], ['everything']),
  ledger: fc.oneof(fc.constant<ConsentNow[]>([]), ledger),
  cookie: fc.option(cookie, { nil: undefined }),
  now: fc.constant(now),
});

test('[P16] Global Privacy Control never opens anything that would be shut without it', () => {
  fc.assert(
    fc.property(known, (facts) => {
      const [under, without] = [
        judgeBrowser({ ...facts, gpc: true }),
        judgeBrowser({ ...facts, gpc: false }),
      ];

      for (const category of under.permitted) assert.ok(without.permitted.has(category), category);
      assert.ok(!under.mayAsk || without.mayAsk);
    }),
  );
});

test('[P16] nothing opens without a yes of its own, without being in use, or beyond what the profile knows', () => {
  fc.assert(
    fc.property(known, fc.boolean(), (facts, gpc) => {
      const { permitted, asked } = judgeBrowser({ ...facts, gpc });

      for (const category of askedCategories.filter((one) => permitted.has(one))) {
        const purpose = purposeOfCategory[category];
        const told = facts.ledger.find((one) => one.purpose === purpose)?.state;
        const kept = facts.cookie?.answers.get(category);
        assert.ok(told === 'granted' || (told === undefined && kept !== undefined && kept !== 'refused'));
        assert.ok(facts.profile.cookies.categories.includes(category));
        assert.ok(facts.profile.purposes.includes(purpose));
        assert.ok(facts.features.length > 0 && asked.includes(category));
      }
    }),
  );
});

test('[K7-41] what wishes come to: "yes" to everything is no yes to targeting for whoever opted out', () => {
  const all = new Map(askedCategories.map((category) => [category, 'yes'] as const));

  assert.deepEqual(
    [...settleWishes(all, true)],
    [
      ['performance', 'granted'],
      ['functionality', 'granted'],
      ['targeting', 'refused'],
    ],
  );
  assert.equal(settleWishes(new Map([['targeting', 'confirmed']]), true).get('targeting'), 'confirmed');
  assert.equal(settleWishes(new Map([['targeting', 'confirmed']]), false).get('targeting'), 'granted');
});
