import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { readCatalogue } from '#modules/catalog/index.ts';
import { exportProducts } from './export-products.ts';
import { importProducts } from './import-products.ts';
import { bytesOf, looksOf } from './makers.ts';
import { notesAfter } from './queries.ts';
import type { ImportId } from './tables.ts';

/** Files that other people wrote; they are not part of this repository. */
const folder = new URL(process.env['KONTOR_SAMPLES'] ?? '../../../../shared/data/', import.meta.url);

function sample(t: TestContext, name: string): string | undefined {
  const path = fileURLToPath(new URL(name, folder));
  if (existsSync(path)) return path;
  t.skip(`the sample file ${name} is not here`);
  return undefined;
}

const read = (shop: TestHouse, path: string, dryRun = false) =>
  importProducts(shop.house, shop.tenant, { stream: createReadStream(path), fileName: path }, { dryRun });

const notesOf = (shop: TestHouse, id: string) =>
  shop.work((ctx) => notesAfter(ctx, id as ImportId, undefined, 10_000));

test("Shopify's apparel sample comes in whole: 25 products, 96 variants, 55 pictures", async (t) => {
  const path = sample(t, 'shopify-products/apparel.csv');
  if (!path) return;
  const shop = await aHouse(t);

  const tried = await read(shop, path, true);
  const nothing = await shop.work((ctx) => readCatalogue(ctx, { limit: 200 }));
  const done = await read(shop, path);

  const products = await shop.work((ctx) => readCatalogue(ctx, { limit: 200 }));
  const strip = (notes: { id: string }[]) => notes.map(({ id: _id, ...note }) => note);
  assert.equal(nothing.length, 0);
  assert.deepEqual(strip(await notesOf(shop, tried.id)), strip(await notesOf(shop, done.id)));
  assert.deepEqual([done.state, done.format, done.created, done.rejected], ['done', 'shopify-legacy', 25, 0]);
  assert.deepEqual(
    [tried.created, tried.rejected, tried.warnings],
    [done.created, done.rejected, done.warnings],
  );
  assert.equal(
    products.reduce((sum, product) => sum + product.variants.length, 0),
    96,
  );
  assert.equal(
    products.reduce((sum, product) => sum + product.pictures.length, 0),
    55,
  );
});

test("Shopify's jewelry sample comes in although no variant has a SKU and one stock is negative", async (t) => {
  const path = sample(t, 'shopify-products/jewelry.csv');
  if (!path) return;
  const shop = await aHouse(t);

  const done = await read(shop, path);
  const again = await read(shop, path);

  const products = await shop.work((ctx) => readCatalogue(ctx, { limit: 200 }));
  assert.deepEqual([done.created, done.rejected, again.created, again.changed], [19, 0, 0, 19]);
  assert.equal(
    products.reduce((sum, product) => sum + product.variants.length, 0),
    24,
  );
  assert.equal((await notesOf(shop, done.id)).filter((note) => note.code === 'stock.negative').length, 1);
});

test("WooCommerce's sample comes in: variations find their parents, grouped and external goods are refused with a reason", async (t) => {
  const path = sample(t, 'woocommerce-products/sample_products.csv');
  if (!path) return;
  const shop = await aHouse(t);

  const done = await read(shop, path);

  const products = await shop.work((ctx) => readCatalogue(ctx, { limit: 200 }));
  const notes = await notesOf(shop, done.id);
  assert.deepEqual(
    [done.state, done.format, done.encoding, done.created, done.rejected],
    ['done', 'woocommerce', 'utf-8 with byte-order mark', 16, 2],
  );
  assert.deepEqual(
    notes.filter((note) => note.severity === 'reject').map((note) => note.code),
    ['type.unsold', 'type.unsold'],
  );
  const hoodie = products.find((product) => product.title === 'Hoodie');
  assert.deepEqual(
    hoodie?.variants.map((variant) => variant.options),
    [
      ['Blue', 'Yes'],
      ['Red', 'No'],
      ['Green', 'No'],
      ['Blue', 'No'],
    ],
  );
  assert.deepEqual(
    hoodie?.category.map((category) => category.title),
    ['Clothing', 'Hoodies'],
  );
  assert.equal(products.find((product) => product.title === 'Album')?.variants[0]?.requiresShipping, false);
});

for (const file of [
  'shopify-products/apparel.csv',
  'shopify-products/jewelry.csv',
  'woocommerce-products/sample_products.csv',
]) {
  test(`${file} looks the same after it went out and in again, in every format`, async (t) => {
    const path = sample(t, file);
    if (!path) return;
    const shop = await aHouse(t);
    await read(shop, path);
    const before = await shop.work(looksOf);

    for (const format of ['shopify', 'shopify-legacy', 'woocommerce'] as const) {
      const empty = await shop.otherTenant();
      const stream = bytesOf(exportProducts(shop.house, shop.tenant, { format }));
      const done = await importProducts(shop.house, empty, { stream, fileName: 'again.csv' });

      assert.deepEqual([done.state, done.rejected], ['done', 0]);
      assert.deepEqual(await shop.work(looksOf, { tenant: empty }), before);
    }
  });
}
