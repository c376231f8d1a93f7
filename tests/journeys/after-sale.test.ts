import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { SubjectId } from '#kernel/ids.ts';
import { aBuyer, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { confirmDelivery, shipOrder } from '#modules/fulfilment/index.ts';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { balances } from '#modules/ledger/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import {
  cancelOrder,
  getOrderByToken,
  getStaffOrder,
  listOrders,
  markOrderPaid,
  previewRefund,
  refundLines,
} from '#modules/orders/index.ts';
import type { Order, OrderItem, OrderLineId, StaffOrder } from '#modules/orders/index.ts';
import { settleRefund } from '#modules/payments/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { modules } from '../../src/modules.ts';

type Pay = { provider: string; option?: string };
const byCard: Pay = { provider: 'test-card', option: 'approve' };
const byTransfer: Pay = { provider: 'bank-transfer' };

/** A shop in which somebody has bought three mugs and two bowls. */
async function aSale(t: TestContext, pay: Pay) {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const mug = await shop.work((ctx) => goodsForSale(ctx, { title: 'Mug', priceMinor: 1999n, stock: 10 }));
  const bowl = await shop.work((ctx) => goodsForSale(ctx, { title: 'Bowl', priceMinor: 3333n, stock: 10 }));
  const buyer = aBuyer(shop.inject);
  const { body } = await buyer.press(
    await buyer.fill(
      [
        { offerId: mug, quantity: 3 },
        { offerId: bowl, quantity: 2 },
      ],
      pay,
    ),
  );
  const placed = body.orders[0] ?? assert.fail(JSON.stringify(body));
  const orderId = placed.id as OrderId;
  const show = (): Promise<StaffOrder> => shop.work((ctx) => getStaffOrder(ctx, orderId, true));
  const { lines } = await show();
  const lineId = (title: string) =>
    (lines.find((line) => line.title === title)?.id ?? assert.fail()) as OrderLineId;
  const left = () => shop.work(async (ctx) => [...(await availability(ctx, [mug, bowl])).values()]);
  return {
    shop,
    buyer,
    orderId,
    token: placed.token,
    show,
    left,
    mugs: lineId('Mug'),
    bowls: lineId('Bowl'),
  };
}

async function provesGreen(shop: TestServer): Promise<void> {
  for (const { name, prove } of modules.flatMap(({ provers = [] }) => provers)) {
    assert.deepEqual(await shop.work((ctx) => prove(ctx)), [], `the prover of ${name} is green`);
  }
}

const balanceOf = async (shop: TestServer, account: string): Promise<bigint> =>
  (await shop.work((ctx) => balances(ctx)))
    .filter((one) => one.account === account)
    .reduce((sum, { minor }) => sum + minor, 0n);

test('an order leaves in two parcels, each with its tracking number, and is complete when the last arrives', async (t) => {
  const { shop, orderId, token, show, left, mugs, bowls } = await aSale(t, byCard);

  const first = await shop.work((ctx) =>
    shipOrder(ctx, {
      orderId,
      lines: [{ orderLineId: mugs, quantity: 2 }],
      carrier: 'dhl',
      trackingNumber: '0034 0434 1234 5678 9012',
    }),
  );
  const between = await show();
  const second = await shop.work((ctx) =>
    shipOrder(ctx, { orderId, carrier: 'ups', trackingNumber: '1Z5R89390357567127' }),
  );
  const after = await shop.work((ctx) => getOrderByToken(ctx, token), { purpose: 'account' });

  assert.deepEqual(
    [between.state, between.fulfilmentState, between.mayCancel],
    ['partially_fulfilled', 'partially_shipped', false],
  );
  assert.deepEqual([after.state, after.fulfilmentState], ['fulfilled', 'shipped']);
  assert.deepEqual(
    after.lines.map(({ shipped }) => shipped),
    [3, 2],
  );
  assert.equal(after.fulfilments[0]?.trackingNumber, '00340434123456789012');
  assert.match(after.fulfilments[1]?.trackingUrl ?? '', /^https:\/\/www\.ups\.com\/.*1Z5R89390357567127$/);
  assert.deepEqual(
    after.fulfilments[1]?.lines.toSorted((a, b) => a.quantity - b.quantity),
    [
      { orderLineId: mugs, quantity: 1 },
      { orderLineId: bowls, quantity: 2 },
    ],
  );
  assert.deepEqual(await left(), [7, 8]);
  await assert.rejects(
    shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl' })),
    refusedWith('orders.wrongState'),
  );
  await shop.work((ctx) => confirmDelivery(ctx, first));
  assert.equal((await show()).state, 'fulfilled');
  await shop.work((ctx) => confirmDelivery(ctx, second));
  await shop.work((ctx) => confirmDelivery(ctx, second));
  assert.deepEqual([(await show()).state, (await show()).fulfilmentState], ['completed', 'delivered']);
  await provesGreen(shop);
});

test('goods that are to be paid by bank transfer leave only when staff have seen the money', async (t) => {
  const { shop, orderId, show } = await aSale(t, byTransfer);

  await assert.rejects(
    shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl' })),
    refusedWith('orders.unpaid'),
  );
  await shop.work((ctx) => markOrderPaid(ctx, orderId));
  await shop.work((ctx) => markOrderPaid(ctx, orderId));
  await shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl' }));

  assert.equal((await show()).paymentState, 'captured');
  assert.equal(await balanceOf(shop, 'bank_clearing'), 3n * 1999n + 2n * 3333n + 490n);
  assert.equal(await balanceOf(shop, 'receivable'), 0n);
  await provesGreen(shop);
});

test('cash on delivery is paid when the last parcel has arrived', async (t) => {
  const { shop, orderId, show } = await aSale(t, { provider: 'cash-on-delivery' });
  const parcel = await shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl' }));
  assert.equal((await show()).paymentState, 'pending');

  await shop.work((ctx) => confirmDelivery(ctx, parcel));

  assert.equal((await show()).paymentState, 'captured');
  assert.equal(await balanceOf(shop, 'cod_clearing'), 13153n);
  await provesGreen(shop);
});

test('a refund is what its preview said, to the cent, and parts of a line sum to the line', async (t) => {
  const { shop, orderId, show, left, mugs } = await aSale(t, byCard);
  await shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl' }));
  const ask = { lines: [{ orderLineId: mugs, quantity: 1 }], delivery: false };
  const how = { reason: 'returned', restock: true } as const;

  const preview = await shop.work((ctx) => previewRefund(ctx, orderId, ask));
  const first = await shop.work((ctx) =>
    refundLines(ctx, orderId, ask, { ...how, expectedMinor: preview.amountMinor }),
  );
  await settleRefund(shop.house, shop.tenant, first.refundId);

  assert.equal(first.amountMinor, preview.amountMinor);
  assert.equal(first.amountMinor, 1999n);
  assert.equal((await show()).paymentState, 'partially_refunded');
  assert.deepEqual(await left(), [8, 8], 'the returned mug is on the shelf again');
  await assert.rejects(
    shop.work((ctx) =>
      refundLines(ctx, orderId, { lines: [{ orderLineId: mugs, quantity: 3 }], delivery: false }, how),
    ),
    refusedWith('orders.tooMany'),
  );
  await assert.rejects(
    shop.work((ctx) => refundLines(ctx, orderId, ask, { ...how, expectedMinor: 1n })),
    refusedWith('orders.changedMeanwhile'),
  );
  const rest = await shop.work((ctx) =>
    refundLines(ctx, orderId, { everything: true }, { reason: 'goodwill', restock: false }),
  );
  await settleRefund(shop.house, shop.tenant, rest.refundId);
  const end = await show();
  assert.equal(end.paymentState, 'refunded');
  assert.equal(first.amountMinor + rest.amountMinor, BigInt(end.totals.total.amountMinor));
  for (const account of [
    'psp_clearing',
    'refund_clearing',
    'revenue',
    'delivery_revenue',
    'tax_collected',
    'receivable',
  ]) {
    assert.equal(await balanceOf(shop, account), 0n, account);
  }
  await provesGreen(shop);
});

test('pieces refunded before they left are free for others, and the rest completes the order', async (t) => {
  const { shop, orderId, show, left, bowls } = await aSale(t, byCard);

  await shop.work((ctx) =>
    refundLines(
      ctx,
      orderId,
      { lines: [{ orderLineId: bowls, quantity: 2 }], delivery: false },
      { reason: 'missing', restock: false },
    ),
  );
  const before = await left();
  await shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl' }));

  assert.deepEqual(before, [7, 10]);
  assert.deepEqual([(await show()).state, (await show()).fulfilmentState], ['fulfilled', 'shipped']);
  await provesGreen(shop);
});

test('a buyer cancels by the secret link: the goods are free, the money goes back, cancelling again changes nothing', async (t) => {
  const { shop, buyer, token, left } = await aSale(t, byCard);

  const cancelled = await buyer.good<Order>('POST', `/api/store/orders/${token}/cancel`);
  const again = await buyer.good<Order>('POST', `/api/store/orders/${token}/cancel`);

  assert.deepEqual(
    [cancelled.state, cancelled.paymentState, cancelled.fulfilmentState],
    ['cancelled', 'refunded', 'cancelled'],
  );
  assert.deepEqual(again, cancelled);
  assert.deepEqual(await left(), [10, 10]);
  for (const account of ['psp_clearing', 'refund_clearing', 'revenue', 'tax_collected'])
    assert.equal(await balanceOf(shop, account), 0n, account);
  await provesGreen(shop);
});

test('cancelling what was never paid leaves nothing owed, and a shipped order is refused', async (t) => {
  const { shop, orderId, show, left } = await aSale(t, byTransfer);

  await shop.work((ctx) => cancelOrder(ctx, orderId, true));

  assert.deepEqual([(await show()).state, (await show()).paymentState], ['cancelled', 'voided']);
  assert.equal(await balanceOf(shop, 'receivable'), 0n);
  assert.deepEqual(await left(), [10, 10]);
  await provesGreen(shop);
  const shipped = await aSale(t, byCard);
  await shipped.shop.work((ctx) => shipOrder(ctx, { orderId: shipped.orderId, carrier: 'dhl' }));
  await assert.rejects(
    shipped.shop.work((ctx) => cancelOrder(ctx, shipped.orderId, true)),
    refusedWith('orders.alreadyShipped'),
  );
});

test('the buyer is written to when the order is placed, shipped, refunded and cancelled', async (t) => {
  const { shop, orderId, mugs } = await aSale(t, byCard);
  await shop.work((ctx) =>
    shipOrder(ctx, {
      orderId,
      lines: [{ orderLineId: mugs, quantity: 1 }],
      carrier: 'dpd',
      trackingNumber: '09980000020033F',
    }),
  );
  await shop.work((ctx) =>
    refundLines(
      ctx,
      orderId,
      { lines: [{ orderLineId: mugs, quantity: 1 }], delivery: false },
      { reason: 'goodwill', restock: false },
    ),
  );

  await shop.settle();

  const letters = await shop.work((ctx) => lettersTo(ctx, 'mara@example.org'));

  const kinds = new Map(letters.map((letter) => [letter.kind, letter]));
  assert.deepEqual([...kinds.keys()].toSorted(), [
    'orders.confirmation',
    'orders.refunded',
    'orders.shipped',
  ]);
  assert.match(kinds.get('orders.confirmation')?.text ?? '', /3 × Mug[\s\S]*131\.53/);
  assert.match(kinds.get('orders.confirmation')?.text ?? '', /http:\/\/shop\.localhost\/orders\//);
  assert.match(kinds.get('orders.shipped')?.text ?? '', /DPD 09980000020033F/);
  assert.match(kinds.get('orders.refunded')?.text ?? '', /19\.99/);
  assert.doesNotMatch(
    kinds.get('orders.confirmation')?.html ?? '',
    /<img/,
    'no picture, so no tracking pixel',
  );
});

test('an order joins an account only when the address of the account is proven', async (t) => {
  const { shop } = await aSale(t, byCard);
  const unproven = await shop.work((ctx) => anAccount(ctx, { email: 'jonas@example.org', verified: false }));
  const jonas = aBuyer(shop.inject, 'jonas@example.org');
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate' }));
  await jonas.press(await jonas.fill([{ offerId, quantity: 1 }], byTransfer));
  const mara = await shop.work((ctx) => anAccount(ctx, { email: 'Mara@example.org' }));

  await shop.settle();

  const ordersOf = async (holderId: SubjectId): Promise<number> =>
    (await shop.work((ctx) => listOrders(ctx, { filter: { holderId }, limit: 10 }, false))).items.length;
  assert.deepEqual([await ordersOf(mara.subject), await ordersOf(unproven.subject)], [1, 0]);
});

test('staff find orders by number, address and name, see people only with the right to, and every reading is recorded', async (t) => {
  const { shop, orderId } = await aSale(t, byCard);
  const jonas = aBuyer(shop.inject, 'jonas@example.org');
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate' }));
  await jonas.press(
    await jonas.fill([{ offerId, quantity: 1 }], byTransfer, {
      name: 'Jonas Þór',
      line1: 'Weg 1',
      postcode: '20099',
      city: 'Hamburg',
      country: 'DE',
    }),
  );
  const asked = async (email: string, role: string) => {
    await shop.work((ctx) => aColleague(ctx, { email, role }));
    const signedIn = await shop.inject({
      method: 'POST',
      url: '/api/admin/sign-in',
      payload: { email, password: goodPassword },
    });
    const cookie = [signedIn.headers['set-cookie']]
      .flat()
      .map((one) => String(one).split(';')[0])
      .join('; ');
    return async (url: string) =>
      JSON.parse((await shop.inject({ method: 'GET', url, headers: { cookie } })).body) as {
        items: OrderItem[];
        next: string | null;
      };
  };
  const owner = await asked('olga@example.org', 'owner');
  const counter = await asked('fia@example.org', 'finance');

  const byNumber = await owner('/api/admin/orders?q=1001');
  const byAddress = await owner('/api/admin/orders?q=MARA@example.org');
  const byName = await owner('/api/admin/orders?q=lindq');
  const firstPage = await owner('/api/admin/orders?limit=1');
  const secondPage = await owner(`/api/admin/orders?limit=1&after=${firstPage.next}`);
  const unpaid = await owner('/api/admin/orders?payment=pending');
  const masked = await counter('/api/admin/orders');

  for (const found of [byNumber, byAddress, byName])
    assert.deepEqual(
      found.items.map(({ id }) => id),
      [orderId],
    );
  assert.equal(byName.items[0]?.buyer?.email, 'mara@example.org');
  assert.deepEqual(
    [...firstPage.items, ...secondPage.items].map(({ number }) => number),
    ['1002', '1001'],
  );
  assert.equal(secondPage.next, null);
  assert.deepEqual(
    unpaid.items.map(({ number }) => number),
    ['1002'],
  );
  assert.deepEqual(
    masked.items.map(({ buyer }) => buyer?.email),
    ['j•••@e•••.org', 'm•••@e•••.org'],
  );
  const { items: readings } = (await owner('/api/admin/audit?limit=100')) as unknown as {
    items: { on: { table: string } }[];
  };
  assert.ok(
    readings.filter(({ on }) => on.table === 'orders.party').length >= 6,
    'three searches and two pages were readings of people',
  );
});
