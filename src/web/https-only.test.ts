import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { aHouse } from '#testing/house.ts';
import { buildApp } from '../app.ts';
import { modules } from '../modules.ts';

async function aPublicShop(t: TestContext, publicUrl: string | undefined) {
  const { house, beforeEnd } = await aHouse(t);
  const settings = { ...house.settings, publicUrl, trustProxy: true };
  const app = await buildApp({ ...house, settings }, modules);
  const http = app.http as unknown as FastifyInstance;
  beforeEnd(() => http.close());
  return (url: string, protocol: 'http' | 'https') =>
    http.inject({ url, headers: { host: 'shop.localhost', 'x-forwarded-proto': protocol } });
}

test('a shop at an https address sends plain requests on and tells browsers to stay', async (t) => {
  const ask = await aPublicShop(t, 'https://shop.localhost');

  const plain = await ask('/products?q=mug', 'http');
  const safe = await ask('/api/store/products', 'https');
  const health = await ask('/health/live', 'http');

  assert.deepEqual(
    [plain.statusCode, plain.headers.location],
    [308, 'https://shop.localhost/products?q=mug'],
  );
  assert.equal(safe.headers['strict-transport-security'], 'max-age=31536000');
  assert.equal(health.statusCode, 200);
});

test('a shop on this machine alone is left as it is', async (t) => {
  const ask = await aPublicShop(t, undefined);

  const answer = await ask('/api/store/products', 'http');

  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['strict-transport-security'], undefined);
});

test('nobody chooses where links in somebody else’s mail lead: a port or a protocol that is not ours is no shop', async (t) => {
  const { house, beforeEnd } = await aHouse(t);
  const settings = { ...house.settings, publicUrl: 'https://shop.localhost', trustProxy: true };
  const http = (await buildApp({ ...house, settings }, modules)).http as unknown as FastifyInstance;
  beforeEnd(() => http.close());
  const ask = (host: string, protocol: string) =>
    http.inject({
      method: 'POST',
      url: '/api/store/privacy/links',
      payload: { email: 'mira@example.org' },
      headers: { host, 'x-forwarded-proto': protocol },
    });

  const answers = [
    await ask('shop.localhost', 'https'),
    await ask('shop.localhost:443', 'https'),
    await ask('shop.localhost:6666', 'https'),
    await ask('shop.localhost', 'javascript'),
  ];

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [202, 202, 404, 404],
  );
});
