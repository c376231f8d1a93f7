import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropCaches } from '#kernel/cache.ts';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { ensurePolicy, publishPolicy, tellReaders } from '#modules/policy/index.ts';
import { saveAgreement } from '#modules/privacy/index.ts';
import { anAgreement } from '../promises/an-agreement.ts';
import { aShopWithMugs } from './a-shop.ts';
import { aReader } from './browser.ts';

const origin = 'https://shop.example';
const email = 'mira@example.org';

test('a change of the policy is told on every page, says what changed and what it means, and is gone once seen', async (t) => {
  const shop = await aShopWithMugs(t);
  await shop.work((ctx) => ensurePolicy(ctx, origin));
  await shop.work((ctx) => anAccount(ctx, { email }));
  const { page, open, check } = await aReader(shop, { javaScript: false });
  await open('/products');
  assert.equal(await page.getByText('Our privacy policy has changed.').count(), 0);

  await shop.work((ctx) => saveAgreement(ctx, anAgreement('mail', '', { purposes: ['notify'] })));
  await shop.work((ctx) => publishPolicy(ctx, { origin }));
  await tellReaders(shop.house, shop.tenant);
  dropCaches(); // public pages live for 900 ms

  await open('/products');
  await check();
  await page.getByRole('link', { name: 'What changed' }).click();
  await page.getByText('A company now gets data that did not before').waitFor();
  await page.getByText('Ask for a copy of your data').waitFor();
  await check();
  await open('/privacy/processors');
  await page.getByRole('cell', { name: 'write to you about your order or account' }).waitFor();
  await check();

  await open('/account/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/account$/);
  await check();
  await page.getByRole('button', { name: 'I have seen it' }).click();
  await page.waitForURL(/\/account$/);
  assert.equal(await page.getByText('Our privacy policy has changed.').count(), 0);
});
