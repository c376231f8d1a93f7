import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { OfferId } from '#modules/catalog/index.ts';
import { aBuyer, anAddress, checkoutModule, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import type { CartView } from '#modules/checkout/index.ts';
import { availability, releaseReservations } from '#modules/inventory/index.ts';
import { balances } from '#modules/ledger/index.ts';
import type { Order } from '#modules/orders/index.ts';
import { countWaitingPayments } from '#modules/payments/index.ts';
import { setPrices } from '#modules/pricing/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { modules } from '../../src/modules.ts';

async function aShop(t: TestContext) {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const mug = await shop.work((ctx) => goodsForSale(ctx, { stock: 10 }));
  return { shop, mug, buyer: aBuyer(shop.inject) };
}

const reconcile = async (shop: TestServer): Promise<void> => {
  await checkoutModule.jobs?.find(({ name }) => name === 'checkout.reconcile')?.run(shop.house, shop.tenant);
};

const later = (shop: TestServer, seconds: number): void => shop.at(new Date(Date.now() + seconds * 1000));

const leftOf = (shop: TestServer, offerId: OfferId) =>
  shop.work(async (ctx) => (await availability(ctx, [offerId])).get(offerId));

async function provesGreen(shop: TestServer): Promise<void> {
  for (const { name, prove } of modules.flatMap(({ provers = [] }) => provers)) {
    const findings = await shop.work((ctx) => prove(ctx));
    assert.deepEqual(findings, [], `the prover of ${name} is green`);
  }
}

const balanceOf = async (shop: TestServer, account: string): Promise<bigint> => {
  const all = await shop.work((ctx) => balances(ctx));
  return all.filter((one) => one.account === account).reduce((sum, { minor }) => sum + minor, 0n);
};

test('a guest buys two mugs by bank transfer and can follow the order by its secret link', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 2 }], { provider: 'bank-transfer' });
  assert.deepEqual(cart.missing, []);
  assert.equal(cart.totals.total.amountMinor, 2 * 1990 + 490);

  const { status, body } = await buyer.press(cart);

  assert.equal(status, 200);
  assert.equal(body.state, 'placed');
  const order = await buyer.good<Order>('GET', `/api/store/orders/${body.orders[0]?.token}`);
  assert.equal(order.number, '1001');
  assert.deepEqual(
    [order.state, order.paymentState, order.fulfilmentState],
    ['placed', 'pending', 'pending'],
  );
  assert.equal(order.totals.total.amountMinor, 4470);
  assert.match(order.payment.instructions ?? '', /DE02120300000000202051.*1001/s);
  assert.equal(order.contact?.shippingAddress.line1, anAddress.line1);
  assert.equal(await leftOf(shop, mug), 8);
  assert.equal(await balanceOf(shop, 'receivable'), 4470n);
  await provesGreen(shop);
});

test('a card that is approved pays at once', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const { body } = await buyer.press(
    await buyer.fill([{ offerId: mug, quantity: 1 }], { provider: 'test-card', option: 'approve' }),
  );

  assert.equal(body.state, 'placed');
  const order = await buyer.good<Order>('GET', `/api/store/orders/${body.orders[0]?.token}`);
  assert.equal(order.paymentState, 'captured');
  assert.equal(await balanceOf(shop, 'psp_clearing'), 2480n);
  assert.equal(await balanceOf(shop, 'receivable'), 0n);
  await provesGreen(shop);
});

test('a declined card frees the goods, says so, and the same cart can be paid in another way', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 3 }], {
    provider: 'test-card',
    option: 'decline',
  });

  const { status, body } = await buyer.press(cart);

  assert.equal(status, 200);
  assert.equal(body.state, 'declined');
  assert.match(body.message ?? '', /declined/);
  assert.equal(await leftOf(shop, mug), 10);
  const chosen = await buyer.good<{ cart: CartView }>('POST', `/api/store/carts/${cart.id}/payment`, {
    provider: 'cash-on-delivery',
  });
  const again = await buyer.press(chosen.cart);
  assert.equal(again.body.state, 'placed');
  assert.equal(await leftOf(shop, mug), 7);
  await provesGreen(shop);
});

test('a card that asks first sends the buyer to the bank, and the order is there when they come back', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 1 }], {
    provider: 'test-card',
    option: 'needs_action',
  });
  const { body } = await buyer.press(cart);
  assert.equal(body.state, 'needs_action');
  assert.equal(await leftOf(shop, mug), 9, 'the goods are held while the buyer is at the bank');

  const page = await shop.inject({ method: 'GET', url: body.action?.url ?? '' });
  assert.equal(page.statusCode, 200);
  const decided = await shop.inject({
    method: 'POST',
    url: body.action?.url ?? '',
    payload: 'decision=approve',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const back = await shop.inject({ method: 'GET', url: String(decided.headers.location) });

  assert.equal(back.statusCode, 303);
  assert.match(String(back.headers.location), /^\/orders\//);
  const pressedAgain = await buyer.press(cart);
  assert.equal(pressedAgain.body.state, 'placed', 'pressing again answers with the same order');
  await provesGreen(shop);
});

test('a payment that succeeds late becomes an order without the buyer', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 1 }], {
    provider: 'test-card',
    option: 'late_success',
  });
  const { body } = await buyer.press(cart);
  assert.equal(body.state, 'pending');

  later(shop, 30);
  await reconcile(shop);
  later(shop, 60);
  await reconcile(shop);

  const again = await buyer.press(cart);
  assert.equal(again.body.state, 'placed');
  assert.equal(again.body.orders.length, 1);
  await provesGreen(shop);
});

test('a lost answer takes the money once and places the order once', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 1 }], {
    provider: 'test-card',
    option: 'lost_answer',
  });

  const first = await buyer.press(cart);
  const second = await buyer.press(cart);

  assert.equal(first.body.state, 'placed');
  assert.deepEqual(second.body.orders, first.body.orders);
  assert.equal(await balanceOf(shop, 'psp_clearing'), 2480n);
  await provesGreen(shop);
});

test('pressing twice at the same moment, with one key or with two, places one order', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 1 }], {
    provider: 'test-card',
    option: 'approve',
  });

  const answers = await Promise.all([
    buyer.press(cart, 'key-number-1'),
    buyer.press(cart, 'key-number-2'),
    buyer.press(cart, 'key-number-1'),
  ]);

  const placed = answers.filter(({ status }) => status === 200);
  assert.ok(placed.length >= 2, JSON.stringify(answers));
  assert.equal(new Set(placed.map(({ body }) => body.orders[0]?.token)).size, 1);
  for (const { status, body } of answers)
    assert.ok(status === 200 || body.code === 'kernel.keyInFlight', JSON.stringify(body));
  const replay = await buyer.press(cart, 'key-number-1');
  assert.deepEqual(replay.body, placed[0]?.body);
  assert.equal(await leftOf(shop, mug), 9);
  await provesGreen(shop);
});

test('a price that rose since the buyer looked is never charged unseen', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 1 }], { provider: 'bank-transfer' });
  await shop.work((ctx) => setPrices(ctx, [{ offerId: mug, currency: 'EUR', amountMinor: 2190n }]));

  const refused = await buyer.press(cart);

  assert.equal(refused.status, 409);
  assert.equal(refused.body.code, 'checkout.totalChanged');
  const { total, cart: seen } = refused.body as unknown as { total: { amountMinor: number }; cart: CartView };
  assert.equal(total.amountMinor, 2680);
  assert.equal(seen.lines[0]?.unitPrice.amountMinor, 2190);
  assert.equal('contact' in seen, false, 'a refusal holds no personal data');
  assert.equal(await leftOf(shop, mug), 10);
  const accepted = await buyer.press(await buyer.good<CartView>('GET', `/api/store/carts/${cart.id}`));
  assert.equal(accepted.body.state, 'placed');
});

test('whoever comes too late is told which line is short and what is left', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const other = aBuyer(shop.inject, 'jonas@example.org');
  const cart = await buyer.fill([{ offerId: mug, quantity: 7 }], { provider: 'bank-transfer' });
  const late = await other.fill([{ offerId: mug, quantity: 7 }], { provider: 'bank-transfer' });
  await buyer.press(cart);

  const refused = await other.press(late);

  assert.equal(refused.status, 409);
  assert.equal(refused.body.code, 'checkout.short');
  assert.deepEqual(refused.body.lines, [
    { lineId: late.lines[0]?.id, offerId: mug, title: 'Stoneware mug', wanted: 7, available: 3 },
  ]);
  const shown = await other.good<CartView>('GET', `/api/store/carts/${late.id}`);
  assert.match(shown.problems[0] ?? '', /Only 3 left/);
  const lineId = late.lines[0]?.id ?? '';
  const fewer = await other.good<CartView>('PATCH', `/api/store/carts/${late.id}/lines/${lineId}`, {
    quantity: 3,
  });
  assert.equal((await other.press(fewer)).body.state, 'placed');
  assert.equal(await leftOf(shop, mug), 0);
  await provesGreen(shop);
});

test('money that comes after the goods are gone goes back, and staff are told', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 10 }], {
    provider: 'test-card',
    option: 'needs_action',
  });
  const { body } = await buyer.press(cart);
  const attempt = body.action?.url.split('/').at(-1) ?? '';
  await shop.work((ctx) => releaseReservations(ctx, attempt));
  const other = aBuyer(shop.inject, 'jonas@example.org');
  await other.press(await other.fill([{ offerId: mug, quantity: 5 }], { provider: 'bank-transfer' }));

  await shop.inject({
    method: 'POST',
    url: body.action?.url ?? '',
    payload: 'decision=approve',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  later(shop, 40);
  await reconcile(shop);

  const { incidents } = await shop.work((ctx) => countWaitingPayments(ctx));
  assert.equal(incidents, 1);
  assert.equal(await leftOf(shop, mug), 5);
  assert.equal(await balanceOf(shop, 'psp_clearing'), 0n);
  const shown = await buyer.good<CartView>('GET', `/api/store/carts/${cart.id}`);
  assert.match(shown.problems[0] ?? '', /Only 5 left/, 'the cart is usable again');
  await provesGreen(shop);
});

test('money that comes after the hold ended gets its goods again when they are still there', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const { body } = await buyer.press(
    await buyer.fill([{ offerId: mug, quantity: 4 }], { provider: 'test-card', option: 'needs_action' }),
  );
  const attempt = body.action?.url.split('/').at(-1) ?? '';
  await shop.work((ctx) => releaseReservations(ctx, attempt));
  await shop.inject({
    method: 'POST',
    url: body.action?.url ?? '',
    payload: 'decision=approve',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

  later(shop, 40);
  await reconcile(shop);

  assert.equal(await leftOf(shop, mug), 6);
  assert.equal(await balanceOf(shop, 'psp_clearing'), 4n * 1990n + 490n);
  await provesGreen(shop);
});

test('a buyer who never comes back from the bank gives the goods back after a quarter of an hour', async (t) => {
  const { shop, mug, buyer } = await aShop(t);
  const cart = await buyer.fill([{ offerId: mug, quantity: 4 }], {
    provider: 'test-card',
    option: 'needs_action',
  });
  await buyer.press(cart);

  later(shop, 16 * 60);
  await reconcile(shop);

  assert.equal(await leftOf(shop, mug), 10);
  assert.equal((await buyer.good<CartView>('GET', `/api/store/carts/${cart.id}`)).lines.length, 1);
  await provesGreen(shop);
});
