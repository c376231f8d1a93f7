import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asOwner } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { bootFaults, privacyModule, registryFaults, tablesThatLeak } from '../index.ts';

// The gate's own proof: each way in which a database and a registry can drift apart is planted, and must be named.
const planted: readonly { readonly what: string; readonly sql: string; readonly names: RegExp }[] = [
  {
    what: 'a column that exists only in SQL',
    sql: 'alter table privacy.subject add column nickname text',
    names: /privacy\.subject\.nickname exists in PostgreSQL but is not declared/,
  },
  {
    what: 'a column that exists only in the registry',
    sql: 'alter table privacy.subject drop column role',
    names: /privacy\.subject\.role is declared in the registry but does not exist/,
  },
  {
    what: 'a table that nobody declared',
    sql: 'create table privacy.diary (entry text)',
    names: /privacy\.diary\.entry exists in PostgreSQL but is not declared/,
  },
  {
    what: 'a table in a schema that nobody knows',
    sql: 'create schema plugin; create table plugin.extra (mail text)',
    names: /plugin\.extra\.mail exists in PostgreSQL but is not declared/,
  },
  {
    what: 'a view',
    sql: 'create view privacy.everyone as select id from privacy.subject',
    names: /privacy\.everyone\.id belongs to a view/,
  },
  {
    what: 'a materialised view',
    sql: 'create materialized view privacy.snapshot as select id from privacy.subject',
    names: /privacy\.snapshot\.id belongs to a view/,
  },
  {
    what: 'a trigger that copies rows elsewhere',
    sql: `create function privacy.copy() returns trigger language plpgsql as 'begin return new; end'; create trigger copier after insert on privacy.subject for each row execute function privacy.copy()`,
    names: /trigger privacy\.subject\.copier exists in PostgreSQL but no module declares it/,
  },
  {
    what: 'a reference to a person that is no id',
    sql: 'alter table privacy.audit_entry alter column subject_id type text',
    names: /privacy\.audit_entry\.subject_id is declared subject and so must be uuid/,
  },
];

for (const { what, sql, names } of planted) {
  test(`the registry's gate names ${what}`, async (t) => {
    const shop = await aHouse(t);
    assert.deepEqual(await faultsOf(shop), []);

    await asOwner(shop.adminUrl, sql);

    assert.match((await faultsOf(shop)).join('\n'), names);
  });
}

test('a process does not serve while a table stands outside the wall', async (t) => {
  const shop = await aHouse(t);

  await asOwner(shop.adminUrl, 'alter table privacy.subject no force row level security');

  assert.match(
    (await bootFaults(shop.house.db, [privacyModule])).join('\n'),
    /privacy\.subject has no forced row-level security/,
  );
});

test('the boot self-test sees a wall that lets a stranger through', async (t) => {
  const shop = await aHouse(t);
  await shop.work(async (ctx) =>
    ctx.audit({ action: 'test.happened', on: { table: 'privacy.subject', id: 'none' } }),
  );
  assert.deepEqual(await tablesThatLeak(shop.house.db, [privacyModule]), []);

  await asOwner(shop.adminUrl, 'create policy open_door on privacy.audit_entry using (true)');

  assert.deepEqual(await tablesThatLeak(shop.house.db, [privacyModule]), ['privacy.audit_entry']);
});

/** The faults of this module's own schemas: other modules are not declared to this test. */
async function faultsOf(shop: TestHouse): Promise<string[]> {
  const faults = await registryFaults(shop.house.db, [privacyModule]);
  return faults.filter((fault) => /\b(privacy|plugin)\./.test(fault));
}
