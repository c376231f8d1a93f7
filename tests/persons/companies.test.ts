import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endByHand, erasePersons, getPlan } from '#modules/persons/index.ts';
import { aToldShop, later } from './told-companies.ts';

const work = { purpose: 'rights' } as const;

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
