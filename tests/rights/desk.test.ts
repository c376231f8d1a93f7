import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAccount } from '#modules/identity/index.ts';
import { codeIn } from '#modules/notifications/index.ts';
import { asColleague } from '../misfortunes/a-sale.ts';
import { aMugShop, anAsker, lettersOf } from './an-asker.ts';

const list = '/api/admin/privacy/requests';
interface Row {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly version: number;
  readonly dueAt: string;
  readonly receivedAt: string;
  readonly extendable: boolean;
  readonly approvedAt: string | null;
  readonly email: string;
  readonly text: string;
  readonly nodes: { readonly end: string }[];
  readonly events: { readonly name: string }[];
}
const seen = ({ version }: Row): Record<string, string> => ({ 'if-match': `"${version}"` });

test('what waits stands by deadline, and says nothing about anybody before it is opened', async (t) => {
  const { shop } = await aMugShop(t, new Date('2027-03-02T10:00:00Z'));
  const desk = await asColleague(shop, 'owner');
  await desk('POST', list, {
    kind: 'access',
    email: 'second@example.org',
    receivedAt: '2027-03-01T10:00:00Z',
  });
  await desk('POST', list, {
    kind: 'review',
    email: 'first@example.org',
    text: 'By phone.',
    receivedAt: '2027-02-10T10:00:00Z',
  });

  const answer = await desk('GET', list);

  const { items } = answer.json<{ items: Row[] }>();
  assert.deepEqual(
    items.map(({ kind, receivedAt }) => [kind, receivedAt]),
    [
      ['review', '2027-02-10T10:00:00.000Z'],
      ['access', '2027-03-01T10:00:00.000Z'],
    ],
    'the clock runs from the day a letter reached us',
  );
  assert.doesNotMatch(answer.body, /first@example|By phone/);
  const waiting = await desk('GET', '/api/admin/privacy/waiting');
  assert.deepEqual(waiting.json(), { open: 2, soon: 0, overdue: 0 });
});

test('a request that staff writes down is proven by the person, not by staff', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const desk = await asColleague(shop, 'owner');
  const made = (
    await desk('POST', list, { kind: 'erase', email: 'mira@example.org', text: 'By phone.' })
  ).json<Row>();

  const early = await desk('POST', `${list}/${made.id}/approve`, {}, seen(made));
  const planned = await desk('POST', `${list}/${made.id}/plan`);
  const [receipt] = await lettersOf(shop, 'mira@example.org', 'receipt');
  await anAsker(shop).ask('POST', '/api/store/privacy/proofs', { code: codeIn(receipt?.text) });

  assert.equal(early.json<{ code: string }>().code, 'rights.notProven');
  assert.equal(planned.json<{ code: string }>().code, 'rights.notProven');
  const now = (await desk('GET', `${list}/${made.id}`)).json<Row>();
  assert.equal(now.state, 'in_progress');
  assert.ok(now.nodes.some(({ end }) => end === 'retained'));
  assert.deepEqual(
    now.events.map(({ name }) => name),
    ['opened', 'proven', 'cooling off', 'planned'],
  );
});

test('staff answers, extends and refuses, each with words that reach the person, and nobody decides twice', async (t) => {
  const { shop } = await aMugShop(t);
  const asker = anAsker(shop);
  await asker.open('mira@example.org');
  const review = await asker.request({ kind: 'review', text: 'Why was my card refused?' });
  const objection = await asker.request({ kind: 'object', text: 'Not for statistics.' });
  const desk = await asColleague(shop, 'owner');
  const open = async (id: string): Promise<Row> => (await desk('GET', `${list}/${id}`)).json<Row>();
  const before = await open(review.id);

  const extended = await desk(
    'POST',
    `${list}/${review.id}/extend`,
    { reason: 'complex', text: 'We ask the bank.' },
    seen(before),
  );
  const stale = await desk('POST', `${list}/${review.id}/answer`, { text: 'Because.' }, seen(before));
  const answered = await desk(
    'POST',
    `${list}/${review.id}/answer`,
    { text: 'A person looked: it was a mistake.' },
    seen(extended.json<Row>()),
  );
  const again = await desk(
    'POST',
    `${list}/${review.id}/refuse`,
    { reason: 'no-ground', text: 'No.' },
    seen(answered.json<Row>()),
  );
  const refused = await desk(
    'POST',
    `${list}/${objection.id}/refuse`,
    { reason: 'no-ground', text: 'We make none about you.' },
    seen(await open(objection.id)),
  );

  assert.equal(extended.statusCode, 200, extended.body);
  assert.ok(extended.json<Row>().dueAt > before.dueAt);
  assert.equal(extended.json<Row>().extendable, false);
  assert.equal(stale.json<{ code: string }>().code, 'rights.changedMeanwhile');
  assert.equal(answered.json<Row>().state, 'fulfilled');
  assert.equal(again.json<{ code: string }>().code, 'rights.wrongState');
  assert.equal(refused.json<Row>().state, 'denied');
  for (const [kind, words] of [
    ['extended', /We ask the bank/],
    ['answered', /it was a mistake/],
    ['denied', /We make none about you/],
  ] as const)
    assert.match((await lettersOf(shop, 'mira@example.org', kind))[0]?.text ?? '', words);
  const own = (await asker.requests()).find(({ id }) => id === review.id);
  assert.equal(own?.answer, 'A person looked: it was a mistake.');
});

test('a question that is more than one is read as what it asks for, and the clock goes on', async (t) => {
  const { shop } = await aMugShop(t);
  await anAsker(shop).ask('POST', '/api/store/privacy/requests', {
    kind: 'question',
    email: 'mira@example.org',
    text: 'Get rid of me.',
  });
  const desk = await asColleague(shop, 'owner');
  const [question] = (await desk('GET', list)).json<{ items: Row[] }>().items;
  assert.ok(question);

  const read = await desk('POST', `${list}/${question.id}/read-as`, { kind: 'erase' }, seen(question));

  const { kind, state, dueAt } = read.json<Row>();
  assert.deepEqual([kind, state, dueAt], ['erase', 'awaiting_identity', question.dueAt]);
  assert.equal((await lettersOf(shop, 'mira@example.org', 'receipt')).length, 1);
  const carried = await desk(
    'POST',
    `${list}/${question.id}/answer`,
    { text: 'Done.' },
    seen(read.json<Row>()),
  );
  assert.equal(carried.json<{ code: string }>().code, 'rights.mustBeCarriedOut');
});

test('only those who may answer requests read what was said; the list is for those who may see them', async (t) => {
  const { shop } = await aMugShop(t);
  const desk = await asColleague(shop, 'owner');
  const made = (await desk('POST', list, { kind: 'access', email: 'mira@example.org' })).json<Row>();
  const packer = await asColleague(shop, 'warehouse');

  assert.equal((await packer('GET', list)).statusCode, 403);
  assert.equal((await packer('GET', `${list}/${made.id}`)).statusCode, 403);
  assert.equal((await shop.inject({ method: 'GET', url: list })).statusCode, 401);
});

test('a wish takes effect at once and is confirmed: no more offers, consent back, left untouched, opened again', async (t) => {
  const { shop } = await aMugShop(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'mira@example.org', name: 'Mirabella Quokkason' }));
  const mira = anAsker(shop);
  await mira.open('mira@example.org');

  const done = [
    await mira.request({ kind: 'object', wish: { purpose: 'marketing' } }),
    await mira.request({ kind: 'withdraw' }),
    await mira.request({ kind: 'opt-out' }),
    await mira.request({ kind: 'restrict' }),
    await mira.request({ kind: 'restrict', wish: { on: false } }),
  ];

  assert.deepEqual(
    done.map(({ state }) => state),
    Array.from({ length: 5 }, () => 'fulfilled'),
  );
  const letters = await lettersOf(shop, 'mira@example.org', 'done');
  assert.equal(letters.length, 5);
  const empty = anAsker(shop);
  await empty.open('nobody@example.org');
  const nothing = await empty.request({ kind: 'access' });
  assert.equal(nothing.state, 'fulfilled');
  assert.equal(
    (await lettersOf(shop, 'nobody@example.org', 'nothing')).length,
    1,
    'nothing is an answer, too',
  );
});

test('each no of the requests says which one it is', async (t) => {
  const { shop } = await aMugShop(t);
  const nobody = '01890000-0000-7000-8000-000000000000';
  const asker = anAsker(shop);
  const no = async (url: string, payload: object): Promise<string> =>
    (await asker.ask('POST', url, payload)).json<{ code: string }>().code;
  await asker.open('mira@example.org');
  const requests = '/api/store/privacy/requests';
  const made = await asker.request({ kind: 'review', text: 'Look, please.' });

  assert.equal(await no(`${requests}/${nobody}/revoke`, {}), 'rights.noRequest');
  assert.equal(await no(requests, { kind: 'review' }), 'rights.textMissing');
  assert.equal(await no(requests, { kind: 'rectify', wish: { field: 'address' } }), 'rights.valueMissing');
  assert.equal(await no('/api/store/privacy/undo', { code: 'x'.repeat(38) }), 'rights.linkGone');
  assert.equal(await no('/api/store/privacy/copies', { code: 'x'.repeat(38) }), 'rights.packageGone');
  assert.equal((await asker.ask('POST', `${requests}/${made.id}/revoke`)).statusCode, 200);
  assert.equal(await no(`${requests}/${made.id}/revoke`, {}), 'rights.wrongState');
});

test('a wrong name is put right everywhere at once; what nothing reads like is looked at by a person', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'mira@example.org', name: 'Mirabella Qokkason' }));
  await buys('mira@example.org', { name: 'Mirabella Qokkason', line1: 'Wombatweg 11' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');

  const name = await mira.request({ kind: 'rectify', value: 'Mirabella Quokkason', wish: { field: 'name' } });
  const street = await mira.request({
    kind: 'rectify',
    was: 'Wombatweg 99',
    value: 'Wombatweg 12',
    wish: { field: 'address' },
  });
  const other = await mira.request({ kind: 'rectify', value: 'my birthday', wish: { field: 'other' } });

  assert.equal(name.state, 'fulfilled');
  assert.ok(name.nodes.length > 0 && name.nodes.every(({ end }) => end === 'rectified'));
  assert.match(await mira.page('/privacy'), /Mirabella Quokkason/);
  assert.equal((await lettersOf(shop, 'mira@example.org', 'done')).length, 1);
  assert.deepEqual([street.state, other.state], ['in_progress', 'in_progress']);
  const desk = await asColleague(shop, 'data-protection');
  const row = (await desk('GET', `${list}/${other.id}`)).json<Row>();
  const carried = await desk('POST', `${list}/${other.id}/approve`, {}, seen(row));
  assert.equal(carried.json<{ code: string }>().code, 'rights.answerMissing', 'it is answered in words');
  assert.equal(
    (await desk('POST', `${list}/${other.id}/answer`, { text: 'We keep no birthdays.' }, seen(row)))
      .statusCode,
    200,
  );
});

test('who works here does not lose the account for the dashboard by asking to be deleted', async (t) => {
  const { shop } = await aMugShop(t);
  const desk = await asColleague(shop, 'owner');
  const asker = anAsker(shop);
  await asker.open('owner@shop.example');

  const request = await asker.request({ kind: 'erase' });
  const restricted = await asker.request({ kind: 'restrict' });

  assert.deepEqual(request.nodes, [], 'there is nothing to delete but the account');
  assert.equal(restricted.state, 'denied');
  assert.match(restricted.answer ?? '', /You work here/);
  assert.equal((await desk('GET', list)).statusCode, 200);
});

test('staff sees where others wrote of somebody, once it is known who asks', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const desk = await asColleague(shop, 'owner');
  const unknown = (await desk('POST', list, { kind: 'access', email: 'mira@example.org' })).json<Row>();
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
  const request = await mira.request({ kind: 'review', text: 'Look, please.' });

  const early = await desk('GET', `${list}/${unknown.id}/mentions`);
  const found = await desk('GET', `${list}/${request.id}/mentions`);

  assert.equal(early.json<{ code: string }>().code, 'rights.notProven');
  assert.equal(found.statusCode, 200, found.body);
  assert.ok(Array.isArray(found.json<{ items: unknown[] }>().items));
});
