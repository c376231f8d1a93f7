import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { newId } from '#kernel/ids.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import type { Tenant } from '#kernel/context.ts';
import { plain, sealed, subject, table } from '#kernel/registry.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { aCompany } from '#tests/fakes/a-company.ts';
import type { Company } from '#tests/fakes/a-company.ts';
import { anAgreement } from '#tests/promises/an-agreement.ts';
import {
  declareProcessor,
  disclosuresOf,
  egress,
  egressFacts,
  endAgreement,
  findOpenAgreement,
  grantConsent,
  layTombstone,
  listAgreements,
  listDisclosures,
  objectTo,
  pauseAgreement,
  receive,
  recordArrival,
  resumeAgreement,
  reviewAgreement,
  saveAgreement,
  stopAll,
  vault,
  withdrawConsent,
} from './index.ts';
import type { HttpParcel, NewAgreement } from './index.ts';
import { watchAgreements } from './gate/agreement-watch.ts';
import { declareIngress } from './gate/ingress.ts';

interface Parcelled {
  readonly name: string;
  readonly street: string;
  readonly phone: string;
}

const address = table('test.address', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<string>('random key'),
  personId: subject('recipient'),
  contact: sealed<Parcelled>()({
    of: 'personId',
    class: 'service',
    source: 'person',
    because: 'a parcel needs an address',
    purposes: ['fulfil', 'rights', 'marketing'],
    fields: { name: 'identity.name', street: 'contact.address', phone: 'contact.phone' },
    retention: 'order',
    onErase: 'delete-row',
  }),
});
const channelCustomer = table('test.channel_customer', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<string>('random key'),
  personId: subject('customer of a channel'),
  contact: sealed<{ readonly email: string }>()({
    of: 'personId',
    class: 'service',
    source: 'channel',
    because: 'an order of a channel names its buyer',
    purposes: ['fulfil', 'rights'],
    fields: { email: 'contact.email' },
    retention: 'order',
    onErase: 'delete-row',
  }),
});
const parcels = declareProcessor({
  name: 'test-parcels',
  company: 'Parcels Test Ltd',
  role: 'shipping',
  says: { en: 'carries parcels' },
  country: 'DE',
  mechanism: 'inside the EEA',
  purposes: ['fulfil', 'rights', 'marketing'],
  fields: { name: 'identity.name', street: 'contact.address' },
  erasure: 'api_sync',
});

const dayMs = 86_400_000;
const agreed = (host: string, change: Partial<NewAgreement> = {}): NewAgreement =>
  anAgreement(parcels.name, host, {
    purposes: ['fulfil', 'rights', 'marketing'],
    reviewBy: new Date('2031-01-01T00:00:00Z'),
    ...change,
  });

interface Scene {
  readonly shop: TestHouse;
  readonly company: Company;
  readonly person: SubjectId;
  readonly parcel: (change?: Partial<HttpParcel>) => HttpParcel;
  readonly send: (change?: Partial<HttpParcel>, tenant?: Tenant) => ReturnType<typeof egress.send>;
}

async function aScene(t: TestContext, change?: Partial<NewAgreement>): Promise<Scene> {
  const shop = await aHouse(t);
  const company = await aCompany(t);
  shop.at(new Date('2026-06-01T10:00:00Z'));
  const person = await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
  await shop.work((ctx) => saveAgreement(ctx, agreed(company.host, change)));
  const parcel = (other: Partial<HttpParcel> = {}): HttpParcel => ({
    processor: parcels.name,
    purpose: 'fulfil',
    about: [person],
    from: [{ table: address, column: 'contact' }],
    fields: { name: 'Marker Person Nightingale', street: 'Marker Lane 1847' },
    on: { table: 'test.address', id: newId<never>() },
    request: { method: 'POST', path: '/labels' },
    ...other,
  });
  return {
    shop,
    company,
    person,
    parcel,
    send: (other, tenant = shop.tenant) => egress.send(shop.house, tenant, parcel(other)),
  };
}

const ledger = (shop: TestHouse) =>
  shop.work(async (ctx) => (await listDisclosures(ctx, { limit: 100 })).items);
const closedBecause = (answer: Awaited<ReturnType<Scene['send']>>): string =>
  answer.kind === 'closed' ? answer.because : answer.kind;

test('a company gets exactly the agreed fields, and the ledger says so', async (t) => {
  const { shop, company, person, send } = await aScene(t);

  const answer = await send();

  assert.equal(answer.kind, 'answered');
  assert.deepEqual(
    company.heard.map(({ method, path, body }) => [method, path, JSON.parse(body)]),
    [['POST', '/labels', { name: 'Marker Person Nightingale', street: 'Marker Lane 1847' }]],
  );
  assert.match(company.bytes().toString(), /^POST \/labels HTTP[\s\S]*Marker Lane 1847/);
  const [line, ...more] = await ledger(shop);
  assert.deepEqual(more, []);
  assert.deepEqual(
    [line?.processor, line?.purpose, line?.basis, line?.country, line?.fieldNames, line?.outcome],
    ['test-parcels', 'fulfil', 'contract', 'DE', ['name', 'street'], 'sent'],
  );
  const told = await shop.work((ctx) => disclosuresOf(ctx, person));
  assert.deepEqual(
    told.map(({ company: name, fields }) => [name, fields]),
    [['Parcels Test Ltd', ['name', 'street']]],
  );
});

test('a field outside the agreement never leaves', async (t) => {
  const { shop, company, send } = await aScene(t);

  const answer = await send({ fields: { name: 'Ada', phone: '+49 40 1234567' } });

  assert.equal(closedBecause(answer), 'field');
  assert.equal(company.bytes().length, 0);
  assert.deepEqual(await ledger(shop), []);
});

test('a company that nobody agreed with, or nobody knows, gets zero bytes', async (t) => {
  const { shop, company, send } = await aScene(t);
  const stranger = await shop.otherTenant();

  const unknown = await send({ processor: 'nobody-knows' });
  const notAgreed = await send({ about: [], from: [] }, stranger);

  assert.equal(closedBecause(unknown), 'processor-unknown');
  assert.equal(closedBecause(notAgreed), 'no-agreement');
  assert.equal(company.bytes().length, 0);
});

test('an agreement that ran out stops everything and the operator hears of it once', async (t) => {
  const { shop, company, send } = await aScene(t, { validUntil: new Date('2026-07-01T00:00:00Z') });
  await send();
  const before = company.bytes().length;

  shop.at(new Date('2026-07-01T00:00:00Z'));
  const answer = await send();
  const told = await factsOf(shop, watchAgreements);
  const again = await factsOf(shop, watchAgreements);

  assert.equal(closedBecause(answer), 'expired');
  assert.equal(company.bytes().length, before);
  assert.deepEqual(told, [[egressFacts.gateClosed.factName, 'expired']]);
  assert.deepEqual(again, []);
});

test('a review that is late is an alarm first and closes the gate after a month', async (t) => {
  const { shop, send } = await aScene(t, { reviewBy: new Date('2026-07-01T00:00:00Z') });
  const [agreement] = await shop.work(listAgreements);
  assert.ok(agreement);

  shop.at(new Date('2026-07-02T00:00:00Z'));
  assert.deepEqual(await factsOf(shop, watchAgreements), [['privacy.gateClosed', 'review-due']]);
  assert.equal((await send()).kind, 'answered');
  shop.at(new Date(Date.parse('2026-07-01T00:00:00Z') + 30 * dayMs));
  assert.equal(closedBecause(await send()), 'review-overdue');
  assert.deepEqual(await factsOf(shop, watchAgreements), [['privacy.gateClosed', 'review-overdue']]);

  await shop.work((ctx) => reviewAgreement(ctx, agreement.id, new Date('2027-07-01T00:00:00Z')));
  assert.equal((await send()).kind, 'answered');
});

test('a transfer stands on its paper: without the clauses or their assessment the gate is closed', async (t) => {
  const { shop, company, send } = await aScene(t, {
    country: 'US',
    mechanism: 'scc',
    mechanismDetail: { module: '2', date: '2026-01-15' },
    assessmentAt: new Date('2026-01-20T00:00:00Z'),
  });
  assert.equal((await send()).kind, 'answered');
  const before = company.bytes().length;

  const papers: Partial<NewAgreement>[] = [
    { mechanismDetail: null },
    { assessmentAt: null },
    { mechanism: 'adequacy', mechanismDetail: null },
    { mechanism: 'none' },
    { country: 'CN', mechanism: 'adequacy', mechanismDetail: { certificate: 'any', date: '2026-01-01' } },
  ];
  const answers: string[] = [];
  for (const paper of papers) {
    await shop.work((ctx) =>
      saveAgreement(
        ctx,
        agreed(company.host, {
          country: 'US',
          mechanism: 'scc',
          mechanismDetail: { module: '2', date: '2026-01-15' },
          assessmentAt: new Date('2026-01-20T00:00:00Z'),
          ...paper,
        }),
      ),
    );
    answers.push(closedBecause(await send()));
  }

  assert.deepEqual(answers, [
    'paper-missing',
    'paper-missing',
    'paper-missing',
    'no-mechanism',
    'no-mechanism',
  ]);
  assert.equal(company.bytes().length, before);
});

test('an agreement can be paused, resumed and ended, and ended is for good', async (t) => {
  const { shop, send } = await aScene(t);
  const [agreement] = await shop.work(listAgreements);
  assert.ok(agreement);

  await shop.work((ctx) => pauseAgreement(ctx, agreement.id));
  assert.equal(closedBecause(await send()), 'paused');
  assert.equal(await shop.work((ctx) => findOpenAgreement(ctx, parcels.name)), undefined);
  await shop.work((ctx) => resumeAgreement(ctx, agreement.id));
  assert.equal((await send()).kind, 'answered');
  await shop.work((ctx) => endAgreement(ctx, agreement.id));

  assert.equal(closedBecause(await send()), 'ended');
  await assert.rejects(
    shop.work((ctx) => resumeAgreement(ctx, agreement.id)),
    refusedWith('privacy.agreementEnded'),
  );
});

test('nobody can be agreed with as a buyer of data, and nobody beyond what a company is for', async (t) => {
  const shop = await aHouse(t);
  declareProcessor({ ...parcels, name: 'test-broker', role: 'sale' });
  const wanted = agreed('https://broker.example');

  const refusals = [
    [{ ...wanted, processor: 'test-broker' }, 'privacy.saleRefused'],
    [{ ...wanted, processor: 'nobody-knows' }, 'privacy.processorUnknown'],
    [{ ...wanted, purposes: ['analytics'] }, 'privacy.purposeTooWide'],
    [{ ...wanted, host: 'http://plain.example' }, 'privacy.hostNotUsable'],
  ] as const;

  for (const [agreement, code] of refusals)
    await assert.rejects(
      shop.work((ctx) => saveAgreement(ctx, agreement)),
      refusedWith(code),
    );
  const gone = newId<never>();
  await assert.rejects(
    shop.work((ctx) => pauseAgreement(ctx, gone)),
    refusedWith('privacy.agreementGone'),
  );
  const id = await shop.work((ctx) => saveAgreement(ctx, wanted));
  await assert.rejects(
    shop.work((ctx) => reviewAgreement(ctx, id, new Date(0))),
    refusedWith('privacy.reviewInThePast'),
  );
});

test('staff cannot let the gate into our own network', async (t) => {
  const { shop, company, parcel } = await aScene(t);
  await shop.work((ctx) => saveAgreement(ctx, agreed(company.host)), {
    actor: { kind: 'staff', id: newId<never>() },
  });

  const answer = await egress.send(shop.house, shop.tenant, parcel());

  assert.deepEqual(answer, { kind: 'unreachable', code: 'private-address' });
  assert.equal(company.bytes().length, 0);
});

test('who is being erased or asked to be left alone is not told to anybody, but companies are still told of it', async (t) => {
  const { shop, company, person, send } = await aScene(t);

  const answers: string[] = [];
  for (const state of ['restricted', 'erasing', 'erased'] as const) {
    await setState(shop, person, state);
    answers.push(closedBecause(await send()), closedBecause(await send({ purpose: 'rights' })));
  }

  assert.deepEqual(answers, ['restricted', 'answered', 'erasing', 'answered', 'erasing', 'answered']);
  assert.equal(company.heard.length, 3);
  assert.equal(closedBecause(await send({ about: [newId<SubjectId>()] })), 'person-unknown');
});

test('a wish taken back between queueing and sending stops what was queued', async (t) => {
  const { shop, company, person, parcel } = await aScene(t);
  const notice = { text: 'News?', locale: 'en', ui: 'account' };
  const promotion = parcel({ purpose: 'marketing' });
  await assert.rejects(
    shop.work((ctx) => egress.enter(ctx, promotion)),
    refusedWith('privacy.gateClosed'),
  );
  await shop.work((ctx) => grantConsent(ctx, { subject: person, purpose: 'marketing', notice }));
  const first = await shop.work((ctx) => egress.enter(ctx, promotion));
  assert.equal((await egress.send(shop.house, shop.tenant, promotion, first)).kind, 'answered');

  const second = await shop.work((ctx) => egress.enter(ctx, promotion));
  await shop.work((ctx) => withdrawConsent(ctx, { subject: person, purpose: 'marketing' }));
  const answer = await egress.send(shop.house, shop.tenant, promotion, second);

  assert.equal(closedBecause(answer), 'no-consent');
  assert.equal(company.heard.length, 1);
  assert.deepEqual(
    (await ledger(shop)).map(({ outcome, code }) => [outcome, code]),
    [
      ['dropped', 'no-consent'],
      ['sent', null],
    ],
  );
});

test('what a channel sent is never used to advertise, whatever the person consented to', async (t) => {
  const { shop, company, person, send } = await aScene(t);
  const notice = { text: 'News?', locale: 'en', ui: 'account' };
  await shop.work((ctx) => grantConsent(ctx, { subject: person, purpose: 'marketing', notice }));
  assert.equal((await send({ purpose: 'marketing' })).kind, 'answered');
  const before = company.bytes().length;

  const fromChannelColumn = await send({
    purpose: 'marketing',
    from: [{ table: channelCustomer, column: 'contact' }],
  });
  await shop.work((ctx) => recordArrival(ctx, { subject: person, ...shopOrder, taken: ['customer.email'] }));
  const fromChannelPerson = await send({ purpose: 'marketing' });

  assert.equal(closedBecause(fromChannelColumn), 'source');
  assert.equal(closedBecause(fromChannelPerson), 'source');
  assert.equal(company.bytes().length, before);
  assert.equal((await send()).kind, 'answered', 'the parcel itself still goes');
});

test('an objection in general, such as a signal of the browser, closes what companies do for ends of their own', async (t) => {
  const { shop, company, person, send } = await aScene(t);
  declareProcessor({ ...parcels, name: 'test-partner', role: 'partner' });
  await shop.work((ctx) => saveAgreement(ctx, agreed(company.host, { processor: 'test-partner' })));
  assert.equal((await send({ processor: 'test-partner' })).kind, 'answered');

  await shop.work((ctx) => objectTo(ctx, { subject: person, purpose: 'advertise', ui: 'gpc' }));

  assert.equal(closedBecause(await send({ processor: 'test-partner' })), 'objected');
  assert.equal((await send()).kind, 'answered');
  assert.equal(company.heard.length, 2);
});

test('whoever asks us to stop is stopped everywhere', async (t) => {
  const { shop, person, send } = await aScene(t);
  const notice = { text: 'News?', locale: 'en', ui: 'account' };
  await shop.work((ctx) => grantConsent(ctx, { subject: person, purpose: 'marketing', notice }));

  await shop.work((ctx) => stopAll(ctx, person));

  assert.equal(closedBecause(await send({ purpose: 'marketing' })), 'no-consent');
});

test('a company that is busy, slow to the point of silence or gone is told apart, and the ledger keeps what may have arrived', async (t) => {
  const { shop, company, send } = await aScene(t);

  company.be('busy');
  const busy = await send();
  company.be('slow');
  const silent = await send({ request: { method: 'POST', path: '/labels', patienceMs: 500 } });
  company.be('refuse');
  const gone = await send();

  assert.equal(busy.kind === 'answered' && busy.status, 503);
  assert.deepEqual(silent, { kind: 'unreachable', code: 'und-err-headers-timeout' });
  assert.equal(gone.kind, 'unreachable');
  const lines = await ledger(shop);
  assert.deepEqual(
    lines.map(({ outcome }) => outcome),
    ['failed', 'failed', 'failed'],
  );
  assert.equal(lines[2]?.code, 'http-503');
});

const shopOrder = { processor: 'test-channel', object: 'order' } as const;
declareIngress({
  ...shopOrder,
  source: 'channel',
  fields: {
    id: 'none',
    'customer.first_name': 'identity.name',
    'customer.email': 'contact.email',
    'customer.phone': 'contact.phone',
    'line_items[].sku': 'none',
    'line_items[].quantity': 'none',
  },
});
/** Shaped like an order of a shop system, in our own words: no vendor's example is copied. */
const order = {
  id: 981_234,
  note: 'Please ring twice, Mrs. Marker-Ossendorf is hard of hearing',
  tags: 'vip, birthday-club',
  customer: {
    id: 55,
    first_name: 'Ada',
    email: 'Ada.Marker@Example.org',
    phone: '+49 40 5550100',
    birthday: '1980-02-29',
    default_address: { zip: '20095' },
  },
  line_items: [
    { sku: 'CUP-1', quantity: 2, properties: [{ name: 'engraving', value: 'For Ossendorf' }] },
    { sku: 'CUP-2', quantity: 1 },
  ],
  __proto__field: { polluted: true },
};

test('what another company sends is taken by its declared fields and nothing else', async (t) => {
  const shop = await aHouse(t);

  const received = await shop.work((ctx) => receive(ctx, { ...shopOrder, fields: order }));

  assert.equal(received.kind, 'received');
  assert.deepEqual(received.kind === 'received' && received.fields, {
    id: 981_234,
    customer: { first_name: 'Ada', email: 'Ada.Marker@Example.org', phone: '+49 40 5550100' },
    line_items: [
      { sku: 'CUP-1', quantity: 2 },
      { sku: 'CUP-2', quantity: 1 },
    ],
  });
  assert.doesNotMatch(JSON.stringify(received), /Ossendorf|birthday|1980|20095|vip|polluted/);
});

test('a channel cannot bring back a person who was erased here, however it spells them', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => layTombstone(ctx, { category: 'contact.email', value: 'ada.marker@example.org' }));

  const received = await shop.work((ctx) => receive(ctx, { ...shopOrder, fields: order }));
  const elsewhere = await shop.otherTenant();
  const other = await shop.work((ctx) => receive(ctx, { ...shopOrder, fields: order }), {
    tenant: elsewhere,
  });
  shop.at(new Date(Date.now() + 4 * 365 * dayMs));
  const later = await shop.work((ctx) => receive(ctx, { ...shopOrder, fields: order }));

  assert.deepEqual(received, { kind: 'tombstoned', category: 'contact.email' });
  assert.equal(other.kind, 'received', 'another shop knows nothing of it');
  assert.equal(later.kind, 'received', 'the tombstone itself is forgotten after three years');
});

async function factsOf(
  shop: TestHouse,
  run: (ctx: Parameters<typeof watchAgreements>[0]) => Promise<void>,
): Promise<unknown[]> {
  const facts: unknown[] = [];
  await shop.work((ctx) =>
    run({ ...ctx, emit: ({ name, body }) => void facts.push([name, body['fault'] ?? null]) }),
  );
  return facts;
}

async function setState(shop: TestHouse, person: SubjectId, state: string): Promise<void> {
  await shop.house.db.transaction(shop.tenant.id, (tx) =>
    tx.updateTable('privacy.subject').set({ state }).where('id', '=', person).execute(),
  );
}
