import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOfferBySku } from '#modules/catalog/index.ts';
import { aBuyer } from '#modules/checkout/index.ts';
import { aShopWithMugs, letterTo } from './a-shop.ts';
import { atTheDesk, skip } from './at-the-desk.ts';

test('the owner gives the money for one of two mugs back, and the buyer reads of it', { skip }, async (t) => {
  const shop = await aShopWithMugs(t);
  const [mug] = shop.mug.offers;
  assert.ok(mug);
  const buyer = aBuyer(shop.inject);
  const placed = await buyer.press(
    await buyer.fill([{ offerId: mug, quantity: 2 }], { provider: 'test-card', option: 'approve' }),
  );
  const token = placed.body.orders[0]?.token;
  const { page, open, check } = await atTheDesk(shop);

  await open('/dashboard/orders');
  await page.locator('[data-list-row="0"]').click();
  const sheet = page.getByRole('complementary');
  await sheet.getByRole('heading', { name: /^Order/ }).waitFor();
  await sheet.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /Refund/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Stoneware mug/ }).fill('1');
  await dialog.getByText('€24.00').first().waitFor();
  await check();
  await dialog.getByRole('button', { name: /€24\.00/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await check();

  assert.match(await letterTo(shop, 'mara@example.org', /24\.00/), /24\.00/);
  await open(`/orders/${token}`);
  await page.getByRole('heading', { name: 'Refunds' }).waitFor();
  await check();
  assert.match(await page.getByRole('main').innerText(), /1 refunded/);
});

const catalogue = `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Status
walnut-spoon,Walnut spoon,<p>Carved by hand.</p>,The Carver,Spoons,wood,TRUE,Title,Default Title,SPOON-1,90,7,12.50,active
birch-spoon,Birch spoon,<p>Carved by hand.</p>,The Carver,Spoons,wood,TRUE,Title,Default Title,SPOON-2,80,3,a lot,active
`;

test(
  'the owner tries a catalogue file, sees what would be left out, imports it, and the shop sells what came',
  { skip },
  async (t) => {
    const shop = await aShopWithMugs(t);
    const { page, open, check } = await atTheDesk(shop);

    await open('/dashboard/products/import');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'spoons.csv', mimeType: 'text/csv', buffer: Buffer.from(catalogue) });
    await page.getByText('This is what would happen').waitFor();
    await check();
    assert.equal(
      await shop.work((ctx) => findOfferBySku(ctx, 'SPOON-1')),
      undefined,
      'a try changes nothing',
    );
    await page.getByRole('button', { name: /^Import \d+ products?$/ }).click();
    await page.getByText('This is what happened').waitFor();
    await check();

    await open('/products/walnut-spoon');
    await page.getByRole('button', { name: 'Add to cart' }).waitFor();
    assert.match(await page.getByRole('main').innerText(), /€12\.50/);
  },
);
