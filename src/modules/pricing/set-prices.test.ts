import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { listProducts, upsertProduct } from '#modules/catalog/index.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { aHouse } from '#testing/house.ts';
import { endPrice } from './end-price.ts';
import { listPriceHistory, listPrices } from './list-prices.ts';
import { aPrice } from './makers.ts';
import { pricesOf } from './prices-of.ts';
import { pricesProver } from './prove-prices.ts';
import { setOfferPrices } from './set-offer-prices.ts';
import { setPrices } from './set-prices.ts';
import { turnPrices } from './turn-prices.ts';

async function anOffer(ctx: Context): Promise<OfferId> {
  const saved = await upsertProduct(ctx, {
    title: 'Stoneware mug',
    status: 'active',
    variants: [{ options: [] }],
  });
  const [offer] = saved.offers;
  assert.ok(offer);
  return offer.offerId;
}

const instant = (text: string): Date => new Date(`${text}T00:00:00Z`);

test('a price that was set is what cart and listing see at once', async (t) => {
  const shop = await aHouse(t);
  const offerId = await shop.work(anOffer);

  await shop.work((ctx) => aPrice(ctx, offerId, { amountMinor: 2450n }));

  const prices = await shop.work((ctx) => pricesOf(ctx, [offerId, newId()], 'EUR'));
  assert.deepEqual(
    [...prices],
    [[offerId, { amountMinor: 2450n, compareAtMinor: null, lowest30Minor: null }]],
  );
  const listing = await shop.work((ctx) => listProducts(ctx, {}));
  assert.equal(listing.items[0]?.price?.amountMinor, 2450);
  assert.equal((await shop.work((ctx) => pricesOf(ctx, [offerId], 'USD'))).size, 0);
});

test('a planned sale shows by itself, names the lowest price of the 30 days before it, and ends by itself', async (t) => {
  const shop = await aHouse(t);
  const set = (amountMinor: bigint, more: { validFrom?: Date; validTo?: Date } = {}): Promise<void> =>
    shop.work((ctx) => aPrice(ctx, offerId, { amountMinor, ...more }));
  const card = async () => (await shop.work((ctx) => listProducts(ctx, {}))).items[0];
  shop.at(instant('2026-01-01'));
  const offerId = await shop.work(anOffer);
  await set(1200n);
  shop.at(instant('2026-02-01'));
  await set(1800n);
  shop.at(instant('2026-03-01'));
  await set(2000n);
  await set(1500n, { validFrom: instant('2026-03-10'), validTo: instant('2026-03-20') });

  assert.equal(await shop.work(turnPrices), 0);
  shop.at(new Date('2026-03-10T00:00:20Z'));
  assert.equal(await shop.work(turnPrices), 1);
  const during = await card();
  shop.at(new Date('2026-03-20T00:00:05Z'));
  assert.equal(await shop.work(turnPrices), 1);
  const afterwards = await card();

  assert.equal(during?.price?.amountMinor, 1500);
  assert.equal(during?.compareAt?.amountMinor, 2000);
  assert.equal(during?.lowest30?.amountMinor, 1800, 'twelve euros were asked longer than 30 days before');
  assert.equal(afterwards?.price?.amountMinor, 2000);
  assert.equal(afterwards?.compareAt, null);
  const history = await shop.work((ctx) => listPriceHistory(ctx, { offerId, currency: 'EUR' }));
  assert.deepEqual(
    history.items.map(({ amountMinor, effectiveAt }) => [
      amountMinor,
      effectiveAt.toISOString().slice(0, 10),
    ]),
    [
      [2000n, '2026-03-20'],
      [1500n, '2026-03-10'],
      [2000n, '2026-03-01'],
      [1800n, '2026-02-01'],
      [1200n, '2026-01-01'],
    ],
  );
  assert.deepEqual(await shop.work(pricesProver.prove), []);
});

test('a short reduction that was hardly over counts as the lowest price of the 30 days', async (t) => {
  const shop = await aHouse(t);
  shop.at(instant('2026-01-01'));
  const offerId = await shop.work(anOffer);
  await shop.work((ctx) => aPrice(ctx, offerId, { amountMinor: 2000n }));
  shop.at(instant('2026-05-01'));
  await shop.work((ctx) => aPrice(ctx, offerId, { amountMinor: 900n, validTo: instant('2026-05-03') }));
  shop.at(instant('2026-05-03'));
  await shop.work(turnPrices);
  shop.at(instant('2026-05-20'));

  await shop.work((ctx) => aPrice(ctx, offerId, { amountMinor: 1700n, compareAtMinor: 2000n }));

  const price = (await shop.work((ctx) => pricesOf(ctx, [offerId], 'EUR'))).get(offerId);
  assert.deepEqual(price, { amountMinor: 1700n, compareAtMinor: 2000n, lowest30Minor: 900n });
});

test('a sale that is ended early gives the lasting price back', async (t) => {
  const shop = await aHouse(t);
  shop.at(instant('2026-01-01'));
  const offerId = await shop.work(anOffer);
  await shop.work((ctx) => aPrice(ctx, offerId, { amountMinor: 2000n }));
  await shop.work((ctx) => aPrice(ctx, offerId, { amountMinor: 900n, validTo: instant('2026-02-01') }));
  shop.at(instant('2026-01-05'));
  const [, running] = await shop.work((ctx) => listPrices(ctx, offerId));
  assert.equal(running?.layer, 'temporary');

  await shop.work((ctx) => endPrice(ctx, running.id));

  const price = (await shop.work((ctx) => pricesOf(ctx, [offerId], 'EUR'))).get(offerId);
  assert.equal(price?.amountMinor, 2000n);
  await assert.rejects(
    shop.work((ctx) => endPrice(ctx, running.id)),
    { code: 'pricing.unknownPrice' },
  );
  assert.deepEqual(await shop.work(pricesProver.prove), []);
});

test('who buys many, or from a price list, pays what was agreed for that', async (t) => {
  const shop = await aHouse(t);
  const offerId = await shop.work(anOffer);
  const base = { offerId, currency: 'EUR' };

  await shop.work((ctx) =>
    setPrices(ctx, [
      { ...base, amountMinor: 1000n },
      { ...base, amountMinor: 800n, minQuantity: 10 },
      { ...base, amountMinor: 700n, priceList: 'trade' },
    ]),
  );

  const ask = async (more: Parameters<typeof pricesOf>[3]): Promise<bigint | undefined> =>
    (await shop.work((ctx) => pricesOf(ctx, [offerId], 'EUR', more))).get(offerId)?.amountMinor;
  assert.equal(await ask({}), 1000n);
  assert.equal(await ask({ quantities: new Map([[offerId, 9]]) }), 1000n);
  assert.equal(await ask({ quantities: new Map([[offerId, 12]]) }), 800n);
  assert.equal(await ask({ priceList: 'trade' }), 700n);
});

test('prices that make no sense are refused with the field that is wrong', async (t) => {
  const shop = await aHouse(t);
  const offerId = await shop.work(anOffer);
  const base = { offerId, currency: 'EUR', amountMinor: 100n };
  const refused = (wish: object, code: string): Promise<void> =>
    assert.rejects(
      shop.work((ctx) => setPrices(ctx, [{ ...base, ...wish }])),
      { code },
    );

  await refused({ amountMinor: -1n }, 'pricing.badAmount');
  await refused({ compareAtMinor: 100n }, 'pricing.badAmount');
  await refused({ currency: 'XYZ' }, 'pricing.unknownCurrency');
  await refused({ validFrom: instant('2030-02-01'), validTo: instant('2030-01-01') }, 'pricing.badPeriod');
  await refused({ validTo: instant('2030-01-01') }, 'pricing.noLastingPrice');
  await assert.rejects(
    shop.work((ctx) => setOfferPrices(ctx, newId(), [base])),
    { code: 'pricing.unknownOffer' },
  );
});

test('two people who set the price of one offer at the same moment leave one price', async (t) => {
  const shop = await aHouse(t);
  const offerId = await shop.work(anOffer);
  await shop.work((ctx) => aPrice(ctx, offerId));

  const outcomes = await Promise.allSettled(
    [2100n, 2200n, 2300n, 2400n].map((amountMinor) =>
      shop.work((ctx) => aPrice(ctx, offerId, { amountMinor })),
    ),
  );

  const rows = await shop.work((ctx) => listPrices(ctx, offerId));
  assert.equal(rows.filter(({ current }) => current).length, 1);
  assert.ok(outcomes.every(({ status }) => status === 'fulfilled'));
  assert.deepEqual(await shop.work(pricesProver.prove), []);
});

test('what was once asked stays in the history, whoever asks the database', async (t) => {
  const shop = await aHouse(t);
  const offerId = await shop.work(anOffer);
  await shop.work((ctx) => aPrice(ctx, offerId));
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  try {
    await assert.rejects(
      admin.query('update pricing.price_history set amount_minor = 1'),
      /never changed or removed/,
    );
    await assert.rejects(admin.query('delete from pricing.price_history'), /never changed or removed/);
  } finally {
    await admin.end();
  }
  const other = await shop.otherTenant();
  assert.equal((await shop.work((ctx) => pricesOf(ctx, [offerId], 'EUR'), { tenant: other })).size, 0);
});
