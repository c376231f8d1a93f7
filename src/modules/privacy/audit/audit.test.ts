import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { asOwner } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { proveAudit } from './audit.ts';
import { sealAudit } from '../index.ts';

const aSealedLog = async (shop: TestHouse): Promise<void> => {
  for (const batch of [1, 2, 3]) {
    await shop.work(async (ctx) => {
      for (const entry of [1, 2, 3])
        ctx.audit({
          action: 'orders.refunded',
          on: { table: 'orders.order', id: `${batch}-${entry}` },
          details: { amount: entry },
        });
    });
    await shop.work(sealAudit);
  }
};

test('an untouched audit log is proven whole', async (t) => {
  const shop = await aHouse(t);

  await aSealedLog(shop);

  assert.deepEqual(await shop.work(proveAudit), []);
});

const second = `(select entry_id from privacy.audit_sealed where seal_number = 2 and position = 1)`;
const tampering: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'an entry is changed',
    sql: `update privacy.audit_entry set details = '{"amount": 9}' where id = ${second}`,
  },
  { what: 'an entry is removed', sql: `delete from privacy.audit_sealed where entry_id = ${second}` },
  {
    what: 'the entries stand in another order',
    sql: `update privacy.audit_sealed set position = position + 10 where seal_number = 2 and position = 0`,
  },
  {
    what: 'a whole batch disappears',
    sql: `delete from privacy.audit_sealed where seal_number = 2; delete from privacy.audit_seal where number = 2`,
  },
  { what: 'a seal is forged', sql: `update privacy.audit_seal set hash = '\\x00' where number = 2` },
];

for (const { what, sql } of tampering) {
  test(`the proof of the audit log fails when ${what}`, async (t) => {
    const shop = await aHouse(t);
    await aSealedLog(shop);

    await asOwner(shop.adminUrl, `set session_replication_role = replica; ${sql}`);

    assert.notEqual((await shop.work(proveAudit)).length, 0);
  });
}

test('the shop itself can neither change nor remove an audit entry', async (t) => {
  const shop = await aHouse(t);
  await aSealedLog(shop);

  const asRuntime = (sql: string) =>
    shop.house.db.transaction(shop.tenant.id, (tx) =>
      tx.executeQuery({
        sql,
        parameters: [],
        query: { kind: 'RawNode' },
        queryId: { queryId: 'x' },
      } as never),
    );

  await assert.rejects(
    asRuntime(`update privacy.audit_entry set action = 'nothing' where tenant_id = tenant_id`),
    /permission denied/,
  );
  await assert.rejects(
    asRuntime(`delete from privacy.audit_entry where tenant_id = tenant_id`),
    /permission denied/,
  );
});

test('even the owner of the tables is refused by the trigger', async (t) => {
  const shop = await aHouse(t);
  await aSealedLog(shop);
  const client = new pg.Client({ connectionString: shop.adminUrl });
  await client.connect();

  await assert.rejects(
    client.query(`update privacy.audit_entry set action = 'nothing'`),
    /never changed or removed/,
  );
  await client.end();
});
