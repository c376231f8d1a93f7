/** What is promised about other companies: who gets which fields, for what, under which paper, and where. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { SubjectId } from '#kernel/ids.ts';
import type { ProcessorSpec } from '#kernel/processor.ts';
import type { ProfileName } from '#kernel/profile.ts';
import { readSettings } from '#kernel/settings.ts';
import { keepReader, lettersTo, runCampaigns, startCampaign } from '#modules/notifications/index.ts';
import {
  closeTheDoors,
  declareIngress,
  declareProcessor,
  grantConsent,
  infrastructureOf,
  listAgreements,
  listDisclosures,
  receive,
  recordArrival,
  saveAgreement,
  setPreference,
  stopAll,
  suppress,
  vault,
} from '#modules/privacy/index.ts';
import type { NewAgreement } from '#modules/privacy/index.ts';
import { aCompany } from '../fakes/a-company.ts';
import { letterTo } from '../journeys/a-shop.ts';
import {
  aGate,
  buyers,
  callers,
  daysLater,
  hosts,
  movers,
  ofTheReaders,
  parcels,
  payments,
  person,
} from './a-gate.ts';
import { anAgreement } from './an-agreement.ts';

/** Whom nobody agreed with gets no byte, whichever way it is tried; whom we agreed with gets exactly what was agreed. */
export async function strangersGetNothing(t: TestContext): Promise<void> {
  const { server, work, company, agree, send, bodies } = await aGate(t);
  const stranger = await aCompany(t);
  await agree(parcels);
  const settings = readSettings({ DATABASE_URL: server.adminUrl, KEYSTORE_URL: server.keysUrl });
  const open = closeTheDoors(infrastructureOf(settings));
  const tries: string[] = [];
  try {
    tries.push(await send({ ...parcels, name: 'gate-unheard-of' }), await send(hosts));
    for (const path of [`//${new URL(stranger.url).host}/told`, `${stranger.url}told`, '\\\\elsewhere'])
      await send(parcels, { request: { method: 'POST', path } });
    await assert.rejects(fetch(stranger.url, { method: 'POST', body: person.name }));
    tries.push(await send(parcels));
  } finally {
    open();
  }

  assert.deepEqual(tries, ['processor-unknown', 'no-agreement', 'answered']);
  assert.equal(stranger.bytes().length, 0);
  assert.deepEqual(bodies().at(-1), person);
  assert.ok(company.heard.every(({ headers }) => headers.host === new URL(company.url).host));
  const register = await work(listAgreements);
  assert.deepEqual(
    register.map(({ processor, purposes }) => [processor, purposes]),
    [['gate-parcels', ['fulfil', 'rights']]],
  );
}

/** An agreement opens the gate for its own purposes until its own day; then nothing goes and the operator has a letter. */
export async function agreementsBindAndEnd(t: TestContext): Promise<void> {
  const { server, agree, send, watch } = await aGate(t);
  await agree(parcels, { purposes: ['fulfil'], validUntil: daysLater(30) });

  assert.equal(await send(parcels), 'answered');
  assert.equal(await send(parcels, { purpose: 'rights' }), 'purpose');
  server.at(daysLater(30));
  assert.equal(await send(parcels), 'expired');
  await watch();
  await server.settle();

  assert.match(await letterTo(server, 'shop@example.org', /agreement has run out/), /gate-parcels/);
}

/** Each company gets what its work needs, field by field, and nothing that another one's needs. */
export const fieldsByAllowList = (profile: ProfileName) => async (t: TestContext) => {
  const { agree, send, bodies } = await aGate(t, profile);
  await agree(parcels);
  await agree(payments);
  const bill = { reference: 'K-1001', amount: '19.99' };
  const paying = { purpose: 'pay', fields: bill } as const;

  assert.equal(await send(parcels), 'answered');
  assert.equal(await send(payments, paying), 'answered');
  for (const more of [{ history: ['K-1000'] }, { email: 'ada@example.org' }, bill])
    assert.equal(await send(parcels, { fields: { ...person, ...more } }), 'field');
  assert.equal(await send(payments, { ...paying, fields: { ...bill, ...person } }), 'field');
  assert.equal(await send(parcels, { purpose: 'support' }), 'purpose');
  assert.deepEqual(bodies(), [person, bill]);
};

const clauses = {
  country: 'US',
  mechanism: 'scc',
  mechanismDetail: { module: '2', date: '2026-01-15' },
} as const;
const assessed = { ...clauses, assessmentAt: new Date('2026-01-20T00:00:00Z') };

/** A country outside Europe needs a basis of its own; that somebody uses the shop is none. */
export async function bordersNeedABasis(t: TestContext): Promise<void> {
  const { work, agree, send } = await aGate(t, 'k7tracks');
  const tried = async (change: Partial<NewAgreement>) => {
    await agree(parcels, change);
    return send(parcels);
  };

  const without = [
    await tried({ country: 'US', mechanism: 'none' }),
    await tried({ country: 'US', mechanism: 'inside the EEA' }),
    await tried({ country: 'US', mechanism: 'adequacy' }),
    await tried({
      country: 'CN',
      mechanism: 'adequacy',
      mechanismDetail: { certificate: 'any', date: '2026-01-01' },
    }),
  ];
  const withOne = [
    await tried({ country: 'FR' }),
    await tried({ country: 'JP', mechanism: 'adequacy' }),
    await tried({
      country: 'US',
      mechanism: 'adequacy',
      mechanismDetail: { certificate: 'DPF 7', date: '2026-01-01' },
    }),
  ];

  assert.deepEqual(without, ['no-mechanism', 'no-mechanism', 'paper-missing', 'no-mechanism']);
  assert.deepEqual(withOne, ['answered', 'answered', 'answered']);
  const { items } = await work((ctx) => listDisclosures(ctx, { limit: 10 }));
  assert.deepEqual(
    items.map(({ country, mechanism }) => `${country} ${mechanism}`),
    ['US adequacy', 'JP adequacy', 'FR inside the EEA'],
  );
}

/** Take away the clauses, their module or the assessment, and the gate is closed. */
export const clausesCarryTransfers = (profile: ProfileName) => async (t: TestContext) => {
  const { agree, send } = await aGate(t, profile);
  const tried = async (change: object) => {
    await agree(parcels, { ...assessed, ...change });
    return send(parcels);
  };

  assert.equal(await tried({}), 'answered');
  for (const missing of [
    { mechanismDetail: null },
    { mechanismDetail: { date: '2026-01-15' } },
    { assessmentAt: null },
  ])
    assert.equal(await tried(missing), 'paper-missing', JSON.stringify(missing));
  assert.equal(await tried({}), 'answered');
};

/** A late review is an alarm first and closes the gate after a month, until somebody has looked. */
export async function reviewsCloseTheGate(t: TestContext): Promise<void> {
  const { server, agree, send, desk, watch } = await aGate(t);
  const id = await agree(parcels, { reviewBy: daysLater(10) });

  server.at(daysLater(11));
  await watch();
  await server.settle();
  const alarm = await letterTo(server, 'shop@example.org', /review/i);
  const inGrace = await send(parcels);
  server.at(daysLater(40));
  const overdue = await send(parcels);
  const ask = await desk();
  const looked = await ask(`/${id}/review`, { nextBy: daysLater(200).toISOString() });

  assert.match(alarm, /gate-parcels/);
  assert.deepEqual([inGrace, overdue], ['answered', 'review-overdue']);
  assert.equal(looked.statusCode, 204, looked.body);
  assert.equal(await send(parcels), 'answered');
}

/** A company outside Europe gets nothing, unless the merchant connected it and a paper carries it. */
export async function dataStayInEurope(t: TestContext): Promise<void> {
  const { agree, send } = await aGate(t, 'k-commerce');
  const tried = async (spec: ProcessorSpec, change: Partial<NewAgreement>) => {
    await agree(spec, change);
    return send(spec);
  };

  assert.equal(await tried(hosts, { country: 'IE' }), 'answered');
  assert.equal(await tried(hosts, assessed), 'outside-region');
  assert.equal(await tried(hosts, { country: 'JP', mechanism: 'adequacy' }), 'outside-region');
  assert.equal(await tried(parcels, { country: 'US', mechanism: 'none' }), 'no-mechanism');
  assert.equal(await tried(parcels, assessed), 'answered');
}

/** A company that moves, by what was agreed or by what is known of it, gets nothing more, and the operator hears of it. */
export async function movingClosesTheGate(t: TestContext): Promise<void> {
  const { server, work, agree, send, watch } = await aGate(t, 'k-commerce');
  const here = { ...server, work };
  t.after(() => void declareProcessor(movers));
  await agree(movers);
  assert.equal(await send(movers), 'answered');

  declareProcessor({ ...movers, country: 'US' });
  const moved = await send(movers);
  await watch();
  await server.settle();
  const alarm = await letterTo(here, 'shop@example.org', /outside of where this shop promises/);
  declareProcessor(movers);
  const back = await send(movers);
  await agree(movers, { country: 'SG' });
  const agreedElsewhere = await send(movers);

  assert.deepEqual([moved, back, agreedElsewhere], ['outside-region', 'answered', 'outside-region']);
  assert.match(alarm, /gate-movers/);
}

/** Nobody can be agreed with as a buyer of data: not at the desk, not past it. */
export const nothingIsSold = (profile: ProfileName) => async (t: TestContext) => {
  const { work, company, desk, send } = await aGate(t, profile);
  const ask = await desk();

  const answer = await ask('', {
    processor: buyers.name,
    host: 'https://broker.example',
    reference: 'Contract 7',
    purposes: ['fulfil'],
    country: 'DE',
    mechanism: 'inside the EEA',
    reviewBy: daysLater(90).toISOString(),
  });

  assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [422, 'privacy.saleRefused']);
  assert.deepEqual(await work(listAgreements), []);
  // Somebody with a hand in the code made it look harmless while they agreed.
  declareProcessor({ ...buyers, role: 'shipping' });
  await work((ctx) => saveAgreement(ctx, anAgreement(buyers.name, company.host)));
  declareProcessor(buyers);
  assert.equal(await send(buyers), 'sale-refused');
  assert.equal(company.bytes().length, 0);
};

const channel = { processor: 'gate-channel', object: 'order' } as const;
declareIngress({ ...channel, source: 'channel', fields: { email: 'contact.email', name: 'identity.name' } });

/** Whoever came with a channel is never advertised to, whatever they consented to: no byte, no mail; their parcel goes. */
export async function importedPeopleAreNotAdvertisedTo(t: TestContext): Promise<void> {
  const { server, tenant, work, subject, agree, send } = await aGate(t, 'k-commerce');
  await agree(callers);
  await agree(parcels);
  const notice = { text: 'News?', locale: 'en', ui: 'account' };
  const another = await work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
  for (const [who, email] of [
    [subject, 'imported@example.org'],
    [another, 'direct@example.org'],
  ] as const)
    await work(async (ctx) => {
      await grantConsent(ctx, { subject: who, purpose: 'marketing', notice });
      await keepReader(ctx, who, { email, name: 'Reader' }, 'en');
    });
  const fields = { name: person.name };
  const promotion = { purpose: 'marketing', from: ofTheReaders(), fields } as const;
  assert.equal(await send(callers, promotion), 'answered', 'somebody who told us themselves');

  const order = { email: 'imported@example.org', name: person.name, birthday: '1980-02-29' };
  const received = await work((ctx) => receive(ctx, { ...channel, fields: order }));
  assert.ok(received.kind === 'received' && received.dropped === 1);
  await work((ctx) => recordArrival(ctx, { subject, ...channel, taken: received.taken }));
  await work((ctx) => grantConsent(ctx, { subject, purpose: 'marketing', notice }));
  const news = { topic: 'news', title: 'New lamps', text: 'Warm.', origin: 'http://gate.localhost' } as const;
  await work((ctx) => startCampaign(ctx, news));
  await runCampaigns(server.house, tenant);

  assert.equal(await send(callers, promotion), 'source');
  assert.equal(await send(callers, { ...promotion, about: [another] }), 'answered');
  assert.equal(await send(parcels), 'answered');
  const letters = (email: string) => work((ctx) => lettersTo(ctx, email), { purpose: 'administer' });
  assert.deepEqual(await letters('imported@example.org'), []);
  assert.deepEqual(
    (await letters('direct@example.org')).map(({ subject: title }) => title),
    ['New lamps'],
  );
}

/** Others get data to complete a request, to give access, or by law; for anything else not a byte. */
export async function othersServeThreeEnds(t: TestContext): Promise<void> {
  const { work, subject, agree, send } = await aGate(t, 'opencrm');
  await agree(callers);
  await agree(parcels);
  const notice = { text: 'News?', locale: 'en', ui: 'account' };
  await work((ctx) => grantConsent(ctx, { subject, purpose: 'marketing', notice }));

  const fields = { name: person.name };
  assert.equal(
    await send(callers, { purpose: 'marketing', from: ofTheReaders(), fields }),
    'profile-purpose',
  );
  assert.equal(await send(callers, { fields }), 'answered');
  assert.equal(await send(parcels), 'answered');
  assert.equal(await send(parcels, { purpose: 'rights' }), 'answered', 'the law has us tell of an erasure');
}

/** A caller, a fax and a letter shop get nobody who asked to be struck from that list, by person or by number. */
export async function listsLeaveOutWhoAsked(t: TestContext): Promise<void> {
  const { work, subject, agree, send } = await aGate(t);
  await agree(callers);
  const notice = { text: 'May we call?', locale: 'en', ui: 'account' };
  const number = '+49 40 5550100';
  const call = (way: 'phone' | 'fax' | 'post', about: SubjectId = subject) =>
    send(callers, {
      purpose: 'marketing',
      about: [about],
      from: ofTheReaders(),
      fields: { name: person.name, number },
      reach: { topic: 'offers', channel: way, sender: 'us', address: number },
    });
  const says = (who: SubjectId, way: 'phone' | 'fax' | 'post', wish: 'yes' | 'no') =>
    work((ctx) =>
      setPreference(ctx, who, {
        topic: '*',
        channel: way,
        sender: '*',
        wish,
        door: 'staff',
        ...(wish === 'yes' && { notice }),
      }),
    );

  for (const way of ['phone', 'fax', 'post'] as const) await says(subject, way, 'yes');
  for (const way of ['phone', 'fax', 'post'] as const) {
    assert.equal(await call(way), 'answered');
    await says(subject, way, 'no');
    assert.equal(await call(way), 'unwanted');
  }
  const another = await work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
  await says(another, 'phone', 'yes');
  assert.equal(await call('phone', another), 'answered');
  await work((ctx) => suppress(ctx, { channel: 'phone', address: '+49405550100' }));
  assert.equal(await call('phone', another), 'unwanted', 'the number is struck, whoever has it');
  await work((ctx) => stopAll(ctx, another));
  assert.equal(await call('post', another), 'unwanted');
}
