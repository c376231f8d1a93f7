import assert from 'node:assert/strict';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { useFeature } from '#modules/privacy/index.ts';
import { eventually } from '#testing/eventually.ts';
import { aShopWithMugs, typeAddress } from '../journeys/a-shop.ts';
import type { OpenShop } from '../journeys/a-shop.ts';
import { aReader } from '../journeys/browser.ts';
import type { Page } from '../journeys/browser.ts';
import type { TestContext } from 'node:test';

/** A shop that remembers what somebody looked at, for those who allow it. */
export async function aShopThatAsks(t: TestContext): Promise<OpenShop> {
  const shop = await aShopWithMugs(t);
  await shop.work((ctx) => useFeature(ctx, 'recently-seen', true));
  return shop;
}

/** Everything that lies in the browser, by kind and name. */
async function seenIn(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  const stored = await page.evaluate(() => [
    ...Object.keys(localStorage).map((key) => `local-storage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `session-storage ${key}`),
  ]);
  return [...cookies.map(({ name }) => `cookie ${name}`), ...stored].toSorted();
}

/** What the ledger holds, once the worker has written so many answers. */
function answersOf(shop: OpenShop, count: number): Promise<string[]> {
  return eventually(`a ledger of ${count} answers`, async () => {
    const rows = await shop.work((ctx) =>
      ctx.tx.selectFrom('privacy.consent_event').select(['kind', 'topic']).execute(),
    );
    return rows.length >= count ? rows.map(({ kind, topic }) => `${kind}: ${topic}`).toSorted() : undefined;
  });
}

export const bar = (page: Page) => page.getByRole('region', { name: 'This shop would like to ask you' });

export async function signInAs(page: Page, email: string): Promise<void> {
  await page.goto('/account/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/account$/);
}

/** What lies in a browser is what the cookie page says, and before a choice nothing beyond the essential. */
export async function cookiesShownAreCookiesSeen(t: TestContext): Promise<void> {
  const shop = await aShopThatAsks(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org' }));
  const { page, open, check } = await aReader(shop);

  for (const path of ['/', '/products/stoneware-mug', '/products/linen-towel', '/privacy/choices'])
    await open(path);
  assert.deepEqual(await seenIn(page), []);
  await open('/');
  await check();
  await bar(page).getByRole('button', { name: 'Allow all' }).click();
  await bar(page).waitFor({ state: 'detached' });
  await open('/products/stoneware-mug');
  await open('/products/linen-towel?lang=en');
  await page.getByRole('heading', { name: 'Recently seen' }).waitFor();
  await check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await signInAs(page, 'bo@example.org');
  const seen = await seenIn(page);

  await open('/privacy/cookies');
  await check();
  const table = page.locator('h2:has-text("For those who work here") ~ .table-scroll [data-item]');
  const forStaff = await table.evaluateAll((items) =>
    items.map((item) => item.getAttribute('data-item') ?? ''),
  );
  const shown = await page
    .locator('[data-item]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-item') ?? ''));
  const printed = shown.filter((item) => !forStaff.includes(item));
  assert.deepEqual(
    seen.filter((item) => !printed.includes(item)),
    [],
  );
  // Who only looks and buys never gets the key to what a guest asks about their data.
  assert.deepEqual(
    printed.filter((item) => !seen.includes(item)),
    printed.filter((item) => item === 'cookie kontor_privacy'),
  );
}

/** A no costs what a yes costs, with scripts and without, and takes back what was allowed. */
export async function refusingIsAsEasy(t: TestContext, javaScript = true): Promise<void> {
  const shop = await aShopThatAsks(t);
  const { page, open, check } = await aReader(shop, { javaScript });

  await open('/products/stoneware-mug');
  const [no, yes] = await Promise.all(
    ['Refuse all', 'Allow all'].map((name) => bar(page).getByRole('button', { name }).boundingBox()),
  );
  assert.deepEqual([no?.width, no?.height, no?.y], [yes?.width, yes?.height, yes?.y]);
  await bar(page).getByRole('button', { name: 'Refuse all' }).click();
  await page.waitForURL(/stoneware-mug$/);
  assert.equal(await bar(page).count(), 0);
  await open('/products/linen-towel');
  assert.equal(await bar(page).count(), 0);
  assert.equal(await page.getByRole('heading', { name: 'Recently seen' }).count(), 0);

  await page.getByRole('contentinfo').getByRole('link', { name: 'Your choices' }).click();
  await check();
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await page.getByText('Your choice counts from now on.').waitFor();
  await open('/products/stoneware-mug');
  await open('/products/linen-towel');
  await page.getByRole('heading', { name: 'Recently seen' }).waitFor();
  const names = async () => (await page.context().cookies()).map(({ name }) => name).toSorted();
  assert.deepEqual(await names(), ['kontor_choices', 'kontor_seen']);

  await open('/privacy/choices');
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await page.getByText('Your choice counts from now on.').waitFor();
  assert.deepEqual(await names(), ['kontor_choices']);
  await open('/products/linen-towel');
  assert.equal(await page.getByRole('heading', { name: 'Recently seen' }).count(), 0);
}

/** A browser that keeps nothing but cart and session can browse and order; the order is a contract and no consent. */
export async function onlyCartAndSession(t: TestContext): Promise<void> {
  const shop = await aShopThatAsks(t);
  const { page, open } = await aReader(shop);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('blocked by the settings of this browser', 'SecurityError');
        },
      });
  });
  await page.context().route('**/*', async (route) => {
    const headers = await route.request().allHeaders();
    const kept = (headers['cookie'] ?? '')
      .split('; ')
      .filter((pair) => /^kontor_(cart|session)=/.test(pair))
      .join('; ');
    await route.continue({ headers: { ...headers, cookie: kept } });
  });

  await open('/');
  await bar(page).getByRole('button', { name: 'Refuse all' }).click();
  await open('/search?q=mug');
  await open('/products/stoneware-mug');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await page.getByLabel('E-mail').fill('greta@example.org');
  await typeAddress(page, 'Greta Guest');
  await page.getByRole('button', { name: 'Continue to delivery' }).click();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByRole('radio', { name: /Bank transfer/ }).check();
  await page.getByRole('button', { name: 'Continue to review' }).click();
  await page.getByRole('button', { name: /Order now/ }).click();

  await page.getByText('Thank you. We have your order.').waitFor();
  assert.deepEqual(await answersOf(shop, 2), ['acknowledgement: checkout notice', 'contract: order']);
}
