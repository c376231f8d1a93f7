import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aShopWithMugs } from './a-shop.ts';
import { aReader } from './browser.ts';

const pages = [
  '/', '/products', '/products?sort=price-asc', '/collections/everyday', '/search?q=mug', '/search?q=nothing+of+the+kind', '/products/stoneware-mug', '/products/linen-towel',
  '/cart', '/account/sign-in', '/account/sign-up', '/account/forgot', '/imprint', '/privacy', '/privacy/policy', '/privacy/policy?for=staff&in=fr', '/privacy/policy/history', '/privacy/policy/1', '/privacy/policy/1/changes', '/privacy/processors', '/privacy/trust', '/privacy/cookies', '/privacy/choices', '/api', '/nothing-here',
]; // prettier-ignore

for (const locale of ['en', 'de'] as const) {
  test(`every page a guest can open is whole, readable and quiet (${locale})`, async (t) => {
    const shop = await aShopWithMugs(t);
    const { page, open, check, expectStatus } = await aReader(shop, { locale });
    expectStatus(404); // the page that is not there

    for (const path of pages) {
      await open(path);
      await check();
      assert.notEqual(await page.title(), '');
      if (path !== '/api') assert.equal(await page.evaluate(() => document.documentElement.lang), locale);
    }
  });
}
