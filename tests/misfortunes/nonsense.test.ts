import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorOf } from '#kernel/cursor.ts';
import { aSale, asColleague, byCard } from './a-sale.ts';

const id = '01890000-0000-7000-8000-000000000000';

const cursors = [
  cursorOf(['x', 'y']),
  cursorOf([1, 2]),
  cursorOf([null, null]),
  cursorOf([1e300, id]),
  cursorOf([-8.64e15 - 1, id]),
  cursorOf([0.5, id]),
  cursorOf([id, 1e30]),
  cursorOf([id, 2 ** 40]),
  cursorOf(['newest', 0, '2026-13-99 10:00:00+00', id]),
  cursorOf(['price-asc', 0, '9'.repeat(19), id]),
  cursorOf(['updated', 'x', id]),
  cursorOf(['2026-01-01', id]),
  cursorOf(['+275760-09-13T00:00:00.000Z', id]),
  Buffer.from('[{"a":1},["\\u0000"]]').toString('base64url'),
  'zzz',
].map((after) => `after=${after}`);

const questions = [
  'q=%00',
  'q=a%00b',
  `q=${encodeURIComponent(`'"\\%_(&|!:*<>`)}`,
  `q=${'9'.repeat(18)}`,
  'category=%00',
  'kind=%00',
  'action=%00',
  'table=%00&id=%00',
  'sourceType=%00&sourceId=%00',
  'from=9999-12-31T23:59:60Z',
  'from=0000-01-01T00:00:00Z',
];

test('whatever nonsense is asked of a list, the answer is never a failure of ours', async (t) => {
  const { shop, orderId } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const values: Readonly<Record<string, string>> = { country: 'DE', account: 'revenue' };
  const addresses = shop.app.routes
    .filter(({ method, url }) => method === 'GET' && url.startsWith('/api/'))
    .map(({ url }) =>
      url.replace(/:(\w+)/g, (_, name: string) => values[name] ?? (url.includes('/orders/') ? orderId : id)),
    );

  const failed: string[] = [];
  const begunAnew: string[] = [];
  for (const url of new Set(addresses)) {
    for (const query of [...cursors, ...questions]) {
      const { statusCode, body } = await owner('GET', `${url}?${query}`);
      if (statusCode >= 500) failed.push(`${url}?${query}`);
      if (query === 'after=zzz' && statusCode < 300 && /^\{"items":.*"next":/s.test(body))
        begunAnew.push(url);
    }
  }
  for (const url of [
    '/products/%00',
    '/search?q=%00',
    '/orders/%00',
    '/account/verify?code=%00',
    '/api/store/products/%00',
  ]) {
    const { statusCode } = await shop.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
    if (statusCode >= 500) failed.push(url);
  }
  const role = await owner('POST', '/api/admin/roles', { name: 'A\u0000B', permissions: ['orders.read'] });

  assert.deepEqual(failed, []);
  assert.deepEqual(begunAnew, [], 'who goes through a list by a mangled place would go round for ever');
  assert.equal(role.statusCode, 400);
});
