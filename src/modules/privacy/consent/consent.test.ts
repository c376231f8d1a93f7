import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { asOwner } from '#testing/every-row.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { profiles } from '#profiles/profiles.ts';
import { chooseForBrowser } from './choose.ts';
import { consentItems } from './items.ts';
import { foldConsent, mayAskAgain } from './consent.ts';
import type { ConsentEventId, EventKind, EventState } from './consent.ts';
import { guestCounts } from './read.ts';
import {
  acceptContract,
  acknowledge,
  consentCounts,
  consentHistory,
  consentsOf,
  findNotice,
  grantConsent,
  hasConsent,
  hasObjected,
  objectTo,
  receiptOf,
  refuseConsent,
  vault,
  withdrawConsent,
} from '../index.ts';

const asked = { text: 'May we send you news?', locale: 'en', ui: 'account' } as const;

const aPerson = (shop: TestHouse): Promise<SubjectId> =>
  shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));

type Told = readonly [EventKind, EventState];
const told = fc.constantFrom<Told[]>(
  ['consent', 'granted'],
  ['consent', 'withdrawn'],
  ['consent', 'refused'],
  ['consent', 'objected'],
  ['acknowledgement', 'seen'],
  ['acknowledgement', 'continued'],
  ['contract', 'accepted'],
);
const topic = fc.constantFrom('marketing', 'personalise', 'policy');

const history = fc.array(fc.tuple(told, topic), { maxLength: 30 }).map((steps) =>
  steps.map(([[kind, state], about], index) => ({
    id: newId<ConsentEventId>(),
    kind,
    topic: about,
    state,
    number: index + 1,
    noticeHash: null,
    evidence: {},
    happenedAt: new Date(2026, 0, 1 + index),
  })),
);

test('[P15] what holds is the same with and without everything that was only shown or agreed to as a contract', () => {
  fc.assert(
    fc.property(history, (events) => {
      const consents = events.filter(({ kind }) => kind === 'consent');

      assert.deepEqual(foldConsent(events), foldConsent(consents));
    }),
  );
});

test('[P15] the last consent answer to a purpose is what holds, in whatever order answers are read', () => {
  fc.assert(
    fc.property(
      history.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        const oracle = new Map<string, EventState>();
        for (const { kind, topic: about, state } of events)
          if (kind === 'consent' && about !== 'policy') oracle.set(about, state);

        const folded = new Map([...foldConsent(shuffled)].map(([purpose, { state }]) => [purpose, state]));

        assert.deepEqual(folded, new Map([...oracle].filter(([about]) => folded.has(about as never))));
        assert.equal(folded.size, oracle.size);
      },
    ),
  );
});

test('who refused is not asked again for six months, who objected never, and who was never asked may be', () => {
  const at = new Date('2026-08-31T10:00:00Z');
  const ask = (state: 'refused' | 'withdrawn' | 'objected' | 'granted', now: string): boolean =>
    mayAskAgain({ state, at }, { months: 6 }, new Date(now));

  assert.equal(mayAskAgain(undefined, { months: 6 }, at), true);
  assert.equal(ask('refused', '2027-02-28T09:59:59Z'), false);
  assert.equal(ask('refused', '2027-02-28T10:00:00Z'), true);
  assert.equal(ask('withdrawn', '2026-12-01T00:00:00Z'), false);
  assert.equal(ask('objected', '2030-01-01T00:00:00Z'), false);
  assert.equal(ask('granted', '2030-01-01T00:00:00Z'), false);
});

test('the cookie that remembers a refusal lives as long as any profile promises not to ask again, from whatever day', () => {
  const lives = consentItems.choices.lifetimeSeconds * 1000;
  for (const { name, askAgainAfter } of profiles)
    for (let day = 0; day < 4 * 366; day += 1) {
      const at = new Date(Date.UTC(2027, 0, 1 + day, 12));
      const gone = new Date(at.getTime() + lives);

      const mayAsk = mayAskAgain({ state: 'refused', at }, askAgainAfter, gone);

      assert.ok(mayAsk, `${name}: refused on ${at.toISOString()}, forgotten too soon`);
    }
});

test('[K7-1] [KS-6] signing up and accepting terms open no purpose that rests on consent', async (t) => {
  const shop = await aHouse(t);
  const person = await aPerson(shop);

  await shop.work(async (ctx) => {
    const notice = { ...asked, ui: 'sign-up' };
    await acknowledge(ctx, { subject: person, document: 'policy', version: '1', notice });
    await acknowledge(ctx, { subject: person, document: 'policy', version: '2', notice, how: 'continued' });
    await acceptContract(ctx, { subject: person, document: 'terms', version: '1', notice });
  });

  assert.deepEqual(await shop.work((ctx) => consentsOf(ctx, person)), []);
  assert.equal(await shop.work((ctx) => hasConsent(ctx, person, 'marketing')), false);
  const kinds = (await shop.work((ctx) => consentHistory(ctx, person))).map(({ kind }) => kind).toSorted();
  assert.deepEqual(kinds, ['acknowledgement', 'acknowledgement', 'contract']);
});

test('[P14] a withdrawal is effective for the very next reader, in this transaction and in every other', async (t) => {
  const shop = await aHouse(t);
  const person = await aPerson(shop);
  await shop.work((ctx) => grantConsent(ctx, { subject: person, purpose: 'marketing', notice: asked }));

  const inTheSame = await shop.work(async (ctx) => {
    const before = await hasConsent(ctx, person, 'marketing');
    await withdrawConsent(ctx, { subject: person, purpose: 'marketing' });
    return [before, await hasConsent(ctx, person, 'marketing')];
  });

  assert.deepEqual(inTheSame, [true, false]);
  assert.equal(await shop.work((ctx) => hasConsent(ctx, person, 'marketing')), false);
});

test('[P14] [P15] whatever somebody answers in whatever order, a purpose is open exactly after a last yes', async (t) => {
  const shop = await aHouse(t);
  const steps = fc.array(fc.constantFrom('grant', 'withdraw', 'refuse', 'object', 'sign'), {
    minLength: 1,
    maxLength: 8,
  });

  await fc.assert(
    fc.asyncProperty(steps, async (answers) => {
      const person = await aPerson(shop);
      let isOpen = false;
      let isObjected = false;
      for (const answer of answers) {
        await shop.work(async (ctx) => {
          const to = { subject: person, purpose: 'personalise' } as const;
          if (answer === 'grant' && !isObjected) await grantConsent(ctx, { ...to, notice: asked });
          if (answer === 'grant' && isObjected)
            await assert.rejects(
              grantConsent(ctx, { ...to, notice: asked }),
              refusedWith('privacy.objected'),
            );
          if (answer === 'withdraw') await withdrawConsent(ctx, to);
          if (answer === 'refuse') await refuseConsent(ctx, to);
          if (answer === 'object') await objectTo(ctx, to);
          if (answer === 'sign')
            await acceptContract(ctx, { subject: person, document: 'terms', version: '1', notice: asked });
        });
        if (answer === 'object') isObjected = true;
        if (answer !== 'sign') isOpen = answer === 'grant' && !isObjected;

        assert.equal(await shop.work((ctx) => hasConsent(ctx, person, 'personalise')), isOpen);
        assert.equal(await shop.work((ctx) => hasObjected(ctx, person, 'personalise')), isObjected);
      }
    }),
    { numRuns: 25 },
  );
});

test('the words somebody was shown can be read again by their hash, and the same words are kept once', async (t) => {
  const shop = await aHouse(t);
  const [one, two] = [await aPerson(shop), await aPerson(shop)];

  const [first, second] = await shop.work(async (ctx) => [
    await grantConsent(ctx, { subject: one, purpose: 'marketing', notice: asked }),
    await grantConsent(ctx, { subject: two, purpose: 'marketing', notice: asked }),
  ]);

  assert.equal(first?.noticeHash, second?.noticeHash);
  const notice = await shop.work((ctx) => findNotice(ctx, first?.noticeHash ?? ''));
  assert.equal(notice?.text, asked.text);
});

test('the ledger only grows: nobody changes or removes an answer', async (t) => {
  const shop = await aHouse(t);
  const person = await aPerson(shop);
  await shop.work((ctx) => grantConsent(ctx, { subject: person, purpose: 'marketing', notice: asked }));

  await assert.rejects(
    shop.work((ctx) => ctx.tx.updateTable('privacy.consent_event').set({ state: 'granted' }).execute()),
    /permission denied/,
  );
  await assert.rejects(
    shop.work((ctx) => ctx.tx.deleteFrom('privacy.consent_event').execute()),
    /permission denied/,
  );
});

test('the same yes to the same words twice is one answer; what replaces another names it', async (t) => {
  const shop = await aHouse(t);
  const person = await aPerson(shop);
  const to = { subject: person, purpose: 'marketing', notice: asked } as const;

  const first = await shop.work((ctx) => grantConsent(ctx, to));
  const again = await shop.work((ctx) => grantConsent(ctx, to));
  const end = await shop.work((ctx) => withdrawConsent(ctx, to));

  assert.equal(again.id, first.id);
  assert.equal(end.parentId, first.id);
  assert.deepEqual([first.number, end.number], [1, 2]);
});

test('two browsers that answer at once leave two answers in an order', async (t) => {
  const shop = await aHouse(t);
  const person = await aPerson(shop);

  await Promise.all(
    ['account', 'bar', 'choices'].map((ui) =>
      shop.work((ctx) =>
        grantConsent(ctx, { subject: person, purpose: 'marketing', notice: { ...asked, ui } }),
      ),
    ),
  );

  const numbers = (await shop.work((ctx) => consentHistory(ctx, person))).map(({ number }) => number);
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    [1, 2, 3],
  );
});

test('nobody can agree to what rests on a contract, to what this shop does not do, or while being erased', async (t) => {
  const shop = await aHouse(t);
  const person = await aPerson(shop);
  const grant = (purpose: 'fulfil' | 'advertise' | 'marketing') =>
    shop.work((ctx) => grantConsent(ctx, { subject: person, purpose, notice: asked }));

  await assert.rejects(grant('fulfil'), refusedWith('privacy.noConsentNeeded'));
  await assert.rejects(grant('advertise'), refusedWith('privacy.purposeNotUsed'));

  await grant('marketing');
  await shop.work((ctx) => ctx.tx.updateTable('privacy.subject').set({ state: 'erasing' }).execute());

  assert.equal(await shop.work((ctx) => hasConsent(ctx, person, 'marketing')), false);
  await assert.rejects(grant('marketing'), refusedWith('privacy.subjectGone'));
});

test('a receipt says what was answered, to which words, and how to take it back; nobody gets that of another', async (t) => {
  const shop = await aHouse(t);
  const [person, stranger] = [await aPerson(shop), await aPerson(shop)];
  const event = await shop.work((ctx) =>
    grantConsent(ctx, { subject: person, purpose: 'marketing', notice: asked }),
  );

  const receipt = await shop.work((ctx) => receiptOf(ctx, event.id, person));

  assert.equal(receipt.privacy_notice.text, asked.text);
  assert.equal(receipt.event.state, 'granted');
  assert.equal(receipt.purpose.lawful_basis, 'consent');
  assert.equal(receipt.jsonld['dpv:hasConsentStatus'], 'dpv:ConsentGiven');
  await assert.rejects(
    shop.work((ctx) => receiptOf(ctx, event.id, stranger)),
    refusedWith('privacy.noSuchAnswer'),
  );
});

test('the shop learns how many said what to which words, and nothing of who', async (t) => {
  const shop = await aHouse(t);
  for (let count = 0; count < 3; count += 1) {
    const person = await aPerson(shop);
    await shop.work((ctx) => grantConsent(ctx, { subject: person, purpose: 'marketing', notice: asked }));
    if (count === 0)
      await shop.work((ctx) => withdrawConsent(ctx, { subject: person, purpose: 'marketing' }));
  }

  const counts = await shop.work(consentCounts);

  assert.deepEqual(
    counts.map(({ topic: about, state, people }) => [about, state, people]),
    [
      ['marketing', 'granted', 2],
      ['marketing', 'withdrawn', 1],
    ],
  );
  assert.ok(!JSON.stringify(counts).includes('subject'));
});

test('answers of visitors whom nobody knows are counted in fives, and with them nothing that leads to anybody', async (t) => {
  const shop = await aHouse(t);
  const person = await aPerson(shop);
  const choose = (wish: 'yes' | 'no', subject?: SubjectId) =>
    shop.work((ctx) =>
      chooseForBrowser(ctx, { subject, wishes: new Map([['performance', wish]]), gpc: false, ui: 'bar' }),
    );
  for (let count = 0; count < 7; count += 1) await choose('no');
  for (let count = 0; count < 4; count += 1) await choose('yes');
  await choose('yes', person);

  const guests = await shop.work(guestCounts);

  assert.deepEqual(
    guests.map(({ topic: about, state, code, answers }) => [about, state, code, answers]),
    [
      ['analytics', 'refused', 'choices', 5],
      ['analytics', 'granted', 'choices', null],
    ],
  );
  const kept = await asOwner(shop.adminUrl, 'select * from privacy.guest_answer');
  assert.deepEqual(Object.keys(kept[0] ?? {}), ['tenant_id', 'topic', 'state', 'notice_hash', 'answers']);
  assert.deepEqual(
    (await shop.work(consentCounts)).map(({ people }) => people),
    [1],
    'who is known counts among the people',
  );
});
