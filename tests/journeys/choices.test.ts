import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAccount } from '#modules/identity/index.ts';
import { consentsOf, withdrawConsent } from '#modules/privacy/index.ts';
import { aShopThatAsks, refusingIsAsEasy, signInAs } from '../promises/consent-in-a-browser.ts';
import { aShopWithMugs } from './a-shop.ts';
import { aReader } from './browser.ts';

test('refusing costs what allowing costs where no script runs, too', (t) => refusingIsAsEasy(t, false));

test('[K7-41] a browser that asks not to sell or share is told so on every page, and a person who is signed in is remembered', async (t) => {
  const shop = await aShopThatAsks(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org' }));
  const { page, open, check } = await aReader(shop);
  await page.context().setExtraHTTPHeaders({ 'sec-gpc': '1' });

  await open('/');
  await page.getByText('Your browser asks us not to sell or share your data: honoured.').waitFor();
  await signInAs(page, 'bo@example.org');
  await page.context().setExtraHTTPHeaders({});
  await open('/privacy/choices');
  await check();

  await page.getByText('We remember it for you').waitFor();
  const known = await shop.work((ctx) => consentsOf(ctx, subject));
  assert.deepEqual(
    known.map(({ purpose, state }) => [purpose, state]),
    [['advertise', 'objected']],
  );
});

test('what a signed-in buyer allowed ends in every browser the moment it is taken back anywhere', async (t) => {
  const shop = await aShopThatAsks(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org' }));
  const { page, open } = await aReader(shop);
  await signInAs(page, 'bo@example.org');

  await open('/privacy/choices');
  await page.getByRole('button', { name: 'Allow all' }).click();
  await page.getByText('What you have answered').waitFor();
  await open('/products/stoneware-mug');
  await open('/products/linen-towel');
  await page.getByRole('heading', { name: 'Recently seen' }).waitFor();
  await shop.work((ctx) => withdrawConsent(ctx, { subject, purpose: 'personalise', ui: 'staff' }));
  await open('/products/linen-towel');

  assert.equal(await page.getByRole('heading', { name: 'Recently seen' }).count(), 0);
  const names = (await page.context().cookies()).map(({ name }) => name);
  assert.ok(!names.includes('kontor_seen'));
});

test('a shop that uses nothing of the kind asks nothing', async (t) => {
  const shop = await aShopWithMugs(t);
  const { page, open, check } = await aReader(shop, { locale: 'de' });

  await open('/');
  assert.equal(await page.getByRole('button', { name: 'Alles erlauben' }).count(), 0);
  await open('/privacy/choices');
  await check();
  await page.getByText('Es gibt nichts auszuwählen').waitFor();
});
