import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { dropCaches } from '#kernel/cache.ts';
import { aColleague, goodPassword } from '#modules/identity/index.ts';
import { saveShop } from '#modules/tenancy/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { asDpv } from './dpv.ts';
import { proveHouse, proveTenant, standingsHere } from './evidence.ts';
import { aMap, aRecipient } from './map-makers.ts';
import { recordAsCsv, recordOfProcessing } from './record-of-processing.ts';

const base = '/api/admin/privacy';

async function signedIn(shop: TestServer, role: string, email = `${role}@example.org`): Promise<string> {
  await shop.work((ctx) => aColleague(ctx, { email, role }));
  const answer = await shop.inject({
    method: 'POST',
    url: '/api/admin/sign-in',
    payload: { email, password: goodPassword },
  });
  assert.equal(answer.statusCode, 200, answer.body);
  return String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
}

test('the owner sees the map, publishes the policy, changes the shop and sees what has to be published', async (t) => {
  const shop = await aServer(t);
  const cookie = await signedIn(shop, 'owner');
  const ask = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) =>
    shop.inject({ method, url: `${base}${path}`, headers: { cookie }, ...(payload && { payload }) });

  const map = (await ask('GET', '/map')).json<{ tables: { name: string }[]; subjects: string[] }>();
  assert.ok(map.tables.some(({ name }) => name === 'orders.party'));
  assert.ok(map.subjects.includes('buyer'));

  const published = await ask('POST', '/policy/publish');
  assert.deepEqual([published.statusCode, published.json()], [201, { kind: 'published', version: 1 }]);
  const again = await ask('POST', '/policy/publish');
  assert.deepEqual([again.statusCode, again.json<{ code: string }>().code], [409, 'policy.nothingChanged']);

  await shop.work((ctx) => saveShop(ctx, { vatId: 'DE999999999' }, 1));
  const desk = (await ask('GET', '/policy')).json<{ current: number; pending: { says: string }[] }>();
  assert.equal(desk.current, 1);
  assert.match(desk.pending[0]?.says ?? '', /who is responsible has changed/);
});

test('the record of processing can be downloaded in three forms by those who may read it, and by nobody else', async (t) => {
  const shop = await aServer(t);
  const owner = await signedIn(shop, 'owner');
  const files = ['record-of-processing.csv', 'record-of-processing.json', 'data-privacy-vocabulary.jsonld'];

  for (const file of files) {
    const got = await shop.inject({ url: `${base}/${file}`, headers: { cookie: owner } });
    assert.equal(got.statusCode, 200, got.body);
    assert.match(String(got.headers['content-disposition']), new RegExp(file));
    assert.equal((await shop.inject({ url: `${base}/${file}` })).statusCode, 401);
  }
});

test('readers see the policy with its date, every version of it, who gets data, and what each promise rests on', async (t) => {
  const shop = await aServer(t);
  const page = async (url: string): Promise<string> => {
    const got = await shop.inject({ url, headers: { accept: 'text/html', 'accept-language': 'en' } });
    assert.equal(got.statusCode, 200, url);
    return got.body;
  };

  const policy = await page('/privacy/policy');
  assert.match(policy, /Last updated: .+\(version 1\)/);
  assert.match(policy, /href="\/privacy\/trust#OK-22"/);
  assert.match(await page('/privacy/policy?for=staff&in=fr'), /Politique de confidentialité/);
  assert.match(await page('/privacy/policy/1'), /version 1/);
  assert.match(await page('/privacy/policy/1/changes'), /first version/);
  assert.match(await page('/privacy/policy/history'), /Version 1/);
  assert.match(await page('/privacy/processors'), /Companies that get data/);
  assert.match(await page('/privacy/trust'), /id="OK-1"/);
  const gone = await shop.inject({ url: '/privacy/policy/7', headers: { accept: 'text/html' } });
  assert.equal(gone.statusCode, 404);
});

test('a policy that the shop has moved on from says so itself until the next version does', async (t) => {
  const shop = await aServer(t);
  const read = async (): Promise<string> =>
    (await shop.inject({ url: '/privacy/policy', headers: { accept: 'text/html' } })).body;
  assert.doesNotMatch(await read(), /The next version will say/);

  await shop.work((ctx) => saveShop(ctx, { vatId: 'DE999999999' }, 1));
  dropCaches();

  assert.match(await read(), /The next version will say so[\s\S]+who is responsible has changed/);
});

test('a promise holds when its check ran and passed, and is pending before', async (t) => {
  const shop = await aServer(t);
  const standing = async (id: string) =>
    (await shop.work(standingsHere)).find(({ clause }) => clause.id === id);
  assert.notEqual(
    (await standing('OK-15'))?.proofs.find(({ kind }) => kind === 'while it runs')?.result,
    'pass',
  );

  await proveTenant(shop.house, shop.tenant, await proveHouse(shop.house));

  const proof = (await standing('OK-15'))?.proofs.find(({ kind }) => kind === 'while it runs');
  assert.equal(proof?.result, 'pass');
  assert.ok(proof?.passedAt);
});

test('when a check finds something, its promise fails, and the day on which it last passed stays', async (t) => {
  const shop = await aServer(t);
  const passed = new Date('2026-05-01T03:00:00Z');
  shop.at(passed);
  await proveTenant(shop.house, shop.tenant, [{ check: 'wall', says: '', findings: [] }]);
  shop.at(new Date('2026-05-02T03:00:00Z'));

  await proveTenant(shop.house, shop.tenant, [
    { check: 'wall', says: '', findings: [{ says: 'a hole', rows: [] }] },
  ]);

  const found = (await shop.work(standingsHere)).find(({ clause }) => clause.id === 'OK-14');
  assert.equal(found?.state, 'fails');
  const wall = found?.proofs.find(({ check }) => check === 'wall');
  assert.deepEqual([wall?.result, wall?.passedAt], ['fail', passed]);
});

test('the record of processing names every purpose with its basis, its people, its recipients and its limits', () => {
  const map = aMap({ recipients: [aRecipient({ company: '=cmd|calc' })] });
  const record = recordOfProcessing(map);
  const rows = parse<Record<string, string>>(recordAsCsv(record), { columns: true });

  assert.equal(rows.length, record.activities.length);
  const notify = rows.find((row) => row['purpose']?.startsWith('write to you'));
  assert.match(notify?.['lawful basis'] ?? '', /art\. 6\(1\)\(b\)/);
  assert.match(notify?.['time limits'] ?? '', /mail/);
  assert.ok(!Object.values(notify ?? {}).some((text) => text.startsWith('=')));
});

test('the vocabulary for machines names a process for each purpose', () => {
  const graph = asDpv(aMap(), 'https://shop.example/privacy/policy')['@graph'] as Record<string, unknown>[];

  const processes = graph.filter((one) => one['@type'] === 'dpv:Process');
  assert.equal(processes.length, recordOfProcessing(aMap()).activities.length);
  for (const one of processes) assert.ok((one['dpv:hasPersonalData'] as unknown[]).length > 0);
});
