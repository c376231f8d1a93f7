import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAccount } from '#modules/identity/index.ts';
import { carryOutDue } from '#modules/rights/index.ts';
import { codeIn } from '#modules/notifications/index.ts';
import { aMugShop, anAsker, lettersOf } from './an-asker.ts';

const start = new Date('2027-03-02T10:00:00Z');
const hours = (count: number): Date => new Date(start.getTime() + count * 3_600_000);

test('an erasure shows its plan, cools off for three days, and can be called off from the mail until then', async (t) => {
  const { shop, buys } = await aMugShop(t, start);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');

  const request = await mira.request({ kind: 'erase' });

  assert.equal(request.state, 'in_progress');
  assert.ok(
    request.nodes.some(({ end }) => end === 'retained'),
    'the plan says what stays',
  );
  assert.ok(
    request.nodes.filter(({ end }) => end === 'retained').every(({ ground }) => ground),
    'and why',
  );
  const [letter] = await lettersOf(shop, 'mira@example.org', 'cooling');
  shop.at(hours(71));
  await carryOutDue(shop.house, shop.tenant);
  const undo = await anAsker(shop).ask('POST', '/api/store/privacy/undo', { code: codeIn(letter?.text) });
  assert.equal(undo.statusCode, 204, undo.body);
  shop.at(hours(100));
  await carryOutDue(shop.house, shop.tenant);
  await mira.open('mira@example.org');
  const [called] = await mira.requests();
  assert.equal(called?.state, 'revoked');
  assert.match(await mira.page('/privacy'), /Mirabella Quokkason/);
});

test('after the cooling-off the person is gone but for what is listed, and is told so', async (t) => {
  const { shop, buys } = await aMugShop(t, start);
  await shop.work((ctx) => anAccount(ctx, { email: 'mira@example.org', name: 'Mirabella Quokkason' }));
  await buys('mira@example.org', { name: 'Mirabella Quokkason', line1: 'Wombatweg 11' });
  await buys('third@example.org', { name: 'Thirdperson Platypus' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
  await mira.request({ kind: 'erase' });

  shop.at(hours(73));
  await carryOutDue(shop.house, shop.tenant);

  await mira.open('mira@example.org');
  const [done] = await mira.requests();
  assert.equal(done?.state, 'fulfilled', JSON.stringify(done));
  const kept = done.nodes.filter(({ end }) => end === 'retained');
  assert.ok(
    kept.length > 0 && kept.every(({ ground, until }) => ground && until),
    'each with ground and end',
  );
  const [letter] = await lettersOf(shop, 'mira@example.org', 'erased');
  assert.match(letter?.text ?? '', /What is still there/);
  assert.match(letter?.text ?? '', /until /);
  const page = await mira.page('/privacy');
  assert.doesNotMatch(page, /Your account/);
  const third = anAsker(shop);
  await third.open('third@example.org');
  assert.match(await third.page('/privacy'), /Thirdperson Platypus/, 'nobody else is touched');
});

test('an erasure that has begun cannot be called off', async (t) => {
  const { shop, buys } = await aMugShop(t, start);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
  await mira.request({ kind: 'erase' });
  const [letter] = await lettersOf(shop, 'mira@example.org', 'cooling');
  shop.at(hours(73));
  await carryOutDue(shop.house, shop.tenant);

  const undo = await anAsker(shop).ask('POST', '/api/store/privacy/undo', { code: codeIn(letter?.text) });

  assert.equal(undo.json<{ code: string }>().code, 'rights.calledOff');
});

test('who orders while an erasure cools off is covered by it, too', async (t) => {
  const { shop, buys } = await aMugShop(t, start);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
  await mira.request({ kind: 'erase' });
  shop.at(hours(24));
  await buys('mira@example.org', { name: 'Mirabella Latecomer' });

  shop.at(hours(73));
  await carryOutDue(shop.house, shop.tenant);

  await mira.open('mira@example.org');
  assert.equal((await mira.requests())[0]?.state, 'fulfilled');
});

test('a copy that still lies ready is gone with the person whose data it holds', async (t) => {
  const { shop, buys } = await aMugShop(t, start);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  await buys('third@example.org', { name: 'Thirdperson Platypus' });
  const third = anAsker(shop);
  await third.open('third@example.org');
  const kept = await third.request({ kind: 'access' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
  const copy = await mira.request({ kind: 'access' });
  await mira.request({ kind: 'erase' });

  shop.at(hours(73));
  await carryOutDue(shop.house, shop.tenant);

  assert.equal((await anAsker(shop).fetch(copy.package?.code ?? '')).statusCode, 410);
  assert.equal((await anAsker(shop).fetch(kept.package?.code ?? '')).statusCode, 200, 'others keep theirs');
});
