import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { aServer } from '#testing/server.ts';

const json = { 'content-type': 'application/json' };

test('an unknown field is refused by name, never dropped', async (t) => {
  const shop = await aServer(t);

  const answer = await shop.inject({
    method: 'POST',
    url: '/api/store/carts',
    headers: json,
    payload: { colour: 'red' },
  });

  assert.equal(answer.statusCode, 400);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  const problem = answer.json<{ code: string; errors: { field: string; rule: string }[] }>();
  assert.equal(problem.code, 'kernel.invalid');
  assert.deepEqual(
    problem.errors.map(({ field, rule }) => [field, rule]),
    [['colour', 'additionalProperties']],
  );
});

test('the same Idempotency-Key and body give the stored answer, another body is refused', async (t) => {
  const shop = await aServer(t);
  const open = (payload: object, key: string) =>
    shop.inject({
      method: 'POST',
      url: '/api/store/carts',
      headers: { ...json, 'idempotency-key': key },
      payload,
    });

  const first = await open({}, 'a-key-of-the-buyer');
  const again = await open({}, 'a-key-of-the-buyer');
  const other = await open({ country: 'FR' }, 'a-key-of-the-buyer');
  const short = await open({}, 'short');

  assert.equal(first.statusCode, 201);
  assert.equal(again.body, first.body);
  assert.equal(again.headers['idempotency-replayed'], 'true');
  assert.deepEqual([other.statusCode, other.json<{ code: string }>().code], [422, 'kernel.keyReused']);
  assert.deepEqual([short.statusCode, short.json<{ code: string }>().code], [400, 'kernel.keyNeeded']);
});

test('two requests with one key at the same moment do the work once', async (t) => {
  const shop = await aServer(t);
  const open = () =>
    shop.inject({
      method: 'POST',
      url: '/api/store/carts',
      headers: { ...json, 'idempotency-key': 'pressed-twice' },
      payload: {},
    });

  const answers = await Promise.all([open(), open(), open()]);

  const made = new Set(
    answers.filter((answer) => answer.statusCode === 201).map((answer) => answer.json<{ id: string }>().id),
  );
  assert.equal(made.size, 1);
  assert.ok(answers.every((answer) => [201, 409].includes(answer.statusCode)));
});

test('a change that another site asked the browser to make is refused', async (t) => {
  const shop = await aServer(t);
  const from = (headers: Record<string, string>) =>
    shop.inject({ method: 'POST', url: '/api/store/carts', headers: { ...json, ...headers }, payload: {} });

  assert.equal((await from({ 'sec-fetch-site': 'cross-site' })).statusCode, 403);
  assert.equal((await from({ origin: 'https://evil.example' })).statusCode, 403);
  assert.equal((await from({ 'sec-fetch-site': 'same-origin' })).statusCode, 201);
  assert.equal((await from({ origin: 'http://shop.localhost' })).statusCode, 201);
});

test('a host that is nobody shows nothing of anybody', async (t) => {
  const shop = await aServer(t);

  const answer = await shop.inject({ url: '/api/store/products', tenantHost: 'nobody.localhost' });

  assert.equal(answer.statusCode, 404);
});

test('an error of ours says nothing of its inside, and nothing of the visitor is logged', async (t) => {
  const shop = await aServer(t);
  const owner = new pg.Client({ connectionString: shop.adminUrl });
  await owner.connect();
  await owner.query('alter schema catalog rename to elsewhere');
  await owner.end();

  const answer = await shop.inject({
    url: '/api/store/products?q=Zyxomma',
    headers: { 'user-agent': 'Zyxomma' },
  });

  assert.equal(answer.statusCode, 500);
  assert.ok(!answer.body.includes('catalog'));
  assert.ok(!shop.logged().includes('Zyxomma'));
});

test('the API describes itself: every route under /api with its audience, inputs and refusals', async (t) => {
  const shop = await aServer(t);

  const document = (await shop.inject({ url: '/api/openapi.json' })).json<{
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; responses: object }>>;
  }>();

  assert.equal(document.openapi, '3.1.0');
  const served = shop.app.routes
    .filter(
      (route) => route.url.startsWith('/api/') && route.config?.page !== true && route.method !== 'HEAD',
    )
    .map((route) => `${String(route.method)} ${route.url}`);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  assert.deepEqual(described.toSorted(), served.toSorted());
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => operation.operationId),
  );
  assert.equal(new Set(ids).size, ids.length);
});

test('an address that cannot exist is a page that is not there; the API says which part of it is wrong', async (t) => {
  const shop = await aServer(t);

  const page = await shop.inject({ url: '/privacy/policy/nonsense', headers: { accept: 'text/html' } });
  const api = await shop.inject({ url: '/api/store/carts/nonsense' });

  assert.equal(page.statusCode, 404);
  assert.equal(api.statusCode, 400);
});
