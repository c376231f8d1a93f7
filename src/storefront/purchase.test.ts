import assert from 'node:assert/strict';
import test from 'node:test';
import type { TestContext } from 'node:test';
import { dropCaches } from '#kernel/cache.ts';
import { getProduct, upsertProduct } from '#modules/catalog/index.ts';
import { goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { setPrices } from '#modules/pricing/index.ts';
import { aServer } from '#testing/server.ts';
import { aReader } from './makers-reader.ts';

const address = {
  email: 'mara@example.org',
  'shipping.name': 'Mara Lindqvist',
  'shipping.line1': 'Lange Reihe 7',
  'shipping.postcode': '20099',
  'shipping.city': 'Hamburg',
  'shipping.country': 'DE',
};

async function aShopWithAMug(t: TestContext, wish: { stock?: number; title?: string } = {}) {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { stock: 10, title: 'Stoneware mug', ...wish }));
  dropCaches();
  return { shop, offerId, reader: aReader(shop.inject) };
}

/** Goes up to the last button; answers the page that has it. */
async function upToTheButton(reader: ReturnType<typeof aReader>, pay: Record<string, string>) {
  await reader.send('/cart/lines', { slug: 'stoneware-mug', quantity: '2' });
  await reader.send('/checkout/contact', address);
  const delivery = await reader.open('/checkout');
  const [, optionId = ''] = /name="optionId"\s+value="([^"]+)"/.exec(delivery.text) ?? [];
  await reader.send('/checkout/delivery', { optionId });
  return reader.send('/checkout/payment', pay);
}

const totalOn = (text: string): string => /name="expectedTotal"\s+value="(\d+)"/.exec(text)?.[1] ?? '';

test('a guest without scripts buys two mugs and reads what to do next on the order page', async (t) => {
  const { reader } = await aShopWithAMug(t);
  const product = await reader.open('/products/stoneware-mug');
  assert.match(product.text, /Add to cart/);

  const review = await upToTheButton(reader, { provider: 'bank-transfer' });
  assert.match(review.text, /Order now, pay €44\.70 by bank transfer/);
  const order = await reader.send('/checkout/complete', { expectedTotal: totalOn(review.text) });

  assert.equal(order.status, 200);
  assert.match(order.url, /^\/orders\/.+\?placed=1$/);
  assert.match(order.text, /We are waiting for your payment/);
  assert.match(order.text, /How to pay/);
  assert.match(order.text, /Mara Lindqvist/);
  assert.equal(reader.jar.has('kontor_cart'), false, 'the cart became an order');
});

test('a declined card leaves the cart as it was, and the next try works', async (t) => {
  const { reader } = await aShopWithAMug(t);
  const review = await upToTheButton(reader, { provider: 'test-card', 'option.test-card': 'decline' });

  const declined = await reader.send('/checkout/complete', { expectedTotal: totalOn(review.text) });
  assert.match(declined.text, /The payment was declined\. Nothing was taken/);
  await reader.send('/checkout/payment', { provider: 'test-card', 'option.test-card': 'approve' });
  const placed = await reader.send('/checkout/complete', { expectedTotal: totalOn(review.text) });

  assert.match(placed.text, /We are packing your order/);
});

test('a bank that asks first is answered on its own page, and the buyer comes back to the order', async (t) => {
  const { reader } = await aShopWithAMug(t);
  const review = await upToTheButton(reader, { provider: 'test-card', 'option.test-card': 'needs_action' });

  const bank = await reader.send('/checkout/complete', { expectedTotal: totalOn(review.text) });
  assert.match(bank.url, /^\/test-card\//);
  const order = await reader.send(bank.url, { decision: 'approve' });

  assert.match(order.url, /^\/orders\//);
  assert.match(order.text, /We are packing your order/);
});

test('nobody pays a sum that they have not seen', async (t) => {
  const { shop, offerId, reader } = await aShopWithAMug(t);
  const review = await upToTheButton(reader, { provider: 'bank-transfer' });
  await shop.work((ctx) => setPrices(ctx, [{ offerId, currency: 'EUR', amountMinor: 2500n }]));

  const again = await reader.send('/checkout/complete', { expectedTotal: totalOn(review.text) });

  assert.equal(again.status, 409);
  assert.match(again.text, /The total has changed since you last saw it/);
  assert.match(again.text, /Order now, pay €54\.90 by bank transfer/);
});

test('an address that cannot be right is said beside its field and nothing that was typed is lost', async (t) => {
  const { reader } = await aShopWithAMug(t);
  await reader.send('/cart/lines', { slug: 'stoneware-mug', quantity: '1' });

  const again = await reader.send('/checkout/contact', {
    ...address,
    email: 'mara@',
    'shipping.postcode': '123',
  });

  assert.equal(again.status, 422);
  assert.match(again.text, /<a href="#shipping-postcode">/);
  assert.match(
    again.text,
    /id="shipping-postcode"[^>]*aria-describedby="shipping-postcode-wrong"[^>]*aria-invalid="true"/,
  );
  assert.match(again.text, /value="Lange Reihe 7"/);
});

test('without scripts the country decides which fields are asked for', async (t) => {
  const { reader } = await aShopWithAMug(t);
  await reader.send('/cart/lines', { slug: 'stoneware-mug', quantity: '1' });

  const austria = await reader.send('/checkout/contact', {
    ...address,
    'shipping.country': 'AT',
    billOther: 'yes',
    'billing.country': 'US',
    step: 'country',
  });

  assert.equal(austria.status, 200);
  assert.match(austria.text, /<option value="AT"\s+selected\s*>/);
  assert.match(austria.text, /name="billing\.region"/);
  assert.match(austria.text, /value="Mara Lindqvist"/);
});

test('options that are sold out or not made cannot be put into the cart', async (t) => {
  const { shop, reader } = await aShopWithAMug(t);
  await shop.work((ctx) =>
    upsertProduct(ctx, {
      title: 'Jug',
      status: 'active',
      options: [{ name: 'Colour', values: ['Sand'] }],
      variants: [{ options: ['Sand'] }],
    }),
  );

  const answer = await reader.send('/cart/lines', { slug: 'jug', o0: 'Sand', quantity: '1' });
  await reader.send('/cart/lines', { slug: 'jug', o0: 'Gold', quantity: '1' });

  assert.match(answer.url, /^\/products\/jug/);
  assert.equal(reader.jar.has('kontor_cart'), false);
});

test('an order can be cancelled from its page while nothing has left', async (t) => {
  const { reader } = await aShopWithAMug(t);
  const review = await upToTheButton(reader, { provider: 'test-card', 'option.test-card': 'approve' });
  const order = await reader.send('/checkout/complete', { expectedTotal: totalOn(review.text) });
  const path = order.url.split('?')[0] ?? '';

  const asked = await reader.open(`${path}/cancel`);
  assert.match(asked.text, /This cannot be undone/);
  const cancelled = await reader.send(`${path}/cancel`);

  assert.match(cancelled.text, /This order was cancelled/);
});

test('a signed-in buyer finds a saved address in the checkout and sees where they are signed in', async (t) => {
  const { shop, reader } = await aShopWithAMug(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org', name: 'Bo Buyer' }), {
    purpose: 'account',
  });

  const wrong = await reader.send('/account/sign-in', {
    email: 'bo@example.org',
    password: 'not the password',
  });
  assert.equal(wrong.status, 422);
  const account = await reader.send('/account/sign-in', {
    email: 'bo@example.org',
    password: goodPassword,
    next: '//evil.example',
  });
  assert.equal(account.url, '/account');
  const saved = await reader.send('/account/addresses', {
    'home.name': 'Bo Buyer',
    'home.line1': 'Am Markt 1',
    'home.postcode': '28195',
    'home.city': 'Bremen',
    'home.country': 'DE',
  });
  assert.match(saved.text, /Am Markt 1/);
  await reader.send('/cart/lines', { slug: 'stoneware-mug', quantity: '1' });
  const checkout = await reader.open('/checkout');
  const devices = await reader.open('/account/devices');

  assert.match(checkout.text, /value="bo@example\.org"/);
  assert.match(checkout.text, /value="Am Markt 1"/);
  assert.match(devices.text, /This device/);
});

test('account pages ask who is not signed in to do so first, and bring them back', async (t) => {
  const { reader } = await aShopWithAMug(t);

  const asked = await reader.open('/account/addresses');

  assert.match(asked.url, /^\/account\/sign-in\?next=/);
  assert.match(asked.text, /name="next" value="\/account\/addresses"/);
});

test('readers get the language they ask for, and keep the one they choose', async (t) => {
  const { shop } = await aShopWithAMug(t);
  const german = aReader(shop.inject, { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' });

  assert.match((await german.open('/cart')).text, /Ihr Warenkorb ist leer/);
  assert.match((await german.open('/cart?lang=en')).text, /Your cart is empty/);
  assert.match((await german.open('/cart')).text, /Your cart is empty/);
});

test('what is not there is said in a page of the shop, with its search', async (t) => {
  const { shop, reader } = await aShopWithAMug(t);

  const nowhere = await reader.open('/nowhere');
  const gone = await reader.open('/products/never-made');
  const part = await aReader(shop.inject, { 'hx-request': 'true' }).send('/cart/lines', {
    slug: 'never-made',
  });

  assert.equal(nowhere.status, 404);
  assert.match(nowhere.text, /There is nothing at this address/);
  assert.match(nowhere.text, /role="search"/);
  assert.ok([404, 410].includes(gone.status));
  assert.equal(part.headers['hx-retarget'], '#said');
});

test('every page carries the security headers, its own nonce, and says how long it may be kept', async (t) => {
  const { reader } = await aShopWithAMug(t);

  for (const path of [
    '/',
    '/products',
    '/products/stoneware-mug',
    '/search?q=mug',
    '/cart',
    '/account/sign-in',
    '/imprint',
    '/privacy',
    '/privacy/policy',
    '/privacy/cookies',
    '/nowhere',
  ]) {
    const { headers, text } = await reader.open(path);
    const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'])) ?? [];
    assert.ok(text.includes(`nonce="${nonce}"`), path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.match(String(headers['cache-control']), /^private/, path);
  }
});

test('robots find the map, browsers find the mark, and a hostile title stays a title', async (t) => {
  const { shop, reader } = await aShopWithAMug(t, { title: '</script><script>alert(1)</script>' });

  const [map, robots, manifest, security, gpc, icon] = await Promise.all(
    [
      '/sitemap.xml',
      '/robots.txt',
      '/manifest.webmanifest',
      '/.well-known/security.txt',
      '/.well-known/gpc.json',
      '/favicon.svg',
    ].map((path) => reader.open(path)),
  );
  const listing = await reader.open('/products');
  const [, slug = ''] = /href="\/products\/([^"]+)"/.exec(listing.text) ?? [];
  const page = await reader.open(`/products/${slug}`);

  assert.match(map?.text ?? '', /<urlset/);
  assert.match(robots?.text ?? '', /Sitemap: http/);
  assert.equal(JSON.parse(manifest?.text ?? '').name, shop.tenant.name);
  assert.match(security?.text ?? '', /^Contact: mailto:/);
  assert.equal(JSON.parse(gpc?.text ?? '').gpc, true);
  assert.match(icon?.text ?? '', /<svg/);
  assert.equal((await shop.work((ctx) => getProduct(ctx, slug))).title.includes('script'), true);
  for (const { text } of [listing, page]) assert.doesNotMatch(text, /<script>alert/);
});
