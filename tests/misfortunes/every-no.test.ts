import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAddress, goodsForSale } from '#modules/checkout/index.ts';
import type { CartView } from '#modules/checkout/index.ts';
import { aSale, asColleague, byCard, byTransfer } from './a-sale.ts';

const nobody = '01890000-0000-7000-8000-000000000000';

interface No {
  readonly statusCode: number;
  readonly body: string;
}

/** What was answered, as `404 orders.noSuchOrder`. */
const no = ({ statusCode, body }: No): string =>
  `${statusCode} ${(JSON.parse(body || '{}') as { code?: string }).code ?? ''}`;

test('each no of the cart and the checkout says which one it is', async (t) => {
  const { shop, buyer } = await aSale(t, byCard);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate' }));
  const carts = '/api/store/carts';
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    payload?: object,
    headers?: Record<string, string>,
  ) => no(await shop.inject({ method, url, ...(payload && { payload }), ...(headers && { headers }) }));
  const line = { offerId, quantity: 1 };
  const empty = await buyer.good<CartView>('POST', carts, {});
  const full = await buyer.fill([line], { provider: 'test-card', option: 'needs_action' });
  const first = full.lines[0]?.id ?? '';
  const total = { expectedTotal: full.totals.total };
  const key = { 'idempotency-key': 'a-key-of-its-own' };

  assert.equal(await ask('GET', `${carts}/${nobody}`), '404 checkout.noSuchCart');
  assert.equal(
    await ask('PATCH', `${carts}/${full.id}/lines/${nobody}`, { quantity: 1 }),
    '404 checkout.noSuchLine',
  );
  assert.equal(
    await ask('POST', `${carts}/${full.id}/lines`, { offerId, quantity: 9999 }),
    '400 checkout.tooMany',
  );
  assert.equal(
    await ask('POST', `${carts}/${full.id}/lines`, { offerId: nobody, quantity: 1 }),
    '409 checkout.itemGone',
  );
  assert.equal(
    await ask('PATCH', `${carts}/${full.id}/lines/${first}`, { quantity: 2 }, { 'if-match': '"1"' }),
    '412 checkout.changedMeanwhile',
  );
  assert.equal(await ask('GET', `${carts}/${empty.id}/shipping-options`), '409 checkout.contactFirst');
  assert.equal(
    await ask('PUT', `${carts}/${full.id}/shipping`, { optionId: nobody }),
    '409 checkout.notDelivered',
  );
  assert.equal(
    await ask('POST', `${carts}/${full.id}/payment`, { provider: 'barter' }),
    '400 payments.unknownProvider',
  );
  assert.equal(
    await ask('POST', `${carts}/${full.id}/payment`, { provider: 'test-card', option: 'barter' }),
    '400 payments.unknownOption',
  );
  assert.equal(await ask('POST', `${carts}/${empty.id}/complete`, total, key), '409 checkout.incomplete');
  assert.equal(await ask('GET', `/checkout/return/${nobody}`), '404 checkout.noSuchAttempt');
  assert.equal(await ask('GET', `/test-card/${nobody}`), '404 payments.noSuchTestCard');
  await buyer.press(full);
  assert.equal(
    await ask('PUT', `${carts}/${full.id}/contact`, { email: 'a@example.org', shippingAddress: anAddress }),
    '409 checkout.paymentUnderWay',
  );
  await buyer.good('POST', `${carts}/${full.id}/payment/cancel`);
  await buyer.good('POST', `${carts}/${full.id}/payment`, byTransfer);
  await buyer.press(full);
  assert.equal(await ask('POST', `${carts}/${full.id}/lines`, line), '409 checkout.cartDone');
});

test('each no of orders, parcels and refunds says which one it is', async (t) => {
  const { shop, orderId, mugs } = await aSale(t, byTransfer);
  const owner = await asColleague(shop, 'owner');
  const order = `/api/admin/orders/${orderId}`;
  const ask = async (method: 'GET' | 'POST', url: string, body?: object) =>
    no(await owner(method, url, body));
  const refund = (lines: object[], more = {}) =>
    ask('POST', `${order}/refunds`, { lines, delivery: false, reason: 'damaged', ...more });
  const ship = (carrier: string, lines?: object[]) =>
    ask('POST', `${order}/shipments`, { carrier, ...(lines && { lines }) });

  assert.equal(await ask('GET', `/api/admin/orders/${nobody}`), '404 orders.noSuchOrder');
  assert.equal(
    no(await shop.inject({ method: 'GET', url: `/api/store/orders/${'A'.repeat(38)}` })),
    '404 orders.noSuchOrder',
  );
  assert.equal(await refund([{ orderLineId: mugs, quantity: 1 }]), '409 orders.notPaid');
  assert.equal(await ship('dhl'), '409 orders.unpaid');
  assert.equal(await ask('POST', `${order}/mark-paid`), '200 ');
  assert.equal(await refund([]), '400 orders.nothingToRefund');
  assert.equal(await refund([{ orderLineId: nobody, quantity: 1 }]), '400 orders.noSuchLine');
  assert.equal(await refund([{ orderLineId: mugs, quantity: 4 }]), '409 orders.tooMany');
  assert.equal(
    await refund([{ orderLineId: mugs, quantity: 1 }], { expectedMinor: 1 }),
    '409 orders.changedMeanwhile',
  );
  assert.equal(await ship('pigeon'), '400 fulfilment.unknownCarrier');
  assert.equal(await ship('dhl', [{ orderLineId: nobody, quantity: 1 }]), '400 orders.noSuchLine');
  assert.equal(
    await ask('POST', `/api/admin/shipments/${nobody}/delivered`),
    '404 fulfilment.noSuchShipment',
  );
  assert.equal(await ask('POST', `/api/admin/refunds/${nobody}/confirm`), '404 payments.noSuchRefund');
  assert.equal(await ask('POST', `/api/admin/incidents/${nobody}/resolve`), '404 payments.noSuchIncident');
  assert.equal(await ship('dhl'), '200 ');
  assert.equal(await ask('POST', `${order}/cancel`), '409 orders.alreadyShipped');
  assert.equal(await ship('dhl'), '409 orders.wrongState');
});

test('each no about colleagues and accounts says which one it is', async (t) => {
  const { shop } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, body?: object) =>
    no(await owner(method, url, body));
  const roles = (await owner('GET', '/api/admin/roles')).json<{ items: { id: string; code: string }[] }>()
    .items;
  const roleIds = [roles.find(({ code }) => code === 'support')?.id];

  assert.equal(
    await ask('POST', '/api/admin/invitations', { email: 'owner@shop.example', name: 'Nina', roleIds }),
    '409 identity.alreadyStaff',
  );
  assert.equal(
    await ask('POST', '/api/admin/invitations', {
      email: 'n@shop.example',
      name: 'Nina',
      roleIds: [nobody],
    }),
    '404 identity.noRole',
  );
  assert.equal(await ask('PUT', `/api/admin/staff/${nobody}/roles`, { roleIds }), '404 identity.noAccount');
  assert.equal(await ask('GET', `/api/admin/customers/${nobody}`), '404 identity.noAccount');
});
