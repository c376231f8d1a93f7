import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { fc } from '#testing/generated.ts';
import { consentHistory, hasConsent, storeNoticed } from '#modules/privacy/index.ts';
import type { Tenant } from '#kernel/context.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import { someGoods } from '#testing/furnished-shop.ts';
import { rowCounts } from '#testing/row-counts.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { ageAtCheckout, findVerifiedSubjectByEmail, goodPassword, requiredAge } from './index.ts';
import { lettersTo } from '#modules/notifications/index.ts';

const someone = { email: 'young@example.org', name: 'Yo Young', password: goodPassword };

const signUp = (shop: TestServer, payload: object) =>
  shop.inject({ method: 'POST', url: '/api/store/account/sign-up', payload });

const typeIn = (shop: TestServer, fields: Readonly<Record<string, string>>) =>
  shop.inject({
    method: 'POST',
    url: '/account/sign-up',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  });

test('[K7-45] [P28] whoever is too young, or does not say, leaves no row in any table, whatever else they typed', async (t) => {
  const shop = await aServer(t);
  await shop.inject({ url: '/account/sign-up' });
  const before = await rowCounts(shop);
  const typed = fc.record({
    email: fc.constantFrom('young@example.org', 'nobody', 'a@b.example'),
    name: fc.constantFrom('Yo Young', 'X'),
    password: fc.constantFrom(goodPassword, 'short', 'password1234'),
  });

  await fc.assert(
    fc.asyncProperty(typed, fc.constantFrom(false, undefined), async (fields, oldEnough) => {
      const api = await signUp(shop, { ...fields, ...(oldEnough !== undefined && { oldEnough }) });
      const form = await typeIn(shop, fields);

      assert.ok(api.statusCode >= 400, String(api.statusCode));
      assert.equal(form.statusCode, 422);
    }),
    { numRuns: 10 },
  );
  await storeNoticed(shop.house);
  assert.deepEqual(await rowCounts(shop), before);
});

test('who does not say how old they are is asked; who is too young is told that nothing was kept', async (t) => {
  const shop = await aServer(t);

  const asked = await signUp(shop, someone);
  const refused = await signUp(shop, { ...someone, oldEnough: false });
  const page = await typeIn(shop, someone);

  assert.deepEqual([asked.statusCode, asked.json<{ code: string }>().code], [422, 'identity.ageNeeded']);
  assert.deepEqual([refused.statusCode, refused.json<{ code: string }>().code], [403, 'identity.tooYoung']);
  assert.match(page.body, /An account is for people of 16 or older\. Nothing of what you typed was kept\./);
  assert.doesNotMatch(page.body, /birth/i);
});

test('[OC-7] [K7-1] [KS-6] an account is a contract with the notice that its form shows, and no consent', async (t) => {
  const shop = await aServer(t);
  const form = await shop.inject({ url: '/account/sign-up' });

  const opened = await typeIn(shop, { ...someone, oldEnough: 'yes' });
  const [letter] = await shop.work((ctx) => lettersTo(ctx, someone.email));
  const code = /code=([\w.~-]+)/.exec(letter?.text ?? '')?.[1];
  await shop.inject({
    method: 'POST',
    url: '/api/store/account/verify',
    payload: { code, password: goodPassword },
  });

  assert.equal(opened.statusCode, 200);
  const found = await shop.work((ctx) => findVerifiedSubjectByEmail(ctx, someone.email));
  assert.ok(found);
  const { subject } = found;
  const events = await shop.work((ctx) => consentHistory(ctx, subject));
  assert.deepEqual(events.map(({ kind, topic }) => `${kind}: ${topic}`).toSorted(), [
    'acknowledgement: sign-up notice',
    'contract: account',
  ]);
  const version = events[0]?.version ?? '';
  assert.match(form.body, new RegExp(`data-notice="sign-up ${version}"`));
  assert.ok(events.every(({ noticeHash }) => noticeHash?.startsWith(version)));
  assert.deepEqual(events.find(({ kind }) => kind === 'contract')?.evidence, { age: '16+' });
  for (const purpose of ['marketing', 'analytics', 'personalise'] as const)
    assert.equal(await shop.work((ctx) => hasConsent(ctx, subject, purpose)), false);
});

test('the strictest of profile and law says how old somebody must be, and only some orders ask', () => {
  const shop = (profile: string, country: string) => ({ profile, country });

  assert.equal(requiredAge(shop('openkommerce', 'DE')), 16);
  assert.equal(requiredAge(shop('k7tracks', 'BE')), 13);
  assert.equal(requiredAge(shop('k7tracks', 'DE')), 16);
  assert.equal(requiredAge(shop('k7tracks', 'ZA'), 'seller'), 18);
  assert.equal(ageAtCheckout(shop('openkommerce', 'DE')), undefined);
  assert.equal(ageAtCheckout(shop('k7tracks', 'BE')), 13);
  assert.equal(ageAtCheckout(shop('openkommerce', 'ZA')), 18);
});

async function aMarket(t: TestContext): Promise<TestServer & { readonly market: Tenant }> {
  const shop = await aServer(t);
  const market = await createTenant(shop.house, {
    slug: 'market',
    profile: 'k7tracks',
    hosts: ['market.localhost'],
    demo: true,
    shop: {
      name: 'Market',
      country: 'DE',
      legalName: 'Market GmbH',
      legalAddress: 'Marktplatz 1\n20095 Hamburg',
      contactEmail: 'shop@example.org',
      bankHolder: 'Market GmbH',
      bankIban: 'DE02120300000000202051',
      bankBic: 'BYLADEM1001',
    },
  });
  return { ...shop, market };
}

test('[P28] where ordering asks the age, who is too young leaves nothing at the checkout either', async (t) => {
  const shop = await aMarket(t);
  const tenantHost = 'market.localhost';
  const cart = await shop.inject({ method: 'POST', url: '/api/store/carts', payload: {}, tenantHost });
  const url = `/api/store/carts/${cart.json<{ id: string }>().id}/contact`;
  const address = {
    name: 'Yo Young',
    line1: 'Marktplatz 1',
    postcode: '20095',
    city: 'Hamburg',
    country: 'DE',
  };
  const put = (oldEnough?: boolean) =>
    shop.inject({
      method: 'PUT',
      url,
      payload: {
        email: someone.email,
        shippingAddress: address,
        ...(oldEnough !== undefined && { oldEnough }),
      },
      tenantHost,
    });
  const before = await rowCounts(shop);

  const [silent, young] = [await put(), await put(false)];
  await storeNoticed(shop.house);
  const after = await rowCounts(shop);
  const old = await put(true);

  assert.deepEqual([silent.statusCode, young.statusCode], [422, 403]);
  assert.deepEqual(after, before);
  assert.equal(old.statusCode, 200);
});

test('the checkout of such a shop shows the question beside the address, and asks again when it was left open', async (t) => {
  const shop = await aMarket(t);
  const { offers } = await someGoods(shop.house, shop.market, { title: 'Mug', sku: 'MUG', stock: 3 });
  const tenantHost = 'market.localhost';
  const payload = { line: { offerId: offers[0], quantity: 1 } };
  const cart = await shop.inject({ method: 'POST', url: '/api/store/carts', payload, tenantHost });
  const headers = {
    cookie: `kontor_cart=${cart.json<{ id: string }>().id}.1`,
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const typed = {
    email: someone.email,
    'shipping.name': 'Yo Young',
    'shipping.line1': 'Marktplatz 1',
    'shipping.postcode': '20095',
    'shipping.city': 'Hamburg',
    'shipping.country': 'DE',
  };
  const send = (fields: Record<string, string>) =>
    shop.inject({
      method: 'POST',
      url: '/checkout/contact',
      headers,
      payload: new URLSearchParams(fields).toString(),
      tenantHost,
    });

  const page = await shop.inject({ url: '/checkout', headers, tenantHost });
  const left = await send(typed);
  const told = await send({ ...typed, oldEnough: 'yes' });

  assert.match(page.body, /I am 16 or older/);
  assert.equal(left.statusCode, 422);
  assert.match(left.body, /Please say whether you are old enough for this shop/);
  assert.equal(told.statusCode, 303);
});
