import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { declareForgetter } from '#kernel/erasure.ts';
import { declaredTables } from '#kernel/registry.ts';
import { findPersons } from '#modules/persons/index.ts';
import { declareProcessor, egress, saveAgreement } from '#modules/privacy/index.ts';
import { carryOutDue } from '#modules/rights/index.ts';
import { aCompany } from '../fakes/a-company.ts';
import { asColleague } from '../misfortunes/a-sale.ts';
import { anAgreement } from '../promises/an-agreement.ts';
import { aMugShop, anAsker, lettersOf } from './an-asker.ts';

const fields = { email: 'contact.email', name: 'identity.name', key: 'order.reference' } as const;
for (const [name, erasure] of [
  ['refusing', 'api_sync'],
  ['by-letter', 'manual'],
] as const)
  declareProcessor({
    name,
    company: `The ${name} company`,
    role: 'shipping',
    says: { en: 'carries parcels' },
    country: 'DE',
    mechanism: 'inside the EEA',
    purposes: ['fulfil', 'rights'],
    fields,
    erasure,
  });
declareForgetter({
  processor: 'refusing',
  method: 'api_sync',
  forget: () => Promise.resolve({ kind: 'refused', reason: 'a-law-of-theirs' }),
  correct: () => Promise.resolve({ kind: 'refused', reason: 'printed-already' }),
  restrict: () => Promise.resolve({ kind: 'confirmed', receipt: 'kept-1' }),
  askAgain: () => Promise.resolve({ kind: 'refused', reason: 'a-law-of-theirs' }),
});

const start = new Date('2027-03-02T10:00:00Z');
const hours = (count: number): Date => new Date(start.getTime() + count * 3_600_000);

/** Mira bought a mug, and her data went to two companies. */
async function aToldShop(t: TestContext, told: Readonly<Record<string, string>>) {
  const { shop, buys } = await aMugShop(t, start);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const about = await shop.work((ctx) => findPersons(ctx, { email: 'mira@example.org' }), {
    purpose: 'rights',
  });
  for (const processor of ['refusing', 'by-letter']) {
    const company = await aCompany(t);
    await shop.work((ctx) => saveAgreement(ctx, anAgreement(processor, company.host)));
    const sent = await egress.send(shop.house, shop.tenant, {
      processor,
      purpose: 'fulfil',
      about,
      from: [{ table: declaredTables().get('orders.party') ?? assert.fail(), column: 'contact' }],
      fields: told,
      on: { table: 'orders.order', id: '01890000-0000-7000-8000-000000000000' },
      request: { method: 'POST', path: '/labels' },
    });
    assert.equal(sent.kind, 'answered', JSON.stringify(sent));
  }
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
  return { shop, mira };
}

test('the person is told which company refused and which was told by letter, and the request waits for both', async (t) => {
  const { shop, mira } = await aToldShop(t, { email: 'mira@example.org' });
  assert.match(await mira.page('/privacy'), /The by-letter company/, 'she sees who got it');
  const request = await mira.request({ kind: 'erase' });
  const one = `/api/admin/privacy/requests/${request.id}`;

  shop.at(hours(73));
  await carryOutDue(shop.house, shop.tenant);
  const desk = await asColleague(shop, 'owner');
  const waiting = (await desk('GET', one)).json<{ state: string; version: number }>();
  shop.at(hours(80));
  const noted = await desk(
    'POST',
    `${one}/companies`,
    { processor: 'by-letter', end: 'told', evidence: 'letter 17' },
    { 'if-match': `"${waiting.version}"` },
  );
  await carryOutDue(shop.house, shop.tenant);

  assert.equal(waiting.state, 'awaiting_processor');
  assert.equal(noted.statusCode, 200, noted.body);
  const done = (await desk('GET', one)).json<{ state: string }>();
  assert.equal(done.state, 'fulfilled');
  const [first] = await lettersOf(shop, 'mira@example.org', 'processors');
  assert.match(first?.text ?? '', /The by-letter company: has not answered yet/);
  const [last] = await lettersOf(shop, 'mira@example.org', 'erased');
  assert.match(last?.text ?? '', /The refusing company[^\n]*refused/);
  assert.match(last?.text ?? '', /a-law-of-theirs/);
  assert.match(last?.text ?? '', /The by-letter company[^\n]*told by us in writing/);
});

test('who has a name put right is told which company refused and which heard of it by letter, and the request waits for that', async (t) => {
  const { shop, mira } = await aToldShop(t, { name: 'Mirabella Quokkason' });

  const asked = await mira.request({ kind: 'rectify', value: 'Mirabella Wallaby', wish: { field: 'name' } });
  const one = `/api/admin/privacy/requests/${asked.id}`;
  const desk = await asColleague(shop, 'owner');
  const waiting = (await desk('GET', one)).json<{ version: number; told: { end: string }[] }>();
  const match = { 'if-match': `"${waiting.version}"` };
  const closing = await desk('POST', `${one}/answer`, { text: 'Done.' }, match);
  const noted = await desk(
    'POST',
    `${one}/companies`,
    { processor: 'by-letter', end: 'told', evidence: 'letter 17' },
    match,
  );
  await carryOutDue(shop.house, shop.tenant);

  assert.equal(asked.state, 'awaiting_processor');
  assert.deepEqual(waiting.told.map(({ end }) => end).toSorted(), ['awaiting', 'processor_refused']);
  assert.equal(closing.json<{ code: string }>().code, 'rights.mustBeCarriedOut');
  assert.equal(noted.statusCode, 200, noted.body);
  const done = (await desk('GET', one)).json<{ state: string }>();
  assert.equal(done.state, 'fulfilled');
  const [first] = await lettersOf(shop, 'mira@example.org', 'processors');
  assert.match(first?.text ?? '', /The by-letter company: has not answered yet/);
  const [last] = await lettersOf(shop, 'mira@example.org', 'done');
  assert.match(last?.text ?? '', /The refusing company[^\n]*refused/);
  assert.match(last?.text ?? '', /printed-already/);
  assert.match(last?.text ?? '', /The by-letter company[^\n]*told by us in writing/);
  assert.match(await mira.page('/privacy'), /Mirabella Wallaby/);
});

test('who has the use of their data restricted is told which company only keeps it and which heard of it by letter', async (t) => {
  const { shop, mira } = await aToldShop(t, { email: 'mira@example.org' });

  const asked = await mira.request({ kind: 'restrict' });
  const one = `/api/admin/privacy/requests/${asked.id}`;
  const desk = await asColleague(shop, 'owner');
  const waiting = (await desk('GET', one)).json<{ version: number; told: { end: string }[] }>();
  const noted = await desk(
    'POST',
    `${one}/companies`,
    { processor: 'by-letter', end: 'told', evidence: 'letter 17' },
    { 'if-match': `"${waiting.version}"` },
  );
  await carryOutDue(shop.house, shop.tenant);

  assert.equal(asked.state, 'awaiting_processor');
  assert.deepEqual(waiting.told.map(({ end }) => end).toSorted(), ['awaiting', 'processor_restricted']);
  assert.equal(noted.statusCode, 200, noted.body);
  assert.equal((await desk('GET', one)).json<{ state: string }>().state, 'fulfilled');
  const [first] = await lettersOf(shop, 'mira@example.org', 'processors');
  assert.match(first?.text ?? '', /The by-letter company: has not answered yet/);
  const [last] = await lettersOf(shop, 'mira@example.org', 'done');
  assert.match(last?.text ?? '', /Your data are kept and not used/);
  assert.match(last?.text ?? '', /The refusing company: only keeps it from now on/);
  assert.match(last?.text ?? '', /The by-letter company[^\n]*told by us in writing/);
});
