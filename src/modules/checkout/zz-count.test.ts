import { test } from 'node:test';
import pg from 'pg';
import { aServer } from '#testing/server.ts';
import { aBuyer, anAddress, goodsForSale, openForBusiness } from './makers.ts';
import type { CartView } from './present-cart.ts';
test('count', async (t) => {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const mug = await shop.work((ctx) => goodsForSale(ctx, { stock: 100 }));
  const seen: string[] = [];
  const original = pg.Client.prototype.query;
  (pg.Client.prototype as any).query = function (...args: any[]) { const q = args[0]; const text = typeof q === 'string' ? q : q?.text ?? '?'; seen.push(text.replace(/\s+/g, ' ').slice(0, 150)); return (original as any).apply(this, args); };
  const buyer = aBuyer(shop.inject);
  for (const pay of [{ provider: 'bank-transfer' }, { provider: 'test-card', option: 'approve' }]) {
    for (let round = 0; round < 2; round++) {
    const counts: [string, number, string[]][] = [];
    const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => { seen.length = 0; const r = await run(); counts.push([name, seen.reduce((n, s) => n + (s.startsWith('BEGIN;') ? 2 : 1), 0), [...seen]]); return r; };
    const cart = await step('carts', () => buyer.good<CartView>('POST', '/api/store/carts', { line: { offerId: mug, quantity: 1 } }));
    const base = `/api/store/carts/${cart.id}`;
    await step('contact', () => buyer.good('PUT', `${base}/contact`, { email: 'mara@example.org', shippingAddress: anAddress }));
    const { items } = await buyer.good<{ items: { id: string }[] }>('GET', `${base}/shipping-options`);
    await step('shipping', () => buyer.good('PUT', `${base}/shipping`, { optionId: items[0]!.id }));
    const { cart: ready } = await step('payment', () => buyer.good<{ cart: CartView }>('POST', `${base}/payment`, pay));
    const { body } = await step('complete', () => buyer.press(ready));
    console.log(pay.provider, body.state, counts.map(([n, c]) => `${n} ${c}`).join(', '), 'sum', counts.reduce((a, [, c]) => a + c, 0));
    if (round === 1) for (const [n, , list] of counts) { console.log('##', n); for (const s of list) console.log('   ', s); }
    }
  }
});
