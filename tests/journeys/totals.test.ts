import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropCaches } from '#kernel/cache.ts';
import { aBuyer, anAddress, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import type { CartView } from '#modules/checkout/index.ts';
import { availability } from '#modules/inventory/index.ts';
import type { Order } from '#modules/orders/index.ts';
import { getShop, saveShop } from '#modules/tenancy/index.ts';
import { aServer } from '#testing/server.ts';
import { modules } from '../../src/modules.ts';

const card = { provider: 'test-card', option: 'approve' };

test('with prices that include tax, the tax is taken out of each line once and the total is the sum of the prices', async (t) => {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const mug = await shop.work((ctx) => goodsForSale(ctx, { priceMinor: 333n }));
  const buyer = aBuyer(shop.inject);

  const cart = await buyer.fill([{ offerId: mug, quantity: 3 }], card);

  // 9.99 with 19 %: 1.595 of it is tax, so 1.60; 4.90 delivery: 0.782, so 0.78.
  assert.equal(cart.totals.goods.amountMinor, 999);
  assert.equal(cart.totals.tax.amountMinor, 160 + 78);
  assert.equal(cart.totals.total.amountMinor, 999 + 490);
  assert.deepEqual(
    cart.totals.taxes.map(({ rateBp, tax }) => [rateBp, tax.amountMinor]),
    [[1900, 238]],
  );
  const { body } = await buyer.press(cart);
  const order = await buyer.good<Order>('GET', `/api/store/orders/${body.orders[0]?.token}`);
  const { refunded: _, ...totals } = order.totals;
  assert.deepEqual(totals, cart.totals, 'the order says what the cart said');
});

test('with prices before tax, the tax of each line is rounded half up and added', async (t) => {
  const shop = await aServer(t);
  await shop.work(async (ctx) => saveShop(ctx, { pricesIncludeTax: false }, (await getShop(ctx)).version));
  dropCaches();
  await shop.work(openForBusiness);
  const mug = await shop.work((ctx) => goodsForSale(ctx, { priceMinor: 1050n }));
  const book = await shop.work((ctx) =>
    goodsForSale(ctx, { priceMinor: 350n, taxClass: 'reduced', title: 'Book' }),
  );
  const buyer = aBuyer(shop.inject);

  const cart = await buyer.fill(
    [
      { offerId: mug, quantity: 1 },
      { offerId: book, quantity: 1 },
    ],
    card,
  );

  // 10.50 at 19 %: 1.995, so 2.00; 3.50 at 7 %: 0.245, so 0.25; 4.90 at 19 %: 0.931, so 0.93.
  assert.equal(cart.totals.taxIncluded, false);
  assert.equal(cart.totals.tax.amountMinor, 200 + 25 + 93);
  assert.equal(cart.totals.total.amountMinor, 1050 + 350 + 490 + 318);
  assert.equal((await buyer.press(cart)).body.state, 'placed');
});

test('an address that its country would not deliver to is refused with the field and what helps', async (t) => {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx));
  const buyer = aBuyer(shop.inject);
  const { id } = await buyer.good<CartView>('POST', '/api/store/carts', { line: { offerId, quantity: 1 } });

  const { status, body } = await buyer.ask<{ code: string; errors: { field: string; says: string }[] }>(
    'PUT',
    `/api/store/carts/${id}/contact`,
    {
      email: 'no address',
      shippingAddress: { ...anAddress, postcode: '123' },
    },
  );

  assert.equal(status, 400);
  assert.equal(body.code, 'checkout.badContact');
  assert.deepEqual(body.errors.map(({ field }) => field).toSorted(), ['email', 'shippingAddress.postcode']);
});

test('forty buyers at once for ten pieces: ten get one, thirty are told that none is left', async (t) => {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { stock: 10 }));
  const buyers = Array.from({ length: 40 }, (_, index) => aBuyer(shop.inject, `buyer${index}@example.org`));
  const carts = await Promise.all(
    buyers.map((buyer, index) =>
      buyer.fill([{ offerId, quantity: 1 }], index % 2 === 0 ? card : { provider: 'bank-transfer' }),
    ),
  );

  const answers = await Promise.all(buyers.map((buyer, index) => buyer.press(carts[index] ?? assert.fail())));

  assert.equal(answers.filter(({ body }) => body.state === 'placed').length, 10);
  assert.equal(
    answers.filter(({ body }) => body.code === 'checkout.short').length,
    30,
    JSON.stringify(answers.map(({ body }) => body.code ?? body.state)),
  );
  assert.equal((await shop.work((ctx) => availability(ctx, [offerId]))).get(offerId), 0);
  for (const { name, prove } of modules.flatMap(({ provers = [] }) => provers)) {
    assert.deepEqual(await shop.work((ctx) => prove(ctx)), [], `the prover of ${name} is green`);
  }
});
