import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { demoShop, favicon, heroPicture, shopMark } from './catalogue.ts';

const { products, collections } = demoShop;
const variants = products.flatMap((product) => product.variants);
const bySku = new Map(variants.map((variant) => [variant.sku, variant]));
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .trim()
    .split(/\s+/).length;

const tall = products.flatMap((product) =>
  product.pictures.map((picture, index) => ({
    name: `${product.slug}, picture ${index + 1}`,
    svg: picture.svg,
    width: 800,
    height: 1000,
  })),
);
const broad = [
  ...collections.map(({ slug, picture }) => ({
    name: `collection ${slug}`,
    svg: picture.svg,
    width: 1600,
    height: 900,
  })),
  { name: 'hero', svg: heroPicture, width: 1600, height: 900 },
];
const marks = [
  { name: 'shop mark', svg: shopMark, width: 192, height: 192 },
  { name: 'favicon', svg: favicon, width: 192, height: 192 },
];

describe('The demo catalogue', () => {
  test('is large enough to browse and small enough to seed', () => {
    assert.ok(products.length >= 48 && products.length <= 60, `${products.length} products`);
    assert.ok(variants.length >= 130 && variants.length <= 190, `${variants.length} variants`);
    assert.equal(collections.length, 7);
  });

  test('gives every variant a SKU of its own', () => {
    assert.equal(bySku.size, variants.length);
    for (const { sku } of variants) assert.match(sku, /^[A-Z0-9]+(-[A-Z0-9]+)+$/);
  });

  test('uses addresses that need no escaping, each once', () => {
    const slugs = [...products, ...collections].map(({ slug }) => slug);

    for (const slug of slugs) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.equal(new Set(slugs).size, slugs.length);
  });

  test('carries only barcodes from the range for use inside a company, each once and with a right check digit', () => {
    const barcodes = variants.flatMap(({ gtin }) => (gtin === undefined ? [] : [gtin]));

    assert.ok(barcodes.length > 50);
    assert.equal(new Set(barcodes).size, barcodes.length);
    for (const code of barcodes) {
      assert.match(code, /^2\d{12}$/);
      const sum = Array.from(code).reduce(
        (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
        0,
      );
      assert.equal(sum % 10, 0, code);
    }
  });

  test('describes every variant by as many options as its product names, and no two alike', () => {
    for (const product of products) {
      assert.ok(product.variants.length >= 1 && product.variants.length <= 12, product.slug);
      for (const variant of product.variants)
        assert.equal(variant.options.length, product.optionNames.length, variant.sku);
      const combinations = product.variants.map(({ options }) => options.join(' / '));
      assert.equal(new Set(combinations).size, combinations.length, product.slug);
    }
  });

  test('sells at whole, positive prices and reduces only downwards', () => {
    for (const { sku, priceMinor, compareAtMinor, weightGrams, stock } of variants) {
      assert.ok(priceMinor > 0n, sku);
      if (compareAtMinor !== undefined) assert.ok(compareAtMinor > priceMinor, sku);
      assert.ok(Number.isInteger(weightGrams) && weightGrams > 0, sku);
      assert.ok(Number.isInteger(stock) && stock >= 0, sku);
    }
    assert.ok(variants.filter(({ compareAtMinor }) => compareAtMinor !== undefined).length >= 8);
  });

  test('packs kits only from things on sale, has enough of them, and asks less than they cost one by one', () => {
    const kits = variants.filter(({ kit }) => kit !== undefined);

    assert.ok(kits.length >= 2);
    for (const { sku, kit = [], priceMinor, compareAtMinor, stock } of kits) {
      let apart = 0n;
      for (const { sku: part, quantity } of kit) {
        const found = bySku.get(part);
        assert.ok(found && !found.kit, `${sku} names ${part}`);
        assert.ok(found.stock >= stock * quantity, `${sku} promises more ${part} than there are`);
        apart += found.priceMinor * BigInt(quantity);
      }
      assert.ok(priceMinor < apart, sku);
      assert.equal(compareAtMinor, apart, sku);
    }
  });

  test('shows what running a shop is like: low stock, sold-out variants, a sold-out product, drafts and an archived page', () => {
    const active = products.filter(({ status }) => status === 'active');
    const soldOut = active.filter((product) => product.variants.every(({ stock }) => stock === 0));
    const partly = active.flatMap((product) =>
      soldOut.includes(product) ? [] : product.variants.filter(({ stock }) => stock === 0),
    );

    assert.equal(soldOut.length, 1);
    assert.equal(partly.length, 2);
    assert.ok(variants.some(({ stock }) => stock > 0 && stock <= 3));
    assert.equal(products.filter(({ status }) => status === 'draft').length, 2);
    assert.equal(products.filter(({ status }) => status === 'archived').length, 1);
  });

  test('describes every product in 60 to 140 calm words of simple HTML', () => {
    for (const { slug, descriptionHtml } of products) {
      const count = words(descriptionHtml);
      assert.ok(count >= 60 && count <= 140, `${slug} has ${count} words`);
      assert.doesNotMatch(descriptionHtml, /!/, slug);
      for (const [, tag] of descriptionHtml.matchAll(/<\/?([a-z]+)>/g))
        assert.ok(['p', 'ul', 'li', 'strong'].includes(tag ?? ''), `${slug}: ${tag}`);
      assert.doesNotMatch(descriptionHtml.replaceAll(/<\/?(p|ul|li|strong)>/g, ''), /[<>&]/, slug);
    }
  });

  test('puts every product on a shelf that exists, in a category of two steps', () => {
    const shelves = new Set(collections.map(({ slug }) => slug));
    for (const product of products) {
      assert.ok(
        product.collections.length > 0 && product.collections.every((slug) => shelves.has(slug)),
        product.slug,
      );
      assert.equal(product.category.length, 2, product.slug);
      assert.ok(
        product.vendor && product.tags.length > 0 && typeof product.attributes['material'] === 'string',
        product.slug,
      );
    }
  });
});

describe('The demo pictures', () => {
  test('are one to three per product, each with words for those who cannot see it', () => {
    for (const { slug, pictures } of products) {
      assert.ok(pictures.length >= 1 && pictures.length <= 3, slug);
      for (const { alt } of pictures) assert.ok(alt.length > 10, slug);
    }
  });

  test('hold no script, no text, no link and nothing from elsewhere, and stay small', () => {
    for (const { name, svg } of [...tall, ...broad, ...marks]) {
      const drawn = svg();
      assert.doesNotMatch(
        drawn,
        /<script|<text|<image|<use|<foreignObject|href|@import|\son\w+=|javascript:/i,
        name,
      );
      assert.doesNotMatch(drawn.replace('http://www.w3.org/2000/svg', ''), /https?:|url\((?!#)/, name);
      assert.doesNotMatch(drawn, /NaN|undefined|Infinity/, name);
      for (const [, id] of drawn.matchAll(/url\(#([^)]+)\)/g))
        assert.ok(drawn.includes(`id="${id}"`), `${name} paints with a missing ${id}`);
    }
    for (const { name, svg } of tall) assert.ok(svg().length <= 12_000, `${name} has ${svg().length} bytes`);
    for (const { name, svg } of broad) assert.ok(svg().length <= 40_000, `${name} has ${svg().length} bytes`);
  });

  test('come out the same every time', () => {
    for (const { name, svg } of [...tall, ...broad]) assert.equal(svg(), svg(), name);
  });

  test('can be read by the picture library at the size they promise', async () => {
    for (const { name, svg, width, height } of [...tall, ...broad, ...marks]) {
      const found = await sharp(Buffer.from(svg())).metadata();
      assert.deepEqual([found.format, found.width, found.height], ['svg', width, height], name);
    }
  });

  test('name each paint so that two pictures on one page do not mix', () => {
    const owners = new Map<string, string>();
    for (const { name, svg } of [...tall, ...broad]) {
      for (const [, id] of svg().matchAll(/ id="([^"]+)"/g)) {
        assert.equal(owners.get(id ?? '') ?? name, name, `${id} is used twice`);
        owners.set(id ?? '', name);
      }
    }
  });
});
