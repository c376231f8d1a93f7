import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { currency } from '#kernel/money.ts';
import { aBuyer, anAddress, cartUnderWay, finaliseAttempt, goodsForSale } from '#modules/checkout/index.ts';
import type { CartId, CartView } from '#modules/checkout/index.ts';
import { confirmDelivery, shipOrder } from '#modules/fulfilment/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { cancelOrder, markOrderPaid, refundLines } from '#modules/orders/index.ts';
import { settleRefund } from '#modules/payments/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { modules } from '../../src/modules.ts';
import { aSale, asColleague, atTheDoor, balanceOf, byCard, byTransfer, provesGreen } from './a-sale.ts';

test('a line that is named twice for one parcel leaves once, and never more of it than there is', async (t) => {
  const { shop, orderId, mugs, show } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const ship = (quantities: number[]) =>
    owner('POST', `/api/admin/orders/${orderId}/shipments`, {
      carrier: 'dhl',
      lines: quantities.map((quantity) => ({ orderLineId: mugs, quantity })),
    });

  const tooMany = await ship([2, 2]);
  const both = await ship([1, 1]);

  assert.deepEqual([tooMany.statusCode, tooMany.json<{ code: string }>().code], [409, 'orders.tooMany']);
  assert.equal(both.statusCode, 200, both.body);
  const { lines, fulfilments } = await show();
  assert.deepEqual(
    lines.map(({ shipped }) => shipped),
    [2, 0],
  );
  assert.deepEqual(fulfilments[0]?.lines, [{ orderLineId: mugs, quantity: 2 }]);
  await provesGreen(shop);
});

test('the carrier brings the money with the last parcel, not with the first of two', async (t) => {
  const { shop, orderId, mugs, show } = await aSale(t, atTheDoor);

  const first = await shop.work((ctx) =>
    shipOrder(ctx, { orderId, carrier: 'dhl', lines: [{ orderLineId: mugs, quantity: 1 }] }),
  );
  await shop.work((ctx) => confirmDelivery(ctx, first));
  const between = await show();
  const second = await shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl' }));
  await shop.work((ctx) => confirmDelivery(ctx, second));

  assert.deepEqual([between.paymentState, between.state], ['pending', 'partially_fulfilled']);
  const after = await show();
  assert.deepEqual([after.paymentState, after.state], ['captured', 'completed']);
  assert.equal(await balanceOf(shop, 'receivable'), 0n);
  await provesGreen(shop);
});

test('an order is not complete while a parcel that leaves at the same moment is on its way', async (t) => {
  const { shop, orderId, mugs, show } = await aSale(t, byCard);
  const first = await shop.work((ctx) =>
    shipOrder(ctx, { orderId, carrier: 'dhl', lines: [{ orderLineId: mugs, quantity: 3 }] }),
  );

  await Promise.all([
    shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl' })),
    shop.work((ctx) => confirmDelivery(ctx, first)),
  ]);

  const { state, fulfilmentState } = await show();
  assert.deepEqual([state, fulfilmentState], ['fulfilled', 'shipped']);
});

test('an order is complete when what left has arrived and the rest was given back', async (t) => {
  const { shop, orderId, mugs, bowls, show, left } = await aSale(t, byCard);
  const first = await shop.work((ctx) =>
    shipOrder(ctx, { orderId, carrier: 'dhl', lines: [{ orderLineId: mugs, quantity: 3 }] }),
  );
  await shop.work((ctx) => confirmDelivery(ctx, first));

  await shop.work((ctx) =>
    refundLines(
      ctx,
      orderId,
      { lines: [{ orderLineId: bowls, quantity: 2 }], delivery: false },
      { reason: 'missing', restock: false },
    ),
  );

  const { state, fulfilmentState, paymentState } = await show();
  assert.deepEqual([state, fulfilmentState, paymentState], ['completed', 'delivered', 'partially_refunded']);
  assert.deepEqual(await left(), [7, 10]);
  await provesGreen(shop);
});

test('whatever colleagues do to one order at the same moment, money and goods add up', async (t) => {
  const { shop, orderId, mugs, bowls, show } = await aSale(t, byCard);
  const everything = { everything: true } as const;
  const goodwill = { reason: 'goodwill', restock: true } as const;
  const someBowls = { lines: [{ orderLineId: bowls, quantity: 2 }], delivery: true };

  await Promise.allSettled([
    shop.work((ctx) =>
      shipOrder(ctx, { orderId, carrier: 'dhl', lines: [{ orderLineId: mugs, quantity: 1 }] }),
    ),
    shop.work((ctx) => refundLines(ctx, orderId, someBowls, goodwill)),
    shop.work((ctx) => cancelOrder(ctx, orderId, true)),
    shop.work((ctx) =>
      shipOrder(ctx, { orderId, carrier: 'ups', lines: [{ orderLineId: mugs, quantity: 3 }] }),
    ),
    shop.work((ctx) => refundLines(ctx, orderId, someBowls, goodwill)),
    shop.work((ctx) => refundLines(ctx, orderId, everything, goodwill)),
    shop.work((ctx) => refundLines(ctx, orderId, everything, goodwill)),
  ]);

  const { totals } = await show();
  assert.deepEqual(totals.refunded, totals.total);
  assert.equal(await balanceOf(shop, 'revenue'), 0n);
  assert.equal(await balanceOf(shop, 'receivable'), 0n);
  assert.equal(await balanceOf(shop, 'refund_clearing'), -BigInt(totals.total.amountMinor));
  await provesGreen(shop);
});

test('an order marked as paid and cancelled at the same moment ends as one or the other, in every book', async (t) => {
  const { shop, orderId, show } = await aSale(t, byTransfer);

  await Promise.allSettled([
    shop.work((ctx) => markOrderPaid(ctx, orderId)),
    shop.work((ctx) => cancelOrder(ctx, orderId, true)),
    shop.work((ctx) => markOrderPaid(ctx, orderId)),
  ]);

  const { state, paymentState } = await show();
  assert.equal(state, 'cancelled');
  assert.ok(['voided', 'refunded'].includes(paymentState), paymentState);
  assert.equal(await balanceOf(shop, 'receivable'), 0n);
  assert.equal(await balanceOf(shop, 'revenue'), 0n);
  await provesGreen(shop);
});

test('cash on delivery is not taken with an address abroad, even when it was chosen before the address', async (t) => {
  const { shop, buyer } = await aSale(t, byCard);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate' }));
  const { id } = await buyer.fill([{ offerId, quantity: 1 }], atTheDoor);
  const cart = `/api/store/carts/${id}`;
  const abroad = { ...anAddress, line1: 'Gasse 1', postcode: '1010', city: 'Wien', country: 'AT' };
  await buyer.good('PUT', `${cart}/contact`, { email: 'mara@example.org', shippingAddress: abroad });
  const { items } = await buyer.good<{ items: { id: string }[] }>('GET', `${cart}/shipping-options`);
  const ready = await buyer.good<CartView>('PUT', `${cart}/shipping`, { optionId: items[0]?.id });

  const { status, body } = await buyer.press(ready);

  assert.deepEqual([status, body.code], [400, 'payments.unknownProvider']);
});

test('a refund that the bank refuses for good waits for staff, who send it by hand', async (t) => {
  const { shop, orderId, bowls, show } = await aSale(t, byCard);
  const refund = (): Promise<{ refundId: string }> =>
    shop.work((ctx) =>
      refundLines(
        ctx,
        orderId,
        { lines: [{ orderLineId: bowls, quantity: 1 }], delivery: false },
        { reason: 'damaged', restock: false },
      ),
    );
  const bank = new pg.Client({ connectionString: shop.adminUrl });
  await bank.connect();
  await bank.query("update payments.test_card_charge set state = 'declined'");
  await bank.end();
  const owner = await asColleague(shop, 'owner');
  const waiting = async () =>
    (await owner('GET', '/api/admin/refunds/by-hand')).json<{ items: { id: string; state: string }[] }>()
      .items;

  for (const { refundId } of [await refund(), await refund()]) {
    for (let tries = 0; tries < 8; tries += 1) await settleRefund(shop.house, shop.tenant, refundId as never);
  }
  const before = await waiting();
  const { refundsByHand } = (await owner('GET', '/api/admin/today')).json<{ refundsByHand: number }>();
  for (const { id } of before) await owner('POST', `/api/admin/refunds/${id}/confirm`);

  assert.deepEqual(
    before.map(({ state }) => state),
    ['failed', 'failed'],
  );
  assert.equal(refundsByHand, 2);
  assert.deepEqual(await waiting(), []);
  assert.equal(await balanceOf(shop, 'refund_clearing'), 0n);
  assert.equal((await show()).paymentState, 'partially_refunded');
  await provesGreen(shop);
});

test('a purchase on a promise that the buyer let go of is not ordered behind their back', async (t) => {
  const { shop, buyer } = await aSale(t, byCard);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate', stock: 1 }));
  const cart = await buyer.fill([{ offerId, quantity: 1 }], {
    provider: 'test-card',
    option: 'needs_action',
  });
  await buyer.press(cart);
  const attempt =
    (await shop.work((ctx) => cartUnderWay(ctx, cart.id as CartId))) ?? assert.fail('nothing is under way');

  const letGo = await buyer.good<{ state: string }>('POST', `/api/store/carts/${cart.id}/payment/cancel`);
  const late = await shop.work(
    (ctx) =>
      finaliseAttempt(ctx, attempt, {
        kind: 'approved',
        settled: 'promised',
        reference: 'late',
        amount: { minor: BigInt(cart.totals.total.amountMinor), currency: currency('EUR') },
      }),
    { purpose: 'pay' },
  );

  assert.equal(letGo.state, 'free');
  assert.equal(late.kind, 'declined');
  assert.equal((await shop.work((ctx) => availability(ctx, [offerId]))).get(offerId), 1);
  await provesGreen(shop);
});

test('late money of the wrong amount does not open a cart again that was paid in another way', async (t) => {
  const { shop, buyer } = await aSale(t, byCard);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate' }));
  const cart = await buyer.fill([{ offerId, quantity: 1 }], {
    provider: 'test-card',
    option: 'needs_action',
  });
  const first = await buyer.press(cart);
  assert.equal(first.body.state, 'needs_action');
  const attempt =
    (await shop.work((ctx) => cartUnderWay(ctx, cart.id as CartId))) ?? assert.fail('nothing is under way');
  await buyer.good('POST', `/api/store/carts/${cart.id}/payment/cancel`);
  await buyer.good('POST', `/api/store/carts/${cart.id}/payment`, byTransfer);
  const paid = await buyer.press(cart);
  assert.equal(paid.body.state, 'placed');

  const late = await shop.work(
    (ctx) =>
      finaliseAttempt(ctx, attempt, {
        kind: 'approved',
        settled: 'captured',
        reference: 'late',
        amount: { minor: 1n, currency: currency('EUR') },
      }),
    { purpose: 'pay' },
  );

  assert.deepEqual(late, { kind: 'returned', because: 'amountMismatch' });
  const again = await buyer.press(cart);
  assert.deepEqual(
    again.body.orders.map(({ number }) => number),
    paid.body.orders.map(({ number }) => number),
  );
  await provesGreen(shop);
});

test('a draft whose payment is still under way after a month is there when the money comes; one that nobody will pay is gone', async (t) => {
  const { shop, buyer } = await aSale(t, byCard);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate' }));
  const asksFirst = { provider: 'test-card', option: 'needs_action' };
  const [waiting, given] = [
    await buyer.fill([{ offerId, quantity: 1 }], asksFirst),
    await aBuyer(shop.inject).fill([{ offerId, quantity: 1 }], asksFirst),
  ];
  for (const cart of [waiting, given]) await buyer.press(cart);
  const attempt =
    (await shop.work((ctx) => cartUnderWay(ctx, waiting.id as CartId))) ??
    assert.fail('nothing is under way');
  await asOwner(
    shop.adminUrl,
    `update checkout.checkout_attempt set state = 'expired' where id <> '${attempt}' and state in ('paying', 'completing')`,
  );
  const drafts = () => asOwner(shop.adminUrl, `select id from orders.order where state = 'draft'`);
  const before = await drafts();

  shop.at(new Date(Date.now() + 40 * 86_400_000));
  const forget = modules.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'orders.forget-drafts');
  await forget?.run(shop.house, shop.tenant);

  assert.equal(before.length, 2);
  assert.equal((await drafts()).length, 1);
  const [bill] = await asOwner(
    shop.adminUrl,
    `select amount_minor from checkout.checkout_attempt where id = '${attempt}'`,
  );
  const late = await shop.work(
    (ctx) =>
      finaliseAttempt(ctx, attempt, {
        kind: 'approved',
        settled: 'captured',
        reference: 'late',
        amount: { minor: BigInt(String(bill?.['amount_minor'])), currency: currency('EUR') },
      }),
    { purpose: 'pay' },
  );
  assert.equal(late.kind, 'placed');
});
