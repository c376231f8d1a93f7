import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import type { SubjectId } from '#kernel/ids.ts';
import type { KeyClass } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import { aSale, byCard } from '#tests/misfortunes/a-sale.ts';
import { aStandingShop, adminOf, dayMs, later } from '#testing/old-carts.ts';
import { forgetPeople, runClocks } from './index.ts';

test('the contact of an order goes after its time, the legal copy with the law, and then the person is forgotten', async (t) => {
  const { shop, show, orderId } = await aSale(t, byCard);
  const rowsOf = await adminOf(shop);
  const placed = new Date((await show()).placedAt ?? '');
  const after = (years: number, days = 0): Date =>
    new Date(Date.UTC(placed.getUTCFullYear() + years, placed.getUTCMonth(), placed.getUTCDate() + days + 1));
  const state = async () => {
    const [row] = await rowsOf<{ contacts: number; invoices: number; found: number; orders: number }>(
      `select count(contact)::int as contacts, count(invoice)::int as invoices, count(email_index)::int as found,
         (select count(*)::int from orders."order") as orders from orders.party`,
    );
    return row;
  };
  const settle = async (): Promise<void> => {
    await runClocks(shop.house, shop.tenant);
    shop.at(new Date(shop.house.clock().getTime() + 10 * 60_000));
    await forgetPeople(shop.house, shop.tenant);
    shop.at(new Date(shop.house.clock().getTime() + 10 * 60_000));
    await forgetPeople(shop.house, shop.tenant);
  };
  const keys = () =>
    shop.work(async (ctx) => {
      const [row] = await rowsOf<{ buyer: string; state: string }>(
        `select o.buyer_id as buyer, s.state from orders."order" o join privacy.subject s on s.id = o.buyer_id where o.id = $1`,
        [orderId],
      );
      const subject = row?.buyer as Parameters<typeof ctx.keys.classesOf>[1][number];
      return {
        state: row?.state,
        classes: (await ctx.keys.classesOf(ctx.tenant.id, [subject])).get(subject) ?? [],
      };
    });

  shop.at(after(2));
  await settle();
  const inTime = await state();
  shop.at(after(3));
  await settle();
  const served = { ...(await state()), ...(await keys()) };
  shop.at(after(10));
  await settle();
  const over = { ...(await state()), ...(await keys()) };

  assert.ok((inTime?.contacts ?? 0) > 0 && (inTime?.invoices ?? 0) > 0);
  assert.deepEqual(served, {
    contacts: 0,
    invoices: inTime?.invoices,
    found: 0,
    orders: 1,
    state: 'active',
    classes: ['legal'],
  });
  assert.deepEqual(over, { contacts: 0, invoices: 0, found: 0, orders: 1, state: 'erased', classes: [] });
});

test('a new epoch wraps every key anew, and the old wrapping key is gone', async (t) => {
  const { shop } = await aSale(t, byCard);
  const keys = new pg.Client({ connectionString: shop.keysUrl });
  await keys.connect();
  shop.beforeEnd(() => keys.end());
  const rowsIn = async <Row extends pg.QueryResultRow>(text: string) => (await keys.query<Row>(text)).rows;
  const stored = await rowsIn<{ subject: SubjectId; class: KeyClass }>(
    'select subject_id as subject, class from keys.subject_key',
  );
  const unwrapped = async () => {
    const fresh = await shop.withFreshKeys();
    return fresh((ctx) => ctx.keys.dataKeys(ctx.tenant.id, stored));
  };
  const before = await unwrapped();

  const early = await shop.house.keys.turnEpoch(shop.tenant.id, new Date(Date.now() - dayMs));
  const turned = await shop.house.keys.turnEpoch(shop.tenant.id, new Date(Date.now() + dayMs));

  assert.deepEqual([early, turned], [null, 2]);
  assert.ok(before.size >= 2);
  assert.deepEqual(await unwrapped(), before);
  assert.deepEqual(await rowsIn('select epoch from keys.tenant_key'), [{ epoch: 2 }]);
  assert.deepEqual(await rowsIn('select distinct epoch from keys.subject_key'), [{ epoch: 2 }]);
});

test('a process that still has the old wrapping key makes no key that is lost', async (t) => {
  const shop = await aStandingShop(t);
  const slow = await shop.withFreshKeys();
  await slow((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
  await shop.house.keys.turnEpoch(shop.tenant.id, new Date(Date.now() + dayMs));

  const subject = await slow((ctx) => vault.newSubject(ctx, 'buyer', ['service']));

  const quick = await shop.withFreshKeys();
  const found = await quick((ctx) => ctx.keys.dataKeys(ctx.tenant.id, [{ subject, class: 'service' }]));
  assert.equal(found.size, 1);
});

test('somebody who left nothing behind is forgotten, and somebody who just came is not', async (t) => {
  const shop = await aStandingShop(t);
  const rowsOf = await adminOf(shop);
  const left = await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service', 'security']));
  shop.at(later(2));
  const came = await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));

  await forgetPeople(shop.house, shop.tenant);
  shop.at(new Date(later(2).getTime() + 10 * 60_000));
  const done = await forgetPeople(shop.house, shop.tenant);

  assert.deepEqual(done, { shredded: 2, forgotten: 1 });
  const states = await rowsOf<{ id: string; state: string }>(
    'select id, state from privacy.subject order by id',
  );
  assert.deepEqual(states, [
    { id: left, state: 'erased' },
    { id: came, state: 'active' },
  ]);
  const keys = await shop.work((ctx) => ctx.keys.classesOf(ctx.tenant.id, [left, came]));
  assert.deepEqual([...keys.keys()], [came]);
});
