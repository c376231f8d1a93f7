import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { aServer } from '#testing/server.ts';
import { aSale, asColleague, byCard, provesGreen } from './a-sale.ts';

test('a refund whose answer was lost is not given twice, however often the colleague asks again', async (t) => {
  const { shop, orderId, mugs, show } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  shop.beforeEnd(() => admin.end());
  const body = { lines: [{ orderLineId: mugs, quantity: 1 }], delivery: false, reason: 'damaged' };
  const refund = async () => {
    const answer = await owner('POST', `/api/admin/orders/${orderId}/refunds`, body, {
      'idempotency-key': 'one-broken-mug',
    });
    return [answer.statusCode, answer.json<{ code?: string }>().code];
  };
  const settling = 'function kernel.settle_idempotency(uuid, bytea, integer, bytea)';

  await admin.query(`alter ${settling} rename to out_of_order`);
  const lost = await refund();
  await admin.query(
    `alter ${settling.replace('settle_idempotency', 'out_of_order')} rename to settle_idempotency`,
  );
  const atOnce = await refund();
  shop.at(new Date(Date.now() + 90_000));
  const later = await refund();

  assert.equal(lost[0], 500);
  assert.deepEqual(atOnce, [409, 'kernel.keyInFlight']);
  assert.deepEqual(later, [409, 'kernel.answerLost']);
  assert.equal((await show()).refunds.length, 1);
  await provesGreen(shop);
});

test('work that fails before it is stored can be sent again with the same key', async (t) => {
  const { shop, orderId, mugs } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const ship = async (quantity: number) => {
    const body = { carrier: 'dhl', lines: [{ orderLineId: mugs, quantity }] };
    const answer = await owner('POST', `/api/admin/orders/${orderId}/shipments`, body, {
      'idempotency-key': `parcel-of-${quantity}`,
    });
    return answer.statusCode;
  };
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  shop.beforeEnd(() => admin.end());

  await admin.query('alter table fulfilment.shipment rename to elsewhere');
  const failed = await ship(1);
  await admin.query('alter table fulfilment.elsewhere rename to shipment');

  assert.deepEqual([failed, await ship(1), await ship(1)], [500, 200, 200]);
  await provesGreen(shop);
});

test('two guests who make up the same key do not get each other’s carts', async (t) => {
  const shop = await aServer(t);
  const open = async (remoteAddress: string) => {
    const headers = { 'idempotency-key': '12345678' };
    const answer = await shop.inject({
      method: 'POST',
      url: '/api/store/carts',
      payload: {},
      headers,
      remoteAddress,
    });
    return answer.json<{ id: string }>().id;
  };

  const [mine, again, theirs] = [
    await open('198.51.100.7'),
    await open('198.51.100.7'),
    await open('203.0.113.9'),
  ];

  assert.equal(again, mine);
  assert.notEqual(theirs, mine);
});

test('what two colleagues do to the same order in two browsers happens once', async (t) => {
  const { shop, orderId, mugs, show } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const colleague = await asColleague(shop, 'orders');
  const post = async (ask: typeof owner, what: string, body: object, version: number) => {
    const answer = await ask('POST', `/api/admin/orders/${orderId}/${what}`, body, {
      'if-match': `"${version}"`,
    });
    return `${answer.statusCode} ${answer.json<{ code?: string }>().code ?? ''}`;
  };
  const one = [{ orderLineId: mugs, quantity: 1 }];
  const refund = { lines: one, delivery: false, reason: 'damaged' };
  const parcel = { carrier: 'dhl', lines: one };

  for (const [what, body] of [
    ['shipments', parcel],
    ['shipments', parcel],
    ['refunds', refund],
  ] as const) {
    const { version } = await show();
    const answers = await Promise.all([
      post(owner, what, body, version),
      post(colleague, what, body, version),
    ]);
    assert.deepEqual(answers.toSorted(), ['200 ', '412 orders.orderChanged']);
  }

  const { lines, refunds } = await show();
  assert.deepEqual([lines[0]?.shipped, refunds.length], [2, 1]);
  await provesGreen(shop);
});
