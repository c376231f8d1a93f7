import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { aHouse } from '#testing/house.ts';
import { nextNumber } from './counter.ts';
import { guardSql } from './sql-guard.ts';
import type { KernelRows } from './tables.ts';

const counters = (tx: Kysely<KernelRows>) =>
  tx.selectFrom('kernel.counter').select(['name', 'value']).orderBy('name').execute();

test('a query says which tenant it means without being told to', async (t) => {
  const shop = await aHouse(t);
  const other = await shop.otherTenant();

  await shop.work((ctx) => nextNumber(ctx, 'order'));
  await shop.work((ctx) => nextNumber(ctx, 'order'), { tenant: other });
  await shop.work((ctx) => nextNumber(ctx, 'order'), { tenant: other });

  assert.deepEqual(await shop.work((ctx) => counters(ctx.tx)), [{ name: 'order', value: 1001n }]);
  assert.deepEqual(await shop.work((ctx) => counters(ctx.tx), { tenant: other }), [
    { name: 'order', value: 1002n },
  ]);
});

test('updates, deletes and joins reach only the tenant of their transaction', async (t) => {
  const shop = await aHouse(t);
  const other = await shop.otherTenant();
  for (const tenant of [shop.tenant, other]) await shop.work((ctx) => nextNumber(ctx, 'order'), { tenant });

  await shop.work(async ({ tx }: { tx: Kysely<KernelRows> }) => {
    await tx.updateTable('kernel.counter').set({ value: 7n }).execute();
    const joined = await tx
      .selectFrom('kernel.counter as a')
      .innerJoin('kernel.counter as b', 'b.name', 'a.name')
      .select('a.value')
      .execute();
    assert.deepEqual(joined, [{ value: 7n }]);
    await tx.deleteFrom('kernel.counter').execute();
  });

  assert.deepEqual(await shop.work((ctx) => counters(ctx.tx), { tenant: other }), [
    { name: 'order', value: 1001n },
  ]);
});

test('raw SQL that forgets to say whose rows it means is refused before it runs', async (t) => {
  const shop = await aHouse(t);

  await assert.rejects(
    shop.work((ctx) => sql`select * from kernel.counter`.execute(ctx.tx)),
    /says tenant_id only 0 times/,
  );
  await assert.rejects(
    shop.work((ctx) => sql`select set_config('kontor.tenant', ${shop.tenant.id}, true)`.execute(ctx.tx)),
    /set_config/,
  );
});

test('the guard counts each table of a statement', () => {
  assert.throws(
    () => guardSql('select 1 from kernel.fact f join kernel.counter c on true where f.tenant_id = $1'),
    /kernel\.fact, kernel\.counter/,
  );
  assert.doesNotThrow(() =>
    guardSql('select 1 from kernel.fact f join kernel.counter c on c.tenant_id = $1 where f.tenant_id = $1'),
  );
});

test('even a statement that steps around the filter meets the wall', async (t) => {
  const shop = await aHouse(t);
  const other = await shop.otherTenant();
  await shop.work((ctx) => nextNumber(ctx, 'order'), { tenant: other });

  const stolen = await shop.work((ctx) =>
    sql`select value from kernel.counter where tenant_id = ${other.id}`.execute(ctx.tx),
  );
  const planted = shop.work((ctx) =>
    sql`insert into kernel.counter (tenant_id, name, value) values (${other.id}, 'x', 1)`.execute(ctx.tx),
  );

  assert.deepEqual(stolen.rows, []);
  await assert.rejects(planted, /row-level security/);
});

test('a unit of work that fails leaves nothing behind: no row, no fact, no audit entry', async (t) => {
  const shop = await aHouse(t);

  const failing = shop.work(async (ctx) => {
    await nextNumber(ctx, 'order');
    ctx.emit({ name: 'test.happened', body: {} });
    ctx.audit({ action: 'test.happened', on: { table: 'kernel.counter', id: 'order' } });
    throw new Error('no');
  });

  await assert.rejects(failing, /no/);
  await shop.work(async ({ tx }: { tx: Kysely<KernelRows> }) => {
    assert.deepEqual(await counters(tx), []);
    assert.deepEqual(await tx.selectFrom('kernel.fact').select('id').execute(), []);
  });
});

test('two units of work that wait for each other both end well', async (t) => {
  const shop = await aHouse(t);
  await shop.work(async (ctx) => {
    await nextNumber(ctx, 'left');
    await nextNumber(ctx, 'right');
  });
  let arrived = 0;
  const meet = async (): Promise<void> => {
    arrived += 1;
    while (arrived < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const take = (first: string, second: string) =>
    shop.work(async (ctx) => {
      await nextNumber(ctx, first);
      await meet();
      await nextNumber(ctx, second);
    });

  await Promise.all([take('left', 'right'), take('right', 'left')]);

  assert.deepEqual(
    (await shop.work((ctx) => counters(ctx.tx))).map((row) => row.value),
    [1003n, 1003n],
  );
});
