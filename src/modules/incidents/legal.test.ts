import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { listAudit } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { decideLegalRequest, exportByLaw, openLegalRequest } from './disclose-by-law.ts';
import type { NewLegalRequest } from './disclose-by-law.ts';
import { disclosedByLaw } from './inform-disclosed.ts';
import { jobs } from './jobs.ts';
import { getLegalRequest } from './list-legal.ts';
import { aPerson } from './makers.ts';

const opened = new Date('2026-03-02T09:00:00Z');
const daysLater = (days: number): Date => new Date(opened.getTime() + days * 86_400_000);
const asker = newId<SubjectId>();
const second = newId<SubjectId>();
const by = (id: SubjectId) => ({ actor: { kind: 'staff', id, purpose: 'disclose' } }) as const;

const inform = async (shop: TestHouse): Promise<void> => {
  const job = jobs.find(({ name }) => name === 'incidents.inform') ?? assert.fail();
  await job.run(shop.house, shop.tenant);
};

async function aRequest(shop: TestHouse, wish: Partial<NewLegalRequest> = {}) {
  shop.at(opened);
  const person = await shop.work((ctx) => aPerson(ctx, 'Mara Lindqvist'));
  const other = await shop.work((ctx) => aPerson(ctx, 'Jonas Ferber'));
  const open = (more: Partial<NewLegalRequest> = {}) =>
    shop.work(
      (ctx) =>
        openLegalRequest(ctx, {
          ground: 'court order',
          authority: 'Amtsgericht Hamburg',
          reason: 'Order 12 Gs 34/26',
          subjects: [person.subject],
          categories: ['contact.address'],
          ...wish,
          ...more,
        }),
      by(asker),
    );
  return { person, other, open };
}

// Clauses OK-12, K7-25, KC-19.
test('without a second yes nothing is disclosed, and the second yes comes from somebody else', async (t) => {
  const shop = await aHouse(t);
  const { open } = await aRequest(shop);
  const id = await open();
  const take = () => shop.work((ctx) => exportByLaw(ctx, id), by(asker));
  const decide = (who: SubjectId) =>
    shop.work((ctx) => decideLegalRequest(ctx, id, { yes: true, reason: 'The order is in force.' }), by(who));

  await assert.rejects(take(), { code: 'incidents.notApproved' });
  await assert.rejects(decide(asker), { code: 'incidents.secondPerson' });
  await decide(second);
  await assert.rejects(decide(second), { code: 'incidents.decided' });

  assert.ok((await take()).values.length > 0);
});

test('a disclosure holds the persons, the kinds of data and the time of its scope, and nothing else', async (t) => {
  const shop = await aHouse(t);
  const { person, other, open } = await aRequest(shop);
  const all = await open();
  const late = await open({ from: daysLater(1), to: daysLater(9) });
  const take = async (id: typeof all) => {
    await shop.work((ctx) => decideLegalRequest(ctx, id, { yes: true, reason: 'ok' }), by(second));
    return shop.work((ctx) => exportByLaw(ctx, id), by(asker));
  };

  const given = await take(all);
  const none = await take(late);

  assert.deepEqual([...new Set(given.values.map(({ category }) => category))], ['contact.address']);
  assert.deepEqual([...new Set(given.values.map(({ subject }) => subject))], [person.subject]);
  assert.ok(given.values.some(({ value }) => value === 'Lange Reihe 1'));
  const text = JSON.stringify(given);
  for (const secret of ['Lindqvist', person.email, 'Ferber', other.subject])
    assert.ok(!text.includes(secret), secret);
  assert.deepEqual(none.values, []);
  const openings = await shop.work((ctx) => listAudit(ctx, { action: 'privacy.opened', limit: 100 }));
  assert.ok(
    openings.items.some(({ subjectId, purpose }) => subjectId === person.subject && purpose === 'disclose'),
  );
  const entry = await shop.work((ctx) => getLegalRequest(ctx, all));
  assert.deepEqual(
    [entry.state, entry.valuesDisclosed, entry.events.map(({ kind }) => kind), entry.hash?.length],
    ['disclosed', given.values.length, ['opened', 'approved', 'exported'], 64],
  );
});

// Clauses OK-13, KC-20.
test('a disclosure without a written reason, a scope, or an end of its silence is not opened', async (t) => {
  const shop = await aHouse(t);
  const { open } = await aRequest(shop);

  await assert.rejects(open({ ground: 'protect rights', reason: '  ' }), { code: 'incidents.writtenReason' });
  await assert.rejects(open({ authority: '' }), { code: 'incidents.writtenReason' });
  await assert.rejects(open({ subjects: [] }), { code: 'incidents.scopeNeeded' });
  await assert.rejects(open({ categories: [] }), { code: 'incidents.scopeNeeded' });
  await assert.rejects(open({ forbidden: { until: opened, because: 'secret' } }), {
    code: 'incidents.untilNeeded',
  });
});

test('a no is final and written down with its reason', async (t) => {
  const shop = await aHouse(t);
  const { open } = await aRequest(shop);
  const id = await open();
  const say = (reason: string) =>
    shop.work((ctx) => decideLegalRequest(ctx, id, { yes: false, reason }), by(second));

  await assert.rejects(say(' '), { code: 'incidents.writtenReason' });
  await say('No power to ask.');

  const { state, events } = await shop.work((ctx) => getLegalRequest(ctx, id));
  assert.deepEqual([state, events.at(-1)?.note], ['refused', 'No power to ask.']);
  await assert.rejects(
    shop.work((ctx) => exportByLaw(ctx, id), by(asker)),
    { code: 'incidents.notApproved' },
  );
});

test('the person is told at once, or as soon as telling is no longer forbidden', async (t) => {
  const shop = await aHouse(t);
  const { person, open } = await aRequest(shop);
  const disclose = async (wish: Partial<NewLegalRequest>) => {
    const id = await open(wish);
    await shop.work((ctx) => decideLegalRequest(ctx, id, { yes: true, reason: 'ok' }), by(second));
    await shop.work((ctx) => exportByLaw(ctx, id), by(asker));
  };
  const told = async () => {
    await inform(shop);
    const letters = await shop.work((ctx) => lettersTo(ctx, person.email));
    const known = await shop.work((ctx) => disclosedByLaw(ctx, [person.subject]));
    return [letters.filter(({ kind }) => kind === 'incidents.disclosed').length, known.length];
  };

  await disclose({});
  await disclose({ forbidden: { until: daysLater(30), because: 'The court forbids it.' } });

  assert.deepEqual(await told(), [1, 1]);
  shop.at(daysLater(29));
  assert.deepEqual(await told(), [1, 1]);
  shop.at(daysLater(31));
  assert.deepEqual(await told(), [2, 2]);
  assert.deepEqual(await told(), [2, 2]);
});
