import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { testRuntimePassword } from '#testing/template.ts';
import { aHouse } from '#testing/house.ts';
import { migrate } from './migrate.ts';

const good = `create schema plugin;
  create table plugin.thing (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
  select tenancy.wall('plugin.thing')`;

/** A module `plugin` whose migrations are these texts, applied to a shop's database. */
async function aPlugin(t: TestContext) {
  const shop = await aHouse(t);
  const folder = await mkdtemp(join(tmpdir(), 'kontor-migrations-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const source = { module: 'plugin', folder: pathToFileURL(`${folder}/`) };
  const run = () =>
    migrate(shop.adminUrl, {
      sources: [source],
      runtimePassword: testRuntimePassword,
      log: pino({ level: 'silent' }),
    });
  return { shop, run, write: (name: string, sql: string) => writeFile(join(folder, name), sql) };
}

test('a migration is applied once, by the owner role, and the shop can use its table', async (t) => {
  const { shop, run, write } = await aPlugin(t);
  await write('0001-thing.sql', good);

  assert.deepEqual(await run(), ['plugin/0001-thing.sql']);
  assert.deepEqual(await run(), []);

  const { rows } = await ask(shop.adminUrl, `select tableowner from pg_tables where schemaname = 'plugin'`);
  assert.deepEqual(rows, [{ tableowner: 'kontor_owner' }]);
});

test('a server that logs its statements never hears the password of the shop', async (t) => {
  const { run } = await aPlugin(t);
  const asked = t.mock.method(pg.Client.prototype, 'query');

  await run();

  const heard = asked.mock.calls.map((call) => JSON.stringify(call.arguments));
  assert.ok(heard.some((statement) => statement.includes('alter role kontor_runtime password')));
  assert.deepEqual(
    heard.filter((statement) => statement.includes(testRuntimePassword)),
    [],
  );
});

test('a migration that was changed after it was applied is refused', async (t) => {
  const { run, write } = await aPlugin(t);
  await write('0001-thing.sql', good);
  await run();

  await write('0001-thing.sql', `${good};\nselect 1`);

  await assert.rejects(run(), /plugin\/0001-thing\.sql was changed after it was applied/);
});

test('a migration that fails in its middle leaves nothing behind', async (t) => {
  const { shop, run, write } = await aPlugin(t);
  await write('0001-thing.sql', `${good};\nselect no_such_function()`);

  await assert.rejects(run(), /plugin\/0001-thing\.sql failed and was undone/);

  const { rows } = await ask(shop.adminUrl, `select to_regclass('plugin.thing') as there`);
  assert.deepEqual(rows, [{ there: null }]);
});

const planted: readonly { readonly rule: string; readonly sql: string; readonly says: RegExp }[] = [
  {
    rule: 'every tenant table has the wall (rule 2)',
    sql: good.replace(/select tenancy\.wall.*$/, 'select 1'),
    says: /plugin\.thing has no forced row-level security/,
  },
  {
    rule: 'the wall has one policy and no other (rule 2)',
    sql: `${good}; create policy open_door on plugin.thing using (true)`,
    says: /policy other than the one policy/,
  },
  {
    rule: 'a primary key starts with the tenant (rule 4)',
    sql: good.replace('primary key (tenant_id, id)', 'primary key (id, tenant_id)'),
    says: /key that does not start with tenant_id/,
  },
  {
    rule: 'what is unique is unique within the tenant (rule 4)',
    sql: `${good}; create unique index one_id on plugin.thing (id)`,
    says: /key that does not start with tenant_id: plugin\.one_id/,
  },
  {
    rule: 'a row cannot point into another tenant (rule 5)',
    sql: `${good}; create table plugin.part (tenant_id uuid not null, id uuid not null, thing uuid not null, primary key (tenant_id, id),
      foreign key (thing, tenant_id) references plugin.thing (id, tenant_id)); select tenancy.wall('plugin.part')`.replace(
      'primary key (tenant_id, id));',
      'primary key (tenant_id, id), unique (tenant_id, id), unique (id, tenant_id));',
    ),
    says: /does not start with tenant_id|foreign key without the tenant/,
  },
];

for (const { rule, sql, says } of planted) {
  test(`the migration runner holds that ${rule}`, async (t) => {
    const { run, write } = await aPlugin(t);
    await write('0001-thing.sql', sql);

    await assert.rejects(run(), says);
  });
}

test('the owner of the tables cannot sign in, and the shop is no member of it and owns nothing', async (t) => {
  const shop = await aHouse(t);

  const { rows } = await ask(
    shop.adminUrl,
    `select rolcanlogin as can_login, rolbypassrls as bypasses from pg_roles where rolname = 'kontor_owner'
     union all select pg_has_role('kontor_runtime', 'kontor_owner', 'member'), exists (select from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'kontor_runtime')`,
  );

  assert.deepEqual(rows, [
    { can_login: false, bypasses: false },
    { can_login: false, bypasses: false },
  ]);
});

async function ask(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}
