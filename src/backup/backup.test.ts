import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { appendFile, cp, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { pino } from 'pino';
import { environmentRootKey, scanFolder } from '#modules/privacy/index.ts';
import type { TestHouse } from '#testing/house.ts';
import { testRootKey, testRuntimePassword } from '#testing/template.ts';
import { emptyDatabases } from '#tests/proofs/an-empty-server.ts';
import { aSale, byCard } from '#tests/misfortunes/a-sale.ts';
import { migrationSources } from '../modules.ts';
import { listDrills } from '#modules/retention/index.ts';
import { drillRestore } from './drill.ts';
import { drillWhenDue } from './monthly.ts';
import { makeBackup } from './make-backup.ts';
import type { MadeBackup } from './make-backup.ts';
import { readManifest } from './manifest.ts';
import {
  emptyTargets,
  isServing,
  openBackup,
  refuseUnknownSchema,
  restoreData,
  restoreKeystore,
  whatIsThere,
} from './restore-backup.ts';
import type { RestoreTo } from './restore-backup.ts';

const dayMs = 86_400_000;

async function aFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-backup-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const backUp = (shop: TestHouse, dir: string, now = new Date()): Promise<MadeBackup> =>
  makeBackup(dir, {
    adminUrl: shop.adminUrl,
    keystoreUrl: shop.keysUrl,
    rootKey: testRootKey,
    dataDir: shop.dataDir,
    version: 'test',
    now,
    progress: () => undefined,
  });

async function aTarget(t: TestContext, dataDir: string, change: Partial<RestoreTo> = {}): Promise<RestoreTo> {
  const { dataUrl, keysUrl } = await emptyDatabases(t);
  return {
    adminUrl: dataUrl,
    keystoreUrl: keysUrl,
    rootKey: testRootKey,
    dataDir,
    runtimePassword: testRuntimePassword,
    sources: migrationSources,
    log: pino({ level: 'silent' }),
    progress: () => undefined,
    ...change,
  };
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const fingerprint = `select (select count(*)::int from orders."order") as orders,
  (select sum(hashtextextended(p::text, 0)::numeric)::text from orders.party p) as parties,
  (select sum(hashtextextended(j::text, 0)::numeric)::text from ledger.posting j) as postings,
  (select sum(hashtextextended(a::text, 0)::numeric)::text from privacy.audit_entry a) as audit,
  (select sum(hashtextextended(s::text, 0)::numeric)::text from inventory.stock_balance s) as stock`;

test('a backup of a shop, put back into empty databases, is the same shop', async (t) => {
  const { shop } = await aSale(t, byCard);
  await shop.house.files.put(`${shop.tenant.id}/picture/one`, Buffer.alloc(200_000, 'p'));
  await shop.house.files.put(`${shop.tenant.id}/picture/none`, Buffer.alloc(0));
  const dir = await aFolder(t);
  const [before] = await ask(shop.adminUrl, fingerprint);

  const made = await backUp(shop, dir);
  const dataDir = await aFolder(t);
  await cp(join(shop.dataDir, 'recovery'), join(dataDir, 'recovery'), { recursive: true });
  const to = await aTarget(t, dataDir);
  const [data, keystore] = [await openBackup(made.data, to), await openBackup(made.keystore, to)];
  await refuseUnknownSchema(data, to.sources);
  await refuseUnknownSchema(keystore, to.sources);
  const wasEmpty = await whatIsThere(to, { data: true, keystore: true });
  await restoreKeystore(keystore, to);
  await restoreData(data, to);

  assert.equal(wasEmpty, undefined);
  assert.deepEqual((await ask(to.adminUrl, fingerprint))[0], before);
  assert.deepEqual(
    await ask(to.keystoreUrl, 'select count(*)::int as keys from keys.subject_key'),
    await ask(shop.keysUrl, 'select count(*)::int as keys from keys.subject_key'),
  );
  assert.equal((await readFile(join(dataDir, 'files', shop.tenant.id, 'picture', 'one'))).length, 200_000);
  assert.equal((await readFile(join(dataDir, 'files', shop.tenant.id, 'picture', 'none'))).length, 0);
  assert.match((await whatIsThere(to, { data: true, keystore: false })) ?? '', /already holds shops/);
  assert.match((await whatIsThere(to, { data: false, keystore: true })) ?? '', /already holds keys/);
  assert.deepEqual([await isServing(shop.adminUrl), await isServing(to.adminUrl)], [true, false]);
  // With --force it is replaced, and is the same shop again.
  await emptyTargets(to, { data: true, keystore: true });
  assert.equal(await whatIsThere(to, { data: true, keystore: true }), undefined);
  await restoreKeystore(keystore, to);
  await restoreData(data, to);
  assert.deepEqual((await ask(to.adminUrl, fingerprint))[0], before);
});

test('nothing in a backup can be read without the root key, and data and keystore lie apart', async (t) => {
  const { shop } = await aSale(t, byCard);
  const dir = await aFolder(t);

  const made = await backUp(shop, dir);

  assert.deepEqual((await readdir(dir)).toSorted(), ['data', 'keystore']);
  assert.deepEqual(await scanFolder(dir, ['Test Shop GmbH', 'DE02120300000000202051', 'Marktplatz']), []);
  const to = {
    rootKey: environmentRootKey(Buffer.alloc(32, 9).toString('base64')),
    dataDir: shop.dataDir,
    progress: () => undefined,
  };
  await assert.rejects(openBackup(made.data, to), /root key here does not open/);
  await assert.rejects(openBackup(made.keystore, to), /root key here does not open/);
});

test('a backup that is damaged, incomplete or from a newer Kontor is refused with a sentence before anything is changed', async (t) => {
  const { shop } = await aSale(t, byCard);
  const dir = await aFolder(t);
  const made = await backUp(shop, dir);
  const to = { rootKey: testRootKey, dataDir: shop.dataDir, progress: () => undefined };
  const [part] = (await readdir(made.data)).filter((name) => name.startsWith('orders.order.'));
  const path = join(made.data, part ?? '');
  const whole = await readFile(path);

  await appendFile(path, 'x');
  await assert.rejects(openBackup(made.data, to), /is not as it was written/);
  await writeFile(path, whole);
  await truncate(path, whole.length - 10);
  await assert.rejects(openBackup(made.data, to), /is not as it was written/);
  await rm(path);
  await assert.rejects(openBackup(made.data, to), /is missing/);
  await writeFile(path, whole);
  const opened = await openBackup(made.data, to);
  const newer = {
    ...opened,
    manifest: {
      ...opened.manifest,
      migrations: [...opened.manifest.migrations, { name: 'orders/9999-later.sql', hash: '' }],
    },
  };
  await assert.rejects(
    refuseUnknownSchema(newer, migrationSources),
    /newer Kontor .*orders\/9999-later\.sql/,
  );
  const manifest = await readManifest(made.data);
  await writeFile(
    join(made.data, 'manifest.json'),
    JSON.stringify({ ...manifest, madeAt: '2020-01-01T00:00:00Z' }),
  );
  await assert.rejects(openBackup(made.data, to), /manifest was changed/);
  await rm(join(made.data, 'manifest.json'));
  await assert.rejects(openBackup(made.data, to), /no complete backup/);
});

test('backups of the keystore last a week, and then no copy of one opens any more', async (t) => {
  const { shop } = await aSale(t, byCard);
  const dir = await aFolder(t);
  const elsewhere = await aFolder(t);
  const start = new Date('2026-11-01T12:00:00Z');
  const old = await backUp(shop, dir, start);
  await cp(old.keystore, elsewhere, { recursive: true });

  const later = await backUp(shop, dir, new Date(start.getTime() + 31 * dayMs));
  const muchLater = await backUp(shop, dir, new Date(start.getTime() + 40 * dayMs));

  assert.deepEqual(later.removed, [old.id]);
  assert.deepEqual(muchLater.removed, [later.id]);
  const to = { rootKey: testRootKey, dataDir: shop.dataDir, progress: () => undefined };
  await assert.rejects(openBackup(elsewhere, to), /cannot be opened any more/);
  await openBackup(muchLater.keystore, to);
  await openBackup(old.data, to);
});

test('what was left of a backup that was cut off goes with the next one', async (t) => {
  const { shop } = await aSale(t, byCard);
  const dir = await aFolder(t);
  const first = await backUp(shop, dir);
  await rm(join(first.data, 'manifest.json'));

  const second = await backUp(shop, dir);

  assert.deepEqual(await readdir(join(dir, 'data')), [second.id]);
});

test('the restore drill puts a backup of today back, compares every row, and keeps a record', async (t) => {
  const { shop } = await aSale(t, byCard);
  const runtimeUrl = new URL(shop.adminUrl);
  [runtimeUrl.username, runtimeUrl.password] = ['kontor_runtime', testRuntimePassword];
  const from = {
    adminUrl: shop.adminUrl,
    keystoreUrl: shop.keysUrl,
    runtimeUrl: runtimeUrl.href,
    rootKey: testRootKey,
    runtimePassword: testRuntimePassword,
  };

  const held = await drillWhenDue(shop.house, from);
  const tooSoon = await drillWhenDue(shop.house, from);

  assert.deepEqual([held, tooSoon], [true, false]);
  const drills = await listDrills(shop.house.db);
  assert.equal(drills.length, 1);
  assert.equal(drills[0]?.outcome, 'passed', drills[0]?.says);
  assert.ok((drills[0]?.rows ?? 0n) > 20n && (drills[0]?.tables ?? 0) > 50);
  const left = await ask<{ n: number }>(
    shop.adminUrl,
    `select count(*)::int as n from pg_database where datname like 'kontor_drill_%' and not exists (select from pg_stat_activity a where a.datname = pg_database.datname)`,
  );
  assert.equal(left[0]?.n, 0);
});

test('where databases may not be made the drill says so instead of passing', async (t) => {
  const { shop } = await aSale(t, byCard);
  const runtimeUrl = new URL(shop.adminUrl);
  [runtimeUrl.username, runtimeUrl.password] = ['kontor_runtime', testRuntimePassword];

  const drill = await drillRestore(shop.house, {
    adminUrl: runtimeUrl.href,
    keystoreUrl: shop.keysUrl,
    runtimeUrl: runtimeUrl.href,
    rootKey: testRootKey,
    runtimePassword: testRuntimePassword,
  });

  assert.equal(drill.outcome, 'not possible');
  assert.match(drill.says, /CREATEDB/);
});

/** An administrator as managed servers give one: may make roles and databases, and sees no rows behind the wall. */
async function aPlainAdministrator(
  t: TestContext,
  databases: readonly string[],
): Promise<(url: string) => string> {
  const server = process.env['KONTOR_TEST_POSTGRES'] ?? '';
  const role = `plain_admin_${randomBytes(4).toString('hex')}`;
  await ask(server, `create role ${role} login createrole createdb password 'only-for-tests'`);
  await ask(server, `grant kontor_owner to ${role} with inherit true, set true`);
  await ask(server, `grant kontor_runtime to ${role} with admin true, inherit false, set false`);
  for (const url of databases) {
    const name = new URL(url).pathname.slice(1);
    await ask(server, `grant all on database ${name} to ${role} with grant option`);
    await ask(url, `alter schema public owner to ${role}`);
  }
  t.after(async () => {
    for (const url of databases) await ask(url, `drop owned by ${role} cascade`).catch(() => undefined);
    await ask(server, `drop owned by ${role} cascade`);
    await ask(server, `drop role ${role}`);
  });
  return (url) => {
    const changed = new URL(url);
    [changed.username, changed.password] = [role, 'only-for-tests'];
    return changed.href;
  };
}

test("an administrator without a superuser's rights backs up and restores tenant by tenant", async (t) => {
  const { shop } = await aSale(t, byCard);
  await shop.otherTenant('second');
  const dir = await aFolder(t);
  const to = await aTarget(t, shop.dataDir);
  const plain = await aPlainAdministrator(t, [shop.adminUrl, to.adminUrl]);
  const [before] = await ask(shop.adminUrl, fingerprint);

  const made = await backUp({ ...shop, adminUrl: plain(shop.adminUrl) }, dir);
  const target = { ...to, adminUrl: plain(to.adminUrl) };
  const [data, keystore] = [await openBackup(made.data, target), await openBackup(made.keystore, target)];
  await restoreKeystore(keystore, target);
  await restoreData(data, target);

  assert.deepEqual((await ask(to.adminUrl, fingerprint))[0], before);
  const walls = await ask<{ n: number }>(
    to.adminUrl,
    `select count(*)::int as n from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pgboss', 'information_schema', 'pg_catalog') and not c.relforcerowsecurity`,
  );
  assert.equal(walls[0]?.n, 0, 'every wall stands again');
});
