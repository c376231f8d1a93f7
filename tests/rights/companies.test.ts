import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declareForgetter } from '#kernel/erasure.ts';
import { declaredTables } from '#kernel/registry.ts';
import { findPersons } from '#modules/persons/index.ts';
import { declareProcessor, egress, saveAgreement } from '#modules/privacy/index.ts';
import { carryOutDue } from '#modules/rights/index.ts';
import { aCompany } from '../fakes/a-company.ts';
import { asColleague } from '../misfortunes/a-sale.ts';
import { aMugShop, anAsker, lettersOf } from './an-asker.ts';

const fields = { email: 'contact.email', key: 'order.reference' } as const;
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
  askAgain: () => Promise.resolve({ kind: 'refused', reason: 'a-law-of-theirs' }),
});

const start = new Date('2027-03-02T10:00:00Z');
const hours = (count: number): Date => new Date(start.getTime() + count * 3_600_000);

test('the person is told which company refused and which was told by letter, and the request waits for both', async (t) => {
  const { shop, buys } = await aMugShop(t, start);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const about = await shop.work((ctx) => findPersons(ctx, { email: 'mira@example.org' }), {
    purpose: 'rights',
  });
  for (const processor of ['refusing', 'by-letter']) {
    const company = await aCompany(t);
    await shop.work((ctx) =>
      saveAgreement(ctx, {
        processor,
        host: company.host,
        reference: 'a contract',
        purposes: ['fulfil', 'rights'],
        country: 'DE',
        mechanism: 'inside the EEA',
        mechanismDetail: null,
        assessmentAt: null,
        validFrom: new Date('2020-01-01T00:00:00Z'),
        validUntil: null,
        reviewBy: new Date('2040-01-01T00:00:00Z'),
        reachesPrivate: true,
      }),
    );
    const sent = await egress.send(shop.house, shop.tenant, {
      processor,
      purpose: 'fulfil',
      about,
      from: [{ table: declaredTables().get('orders.party') ?? assert.fail(), column: 'contact' }],
      fields: { email: 'mira@example.org' },
      on: { table: 'orders.order', id: '01890000-0000-7000-8000-000000000000' },
      request: { method: 'POST', path: '/labels' },
    });
    assert.equal(sent.kind, 'answered', JSON.stringify(sent));
  }
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
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
