import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeIn } from '#modules/notifications/index.ts';
import { findPersons, mergePersons } from '#modules/persons/index.ts';
import { aMugShop, anAsker, lettersOf } from './an-asker.ts';

const [home, work] = ['mira@example.org', 'mira@work.example'];

test('what becomes of a request is written to every address that was shown in one browser, and no letter names another', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys(home, { name: 'Mirabella Quokkason' });
  await buys(work, { name: 'Mirabella Quokkason' });
  const mira = anAsker(shop);
  await mira.open(home);
  await mira.open(work);

  await mira.request({ kind: 'withdraw', wish: { purpose: 'marketing' } });
  await mira.request({ kind: 'access' });
  await mira.request({ kind: 'erase' });

  for (const kind of ['done', 'copy', 'cooling'])
    for (const [email, other] of [
      [home, work],
      [work, home],
    ] as const) {
      const letters = await lettersOf(shop, email, kind);
      assert.equal(letters.length, 1, `${kind} to ${email}`);
      assert.doesNotMatch(letters[0]?.text ?? '', new RegExp(other), `${kind} to ${email} names ${other}`);
    }
});

test('each of the addresses that lose something can call an erasure off, and all of them hear of it', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys(home, { name: 'Mirabella Quokkason' });
  await buys(work, { name: 'Mirabella Quokkason' });
  const mira = anAsker(shop);
  await mira.open(home);
  await mira.open(work);
  await mira.request({ kind: 'erase' });
  const [letter] = await lettersOf(shop, work, 'cooling');

  const undo = await anAsker(shop).ask('POST', '/api/store/privacy/undo', { code: codeIn(letter?.text) });

  assert.equal(undo.statusCode, 204, undo.body);
  assert.equal((await mira.requests())[0]?.state, 'revoked');
  for (const email of [home, work]) assert.equal((await lettersOf(shop, email, 'revoked')).length, 1, email);
});

test('an address that was never shown gets no letter of a request, whatever it is about', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys(home, { name: 'Mirabella Quokkason' });
  await buys(work, { name: 'Mirabella Quokkason' });
  const mira = anAsker(shop);
  await mira.open(home);

  await mira.request({ kind: 'access' });
  await mira.request({ kind: 'erase' });

  for (const kind of ['copy', 'cooling', 'alert', 'received'])
    assert.deepEqual(await lettersOf(shop, work, kind), [], kind);
});

test('an address that staff only joined to theirs hears of an erasure, learns nothing of it and cannot call it off', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys(home, { name: 'Mirabella Quokkason' });
  await buys(work, { name: 'Bo Bilby' });
  await shop.work(
    async (ctx) => {
      const [kept] = await findPersons(ctx, { email: home });
      const [twin] = await findPersons(ctx, { email: work });
      assert.ok(kept && twin);
      await mergePersons(ctx, kept, twin, 'staff');
    },
    { purpose: 'rights' },
  );
  const mira = anAsker(shop);
  await mira.open(home);

  await mira.request({ kind: 'erase' });

  assert.equal((await lettersOf(shop, home, 'cooling')).length, 1);
  assert.deepEqual(await lettersOf(shop, work, 'cooling'), []);
  const [alert] = await lettersOf(shop, work, 'alert');
  assert.match(alert?.text ?? '', /somebody asked/);
  assert.doesNotMatch(alert?.text ?? '', /code=|Quokkason|mira@example\.org/);
});
