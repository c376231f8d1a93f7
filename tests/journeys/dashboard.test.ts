import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { aBuyer } from '#modules/checkout/index.ts';
import { aColleague, goodPassword } from '#modules/identity/index.ts';
import { aShopWithMugs, letterTo } from './a-shop.ts';
import { aReader } from './browser.ts';
import type { Page } from './browser.ts';

const isBuilt = existsSync(new URL('../../dashboard/dist/index.html', import.meta.url));
const skip = isBuilt ? false : 'the dashboard is not built here: npm run build:dashboard';

async function signIn(page: Page, owner: { email: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
}

test(
  'staff pick an order up from the keyboard, see its money come and send its parcel',
  { skip },
  async (t) => {
    const shop = await aShopWithMugs(t);
    const [mug] = shop.mug.offers;
    assert.ok(mug);
    const buyer = aBuyer(shop.inject);
    await buyer.press(await buyer.fill([{ offerId: mug, quantity: 2 }], { provider: 'bank-transfer' }));
    const { page, open, check, expectStatus } = await aReader(shop);
    expectStatus(401); // asking who is signed in before somebody is

    await open('/dashboard/orders');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await check();
    await open('/dashboard/');
    await signIn(page, shop.owner);
    await page.getByRole('link', { name: /1 order to be paid/ }).waitFor();
    await check();

    await page.getByRole('link', { name: /1 order to be paid/ }).click();
    await page.locator('[data-list-row="0"]').focus();
    await check();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('complementary');
    await sheet.getByRole('heading', { name: /^Order/ }).waitFor();
    await check();

    await sheet.getByRole('button', { name: 'Mark as paid' }).click();
    await page.getByRole('button', { name: /^Mark €.* as paid$/ }).click();
    await sheet.getByText('paid', { exact: true }).waitFor();
    await sheet.getByRole('button', { name: 'Ship', exact: true }).click();
    await page.getByLabel(/^Tracking number/).fill('00340434161094042557');
    await page.getByRole('button', { name: 'Ship 2 pieces' }).click();
    await sheet.getByText('2 of 2 shipped').waitFor();

    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    assert.match(await letterTo(shop, 'mara@example.org', /on its way/), /00340434161094042557/);
  },
);

test(
  'a colleague whose role masks people reveals those of one order for a reason, and the timeline says who read them',
  { skip },
  async (t) => {
    const shop = await aShopWithMugs(t);
    const [mug] = shop.mug.offers;
    assert.ok(mug);
    const buyer = aBuyer(shop.inject);
    await buyer.press(await buyer.fill([{ offerId: mug, quantity: 1 }], { provider: 'bank-transfer' }));
    const fia = { email: 'fia@example.org', name: 'Fia Brandt', password: goodPassword };
    await shop.work((ctx) => aColleague(ctx, { ...fia, role: 'finance' }));
    const { page, open, check, expectStatus } = await aReader(shop);
    expectStatus(401);
    await open('/dashboard/');
    await signIn(page, fia);

    await open('/dashboard/orders');
    await page.getByText('M••• L•••').click();
    const sheet = page.getByRole('complementary');
    await sheet.getByText('m•••@e•••.org').waitFor();
    await sheet.getByRole('button', { name: 'Reveal, because…' }).click();
    await page.getByRole('radio', { name: 'There is a question about the payment' }).check();
    await check();
    await page.getByRole('button', { name: 'Reveal and record' }).click();

    await sheet.getByRole('link', { name: 'mara@example.org' }).waitFor();
    await sheet.getByText('You read this at').waitFor();
    await sheet.getByText('Names and addresses read').waitFor();
    await sheet.getByText('a colleague').waitFor();
    await check();
  },
);

test(
  'a list, a product, the mails and the settings can be read by everybody, in light and dark, wide and narrow',
  { skip },
  async (t) => {
    const shop = await aShopWithMugs(t);
    const { page, open, check, expectStatus } = await aReader(shop);
    expectStatus(401);
    await open('/dashboard/');
    await signIn(page, shop.owner);

    for (const path of [
      'products',
      'products/import',
      'stock',
      'customers',
      'outbox',
      'audit',
      'settings',
      'settings/delivery',
      'settings/staff',
    ]) {
      await open(`/dashboard/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await check();
    }

    await open('/dashboard/products');
    await page.getByRole('link', { name: 'Stoneware mug' }).click();
    await page.getByRole('heading', { name: 'Stoneware mug' }).waitFor();
    await check();
  },
);
