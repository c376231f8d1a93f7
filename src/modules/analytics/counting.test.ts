import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import type { InjectOptions } from 'fastify';
import type { House } from '#kernel/house.ts';
import { useFeature, writeChoices } from '#modules/privacy/index.ts';
import { anOpenShop } from '#testing/furnished-shop.ts';
import { everyRow, rowsOnce } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { deskOf } from './desk.ts';
import { countVisit, foldDays, visitFeature, visits, tellVisits } from './index.ts';
import { aHit, chrome } from './makers.ts';
import { forgetVisit } from './count-visit.ts';

const monday = new Date('2026-11-23T10:00:00Z');
const tuesday = new Date('2026-11-24T10:00:00Z');

const stored = (shop: TestServer, table: string) => ({
  url: shop.adminUrl,
  table,
  settle: () => tellVisits(shop.house),
});

const asReader = (shop: TestServer, url: string, some: InjectOptions['headers'] = {}) =>
  shop.inject({ url, headers: { 'user-agent': chrome, accept: 'text/html', ...some } });

test('pages that people see are counted by their pattern; parts, robots, errors and the API are not', async (t) => {
  const shop = await aServer(t);
  await asReader(shop, '/?utm_source=marker-4711-mail');
  await asReader(shop, '/search?q=marker-4711-words');
  await asReader(shop, '/privacy');
  await asReader(shop, '/nothing/here');
  await asReader(shop, '/', { 'hx-request': 'true' });
  await asReader(shop, '/', { 'sec-purpose': 'prefetch' });
  await asReader(shop, '/', { 'user-agent': 'Googlebot/2.1' });
  await asReader(shop, '/dashboard');
  await asReader(shop, '/api/store/products');
  await asReader(shop, '/cart');
  const isLastCounted = (rows: readonly Record<string, unknown>[]) =>
    rows.some((row) => row['key'] === '/cart');

  const rows = await rowsOnce(stored(shop, 'analytics.running'), isLastCounted);

  assert.deepEqual(
    rows
      .filter((row) => row['dimension'] === 'page')
      .map((row) => `${String(row['key'])} ${String(row['views'])}`)
      .toSorted(),
    ['/ 1', '/cart 1', '/privacy 1', '/search 1'],
  );
  assert.doesNotMatch(JSON.stringify(rows), /marker-4711/);
});

test('statistics set no cookie and are counted in a browser that stores nothing', async (t) => {
  const shop = await aServer(t);

  const answer = await asReader(shop, '/');

  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['set-cookie'], undefined);
});

test('a day that nobody can count, because the keystore is away, stops no page', async (t) => {
  const shop = await aServer(t);
  const fails = () => Promise.reject(new Error(`away ${randomInt(9)}`));
  const house = {
    ...shop.house,
    keys: { ...shop.house.keys, days: { ...shop.house.keys.days, make: fails } },
  };

  countVisit(house as House, shop.tenant, aHit(1));
  await Promise.allSettled(deskOf(house as House).salts.values());

  assert.equal((await asReader(shop, '/')).statusCode, 200);
});

/** A browser that answered the question about statistics. */
const answering = async (shop: TestServer, settled: 'granted' | 'refused'): Promise<string> => {
  const value = await writeChoices(
    { keys: shop.house.keys, tenant: shop.tenant },
    { answers: new Map([['performance', settled]]), at: shop.house.clock(), notice: '0123456789ab' },
  );
  return `kontor_choices=${value}`;
};

const visitCookieIn = (answer: { cookies: { name: string; value: string }[] }): string | undefined =>
  answer.cookies.find(({ name }) => name === 'kontor_visit')?.value;

test('no browser gets a number for its visit before it said yes, nor after a no, nor where the shop does not follow visits', async (t) => {
  const shop = await aServer(t);
  const yes = await answering(shop, 'granted');
  const withoutFeature = await asReader(shop, '/', { cookie: yes });
  const other = await shop.otherTenant('follows');
  await shop.work((ctx) => useFeature(ctx, visitFeature.name, true), { tenant: other });
  const there = { tenantHost: 'follows.localhost', url: '/' };
  const headers = { 'user-agent': chrome, accept: 'text/html' };

  const beforeAnswer = await shop.inject({ ...there, headers });
  const refused = await shop.inject({
    ...there,
    headers: { ...headers, cookie: await answering({ ...shop, tenant: other }, 'refused') },
  });
  const granted = await shop.inject({
    ...there,
    headers: { ...headers, cookie: await answering({ ...shop, tenant: other }, 'granted') },
  });

  assert.deepEqual([withoutFeature, beforeAnswer, refused].map(visitCookieIn), [
    undefined,
    undefined,
    undefined,
  ]);
  assert.match(visitCookieIn(granted) ?? '', /^[\w-]{22}$/);
  const followed = await rowsOnce(stored(shop, 'analytics.visit_page'), (all) => all.length > 0);
  assert.equal(followed.length, 1);
});

test('a visit whose browser takes its yes back is forgotten, whatever was counted of it', async (t) => {
  const shop = await aServer(t);
  await shop.work((ctx) => useFeature(ctx, visitFeature.name, true));
  const yes = await answering(shop, 'granted');
  const first = await asReader(shop, '/', { cookie: yes });
  const visit = visitCookieIn(first) ?? '';
  await asReader(shop, '/search', { cookie: `${yes}; kontor_visit=${visit}` });
  const before = await rowsOnce(stored(shop, 'analytics.visit_page'), (all) => all.length === 2);

  const no = await answering(shop, 'refused');
  const after = await asReader(shop, '/', { cookie: `${no}; kontor_visit=${visit}` });
  const left = await rowsOnce(stored(shop, 'analytics.visit_page'), (all) => all.length === 1);

  assert.deepEqual(before.map((row) => String(row['page'])).toSorted(), ['/', '/search']);
  assert.equal(visitCookieIn(after), '');
  assert.deepEqual(
    left.map((row) => row['page']),
    [''],
  );
});

test('what people read before an order is told once five visits led there, and the visits are gone with their day', async (t) => {
  const shop = await aHouse(t);
  shop.at(monday);
  const walk = (visitor: number, visit: string, pages: readonly string[]): void => {
    for (const page of pages) countVisit(shop.house, shop.tenant, aHit(visitor, { page, visit }));
  };
  for (let visitor = 0; visitor < 20; visitor += 1) {
    const read = visitor < 8 ? '/products/mug' : '/products/bowl';
    const bought = visitor < 6 || visitor > 16 ? ['/checkout', '/orders/:token'] : [];
    walk(visitor, `visit-${visitor}`, [read, ...bought]);
  }
  walk(1, 'taken-back', ['/products/bowl', '/checkout', '/orders/:token']);
  walk(2, 'taken-back-2', ['/products/bowl', '/checkout', '/orders/:token']);
  forgetVisit(shop.house, shop.tenant, 'taken-back');
  forgetVisit(shop.house, shop.tenant, 'taken-back-2');
  await tellVisits(shop.house);
  shop.at(tuesday);
  await foldDays(shop.house, shop.tenant);

  const { headings } = await shop.work((ctx) => visits(ctx, { from: '2026-11-23', to: '2026-11-23' }), {
    purpose: 'improve',
  });

  assert.deepEqual(headings.led, [{ key: '/products/mug', visitors: 6, views: 6, days: 1 }]);
  assert.deepEqual(await everyRow(shop.adminUrl, 'analytics.visit_page'), []);
});

test('a shop whose profile promises to count nobody counts nobody', async (t) => {
  const shop = await aHouse(t);
  const silent = { ...shop.tenant, profile: 'koopseri' };

  for (let visitor = 0; visitor < 9; visitor += 1) countVisit(shop.house, silent, aHit(visitor));
  await tellVisits(shop.house);

  assert.deepEqual(await everyRow(shop.adminUrl, 'analytics.running'), []);
});

test('statistics are read to improve the shop, and for no other purpose', async (t) => {
  const shop = await aHouse(t);

  for (const purpose of ['marketing', 'advertise', 'personalise', 'administer'] as const)
    await assert.rejects(
      shop.work((ctx) => visits(ctx, { from: '2026-11-23', to: '2026-11-23' }), { purpose }),
      { code: 'analytics.wrongPurpose' },
    );
});

test('a span of days that is too long or runs backwards is refused', async (t) => {
  const shop = await aHouse(t);

  for (const [from, to] of [
    ['2026-11-24', '2026-11-23'],
    ['2024-01-01', '2026-11-23'],
  ] as const)
    await assert.rejects(
      shop.work((ctx) => visits(ctx, { from, to }), { purpose: 'improve' }),
      { code: 'analytics.wrongSpan' },
    );
});

test("who may see statistics gets them over HTTP; who may not is refused, and nobody gets another shop's", async (t) => {
  const shop = await aServer(t);
  const owner = await anOpenShop(shop.house, shop.tenant);
  const other = await shop.otherTenant('neighbour');
  shop.at(monday);
  for (let visitor = 0; visitor < 7; visitor += 1) {
    countVisit(shop.house, shop.tenant, aHit(visitor, { page: '/products/mug' }));
    countVisit(shop.house, other, aHit(visitor, { page: '/products/of-the-neighbour' }));
  }
  await tellVisits(shop.house);
  shop.at(tuesday);
  await foldDays(shop.house, shop.tenant);
  await foldDays(shop.house, other);
  const signedIn = await shop.inject({ method: 'POST', url: '/api/admin/sign-in', payload: owner });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const url = '/api/admin/statistics?from=2026-11-23&to=2026-11-24';

  const answer = await shop.inject({ url, headers: { cookie } });
  const stranger = await shop.inject({ url });
  const backwards = await shop.inject({
    url: '/api/admin/statistics?from=2026-11-24&to=2026-11-23',
    headers: { cookie },
  });

  assert.equal(answer.statusCode, 200, answer.body);
  const told7 = { visitors: 7, views: 7, days: 1 };
  assert.deepEqual(answer.json(), {
    counts: true,
    days: [{ day: '2026-11-23', kind: 'counted', visitors: 7, views: 7 }],
    todayAtLeast: 0,
    pages: [{ key: '/products/mug', ...told7 }],
    sites: [{ key: 'direct', ...told7 }],
    browsers: [{ key: 'Chrome 131', ...told7 }],
    devices: [{ key: 'desktop', ...told7 }],
    ledToOrders: [],
    smallest: 5,
    exactUpTo: 256,
    declaredError: 0.05,
  });
  assert.equal(stranger.statusCode, 401);
  assert.equal(backwards.json<{ code: string }>().code, 'analytics.wrongSpan');
});
