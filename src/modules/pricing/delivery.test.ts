import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse } from '#testing/house.ts';
import { deliveryCountries, deliveryOptions, quoteDelivery } from './delivery-options.ts';
import { aDeliveryMethod } from './makers.ts';
import { changeDeliveryMethod, listDelivery, removeDeliveryZone } from './save-delivery.ts';
import { seedDelivery } from './seed-delivery.ts';
import { getTaxSettings, listTaxPlaces, saveTaxSettings, createTaxPlace } from './tax-places.ts';
import { setTaxRate } from './set-tax-rate.ts';
import { taxLines } from './tax-lines.ts';

const basket = { country: 'DE', postcode: '10115', currency: 'EUR', weightGrams: 1200, goodsMinor: 4000n };

test('a new shop delivers at home and to its neighbours, and is given its ways only once', async (t) => {
  const shop = await aHouse(t);
  await shop.work(seedDelivery);
  await shop.work(seedDelivery);

  const home = await shop.work((ctx) => deliveryOptions(ctx, basket));
  const rich = await shop.work((ctx) => deliveryOptions(ctx, { ...basket, goodsMinor: 8000n }));
  const abroad = await shop.work((ctx) => deliveryOptions(ctx, { ...basket, country: 'FR' }));

  assert.deepEqual(
    home.map(({ priceMinor }) => priceMinor),
    [490n, 1290n],
  );
  assert.equal(rich[0]?.priceMinor, 0n);
  assert.deepEqual(
    abroad.map(({ priceMinor }) => priceMinor),
    [990n],
  );
  assert.deepEqual(await shop.work((ctx) => deliveryOptions(ctx, { ...basket, country: 'US' })), []);
  assert.equal((await shop.work(deliveryCountries)).length, 27);
});

test('delivery by weight follows the bands and is not offered above the last one', async (t) => {
  const shop = await aHouse(t);
  const bands = [
    { upTo: 1000n, priceMinor: 390n },
    { upTo: 5000n, priceMinor: 690n },
  ];
  await shop.work((ctx) => aDeliveryMethod(ctx, { tariff: { basis: 'weight', bands } }));
  const at = async (weightGrams: number): Promise<bigint | undefined> =>
    (await shop.work((ctx) => deliveryOptions(ctx, { ...basket, weightGrams })))[0]?.priceMinor;

  assert.equal(await at(1000), 390n);
  assert.equal(await at(1000.5), 690n);
  assert.equal(await at(5001), undefined);
});

test('an island with a zone of its own gets its own ways, not the mainland’s', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => aDeliveryMethod(ctx, {}));
  await shop.work((ctx) =>
    aDeliveryMethod(ctx, {
      name: 'Ferry',
      postcodes: ['27498', '25900-25999'],
      tariff: { basis: 'flat', priceMinor: 1990n },
    }),
  );

  const names = async (postcode: string): Promise<string[]> =>
    (await shop.work((ctx) => deliveryOptions(ctx, { ...basket, postcode }))).map(({ name }) => name);

  assert.deepEqual(await names('27498'), ['Ferry']);
  assert.deepEqual(await names('25946'), ['Ferry']);
  assert.deepEqual(await names('10115'), ['Parcel']);
});

test('a way of delivery that was taken away or does not fit is refused when it is asked again', async (t) => {
  const shop = await aHouse(t);
  const id = await shop.work((ctx) => aDeliveryMethod(ctx, {}));
  assert.equal((await shop.work((ctx) => quoteDelivery(ctx, id, basket))).priceMinor, 490n);

  await assert.rejects(
    shop.work((ctx) => quoteDelivery(ctx, id, { ...basket, currency: 'USD' })),
    { code: 'pricing.deliveryNotOffered' },
  );
  const [zone] = await shop.work(listDelivery);
  assert.ok(zone);
  await shop.work((ctx) => removeDeliveryZone(ctx, zone.id, zone.version));
  await assert.rejects(
    shop.work((ctx) => quoteDelivery(ctx, id, basket)),
    { code: 'pricing.deliveryNotOffered' },
  );
});

test('two people who change one way of delivery do not overwrite each other, and bands have to rise', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => aDeliveryMethod(ctx, {}));
  const [zone] = await shop.work(listDelivery);
  const [method] = zone?.methods ?? [];
  assert.ok(method);
  const { id, version, zoneId: _, ...values } = method;

  await shop.work((ctx) => changeDeliveryMethod(ctx, id, { ...values, name: 'Post' }, version));

  await assert.rejects(
    shop.work((ctx) => changeDeliveryMethod(ctx, id, values, version)),
    { code: 'pricing.changedMeanwhile' },
  );
  const falling = {
    basis: 'weight',
    bands: [
      { upTo: 2n, priceMinor: 1n },
      { upTo: 1n, priceMinor: 1n },
    ],
  } as const;
  await assert.rejects(
    shop.work((ctx) => changeDeliveryMethod(ctx, id, { ...values, tariff: falling }, 2)),
    { code: 'pricing.badBands' },
  );
});

test('tax is taken out of each line once and named in the reader’s language', async (t) => {
  const shop = await aHouse(t);
  const lines = [
    { ref: 'a', amountMinor: 1990n, taxClass: 'standard' },
    { ref: 'b', amountMinor: 999n, taxClass: 'reduced' },
    { ref: 'c', amountMinor: 500n, taxClass: 'exempt' },
  ];

  const home = await shop.work((ctx) => taxLines(ctx, { country: 'DE', inclusive: true, lines }));
  const export_ = await shop.work((ctx) => taxLines(ctx, { country: 'JP', inclusive: true, lines }));

  assert.deepEqual(
    home.map(({ ref, rateBp, taxMinor, netMinor }) => [ref, rateBp, taxMinor, netMinor]),
    [
      ['a', 1900, 318n, 1672n],
      ['b', 700, 65n, 934n],
      ['c', 0, 0n, 500n],
    ],
  );
  assert.deepEqual(
    export_.map(({ taxMinor, grossMinor }) => [taxMinor, grossMinor]),
    [
      [0n, 1990n],
      [0n, 999n],
      [0n, 500n],
    ],
  );
});

test('a shop’s own rate counts from its day and cannot be set into the past', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date('2026-06-01T10:00:00Z'));
  const at = async (): Promise<number | undefined> =>
    (
      await shop.work((ctx) =>
        taxLines(ctx, {
          country: 'DE',
          inclusive: true,
          lines: [{ ref: 'a', amountMinor: 1n, taxClass: 'standard' }],
        }),
      )
    )[0]?.rateBp;
  const change = { zone: 'DE', taxClass: 'standard', rateBp: 2100, from: '2026-07-01' } as const;

  await shop.work((ctx) => setTaxRate(ctx, change));
  const before = await at();
  shop.at(new Date('2026-07-01T00:00:00Z'));
  const after = await at();
  await shop.work((ctx) => setTaxRate(ctx, { ...change, rateBp: null, from: '2027-01-01' }));
  shop.at(new Date('2027-01-01T00:00:00Z'));

  assert.deepEqual([before, after, await at()], [1900, 2100, 1900]);
  await assert.rejects(
    shop.work((ctx) => setTaxRate(ctx, change)),
    { code: 'pricing.pastRate' },
  );
  await assert.rejects(
    shop.work((ctx) => setTaxRate(ctx, { ...change, zone: 'XX', from: '2027-02-01' })),
    { code: 'pricing.unknownZone' },
  );
  const places = await shop.work(listTaxPlaces);
  assert.deepEqual(
    places.items.find(({ zone }) => zone === 'DE')?.own.map(({ from, to }) => [from, to]),
    [['2026-07-01', '2027-01-01']],
  );
});

test('a shop says where it collects tax, and adds places of its own', async (t) => {
  const shop = await aHouse(t);
  const settings = await shop.work(getTaxSettings);
  const ask = async (country: string, postcode?: string): Promise<string | undefined> =>
    (
      await shop.work((ctx) =>
        taxLines(ctx, {
          country,
          postcode,
          inclusive: false,
          lines: [{ ref: 'a', amountMinor: 100n, taxClass: 'standard' }],
        }),
      )
    )[0]?.label;

  await shop.work((ctx) => saveTaxSettings(ctx, { ...settings, registeredIn: ['GB'] }));
  await shop.work((ctx) =>
    createTaxPlace(ctx, { code: 'ES-canarias', country: 'ES', name: 'Canarias', postcodes: ['35*', '38*'] }),
  );
  await shop.work((ctx) =>
    setTaxRate(ctx, {
      zone: 'ES-canarias',
      taxClass: 'standard',
      rateBp: 700,
      label: 'IGIC',
      from: '2999-01-01',
    }),
  );

  assert.equal(await ask('GB', 'SW1A 1AA'), 'VAT 20 %');
  assert.match((await ask('US')) ?? '', /No tax|Keine Steuer/);
  await assert.rejects(
    shop.work((ctx) => saveTaxSettings(ctx, settings)),
    { code: 'pricing.changedMeanwhile' },
  );
  await assert.rejects(
    shop.work((ctx) =>
      createTaxPlace(ctx, { code: 'ES-canarias', country: 'ES', name: 'x', postcodes: ['1'] }),
    ),
    {
      code: 'pricing.zoneTaken',
    },
  );
});
