import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { changeProduct } from './change-product.ts';
import { changeStatus } from './change-status.ts';
import { changeVariants } from './change-variants.ts';
import { cleanHtml } from './clean-html.ts';
import { createProduct } from './create-product.ts';
import { getForStaff } from './get-for-staff.ts';
import { getProduct } from './get-product.ts';
import { listForStaff } from './list-for-staff.ts';
import { listProducts } from './list-products.ts';
import { aProduct } from './makers.ts';
import { proveListing } from './prove-listing.ts';
import { allCategories } from './queries-taxonomy.ts';
import { changeAttribute, defineAttribute, removeAttribute } from './save-attribute.ts';
import { changeCategory, createCategory, removeCategory } from './save-category.ts';
import {
  arrangeCollection,
  changeCollection,
  createCollection,
  removeCollection,
} from './save-collection.ts';
import { findOfferBySku, sellableOffers } from './sellable-offers.ts';
import { setAvailability } from './set-availability.ts';
import { setListingPrice } from './set-listing-price.ts';
import type { CategoryId, ProductId } from './tables.ts';
import { upsertProduct } from './upsert-product.ts';

const code = (expected: string) => (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === expected;
const detail = (shop: TestHouse, id: string) => shop.work((ctx) => getForStaff(ctx, id as ProductId));

test('a renamed product is found under its old address too, and the old address can be given to another', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aProduct(ctx, { title: 'Größe: Mug & Co.' }));

  await shop.work((ctx) => changeProduct(ctx, mug.productId as ProductId, 1, { slug: 'new-mug' }));

  assert.equal(mug.slug, 'groesse-mug-co');
  assert.equal((await shop.work((ctx) => getProduct(ctx, mug.slug))).slug, 'new-mug');
  const other = await shop.work((ctx) => aProduct(ctx, { title: 'Other', slug: mug.slug }));
  assert.equal((await shop.work((ctx) => getProduct(ctx, mug.slug))).id, other.productId);
  await assert.rejects(
    shop.work((ctx) => changeProduct(ctx, other.productId as ProductId, 1, { slug: 'new-mug' })),
    code('catalog.slugTaken'),
  );
  await assert.rejects(
    shop.work((ctx) => createProduct(ctx, { title: 'X', slug: 'new-mug', variants: [{ options: [] }] })),
    code('catalog.slugTaken'),
  );
  await assert.rejects(
    shop.work((ctx) => getProduct(ctx, 'nowhere')),
    code('catalog.productGone'),
  );
});

test('two people who change the same product do not overwrite each other', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aProduct(ctx));
  const id = mug.productId as ProductId;

  await shop.work((ctx) => changeProduct(ctx, id, 1, { title: 'First' }));

  await assert.rejects(
    shop.work((ctx) => changeProduct(ctx, id, 1, { title: 'Second' })),
    code('catalog.changedMeanwhile'),
  );
  assert.equal((await detail(shop, id)).title, 'First');
});

test('variants keep their offers when options are renamed, swapped or extended, and retire when they are left out', async (t) => {
  const shop = await aHouse(t);
  const shirt = await shop.work((ctx) =>
    aProduct(ctx, {
      title: 'Shirt',
      options: [{ name: 'Size' }],
      variants: [
        { options: ['S'], sku: 'A' },
        { options: ['M'], sku: 'B' },
        { options: ['L'], sku: 'C' },
      ],
    }),
  );
  const id = shirt.productId as ProductId;
  const [small, medium, large] = (await detail(shop, id)).variants;
  assert.ok(small && medium && large);

  await shop.work((ctx) =>
    changeVariants(ctx, id, 1, {
      options: [{ name: 'Fit', values: ['Wide', 'Slim'] }],
      variants: [
        { id: medium.id, options: ['Slim'], sku: 'A' },
        { id: small.id, options: ['Wide'], sku: 'B' },
        { options: ['Loose'], sku: 'D' },
      ],
    }),
  );

  const after = await detail(shop, id);
  assert.deepEqual(after.options, [{ name: 'Fit', values: ['Wide', 'Slim', 'Loose'] }]);
  assert.deepEqual(after.variants.map(({ offerId, sku }) => [offerId, sku]).slice(0, 2), [
    [medium.offerId, 'A'],
    [small.offerId, 'B'],
  ]);
  const offers = await shop.work((ctx) => sellableOffers(ctx, [large.offerId, medium.offerId]));
  assert.deepEqual(
    [offers.get(large.offerId)?.sellable, offers.get(medium.offerId)?.sellable],
    [false, true],
  );
  assert.equal(await shop.work((ctx) => findOfferBySku(ctx, 'C')), undefined);
  assert.equal((await shop.work((ctx) => findOfferBySku(ctx, 'A')))?.variantTitle, 'Slim');
  await shop.work((ctx) =>
    changeVariants(ctx, id, 2, {
      options: [
        { name: 'A', values: ['1', '2'] },
        { name: 'B', values: ['x', 'y'] },
      ],
    }),
  );
  assert.deepEqual(
    (await detail(shop, id)).variants.map(({ title }) => title),
    ['1 / x', '1 / y', '2 / x', '2 / y'],
  );
});

test('a SKU belongs to one variant, and a product that contradicts itself is refused with the field', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => aProduct(ctx, { title: 'One', variants: [{ options: [], sku: 'S-1' }] }));
  const two = (input: object) =>
    shop.work((ctx) => createProduct(ctx, { title: 'Two', variants: [{ options: [] }], ...input }));

  await assert.rejects(two({ variants: [{ options: [], sku: 'S-1' }] }), code('catalog.skuTaken'));
  await assert.rejects(two({ title: '  ' }), code('catalog.notAProduct'));
  await assert.rejects(
    two({ options: [{ name: 'Size' }], variants: [{ options: ['S'] }, { options: ['S'] }] }),
    code('catalog.notAProduct'),
  );
  await assert.rejects(
    two({ options: [{ name: 'Size' }], variants: [{ options: [] }] }),
    code('catalog.notAProduct'),
  );
  await assert.rejects(
    two({ attributes: { size: { value: 'big', kind: 'number' } } }),
    code('catalog.wrongValue'),
  );
  const both = await Promise.allSettled([
    two({ variants: [{ options: [], sku: 'S-2' }] }),
    two({ title: 'Three', variants: [{ options: [], sku: 'S-2' }] }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
});

test('descriptions keep their letters and lose their scripts', () => {
  const dirty =
    '<h1>Mug</h1><p onclick="x()" style="color:red">Hot &amp; good<script>alert(1)</script></p><a href="javascript:x()">a</a><img src=x onerror=y><iframe></iframe>';

  const clean = cleanHtml(dirty);

  assert.equal(clean, '<h2>Mug</h2><p>Hot &amp; good</p><a>a</a>');
  assert.equal(cleanHtml(clean), clean);
});

test('bulk archiving takes products out of the shop window and out of sale, and activating brings them back', async (t) => {
  const shop = await aHouse(t);
  const made = await Promise.all(
    ['A', 'B', 'C'].map((title) => shop.work((ctx) => aProduct(ctx, { title }))),
  );
  const ids = made.map(({ productId }) => productId as ProductId);

  const changed = await shop.work((ctx) => changeStatus(ctx, ids.slice(0, 2), 'archived'));
  const again = await shop.work((ctx) => changeStatus(ctx, ids.slice(0, 2), 'archived'));

  assert.deepEqual([changed.length, again.length], [2, 0]);
  assert.deepEqual(
    (await shop.work((ctx) => listProducts(ctx, {}))).items.map(({ title }) => title),
    ['C'],
  );
  assert.equal(
    (await shop.work((ctx) => sellableOffers(ctx, [made[0]!.offers[0]!.offerId]))).get(
      made[0]!.offers[0]!.offerId,
    )?.sellable,
    false,
  );
  const desk = await shop.work((ctx) => listForStaff(ctx, { status: 'archived', sort: 'title', limit: 1 }));
  const next = await shop.work((ctx) =>
    listForStaff(ctx, { status: 'archived', sort: 'title', limit: 1, after: desk.next ?? '' }),
  );
  assert.deepEqual(
    [...desk.items, ...next.items].map(({ title }) => title),
    ['A', 'B'],
  );
  assert.deepEqual(desk.counts, { draft: 0, active: 1, archived: 2 });
  await shop.work((ctx) => changeStatus(ctx, ids, 'active'));
  assert.deepEqual(
    (await shop.work((ctx) => listProducts(ctx, { sort: 'price-asc' }))).items.map(
      ({ price }) => price?.amountMinor,
    ),
    [1990, 1990, 1990],
  );
});

test('prices and stock that change at the same moment both reach the shop window', async (t) => {
  const shop = await aHouse(t);
  const shirt = await shop.work((ctx) =>
    upsertProduct(ctx, {
      title: 'Shirt',
      status: 'active',
      options: [{ name: 'Size' }],
      variants: ['S', 'M', 'L', 'XL'].map((size) => ({ options: [size] })),
    }),
  );

  await Promise.all(
    shirt.offers.flatMap(({ offerId }, index) => [
      shop.work((ctx) =>
        setListingPrice(ctx, [
          {
            offerId,
            currency: 'EUR',
            amountMinor: BigInt(1000 + index),
            compareAtMinor: null,
            lowest30Minor: null,
          },
        ]),
      ),
      shop.work((ctx) =>
        setAvailability(ctx, [{ offerId, available: index === 3, left: index === 3 ? 2 : null }]),
      ),
    ]),
  );

  const [card] = (await shop.work((ctx) => listProducts(ctx, {}))).items;
  const page = await shop.work((ctx) => getProduct(ctx, 'shirt'));
  assert.deepEqual(
    [card?.price?.amountMinor, card?.priceTo?.amountMinor, card?.available],
    [1000, 1003, true],
  );
  assert.deepEqual(
    page.variants.map(({ price, left }) => [price?.amountMinor, left]),
    [
      [1000, null],
      [1001, null],
      [1002, null],
      [1003, 2],
    ],
  );
  assert.deepEqual(await shop.work((ctx) => proveListing.prove(ctx)), []);
});

test('the prover finds a shop window that says something else than the products', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aProduct(ctx));
  await shop.work(async (ctx) => {
    await ctx.tx
      .updateTable('catalog.listing')
      .set({ amountMinor: 1n })
      .where('productId', '=', mug.productId)
      .execute();
  });

  const findings = await shop.work((ctx) => proveListing.prove(ctx));

  assert.deepEqual(
    findings.map(({ rows }) => rows),
    [[mug.productId]],
  );
});

test('a moved shelf takes everything below it along, and cannot be put into itself or thrown away while in use', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) =>
    aProduct(ctx, { title: 'Mug', category: ['Kitchen', 'Drinking', 'Mugs'] }),
  );
  const { category } = await shop.work((ctx) => getProduct(ctx, mug.slug));
  const idOf = (slug: string) =>
    shop.work(async (ctx) => (await allCategories(ctx)).find((one) => one.slug === slug)!.id);
  const table = await shop.work((ctx) => createCategory(ctx, { title: 'Table' }));

  await shop.work(async (ctx) => changeCategory(ctx, await idOf('drinking'), { parentId: table.id }));

  assert.deepEqual(
    category.map(({ title }) => title),
    ['Kitchen', 'Drinking', 'Mugs'],
  );
  assert.deepEqual(
    (await shop.work((ctx) => getProduct(ctx, mug.slug))).category.map(({ title }) => title),
    ['Table', 'Drinking', 'Mugs'],
  );
  assert.equal((await shop.work((ctx) => listProducts(ctx, { category: 'table' }))).count, 1);
  assert.equal((await shop.work((ctx) => listProducts(ctx, { category: 'kitchen' }))).count, 0);
  const mugs = await idOf('mugs');
  await assert.rejects(
    shop.work((ctx) => changeCategory(ctx, table.id, { parentId: mugs })),
    code('catalog.categoryInItself'),
  );
  await assert.rejects(
    shop.work((ctx) => removeCategory(ctx, table.id)),
    code('catalog.categoryInUse'),
  );
  await assert.rejects(
    shop.work((ctx) => removeCategory(ctx, mug.productId as unknown as CategoryId)),
    code('catalog.categoryGone'),
  );
});

test('collections and attributes show in the shop window as soon as they change', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aProduct(ctx, { title: 'Mug' }));
  const id = mug.productId as ProductId;
  const gifts = await shop.work((ctx) => createCollection(ctx, { title: 'Gifts' }));
  const volume = await shop.work((ctx) =>
    defineAttribute(ctx, { code: 'volume', label: 'Volume', kind: 'number', unit: 'ml', filterable: true }),
  );

  await shop.work((ctx) => arrangeCollection(ctx, gifts.id, [id]));
  await shop.work((ctx) => changeProduct(ctx, id, 1, { attributes: { volume: 350 } }));

  const list = () => shop.work((ctx) => listProducts(ctx, { collection: 'gifts' }));
  assert.deepEqual((await list()).facets, [
    {
      name: 'volume',
      label: 'Volume',
      values: [{ value: '350', label: '350 ml', count: 1, selected: false }],
    },
  ]);
  await shop.work((ctx) => changeAttribute(ctx, volume.id, { filterable: false }));
  assert.deepEqual((await list()).facets, []);
  await shop.work((ctx) => removeAttribute(ctx, volume.id));
  assert.deepEqual((await shop.work((ctx) => getProduct(ctx, mug.slug))).attributes, []);
  await assert.rejects(
    shop.work((ctx) => changeProduct(ctx, id, 2, { attributes: { volume: 350 } })),
    code('catalog.attributeGone'),
  );
  await assert.rejects(
    shop.work((ctx) => removeAttribute(ctx, volume.id)),
    code('catalog.attributeGone'),
  );
  await shop.work((ctx) =>
    defineAttribute(ctx, { code: 'colour', label: 'Colour', kind: 'choice', choices: ['Blue'] }),
  );
  await assert.rejects(
    shop.work((ctx) => defineAttribute(ctx, { code: 'colour', label: 'Colour', kind: 'text' })),
    code('catalog.codeTaken'),
  );
  await assert.rejects(
    shop.work((ctx) => changeProduct(ctx, id, 2, { attributes: { colour: 'Red' } })),
    code('catalog.wrongValue'),
  );
  await shop.work((ctx) => changeCollection(ctx, gifts.id, { slug: 'presents' }));
  assert.equal((await list()).count, 0);
  await shop.work((ctx) => removeCollection(ctx, gifts.id));
  await assert.rejects(
    shop.work((ctx) => removeCollection(ctx, gifts.id)),
    code('catalog.collectionGone'),
  );
  assert.equal((await shop.work((ctx) => listProducts(ctx, { collection: 'presents' }))).count, 0);
});
