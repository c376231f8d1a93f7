import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { declareForgetter } from '#kernel/erasure.ts';
import type { Forgetter, Forgotten } from '#kernel/erasure.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { ErasureMethod } from '#kernel/processor.ts';
import { declareProcessor, egress, saveAgreement } from '#modules/privacy/index.ts';
import type { TestServer } from '#testing/server.ts';
import { modules } from '../../src/modules.ts';
import { aCompany } from '../fakes/a-company.ts';
import type { Company } from '../fakes/a-company.ts';
import { aShop, marksOf } from './a-person.ts';
import type { Marks } from './a-person.ts';

const dayMs = 86_400_000;
const fields = {
  email: 'contact.email',
  phone: 'contact.phone',
  name: 'identity.name',
  city: 'contact.address',
  key: 'order.reference',
} as const;
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

const ask = async (...[house, tenant, parcel]: Parameters<typeof egress.send>): Promise<Forgotten> => {
  const sent = await egress.send(house, tenant, parcel);
  if (sent.kind === 'answered') return readAnswer(sent.status, sent.body.toString());
  return { kind: 'unreachable', code: sent.kind };
};

/** A company hears the right value under the names by which it got the wrong one, and nothing else. */
const correcting =
  (processor: string): NonNullable<Forgetter['correct']> =>
  (house, tenant, { key, about, from: places, fields: got, value }) =>
    ask(house, tenant, {
      processor,
      purpose: 'rights',
      about,
      from: places,
      fields: Object.fromEntries(got.map((name) => [name, value])),
      on: { table: 'persons.erasure_node', id: key },
      request: { method: 'POST', path: '/correct', headers: { 'idempotency-key': key } },
    });

/** A company hears whom it may only keep, by the address that it knows them under. */
const restricting =
  (processor: string): NonNullable<Forgetter['restrict']> =>
  (house, tenant, { key, about, emails, on }) =>
    ask(house, tenant, {
      processor,
      purpose: 'rights',
      about,
      from,
      fields: { email: emails[0] ?? '', key },
      on: { table: 'persons.erasure_node', id: key },
      request: {
        method: 'POST',
        path: on ? '/restrict' : '/release',
        headers: { 'idempotency-key': key },
      },
    });

for (const [processor, method] of [
  ['test-sync', 'api_sync'],
  ['test-async', 'api_async'],
  ['test-human', 'api_human'],
  ['test-refusing', 'api_sync'],
] as const) {
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
    ...(processor !== 'test-async' && {
      correct: correcting(processor),
      restrict: restricting(processor),
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
export async function aToldShop(
  t: TestContext,
  processors: readonly string[],
  tell: (mira: Marks) => Readonly<Record<string, string>> = ({ email }) => ({ email }),
) {
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
      fields: tell(mira),
      on: { table: 'orders.order', id: orderId },
      request: { method: 'POST', path: '/labels' },
    });
    assert.equal(sent.kind, 'answered', JSON.stringify(sent));
  }
  const company = (name: string): Company => companies.get(name) ?? assert.fail(name);
  return { ...made, mira, subjects, company };
}

/** Later, as the worker does it. */
export async function later(shop: TestServer, days: number): Promise<void> {
  shop.at(new Date(shop.house.clock().getTime() + days * dayMs));
  const job = modules.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'persons.erase');
  await job?.run(shop.house, shop.tenant);
}
