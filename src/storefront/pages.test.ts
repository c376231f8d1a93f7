import assert from 'node:assert/strict';
import test from 'node:test';
import { openingChoice, readChoice, variantOf } from './choice.ts';
import { showDays, showPrice } from './format.ts';
import { frame } from './frame.ts';
import type { Page, Surroundings } from './page.ts';
import { nothing } from '#kernel/html.ts';
import { aCard, aCart, anOrder, aProduct, aVariant } from './makers.ts';
import { cartPage } from './pages/cart.ts';
import { listingPage } from './pages/listing.ts';
import { statusWords } from './pages/order.ts';
import { productPage } from './pages/product.ts';
import { finalWords } from './parts/checkout-steps.ts';
import type { Product } from './model.ts';

const pageOf = (product: Product, asked: Record<string, string> = {}): string => {
  const choice = openingChoice(product, readChoice(product, asked));
  const view = {
    product,
    choice,
    variant: variantOf(product, choice),
    pricesIncludeTax: true,
    delivery: null,
    origin: 'https://shop.example',
    shopName: 'Shop',
  };
  return productPage(view, 'en').text;
};

const around: Surroundings = {
  shop: {
    name: 'Shop',
    currency: 'EUR',
    locale: 'en',
    pricesIncludeTax: true,
    demo: false,
    profile: 'openkommerce',
  },
  locale: 'de',
  origin: 'https://shop.example',
  path: '/products/mug',
  query: '?o0=Sand',
  nonce: 'the-nonce',
  cartCount: 3,
  signedIn: false,
  shelves: [],
  assets: { css: '/a.css', js: '/a.js', htmx: '/h.js', fonts: [] },
  browser: { asks: [], gpc: false, scripts: [] },
};
const aPage: Page = { title: 'Mug', main: nothing };

const hostile = '"><script>alert(1)</script></script><img src=x onerror=alert(1)>';

test('a product with a hostile name, maker, option or property runs nothing on any page', () => {
  const product = aProduct({
    title: hostile,
    vendor: hostile,
    options: [{ name: hostile, values: [hostile] }],
    variants: [aVariant([hostile])],
    attributes: [{ name: 'x', label: hostile, value: hostile }],
    collections: [{ slug: hostile, title: hostile }],
    seoTitle: hostile,
    seoDescription: hostile,
  });
  const listing = {
    items: [aCard({ title: hostile, slug: hostile, vendor: hostile })],
    next: hostile,
    count: 1,
    facets: [
      {
        name: hostile,
        label: hostile,
        values: [{ value: hostile, label: hostile, count: 1, selected: true }],
      },
    ],
  };

  const pages = [
    pageOf(product),
    listingPage(
      {
        kind: 'search',
        title: hostile,
        text: hostile,
        path: '/search',
        query: new URLSearchParams({ q: hostile }),
        sort: null,
        listing,
      },
      'en',
    ).text,
    cartPage(aCart({ problems: [hostile] }), 'en', hostile).text,
    frame(around, { ...aPage, title: hostile, description: hostile, search: hostile, picture: '/x.webp' })
      .text,
  ];

  for (const page of pages) {
    assert.doesNotMatch(page, /<script>alert|<img src=x/);
    assert.equal(
      page.split('</script>').length,
      page.split('<script').length,
      'every script element closes exactly once',
    );
  }
});

test('structured data tells machines what the page tells people', () => {
  const page = pageOf(aProduct());

  const [block] = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
    ([, text]) => JSON.parse(text ?? ''),
  );

  assert.equal(block['@type'], 'ProductGroup');
  assert.equal(block.hasVariant.length, 2);
  assert.deepEqual(block.hasVariant[0].offers, {
    '@type': 'Offer',
    url: 'https://shop.example/products/mug?o0=Sand',
    price: '24.00',
    priceCurrency: 'EUR',
    availability: 'https://schema.org/InStock',
    itemCondition: 'https://schema.org/NewCondition',
    seller: { '@type': 'Organization', name: 'Shop' },
  });
  assert.equal(block.hasVariant[1].offers.availability, 'https://schema.org/OutOfStock');
});

test('the product page opens with something that can be bought', () => {
  const product = aProduct({ variants: [aVariant(['Sand'], { available: false }), aVariant(['Blue'])] });

  assert.deepEqual(openingChoice(product, [undefined]), ['Blue']);
});

test('what is sold out can still be seen and says so', () => {
  const page = pageOf(aProduct(), { o0: 'Blue' });

  assert.match(page, /Blue <span class="state">sold out<\/span>/);
  assert.match(page, /disabled>Sold out<\/button>/);
});

test('a reduced price names the lowest price of the last thirty days', () => {
  const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
  const reduced = aVariant(['Sand'], { price: euro(2000), compareAt: euro(2500), lowest30: euro(2100) });

  const page = pageOf(aProduct({ variants: [reduced] }));

  assert.match(page, /€20\.00/);
  assert.match(page, /Lowest price in the last 30 days: €21\.00/);
});

test('the last button of the checkout says what it does and what it costs', () => {
  assert.equal(finalWords('test-card', '€64.00', 'en'), 'Pay €64.00 now');
  assert.equal(finalWords('bank-transfer', '€64.00', 'en'), 'Order now, pay €64.00 by bank transfer');
  assert.match(finalWords('bank-transfer', '64,00 €', 'de'), /^Zahlungspflichtig bestellen/);
});

test('a page names its address in every language and the one that counts', () => {
  const text = frame(around, aPage).text;

  assert.match(text, /<link rel="canonical" href="https:\/\/shop\.example\/products\/mug\?lang&#61;de" \/>/);
  assert.match(text, /hreflang="en" href="https:\/\/shop\.example\/products\/mug"/);
  assert.match(text, /hreflang="x-default"/);
});

test('pages about one person are kept out of search engines', () => {
  const text = frame(around, { ...aPage, private: true }).text;

  assert.match(text, /<meta name="robots" content="noindex" \/>/);
  assert.doesNotMatch(text, /canonical/);
});

test('no page carries inline scripts or styles', () => {
  const text = frame(around, {
    ...aPage,
    main: productPage(
      {
        product: aProduct(),
        choice: ['Sand'],
        variant: aVariant(['Sand']),
        pricesIncludeTax: true,
        delivery: null,
        origin: '',
        shopName: '',
      },
      'en',
    ),
  }).text;

  assert.doesNotMatch(text, /\sstyle="|<style|\son[a-z]+="|javascript:/);
  for (const [tag] of text.matchAll(/<script[^>]*>/g))
    assert.match(tag, /nonce="the-nonce" src=|type="application\/ld\+json"/);
});

test('where an order is, is said in one sentence', () => {
  const at = (has: Parameters<typeof anOrder>[0]) =>
    statusWords({ ...anOrder(has), provider: 'bank-transfer' }, 'en');

  assert.equal(at({ paymentState: 'pending' }), 'We are waiting for your payment.');
  assert.equal(at({}), 'We are packing your order.');
  assert.equal(at({ fulfilmentState: 'partially_shipped' }), 'A part of your order is on its way.');
  assert.equal(at({ fulfilmentState: 'shipped' }), 'Your order is on its way.');
  assert.equal(at({ state: 'cancelled' }), 'This order was cancelled.');
});

test('money and days are written as the reader writes them', () => {
  const price = { amountMinor: 123456, currency: 'EUR' };

  assert.equal(showPrice(price, 'en'), '€1,234.56');
  assert.equal(showPrice(price, 'de'), '1.234,56\u00a0€');
  assert.match(
    showDays(new Date('2026-11-27T10:00:00Z'), 1, 2, 'en'),
    /28.*30/,
    'nobody delivers on a Sunday',
  );
});
