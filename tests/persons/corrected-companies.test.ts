import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declaredTables } from '#kernel/registry.ts';
import { anAccount, changeAddress, changeProfile, saveAddress } from '#modules/identity/index.ts';
import { correctPerson, endByHand, erasePersons, getPlan } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import { egress } from '#modules/privacy/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { aToldShop, later } from './told-companies.ts';
import type { Company } from '../fakes/a-company.ts';

const work = { purpose: 'rights' } as const;
const right = '+494055667788';

type Told = Awaited<ReturnType<typeof aToldShop>>;

/** What Mira's telephone number, or what else was wrong, is put right to. */
const correct = ({ shop, subjects }: Told, value = right, was?: string) =>
  shop.work(
    (ctx) =>
      correctPerson(ctx, subjects, {
        field: was === undefined ? 'contact.phone' : 'contact.address',
        value,
        was,
      }),
    work,
  );

const planOf = ({ shop }: Told, id: ErasureId | null) =>
  shop.work((ctx) => getPlan(ctx, id ?? assert.fail('nobody is told')), work);

const corrections = ({ heard }: Company) => heard.filter(({ path }) => path === '/correct');

test('a company that got a telephone number hears the right one and nothing else, and one that did not hears nothing', async (t) => {
  const told = await aToldShop(t, ['test-sync', 'test-refusing'], ({ phone }) => ({ phone }));
  const { shop, company } = told;
  company('test-sync').answerWith({ body: '{"receipt":"noted-1"}' });
  company('test-refusing').answerWith({ body: '{"reason":"a-law-of-theirs"}' });

  const done = await correct(told);
  const city = await correct(told, 'Altona', 'Hamburg');
  await later(shop, 0);

  const plan = await planOf(told, done.planId);
  assert.equal(plan.state, 'fulfilled');
  assert.deepEqual(Object.fromEntries(plan.nodes.map(({ target, end }) => [target, end])), {
    'test-sync': { kind: 'processor_confirmed', receipt: 'noted-1' },
    'test-refusing': { kind: 'processor_refused', reason: 'a-law-of-theirs' },
  });
  const heard = corrections(company('test-sync')).map(({ body }): unknown => JSON.parse(body));
  assert.deepEqual(heard, [{ phone: right }]);
  assert.ok(city.places.length > 0, 'the city was put right here');
  assert.equal(city.planId, null, 'and no company ever got it');
  const ledger = await asOwner(
    shop.adminUrl,
    `select purpose, field_names from privacy.disclosure where about_table = 'persons.erasure_node'`,
  );
  assert.deepEqual(ledger, [
    { purpose: 'rights', field_names: ['phone'] },
    { purpose: 'rights', field_names: ['phone'] },
  ]);
  const rows = await asOwner(shop.adminUrl, `select traces from persons.erasure`);
  assert.ok(
    rows.every(({ traces }) => traces === null),
    'nothing of it is kept when all have answered',
  );
});

test('a company that answers 503 for days is asked until it answers, and hears two corrections in their order', async (t) => {
  const told = await aToldShop(t, ['test-sync'], ({ phone }) => ({ phone }));
  const { shop, company } = told;
  company('test-sync').be('busy');

  const first = await correct(told, '+494011112222');
  const second = await correct(told);
  for (let day = 0; day < 9; day += 1) await later(shop, 1);
  const waiting = await planOf(told, first.planId);
  const whileBusy = corrections(company('test-sync')).length;
  company('test-sync').be('ok');
  company('test-sync').answerWith({ body: '{"receipt":"at last"}' });
  await later(shop, 1);
  await later(shop, 2);

  assert.equal(waiting.state, 'awaiting_processor');
  assert.equal(waiting.nodes[0]?.waitsFor, 'http-503');
  assert.ok(whileBusy >= 5, 'it was asked about once a day');
  assert.equal((await planOf(told, first.planId)).state, 'fulfilled');
  assert.equal((await planOf(told, second.planId)).state, 'fulfilled');
  const values = corrections(company('test-sync')).map(
    ({ body }) => (JSON.parse(body) as { phone: string }).phone,
  );
  assert.deepEqual([...new Set(values)], ['+494011112222', right]);
  assert.equal(values.at(-1), right);
  const keys = corrections(company('test-sync')).map(({ headers }) => headers['idempotency-key']);
  assert.equal(new Set(keys).size, 2, 'one key for each correction, however often it is sent');
});

test('a company without an interface is told of a correction by hand, one that deletes by itself is left to it', async (t) => {
  const told = await aToldShop(t, ['test-async', 'test-manual', 'test-lapsing'], ({ phone }) => ({ phone }));
  const { shop } = told;

  const { planId } = await correct(told);
  await later(shop, 0);
  const waiting = await planOf(told, planId);
  for (const { id } of waiting.nodes.filter(({ end }) => end === null))
    await shop.work(
      (ctx) => endByHand(ctx, waiting.id, id, { kind: 'processor_manual', evidence: 'letter 17' }),
      work,
    );
  await later(shop, 0);

  assert.deepEqual(
    waiting.nodes
      .filter(({ waitsFor }) => waitsFor === 'by-hand')
      .map(({ target }) => target)
      .toSorted(),
    ['test-async', 'test-manual'],
  );
  const done = await planOf(told, planId);
  assert.equal(done.state, 'fulfilled');
  assert.deepEqual(Object.fromEntries(done.nodes.map(({ target, end }) => [target, end?.kind])), {
    'test-async': 'processor_manual',
    'test-manual': 'processor_manual',
    'test-lapsing': 'retained',
  });
});

test('who is erased before a company heard of a correction is only forgotten there', async (t) => {
  const told = await aToldShop(t, ['test-sync'], ({ phone }) => ({ phone }));
  const { shop, company, plan, subjects } = told;
  company('test-sync').be('busy');
  const { planId } = await correct(told);
  await later(shop, 0);
  company('test-sync').be('ok');
  company('test-sync').answerWith({ body: '{"receipt":"gone"}' });

  const erased = await erasePersons(shop.house, shop.tenant, (await plan(subjects)).id);
  await later(shop, 2);

  assert.equal(erased.state, 'fulfilled');
  assert.equal((await planOf(told, planId)).state, 'withdrawn');
  const paths = company('test-sync').heard.map(({ path }) => path);
  assert.deepEqual(paths.slice(-2), ['/correct', '/forget']);
});

test('a name that somebody changes in their account is changed at the company that got it', async (t) => {
  const told = await aToldShop(t, ['test-sync']);
  const { shop, company } = told;
  const email = 'ada@example.org';
  const { accountId, subject } = await shop.work((ctx) => anAccount(ctx, { email, name: 'Ada Before' }));
  const account = declaredTables().get('identity.account') ?? assert.fail();
  const sent = await egress.send(shop.house, shop.tenant, {
    processor: 'test-sync',
    purpose: 'rights',
    about: [subject],
    from: [{ table: account, column: 'profile' }],
    fields: { name: 'Ada Before', email },
    on: { table: 'identity.account', id: accountId },
    request: { method: 'POST', path: '/labels' },
  });
  assert.equal(sent.kind, 'answered', JSON.stringify(sent));
  company('test-sync').answerWith({ body: '{"receipt":"noted"}' });

  await shop.work((ctx) => changeProfile(ctx, accountId, { name: 'Ada After', locale: 'de' }));

  await shop.settle();
  await later(shop, 0);
  assert.deepEqual(
    corrections(company('test-sync')).map(({ body }): unknown => JSON.parse(body)),
    [{ name: 'Ada After' }],
  );
});

test('what somebody changes in a saved address is changed at the company that got that address, and told to nobody who got another', async (t) => {
  const told = await aToldShop(t, ['test-sync', 'test-human'], () => ({ city: 'Hamburg' }));
  const { shop, company } = told;
  const { accountId, subject } = await shop.work((ctx) =>
    anAccount(ctx, { email: 'ada@example.org', name: 'Ada' }),
  );
  const at = (city: string) => ({
    name: 'Ada',
    line1: 'Elbchaussee 1',
    postcode: '22765',
    city,
    country: 'DE',
    phone: '',
  });
  const saved = await shop.work((ctx) => saveAddress(ctx, { accountId, subject }, at('Hamburg'), true));
  for (const [processor, on] of [
    ['test-sync', { table: 'identity.address', id: saved.id }],
    ['test-human', { table: 'orders.order', id: '01890000-0000-7000-8000-000000000000' }],
  ] as const) {
    const sent = await egress.send(shop.house, shop.tenant, {
      processor,
      purpose: 'rights',
      about: [subject],
      from: [{ table: declaredTables().get('identity.address') ?? assert.fail(), column: 'address' }],
      fields: { city: 'Hamburg' },
      on,
      request: { method: 'POST', path: '/labels' },
    });
    assert.equal(sent.kind, 'answered', JSON.stringify(sent));
  }
  for (const name of ['test-sync', 'test-human']) company(name).answerWith({ body: '{"receipt":"noted"}' });

  await shop.work((ctx) => changeAddress(ctx, { accountId, subject }, saved.id, at('Altona'), true));

  await shop.settle();
  await later(shop, 0);
  assert.deepEqual(
    corrections(company('test-sync')).map(({ body }): unknown => JSON.parse(body)),
    [{ city: 'Altona' }],
  );
  assert.deepEqual(corrections(company('test-human')), []);
  const plans = await asOwner(
    shop.adminUrl,
    `select part, end_kind, evidence from persons.erasure_node where kind = 'processor'`,
  );
  assert.deepEqual(plans, [{ part: 'contact.address', end_kind: 'processor_confirmed', evidence: 'noted' }]);
});
