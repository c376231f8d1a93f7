import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import pg from 'pg';
import { erasePersons, planErasure } from '#modules/persons/index.ts';
import { proveAudit, sealAudit, vault } from '#modules/privacy/index.ts';
import { aColleague } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { anchorAudit, keptAnchors, verifyAnchors } from './anchor-audit.ts';
import { aPerson, readAddresses } from './makers.ts';
import { newId } from '#kernel/ids.ts';

const start = Date.parse('2026-03-02T09:00:00Z');

/** Three sealed batches of a few entries; the head is kept outside after the second. */
async function anAnchoredLog(shop: TestHouse): Promise<void> {
  for (const batch of [1, 2, 3]) {
    shop.at(new Date(start + batch * 60_000));
    await shop.work(async (ctx) => {
      for (const entry of [1, 2, 3])
        ctx.audit({
          action: 'orders.refunded',
          on: { table: 'orders.order', id: `${batch}-${entry}` },
          details: { entry },
        });
    });
    await shop.work(sealAudit);
    if (batch === 2) await anchorAudit(shop.house, shop.tenant);
  }
}

const verify = (shop: TestHouse) => shop.work((ctx) => verifyAnchors(shop.house, ctx));

async function tamper<T>(shop: TestHouse, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: shop.adminUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    return await run(client);
  } finally {
    await client.end();
  }
}

test('the head of the audit log is kept in a file and mailed, and an untouched log fits it', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date(start));
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@shop.example', role: 'data-protection' }));

  await anAnchoredLog(shop);

  const [anchor] = await keptAnchors(shop.house, shop.tenant);
  assert.match(anchor?.hash ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual(await verify(shop), []);
  const letters = await shop.work((ctx) => lettersTo(ctx, 'dpo@shop.example'));
  assert.ok(
    letters.some(({ kind, text }) => kind === 'incidents.anchor' && text.includes(anchor?.hash ?? '?')),
  );
});

// P24.
test('any single bit that is changed, any entry removed and any two that change places are found', async (t) => {
  const shop = await aHouse(t);
  await anAnchoredLog(shop);
  const textColumns = ['actor_kind', 'actor', 'purpose', 'action', 'on_table', 'on_id'];

  await tamper(shop, async (client) => {
    const { rows: entries } = await client.query<{ id: string }>(
      'select entry_id as id from privacy.audit_sealed order by entry_id',
    );
    const property = fc.asyncProperty(
      fc.nat({ max: entries.length - 1 }),
      fc.nat({ max: 10_000 }),
      fc.constantFrom(
        ...textColumns,
        'happened_at',
        'details',
        'subject_id',
        'hash',
        'remove',
        'remove batch',
        'swap',
      ),
      async (index, bit, what) => {
        const id = entries[index]?.id ?? assert.fail();
        const other = entries[(index + 1) % entries.length]?.id ?? assert.fail();
        await client.query('begin');
        try {
          if (what === 'remove') await client.query('delete from privacy.audit_entry where id = $1', [id]);
          else if (what === 'remove batch') await removeBatch(client, 1 + (bit % 2));
          else if (what === 'swap') await swap(client, id, other);
          else await flip(client, id, what, bit);
          await client.query('commit');
          assert.notEqual((await shop.work(proveAudit)).length, 0, `${what} of entry ${index}`);
        } finally {
          await putBack(client);
        }
      },
    );
    await keepCopy(client);
    await fc.assert(property, { numRuns: 60 });
  });
  assert.deepEqual(await shop.work(proveAudit), [], 'put back, the log is whole again');
});

const copied = ['audit_entry', 'audit_seal', 'audit_sealed'] as const;

async function keepCopy(client: pg.Client): Promise<void> {
  for (const table of copied)
    await client.query(`create temporary table kept_${table} as table privacy.${table}`);
}

async function putBack(client: pg.Client): Promise<void> {
  await client.query('rollback');
  for (const table of copied) {
    await client.query(`delete from privacy.${table}`);
    await client.query(`insert into privacy.${table} select * from kept_${table}`);
  }
}

/** A batch and its seal, as if they had never been; that the last one is missing only an anchor knows. */
async function removeBatch(client: pg.Client, number: number): Promise<void> {
  await client.query(
    `delete from privacy.audit_entry where id in (select entry_id from privacy.audit_sealed where seal_number = $1)`,
    [number],
  );
  for (const [table, column] of [
    ['audit_sealed', 'seal_number'],
    ['audit_seal', 'number'],
  ])
    await client.query(`delete from privacy.${table} where ${column} = $1`, [number]);
}

async function flip(client: pg.Client, id: string, column: string, bit: number): Promise<void> {
  const flipped = (value: string) => {
    const at = bit % value.length;
    // One bit of one character, among those that keep it a character of text.
    const code = value.charCodeAt(at) ^ (1 << (bit % 3));
    return value.slice(0, at) + String.fromCharCode(code) + value.slice(at + 1);
  };
  if (column === 'happened_at')
    return void (await client.query(
      `update privacy.audit_entry set happened_at = happened_at + make_interval(secs => 0.001 * (1 + $2::int)) where id = $1`,
      [id, bit],
    ));
  if (column === 'subject_id')
    return void (await client.query(
      'update privacy.audit_entry set subject_id = gen_random_uuid() where id = $1',
      [id],
    ));
  if (column === 'details')
    return void (await client.query(
      `update privacy.audit_entry set details = jsonb_build_object('entry', (details->>'entry')::int # (1 << $2::int)) where id = $1`,
      [id, bit % 8],
    ));
  if (column === 'hash')
    return void (await client.query(
      `update privacy.audit_seal set hash = set_bit(hash, $2::int, 1 - get_bit(hash, $2::int))
       where number = (select seal_number from privacy.audit_sealed where entry_id = $1)`,
      [id, bit % 256],
    ));
  const { rows } = await client.query<{ value: string }>(
    `select ${column} as value from privacy.audit_entry where id = $1`,
    [id],
  );
  await client.query(`update privacy.audit_entry set ${column} = $2 where id = $1`, [
    id,
    flipped(rows[0]?.value ?? ''),
  ]);
}

async function swap(client: pg.Client, a: string, b: string): Promise<void> {
  const place = async (id: string) =>
    (
      await client.query<{ seal: string; position: number }>(
        'select seal_number as seal, position from privacy.audit_sealed where entry_id = $1',
        [id],
      )
    ).rows[0] ?? assert.fail();
  const [first, second] = [await place(a), await place(b)];
  await client.query('update privacy.audit_sealed set position = -1 where entry_id = $1', [a]);
  const put = 'update privacy.audit_sealed set seal_number = $2, position = $3 where entry_id = $1';
  await client.query(put, [b, first.seal, first.position]);
  await client.query(put, [a, second.seal, second.position]);
}

test('whoever cuts the end of the log off, or writes it anew, is found by the head that was kept outside', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@shop.example', role: 'data-protection' }));
  await anAnchoredLog(shop);

  await tamper(shop, async (client) => {
    for (const table of ['audit_sealed where seal_number', 'audit_seal where number'])
      await client.query(`delete from privacy.${table} >= 2`);
    await client.query(`update privacy.audit_entry set details = '{"entry": 9}' where on_id = '2-1'`);
  });
  shop.at(new Date(start + 3 * 60_000));
  await shop.work(sealAudit);

  assert.deepEqual(await shop.work(proveAudit), [], 'the chain is whole in itself');
  assert.match((await verify(shop))[0]?.says ?? '', /seal 2 is not what was kept outside/);
  await anchorAudit(shop.house, shop.tenant);
  const letters = await shop.work((ctx) => lettersTo(ctx, 'dpo@shop.example'));
  assert.ok(letters.some(({ kind }) => kind === 'incidents.audit-broken'));
});

test('the audit log still verifies after a person in it was erased', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date(start));
  const person = await shop.work((ctx) => aPerson(ctx, 'Mara Lindqvist'));
  await shop.work((ctx) => readAddresses(ctx, person.accountId), {
    actor: { kind: 'staff', id: newId<never>() },
  });
  await shop.work(sealAudit);
  await anchorAudit(shop.house, shop.tenant);

  const plan = await shop.work((ctx) => planErasure(ctx, [person.subject]), { purpose: 'rights' });
  await erasePersons(shop.house, shop.tenant, plan.id);

  assert.deepEqual(await shop.work(proveAudit), []);
  assert.deepEqual(await verify(shop), []);
  await assert.rejects(
    shop.work((ctx) => vault.ensureKeys(ctx, person.subject, ['service'])),
    { code: 'privacy.subjectGone' },
  );
});
