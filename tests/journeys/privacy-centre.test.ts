import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { aBuyer } from '#modules/checkout/index.ts';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { textOfZip } from '../rights/an-asker.ts';
import { aShopWithMugs, letterTo } from './a-shop.ts';
import type { OpenShop } from './a-shop.ts';
import { aReader } from './browser.ts';

const linkIn = (letter: string): string => {
  const url = /https?:\/\/\S+code=\S+/.exec(letter)?.[0] ?? assert.fail('a letter with a link');
  return new URL(url).pathname + new URL(url).search;
};

async function buyMug(shop: OpenShop, email: string): Promise<void> {
  const buyer = aBuyer(shop.inject, email);
  const [offerId] = shop.mug.offers;
  assert.ok(offerId);
  const { status } = await buyer.press(
    await buyer.fill([{ offerId, quantity: 1 }], { provider: 'bank-transfer' }),
  );
  assert.equal(status, 200);
}

test('a guest without scripts sees what the shop knows, takes it along, and calls a deletion off, in German on a phone', async (t) => {
  const shop = await aShopWithMugs(t);
  await buyMug(shop, 'mara@example.org');
  const reader = await aReader(shop, { javaScript: false, locale: 'de', width: 360 });
  const { page } = reader;

  await reader.open('/privacy');
  await reader.check();
  await page.locator('form[action="/privacy/link"]').getByLabel('E-Mail-Adresse').fill('mara@example.org');
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' }).waitFor();

  await reader.open(linkIn(await letterTo(shop, 'mara@example.org', /Meine Daten öffnen/)));
  await reader.check();
  await page.getByRole('button', { name: 'Ja, öffnen' }).click();
  await page.getByText('Offen für mara@example.org').waitFor();
  for (const summary of await page.locator('.held summary').all()) await summary.click();
  await page.getByText('Lange Reihe 7, 20099, Hamburg, DE').waitFor();
  await reader.check();

  await page.getByRole('button', { name: 'Kopie machen' }).click();
  await page.getByRole('heading', { name: 'Ihre Kopie' }).waitFor();
  await reader.check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Kopie holen' }).click(),
  ]);
  const copy = await textOfZip(await readFile(await download.path()));
  assert.match(copy, /Lange Reihe 7/);

  await reader.open('/privacy');
  await page.locator('.sure summary').click();
  await page.getByRole('button', { name: 'Ja, löschen Sie, was Sie über mich wissen' }).click();
  await page.getByRole('heading', { name: 'Was geschehen wird' }).waitFor();
  await page
    .getByText(/bleibt bis/)
    .first()
    .waitFor();
  await reader.check();
  await reader.open(linkIn(await letterTo(shop, 'mara@example.org', /Nichts löschen/)));
  await page.getByRole('button', { name: 'Nichts löschen' }).click();
  await page.getByRole('heading', { name: 'Zurückgenommen' }).waitFor();
  await reader.check();
});

test('whoever is signed in gives the password once more, asks, and closes the page behind them', async (t) => {
  const shop = await aShopWithMugs(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org', name: 'Bo Bilby' }));
  const reader = await aReader(shop);
  const { page } = reader;
  reader.expectStatus(422);
  await reader.open('/account/sign-in?next=/privacy');
  await page.getByLabel('E-mail').fill('bo@example.org');
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
  await reader.check();

  await page.getByLabel('Password').fill('not-the-password-at-all');
  await page.getByRole('button', { name: 'Show my data' }).click();
  await page.getByText('That is not the password of this account.').first().waitFor();
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Show my data' }).click();
  await page.getByText('Open for bo@example.org').waitFor();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();

  const question = page.locator('#ask');
  await question.getByLabel('What is it about?').selectOption('policy');
  await question.getByLabel('In your words').fill('Who is your mail company?');
  await question.getByRole('button', { name: 'Send it' }).click();
  await page.getByRole('heading', { name: 'A question' }).waitFor();
  await page.getByText('we are at it').waitFor();
  await reader.open('/privacy');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByText('The page is closed in this browser.').waitFor();
  assert.equal(await page.getByText('Open for bo@example.org').count(), 0);
});
