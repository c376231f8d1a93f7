import assert from 'node:assert/strict';
import { test } from 'node:test';
import { availability } from '#modules/inventory/index.ts';
import { aShopWithMugs, letterTo, typeAddress } from './a-shop.ts';
import { aReader } from './browser.ts';

for (const javaScript of [true, false]) {
  const how = javaScript ? '' : ', with JavaScript off';

  test(`a guest finds a mug, buys two in blue and sees the order${how}`, async (t) => {
    const shop = await aShopWithMugs(t);
    const { page, open, check } = await aReader(shop, { javaScript });

    await open('/');
    await check();
    await page.getByRole('searchbox').fill('stoneware');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\/search\?q=stoneware/);
    await check();
    await page.getByRole('link', { name: 'Stoneware mug' }).first().click();
    await page.waitForURL(/\/products\/stoneware-mug/);
    await check();

    await page.getByText('Blue', { exact: true }).click();
    if (!javaScript) await page.getByRole('button', { name: 'Show this choice' }).click();
    await page.getByLabel('Quantity').fill('2');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    if (javaScript) await page.getByRole('link', { name: 'View cart' }).click();
    await page.waitForURL(/\/cart$/);
    await check();
    assert.match(await page.getByRole('main').innerText(), /Blue[\s\S]*€48\.00/);

    await page.getByRole('link', { name: 'Checkout' }).click();
    await page.getByLabel('E-mail').fill('greta@example.org');
    await typeAddress(page, 'Greta Guest');
    await check();
    await page.getByRole('button', { name: 'Continue to delivery' }).click();
    await page.getByRole('button', { name: 'Continue to payment' }).waitFor();
    await check();
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await page.getByRole('radio', { name: /Bank transfer/ }).check();
    await check();
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await page.getByRole('button', { name: /Order now, pay .* by bank transfer/ }).waitFor();
    await check();
    await page.getByRole('button', { name: /Order now/ }).click();

    await page.waitForURL(/\/orders\//);
    await page.getByText('Thank you. We have your order.').waitFor();
    await check();
    const shown = await page.getByRole('main').innerText();
    assert.match(shown, /We are waiting for your payment/);
    assert.match(shown, /DE02 ?1203 ?0000 ?0000 ?2020 ?51/);
    assert.match(shown, /greta@example\.org/);
    assert.match(await letterTo(shop, 'greta@example.org', /order/i), /Stoneware mug/);
    const blue = shop.mug.offers[1];
    assert.ok(blue);
    assert.equal((await shop.work((ctx) => availability(ctx, [blue]))).get(blue), 8);
  });
}
