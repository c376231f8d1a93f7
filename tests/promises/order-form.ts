/** Where buyers type their address and press the last button, nothing of anybody else's runs, whatever they allowed. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { browserItems } from '#kernel/browser-items.ts';
import { dropCaches } from '#kernel/cache.ts';
import { openForBusiness } from '#modules/checkout/index.ts';
import { useFeature } from '#modules/privacy/index.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import { someGoods } from '#testing/furnished-shop.ts';
import { aServer } from '#testing/server.ts';
import { aTenantOf } from './a-tenant.ts';

const says = { en: 'For a test.', de: 'Für einen Test.' };
const feature = { name: 'planted-tag', says };
const tag = 'https://tags.example/tag.js';

browserItems({
  tag: {
    kind: 'script',
    name: 'https://tags.example',
    category: 'targeting',
    setBy: 'tags',
    says,
    lasts: says,
    lifetimeSeconds: 60,
    feature,
    script: { src: tag, connect: ['https://collect.example'] },
  },
});

const buyer = {
  email: 'bo@example.org',
  'shipping.name': 'Bo Buyer',
  'shipping.line1': 'Weg 1',
  'shipping.postcode': '1000',
  'shipping.city': 'Brussel',
  'shipping.country': 'BE',
};

/** Goes through every step of an order in a shop that advertises, as somebody who allowed it. */
export async function theOrderFormIsOurs(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  const tenant = await createTenant(shop.house, aTenantOf('opencrm', 'rented'));
  await shop.work(openForBusiness, { tenant });
  await someGoods(shop.house, tenant, { title: 'Mug', sku: 'MUG', stock: 3 });
  await shop.work((ctx) => useFeature(ctx, feature.name, true), { tenant });
  dropCaches();
  const jar = new Map<string, string>();
  const go = async (url: string, fields?: Record<string, string>) => {
    const answer = await shop.inject({
      method: fields ? 'POST' : 'GET',
      url,
      tenantHost: 'rented.localhost',
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
    });
    for (const { name, value } of answer.cookies) jar.set(name, value);
    return answer;
  };

  await go('/privacy/choices', { answer: 'all', ui: 'bar' });
  const home = await go('/');
  await go('/cart/lines', { slug: 'mug', quantity: '1' });
  const steps = [await go('/cart'), await go('/checkout')];
  await go('/checkout/contact', buyer);
  steps.push(await go('/checkout'));
  const [, optionId = ''] = /name="optionId"\s+value="([^"]+)"/.exec(steps.at(-1)?.body ?? '') ?? [];
  await go('/checkout/delivery', { optionId });
  steps.push(await go('/checkout'));
  await go('/checkout/payment', { provider: 'bank-transfer' });
  steps.push(await go('/checkout'));

  assert.ok(home.body.includes(tag), 'it was allowed, and runs where it may');
  assert.ok(steps.at(-1)?.body.includes('action="/checkout/complete"'), 'the last step has the last button');
  for (const { statusCode, headers, body } of steps) {
    const policy = String(headers['content-security-policy']);
    assert.equal(statusCode, 200);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /form-action 'self'/);
    assert.doesNotMatch(policy, /https?:/);
    assert.doesNotMatch(body, /(?:src|action)="https?:/);
  }
}
