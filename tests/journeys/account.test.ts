import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aShopWithMugs, letterTo, typeAddress } from './a-shop.ts';
import { aReader } from './browser.ts';

const who = { name: 'Bo Buyer', email: 'bo@example.org', password: 'lantern-over-quiet-harbour' };
const pathIn = (letter: string): string => {
  const link = /https?:\/\/\S+code=[\w.~-]+/.exec(letter)?.[0];
  assert.ok(link, 'the letter has a link');
  return new URL(link).pathname + new URL(link).search;
};

for (const javaScript of [true, false]) {
  const how = javaScript ? '' : ', with JavaScript off';

  test(`somebody opens an account, keeps an address, forgets the password and signs in again${how}`, async (t) => {
    const shop = await aShopWithMugs(t);
    const { page, open, check, expectStatus } = await aReader(shop, { javaScript });
    for (const status of [400, 401, 422]) expectStatus(status); // what is typed wrong on purpose

    await open('/account');
    await page.waitForURL(/sign-in/);
    await check();
    await page.getByRole('main').getByRole('link', { name: 'Open an account' }).click();
    await page.getByLabel('Name').fill(who.name);
    await page.getByLabel('E-mail').fill('bo at example');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Open an account' }).click();
    await page.getByText('need another look').or(page.getByText('needs another look')).first().waitFor();
    await check();
    await page.getByLabel('E-mail').fill(who.email);
    await page.getByLabel('Password').fill(who.password);
    await page.getByLabel('I am 16 or older').check();
    await page.getByRole('button', { name: 'Open an account' }).click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    await check();

    await open(pathIn(await letterTo(shop, who.email, /verify/)));
    await check();
    await page.getByLabel('Password').fill(who.password);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Your address is confirmed').waitFor();
    await page.getByLabel('E-mail').fill(who.email);
    await page.getByLabel('Password').fill('a wrong password');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').first().waitFor();
    await check();
    await page.getByLabel('E-mail').fill(who.email);
    await page.getByLabel('Password').fill(who.password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/account$/);
    await check();

    for (const part of ['Name and sign-in', 'Devices', 'Addresses']) {
      await page.getByRole('navigation', { name: 'Your account' }).getByRole('link', { name: part }).click();
      await page.getByRole('heading', { name: part }).waitFor();
      await check();
    }
    await typeAddress(page, who.name);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('20095 Hamburg').waitFor();
    await check();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await open('/account/forgot');
    await check();
    await page.getByLabel('E-mail').fill(who.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    await open(pathIn(await letterTo(shop, who.email, /reset/)));
    await check();
    await page.getByLabel('New password').fill('harbour-over-quiet-lantern');
    await page.getByRole('button', { name: 'Save the password' }).click();
    await page.getByText('The new password holds').waitFor();
    await page.getByLabel('E-mail').fill(who.email);
    await page.getByLabel('Password').fill('harbour-over-quiet-lantern');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/account$/);
  });
}
