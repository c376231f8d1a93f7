import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOpenShop } from '#testing/furnished-shop.ts';
import { asOwner, everyRow, rowsOnce } from '#testing/every-row.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import type { Purpose } from '#kernel/registry.ts';
import { forgetSecurityLog, securityLogProver } from './forget.ts';
import { readSecurityLog } from './read.ts';
import { storeNoticed } from './write.ts';

const address = '203.0.113.77';
const browser = 'Mozilla/5.0 (marker-of-a-browser-4711) Firefox/132.0';
const november = new Date('2026-11-23T10:00:00Z');

/** Somebody gives the wrong password at the shop's door. */
const wrongPassword = (shop: TestServer) =>
  shop.inject({
    method: 'POST',
    url: '/account/sign-in',
    remoteAddress: address,
    headers: { 'user-agent': browser, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'email=nobody%40example.org&password=not-the-password',
  });

const read = (shop: TestServer, purpose: Purpose) =>
  shop.work((ctx) => readSecurityLog(ctx, { limit: 50 }), { purpose });

/** What was noticed is stored; answers are noticed after they have been read. */
const stored = (shop: TestServer) =>
  rowsOnce(
    { url: shop.adminUrl, table: 'privacy.security_entry', settle: () => storeNoticed(shop.house) },
    (rows) => rows.length > 0,
  );

test('a try at the door is remembered with address and browser, sealed; looking at a page is not', async (t) => {
  const shop = await aServer(t);
  shop.at(november);
  await shop.inject({ url: '/', remoteAddress: address, headers: { 'user-agent': browser } });
  await wrongPassword(shop);
  await stored(shop);

  const { items } = await read(shop, 'security');

  assert.deepEqual(
    items.map(({ route, sender }) => ({ route, sender })),
    [{ route: 'POST /account/sign-in', sender: { ip: address, userAgent: browser } }],
  );
  const [row, ...rest] = await everyRow(shop.adminUrl, 'privacy.security_entry');
  assert.ok(row && rest.length === 0);
  const bytes = (row['sender'] as Buffer).toString('latin1');
  assert.doesNotMatch(bytes, /203\.0\.113\.77|marker-of-a-browser-4711/);
  assert.doesNotMatch(JSON.stringify({ ...row, sender: null }), /203\.0\.113\.77|marker-of-a-browser-4711/);
});

test('the security log is read for security and for nothing else, and its reading stands in the audit log', async (t) => {
  const shop = await aServer(t);
  await wrongPassword(shop);
  await stored(shop);

  for (const purpose of ['marketing', 'improve', 'analytics', 'support', 'administer'] as const)
    await assert.rejects(read(shop, purpose), { code: 'privacy.wrongPurpose' });
  await read(shop, 'security');

  const entries = await everyRow(shop.adminUrl, 'privacy.audit_entry');
  assert.equal(entries.filter((entry) => entry['action'] === 'privacy.securityLogRead').length, 1);
});

test('after ninety days an entry is gone, and the key of its day with it, so that no backup opens it', async (t) => {
  const shop = await aServer(t);
  shop.at(november);
  await wrongPassword(shop);
  await stored(shop);
  shop.at(new Date('2027-02-20T10:00:00Z'));
  await forgetSecurityLog(shop.house, shop.tenant);
  const kept = await read(shop, 'security');
  shop.at(new Date('2027-02-23T10:00:00Z'));
  const overdue = await shop.work((ctx) => securityLogProver.prove(ctx));

  await forgetSecurityLog(shop.house, shop.tenant);

  assert.equal(kept.items.length, 1);
  assert.equal(overdue.length, 2);
  assert.deepEqual(await everyRow(shop.adminUrl, 'privacy.security_entry'), []);
  assert.deepEqual(await everyRow(shop.keysUrl, 'keys.security_log_key'), []);
  assert.deepEqual(await shop.work((ctx) => securityLogProver.prove(ctx)), []);
});

test('an entry whose key is gone shows that something happened and nothing of whom', async (t) => {
  const shop = await aServer(t);
  shop.at(november);
  await wrongPassword(shop);
  await stored(shop);

  await shop.house.keys.days.destroyBefore('security-log', '2026-11-24');

  const { items } = await read(shop, 'security');
  assert.deepEqual(
    items.map(({ sender }) => sender),
    [null],
  );
});

test('nothing that the security log stores can be held against what the statistics store', async (t) => {
  const shop = await aServer(t);
  await wrongPassword(shop);
  await stored(shop);

  const shared = await asOwner(
    shop.adminUrl,
    `select column_name from information_schema.columns
     where table_schema = 'analytics' or (table_schema = 'privacy' and table_name = 'security_entry')
     group by column_name having count(distinct table_schema) > 1`,
  );

  assert.deepEqual(
    shared.map((row) => row['column_name']),
    ['tenant_id'],
  );
});

test('over HTTP the owner sees where a try came from; a colleague who may not read people sees only that there was one', async (t) => {
  const shop = await aServer(t);
  const owner = await anOpenShop(shop.house, shop.tenant);
  await wrongPassword(shop);
  await stored(shop);
  const entered = await shop.inject({ method: 'POST', url: '/api/admin/sign-in', payload: owner });
  const cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const ask = async () =>
    (await shop.inject({ url: '/api/admin/security-log', headers: { cookie } })).json<{
      items: { route: string; sender: { ip: string } | null }[];
      isMasked: boolean;
    }>();

  const seen = await ask();
  const masked = await shop.work((ctx) => readSecurityLog(ctx, { limit: 50, isMasked: true }), {
    purpose: 'security',
  });

  const atTheDoor = seen.items.find(({ route }) => route === 'POST /account/sign-in');
  assert.deepEqual([seen.isMasked, atTheDoor?.sender?.ip], [false, address]);
  assert.ok(masked.items.length > 0 && masked.items.every(({ sender }) => sender === null));
});
