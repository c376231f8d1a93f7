import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPersons } from '#modules/persons/index.ts';
import { aServer } from '#testing/server.ts';
import { asColleague } from '../misfortunes/a-sale.ts';

test('a colleague cannot report the owner, or another colleague, as a child and so put them out', async (t) => {
  const shop = await aServer(t);
  const owner = await asColleague(shop, 'owner');
  const finance = await asColleague(shop, 'finance');
  const email = 'finance@shop.example';
  const [subjectId] = await shop.work((ctx) => findPersons(ctx, { email }));

  const answers = [
    await owner('POST', '/api/admin/minors', { email: 'owner@shop.example' }),
    await owner('POST', '/api/admin/minors', { email: email.toUpperCase() }),
    await owner('POST', '/api/admin/minors', { subjectId }),
  ];

  assert.deepEqual(
    answers.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code]),
    Array.from({ length: 3 }, () => [409, 'persons.worksHere']),
  );
  assert.equal((await owner('GET', '/api/admin/orders')).statusCode, 200);
  assert.notEqual((await finance('GET', '/api/admin/orders')).statusCode, 401);
});
