import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBuyer } from '#modules/checkout/index.ts';
import { asColleague } from '#tests/misfortunes/a-sale.ts';
import { aShopWithMugs } from './a-shop.ts';
import type { OpenShop } from './a-shop.ts';
import { atTheDesk, skip } from './at-the-desk.ts';

async function anOrder(shop: OpenShop): Promise<void> {
  const [mug] = shop.mug.offers;
  assert.ok(mug);
  const buyer = aBuyer(shop.inject);
  await buyer.press(await buyer.fill([{ offerId: mug, quantity: 1 }], { provider: 'bank-transfer' }));
}

test(
  'a hold is placed by searching an order, keeps what was ticked, and is told in words',
  { skip },
  async (t) => {
    const shop = await aShopWithMugs(t);
    await anOrder(shop);
    const { page, open, check } = await atTheDesk(shop);

    await open('/dashboard/privacy/holds');
    await page.getByRole('button', { name: 'Place a hold' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Of which order or person' }).fill('1001');
    await page.getByRole('option', { name: /^Order 1001/ }).click();
    await dialog.getByRole('checkbox', { name: /recipient/ }).check();
    await dialog.getByRole('textbox', { name: 'What the case is called' }).fill('12 O 34/26');
    await check();
    await dialog.getByRole('button', { name: 'Place a hold' }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: /12 O 34\/26/ });
    await row.waitFor();
    await check();

    assert.match(await row.innerText(), /of 1001: name, .*postal address/);
    const place = page.getByRole('button', { name: 'Place a hold' });
    assert.ok(await place.evaluate((button) => button === document.activeElement), 'the focus is back');
  },
);

test(
  'what the server finds wrong stands at the field, in the language of the reader, and nothing typed is lost',
  { skip },
  async (t) => {
    const shop = await aShopWithMugs(t);
    const { page, open, check, expectStatus } = await atTheDesk(shop, shop.owner, { locale: 'de' });
    expectStatus(400);

    await open('/dashboard/privacy/requests');
    await page.getByRole('button', { name: 'Anfrage aufnehmen' }).click();
    const dialog = page.getByRole('dialog');
    const address = dialog.locator('input[name=email]');
    await address.press('Enter');
    await dialog.getByText('Bitte ausfüllen.').waitFor();
    await address.fill('a@b');
    await dialog.locator('textarea[name=text]').fill('Am Telefon.');
    await dialog.locator('textarea[name=text]').press('Tab');
    await dialog.locator('button[type=submit]').click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    await check();

    const told = await address.evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
    assert.match(told, /Form|Zeichen/);
    assert.equal(await address.evaluate((input) => input === document.activeElement), true);
    assert.equal(await dialog.locator('textarea[name=text]').inputValue(), 'Am Telefon.');
  },
);

test(
  'whoever loses the connection, then the session, keeps what was typed and does it once',
  { skip },
  async (t) => {
    const shop = await aShopWithMugs(t);
    const { page, open, check, expectStatus } = await atTheDesk(shop);
    expectStatus(Number.NaN); // the browser grumbles about a lost connection without one
    await open('/dashboard/privacy/incidents');
    await page.getByRole('button', { name: 'Open an incident' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open an incident' });
    await dialog.getByRole('textbox', { name: 'Short title' }).fill('A stolen laptop');
    const submit = dialog.locator('button[type=submit]');

    // The server does it, and its answer is lost on the way.
    let isLost = false;
    await page.route('**/api/admin/privacy/incidents', async (route) => {
      const request = route.request();
      if (isLost || request.method() !== 'POST') return route.fallback();
      isLost = true;
      const headers = { ...(await request.allHeaders()), host: 'shop.localhost' };
      await shop.inject({
        method: 'POST',
        url: '/api/admin/privacy/incidents',
        headers,
        payload: request.postDataJSON(),
      });
      return route.abort('connectionreset');
    });
    await submit.click();
    await dialog.getByRole('alert').waitFor();
    await page.context().clearCookies();
    await submit.click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByRole('textbox', { name: 'Password' }).fill(shop.owner.password);
    await check();
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    assert.equal(await dialog.getByRole('textbox', { name: 'Short title' }).inputValue(), 'A stolen laptop');
    await submit.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /A stolen laptop/ }).waitFor();

    assert.equal(await page.getByRole('row', { name: /A stolen laptop/ }).count(), 1);
  },
);

test('two colleagues who assess the same incident lose nothing of each other', { skip }, async (t) => {
  const shop = await aShopWithMugs(t);
  const ask = await asColleague(shop, 'data-protection');
  const incidents = '/api/admin/privacy/incidents';
  const made = await ask('POST', incidents, {
    track: 'breach',
    harms: ['integrity'],
    title: 'A stolen laptop',
    happened: '',
  });
  const one = `${incidents}/${made.json<{ id: string }>().id}`;
  const { page, open, check, expectStatus } = await atTheDesk(shop);
  expectStatus(412);
  await open('/dashboard/privacy/incidents');
  await page.getByRole('button', { name: 'A stolen laptop' }).click();
  await page.getByRole('button', { name: 'Assess' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'What happened' }).fill('It was in a car.');

  await ask(
    'POST',
    `${one}/assess`,
    { story: { measures: 'The session was ended.' } },
    { 'if-match': '"1"' },
  );
  await dialog.getByRole('button', { name: 'Write down' }).click();
  await dialog.getByRole('alert').waitFor();
  await check();
  await dialog.getByRole('button', { name: 'Load the newest version' }).click();
  await dialog.getByRole('alert').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Write down' }).click();
  await dialog.waitFor({ state: 'detached' });

  const { story } = (await ask('GET', one)).json<{ story: { happened: string; measures: string } }>();
  assert.deepEqual([story.happened, story.measures], ['It was in a car.', 'The session was ended.']);
});
