import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { modules } from '../../src/modules.ts';
import { aSale, byCard, provesGreen } from './a-sale.ts';
import { goodsForSale } from '#modules/checkout/index.ts';

test('carts and drafts that came to nothing are forgotten after a month, orders and payments under way are not', async (t) => {
  const { shop, buyer, show } = await aSale(t, byCard);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate' }));
  const fill = (option: string) => buyer.fill([{ offerId, quantity: 1 }], { provider: 'test-card', option });
  const left = await fill('approve');
  const refused = await fill('decline');
  await buyer.press(refused);
  const underWay = await fill('needs_action');
  await buyer.press(underWay);
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  shop.beforeEnd(() => admin.end());
  const count = async (what: string) =>
    Number((await admin.query<{ n: string }>(`select count(*) as n from ${what}`)).rows[0]?.n);
  const run = async (name: string) => {
    const job = modules.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name);
    await job?.run(shop.house, shop.tenant);
  };

  await run('retention.run');
  await run('orders.forget-drafts');
  const before = [await count('checkout.cart'), await count(`orders."order" where state = 'draft'`)];
  shop.at(new Date(Date.now() + 31 * 86_400_000));
  await run('retention.run');
  await run('orders.forget-drafts');

  assert.deepEqual(before, [4, 2]);
  assert.deepEqual(
    [await count('checkout.cart'), await count(`orders."order" where state = 'draft'`)],
    [1, 1],
  );
  assert.equal((await buyer.ask('GET', `/api/store/carts/${left.id}`)).status, 404);
  assert.equal((await buyer.ask('GET', `/api/store/carts/${underWay.id}`)).status, 200);
  assert.equal((await show()).state, 'placed');
  await run('checkout.reconcile');
  await provesGreen(shop, 'audit');
});
