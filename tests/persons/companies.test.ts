import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { declareForgetter } from '#kernel/erasure.ts';
import type { Forgotten } from '#kernel/erasure.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { ErasureMethod } from '#kernel/processor.ts';
import { endByHand, erasePersons, getPlan } from '#modules/persons/index.ts';
import { declareProcessor, egress, saveAgreement } from '#modules/privacy/index.ts';
import type { TestServer } from '#testing/server.ts';
import { modules } from '../../src/modules.ts';
import { aCompany } from '../fakes/a-company.ts';
import type { Company } from '../fakes/a-company.ts';
import { aShop, marksOf } from './a-person.ts';

const dayMs = 86_400_000;
const work = { purpose: 'rights' } as const;

const fields = { email: 'contact.email', key: 'order.reference' } as const;
for (const [name, erasure] of [
  ['test-sync', 'api_sync'],
  ['test-async', 'api_async'],
  ['test-human', 'api_human'],
  ['test-refusing', 'api_sync'],
  ['test-manual', 'manual'],
  ['test-lapsing', 'lapses'],
] as const satisfies readonly (readonly [string, ErasureMethod])[])
  declareProcessor({
    name,
    company: `The company ${name}`,
    role: 'shipping',
    says: { en: 'carries parcels' },
    country: 'DE',
    mechanism: 'inside the EEA',
    purposes: ['fulfil', 'rights'],
    fields,
    erasure,
    ...(erasure === 'lapses' && { lapsesAfterDays: 30 }),
  });

const party = declaredTables().get('orders.party') ?? assert.fail();
const from = [{ table: party, column: 'contact' }];

/** What each company's answer means; the bytes go through the gate like any other. */
const readAnswer = (status: number, body: string): Forgotten => {
  if (status >= 500) return { kind: 'unreachable', code: `http-${status}` };
  const answer = JSON.parse(body) as { receipt?: string; ticket?: string; reason?: string };
  if (answer.receipt !== undefined) return { kind: 'confirmed', receipt: answer.receipt };
  if (answer.reason !== undefined) return { kind: 'refused', reason: answer.reason };
  return { kind: 'accepted', ticket: answer.ticket ?? '' };
};

for (const [processor, method] of [
  ['test-sync', 'api_sync'],
  ['test-async', 'api_async'],
  ['test-human', 'api_human'],
  ['test-refusing', 'api_sync'],
] as const) {
  const ask = async (...[house, tenant, parcel]: Parameters<typeof egress.send>): Promise<Forgotten> => {
    const sent = await egress.send(house, tenant, parcel);
    if (sent.kind === 'answered') return readAnswer(sent.status, sent.body.toString());
    return { kind: 'unreachable', code: sent.kind };
  };
  declareForgetter({
    processor,
    method,
    forget: (house, tenant, { key, about, emails }) =>
      ask(house, tenant, {
        processor,
        purpose: 'rights',
        about,
        from,
        fields: { email: emails[0] ?? '', key },
        on: { table: 'persons.erasure_node', id: key },
        request: { method: 'POST', path: '/forget', headers: { 'idempotency-key': key } },
      }),
    askAgain: (house, tenant, ticket) =>
      ask(house, tenant, {
        processor,
        purpose: 'rights',
        about: [],
        from: [],
        fields: { key: ticket },
        on: { table: 'persons.erasure', id: tenant.id },
        request: { method: 'GET', path: '/forget/{key}' },
      }),
  });
}

/** A shop whose buyer's address went to companies. */
async function aToldShop(t: TestContext, processors: readonly string[]) {
  const made = await aShop(t);
  const { shop, buy, find } = made;
  const mira = marksOf('Mira');
  const { orderId } = await buy(mira);
  const subjects = await find(mira.email);
  const companies = new Map<string, Company>();
  for (const processor of processors) {
    const company = await aCompany(t);
    companies.set(processor, company);
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
      about: subjects,
      from,
      fields: { email: mira.email },
      on: { table: 'orders.order', id: orderId },
      request: { method: 'POST', path: '/labels' },
    });
    assert.equal(sent.kind, 'answered', JSON.stringify(sent));
  }
  const company = (name: string): Company => companies.get(name) ?? assert.fail(name);
  return { ...made, mira, subjects, company };
}

/** Later, as the worker does it. */
async function later(shop: TestServer, days: number): Promise<void> {
  shop.at(new Date(shop.house.clock().getTime() + days * dayMs));
  const job = modules.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'persons.erase');
  await job?.run(shop.house, shop.tenant);
}

test('every company that got something is told to forget, each in its own way, and its answer is kept', async (t) => {
  const names = ['test-sync', 'test-async', 'test-human', 'test-refusing', 'test-manual', 'test-lapsing'];
  const { shop, subjects, plan, company, mira } = await aToldShop(t, names);
  company('test-sync').answerWith({ body: '{"receipt":"gone-1"}' });
  company('test-async').answerWith({ body: '{"ticket":"t-7"}' });
  company('test-human').answerWith({ body: '{"ticket":"h-9"}' });
  company('test-refusing').answerWith({ body: '{"reason":"a-law-of-theirs"}' });
  const planned = await plan(subjects);
  const endOf = async (name: string) => {
    const { nodes } = await shop.work((ctx) => getPlan(ctx, planned.id), work);
    return nodes.find(({ kind, target }) => kind === 'processor' && target === name);
  };

  const first = await erasePersons(shop.house, shop.tenant, planned.id);
  company('test-async').answerWith({ body: '{"receipt":"gone-2"}' });
  await later(shop, 1);
  company('test-human').answerWith({ body: '{"receipt":"signed by a person"}' });
  await later(shop, 9);
  const byHand = await endOf('test-manual');
  const before = await shop.work((ctx) => getPlan(ctx, planned.id), work);
  await shop.work(
    (ctx) =>
      endByHand(ctx, planned.id, byHand?.id ?? assert.fail(), {
        kind: 'processor_manual',
        evidence: 'letter of 3 December, answer in folder 7',
      }),
    work,
  );
  await later(shop, 1);

  assert.equal(first.state, 'awaiting_processor');
  assert.ok(first.erasedAt, 'in this house everything is gone at once');
  assert.equal(before.state, 'awaiting_processor', 'one company was still to be told by hand');
  const ends = new Map(
    await Promise.all(names.map(async (name) => [name, (await endOf(name))?.end] as const)),
  );
  assert.deepEqual(ends.get('test-sync'), { kind: 'processor_confirmed', receipt: 'gone-1' });
  assert.deepEqual(ends.get('test-async'), { kind: 'processor_confirmed', receipt: 'gone-2' });
  assert.deepEqual(ends.get('test-human'), { kind: 'processor_confirmed', receipt: 'signed by a person' });
  assert.deepEqual(ends.get('test-refusing'), { kind: 'processor_refused', reason: 'a-law-of-theirs' });
  assert.equal(ends.get('test-manual')?.kind, 'processor_manual');
  assert.equal(ends.get('test-lapsing')?.kind, 'retained');
  assert.equal((await shop.work((ctx) => getPlan(ctx, planned.id), work)).state, 'fulfilled');
  assert.match(company('test-sync').heard.at(-1)?.body ?? '', new RegExp(mira.email));
});

test('a company that cannot be reached for forty days is asked until it answers, under one key', async (t) => {
  const { shop, subjects, plan, company } = await aToldShop(t, ['test-sync']);
  const planned = await plan(subjects);
  company('test-sync').be('busy');

  await erasePersons(shop.house, shop.tenant, planned.id);
  for (let day = 0; day < 40; day += 1) await later(shop, 1);
  const waiting = await shop.work((ctx) => getPlan(ctx, planned.id), work);
  company('test-sync').be('ok');
  company('test-sync').answerWith({ body: '{"receipt":"at last"}' });
  await later(shop, 2);
  const done = await shop.work((ctx) => getPlan(ctx, planned.id), work);

  const node = waiting.nodes.find(({ kind }) => kind === 'processor');
  assert.equal(waiting.state, 'awaiting_processor');
  assert.ok((node?.attempts ?? 0) >= 30, 'it was asked about once a day');
  assert.equal(node?.waitsFor, 'http-503');
  assert.equal(done.state, 'fulfilled');
  const keys = company('test-sync')
    .heard.filter(({ path }) => path === '/forget')
    .map(({ headers }) => headers['idempotency-key']);
  assert.equal(new Set(keys).size, 1);
});
