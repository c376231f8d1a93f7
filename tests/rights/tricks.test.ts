import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMugShop, anAsker, lettersOf } from './an-asker.ts';

test('a use that does not exist cannot be named: nobody is told that it has ended', async (t) => {
  const { shop, buys } = await aMugShop(t);
  await buys('mira@example.org', { name: 'Mirabella Quokkason' });
  const mira = anAsker(shop);
  await mira.open('mira@example.org');
  const statuses: number[] = [];

  for (const purpose of ['constructor', 'nonsense'])
    for (const kind of ['withdraw', 'object'])
      statuses.push(
        (
          await mira.ask('POST', '/api/store/privacy/requests', {
            kind,
            text: 'Please stop.',
            wish: { purpose },
          })
        ).statusCode,
      );

  assert.deepEqual(new Set(statuses), new Set([400]));
  assert.deepEqual(await mira.requests(), []);
});

test('a link for an address in look-alike letters goes to the mailbox that people are found by', async (t) => {
  const { shop } = await aMugShop(t);

  await anAsker(shop).ask('POST', '/api/store/privacy/links', { email: 'ｍira@example.org' });

  const [letter] = await lettersOf(shop, 'mira@example.org', 'link');
  assert.equal(letter?.to, 'mira@example.org');
});
