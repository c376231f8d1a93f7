import assert from 'node:assert/strict';
import test from 'node:test';
import { createProduct, getProduct } from '#modules/catalog/index.ts';
import { goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { setPrices } from '#modules/pricing/index.ts';
import { aServer } from '#testing/server.ts';
import { feedItems } from './google-feed.ts';
import type { Product } from './model.ts';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

const aShirt = (change: Partial<Product> = {}): Product => ({
  id: '0199a000-0000-7000-8000-000000000001',
  slug: 'shirt',
  title: 'Shirt & tie',
  descriptionHtml: '<p>Soft &amp; warm.</p>',
  vendor: 'Entoto',
  pictures: [],
  options: [
    { name: 'Colour', values: ['red'] },
    { name: 'Größe', values: ['S', 'M'] },
  ],
  variants: ['S', 'M'].map((size) => ({
    id: size,
    offerId: `offer-${size}`,
    title: `red / ${size}`,
    options: ['red', size],
    sku: size === 'S' ? 'SHIRT-S' : null,
    gtin: size === 'S' ? '4006381333931' : null,
    price: eur(1900),
    compareAt: size === 'S' ? eur(2500) : null,
    lowest30: null,
    available: size === 'S',
    left: null,
    weightGrams: 250,
    pictureId: null,
  })),
  attributes: [],
  category: [
    { slug: 'clothes', title: 'Clothes' },
    { slug: 'shirts', title: 'Shirts' },
  ],
  collections: [],
  tags: [],
  seoTitle: null,
  seoDescription: null,
  condition: 'used_good',
  updatedAt: '2026-11-20T10:00:00.000Z',
  ...change,
});

const place = { origin: 'https://shop.example', shopName: 'Shop' };

test('each variant is an item of its own, with what Google needs to compare it', () => {
  const [small = '', medium = ''] = feedItems(aShirt(), place).split('</item>');

  for (const said of [
    '<g:id>SHIRT-S</g:id>',
    '<g:title>Shirt &amp; tie, red / S</g:title>',
    '<g:description>Soft &amp; warm.</g:description>',
    '<g:link>https://shop.example/products/shirt?o0=red&amp;o1=S</g:link>',
    '<g:availability>in_stock</g:availability>',
    '<g:price>25.00 EUR</g:price>\n<g:sale_price>19.00 EUR</g:sale_price>',
    '<g:condition>used</g:condition>',
    '<g:brand>Entoto</g:brand>',
    '<g:gtin>4006381333931</g:gtin>',
    '<g:product_type>Clothes &gt; Shirts</g:product_type>',
    '<g:item_group_id>0199a000-0000-7000-8000-000000000001</g:item_group_id>',
    '<g:color>red</g:color>\n<g:size>S</g:size>',
  ])
    assert.ok(small.includes(said), said);
  assert.match(medium, /<g:id>offer-M<\/g:id>/);
  assert.match(
    medium,
    /<g:availability>out_of_stock<\/g:availability>\n<g:price>19\.00 EUR<\/g:price>\n<g:condition>/,
  );
  assert.match(medium, /<g:identifier_exists>no<\/g:identifier_exists>/);
});

test('a title with control characters and half a character does not make the feed unreadable', () => {
  const item = feedItems(
    aShirt({ title: 'Bad\u0000\u000Btitle\uD800', options: [], variants: aShirt().variants.slice(0, 1) }),
    place,
  );

  assert.match(item, /<g:title>Badtitle\uFFFD<\/g:title>/);
  assert.doesNotMatch(item, /item_group_id/);
});

test('the feed says the price that the product page says, and nothing about drafts', async (t) => {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { stock: 3, title: 'Stoneware mug' }));
  await shop.work((ctx) =>
    createProduct(ctx, { title: 'Secret mug', status: 'draft', variants: [{ options: [] }] }),
  );
  await shop.work((ctx) => setPrices(ctx, [{ offerId, currency: 'EUR', amountMinor: 1234n }]));

  const feed = await shop.inject({ method: 'GET', url: '/feeds/google.xml' });

  assert.equal(feed.statusCode, 200);
  assert.match(feed.headers['content-type'] as string, /^application\/xml/);
  assert.match(feed.body, /^<\?xml version="1\.0"[^]*<\/rss>\n$/);
  assert.match(feed.body, /<g:price>12\.34 EUR<\/g:price>/);
  assert.equal(feed.body.match(/<item>/g)?.length, 1);
  assert.doesNotMatch(feed.body, /Secret/);
  const page = await shop.work((ctx) => getProduct(ctx, 'stoneware-mug'));
  assert.equal(page.variants[0]?.price?.amountMinor, 1234);
});
