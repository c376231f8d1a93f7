import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctPerson, endByHand, erasePersons, getPlan, restrictPerson } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { aToldShop, later } from './told-companies.ts';
import type { Company } from '../fakes/a-company.ts';

const work = { purpose: 'rights' } as const;
type Told = Awaited<ReturnType<typeof aToldShop>>;

const restrict = ({ shop, subjects }: Told, on: boolean) =>
  shop.work((ctx) => restrictPerson(ctx, subjects, on), work);

const planOf = ({ shop }: Told, id: ErasureId | null) =>
  shop.work((ctx) => getPlan(ctx, id ?? assert.fail('nobody is told')), work);

const heardBy = ({ heard }: Company) => heard.map(({ path }) => path).filter((path) => path !== '/labels');

test('companies that got something about a person hear that it is only to be kept, and that it may be used again, each with its receipt', async (t) => {
  const told = await aToldShop(t, ['test-sync', 'test-refusing', 'test-manual']);
  const { shop, company, mira } = told;
  company('test-sync').answerWith({ body: '{"receipt":"kept-1"}' });
  company('test-refusing').answerWith({ body: '{"reason":"a-law-of-theirs"}' });

  const restricted = await restrict(told, true);
  const again = await restrict(told, true);
  await later(shop, 0);
  const waiting = await planOf(told, restricted);
  for (const { id } of waiting.nodes.filter(({ end }) => end === null))
    await shop.work(
      (ctx) => endByHand(ctx, waiting.id, id, { kind: 'processor_manual', evidence: 'letter 17' }),
      work,
    );
  await later(shop, 0);
  const released = await restrict(told, false);
  await later(shop, 0);

  assert.equal(again, null, 'who is restricted already is not told of twice');
  const done = await planOf(told, restricted);
  assert.deepEqual([done.because, done.state], ['restricted', 'fulfilled']);
  assert.deepEqual(Object.fromEntries(done.nodes.map(({ target, end }) => [target, end])), {
    'test-sync': { kind: 'processor_confirmed', receipt: 'kept-1' },
    'test-refusing': { kind: 'processor_refused', reason: 'a-law-of-theirs' },
    'test-manual': { kind: 'processor_manual', evidence: 'letter 17' },
  });
  assert.equal((await planOf(told, released)).because, 'released');
  assert.deepEqual(heardBy(company('test-sync')), ['/restrict', '/release']);
  const bodies = company('test-sync').heard.map(({ body }) => JSON.parse(body) as { email: string });
  assert.ok(bodies.every(({ email }) => email === mira.email));
  const ledger = await asOwner(
    shop.adminUrl,
    `select distinct purpose, field_names from privacy.disclosure where about_table = 'persons.erasure_node'`,
  );
  assert.deepEqual(ledger, [{ purpose: 'rights', field_names: ['email', 'key'] }]);
});

test('a company that answers 503 for days hears first that data are only to be kept and then that they may be used again, and a correction does not wait for it', async (t) => {
  const told = await aToldShop(t, ['test-sync'], ({ phone }) => ({ phone }));
  const { shop, company, subjects } = told;
  company('test-sync').be('busy');

  const restricted = await restrict(told, true);
  const released = await restrict(told, false);
  for (let day = 0; day < 4; day += 1) await later(shop, 1);
  const waiting = await planOf(told, released);
  company('test-sync').be('ok');
  company('test-sync').answerWith({ body: '{"receipt":"at last"}' });
  const { planId } = await shop.work(
    (ctx) => correctPerson(ctx, subjects, { field: 'contact.phone', value: '+494055667788' }),
    work,
  );
  await later(shop, 0);
  const corrected = await planOf(told, planId);
  await later(shop, 1);
  await later(shop, 2);

  assert.equal(waiting.nodes[0]?.waitsFor, 'older-telling');
  assert.equal(corrected.state, 'fulfilled');
  assert.equal((await planOf(told, restricted)).state, 'fulfilled');
  assert.equal((await planOf(told, released)).state, 'fulfilled');
  assert.equal(heardBy(company('test-sync')).at(-1), '/release');
});

test('who is erased before a company heard of a restriction is only forgotten there', async (t) => {
  const told = await aToldShop(t, ['test-sync']);
  const { shop, company, plan, subjects } = told;
  company('test-sync').be('busy');
  const restricted = await restrict(told, true);
  await later(shop, 0);
  company('test-sync').be('ok');
  company('test-sync').answerWith({ body: '{"receipt":"gone"}' });

  const erased = await erasePersons(shop.house, shop.tenant, (await plan(subjects)).id);
  await later(shop, 2);

  assert.equal(erased.state, 'fulfilled');
  assert.equal((await planOf(told, restricted)).state, 'withdrawn');
  assert.deepEqual(heardBy(company('test-sync')), ['/restrict', '/forget']);
});
