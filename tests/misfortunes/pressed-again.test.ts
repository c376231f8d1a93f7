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
