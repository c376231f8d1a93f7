import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import type { TestContext } from 'node:test';
import { aServer } from '#testing/server.ts';
import { aBuyer, anAddress, goodsForSale, openForBusiness } from './makers.ts';
import type { CartView } from './present-cart.ts';

/** Counts what is sent to PostgreSQL, keystore included; BEGIN and entering the tenant share a message and count as two. */
function countStatements(t: TestContext): () => number {
  let count = 0;
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the client it belongs to
  const { query } = pg.Client.prototype;
  t.mock.method(pg.Client.prototype, 'query', function (this: pg.Client, ...asked: unknown[]) {
    const [first] = asked;
    count += typeof first === 'string' && first.startsWith('BEGIN;') ? 2 : 1;
    return Reflect.apply(query, this, asked) as unknown;
  });
  return () => count;
}

test('a whole purchase takes at most fifty statements', async (t) => {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { stock: 10 }));
  const buyer = aBuyer(shop.inject);
  const pay = { provider: 'bank-transfer' };
  await buyer.press(await buyer.fill([{ offerId, quantity: 1 }], pay)); // caches that live as long as the process are warm

  const count = countStatements(t);
  const { id } = await buyer.good<CartView>('POST', '/api/store/carts', { line: { offerId, quantity: 1 } });
  const url = `/api/store/carts/${id}`;
  await buyer.good('PUT', `${url}/contact`, { email: 'mara@example.org', shippingAddress: anAddress });
  const before = count();
  const { items } = await buyer.good<{ items: { id: string }[] }>('GET', `${url}/shipping-options`);
  const looking = count() - before;
  await buyer.good('PUT', `${url}/shipping`, { optionId: items[0]?.id });
  const { cart } = await buyer.good<{ cart: CartView }>('POST', `${url}/payment`, pay);
  const { body } = await buyer.press(cart);

  assert.equal(body.state, 'placed');
  const taken = count() - looking;
  assert.ok(taken <= 50, `it took ${taken} statements`);
});
