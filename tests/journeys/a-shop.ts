import type { TestContext } from 'node:test';
import { lettersTo } from '#modules/notifications/index.ts';
import { eventually } from '#testing/eventually.ts';
import { aPictureOf, anOpenShop, someGoods } from '#testing/furnished-shop.ts';
import type { Goods } from '#testing/furnished-shop.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import type { Page } from './browser.ts';

export interface OpenShop extends TestServer {
  readonly url: string;
  readonly mug: Goods;
  readonly towel: Goods;
  readonly owner: { readonly email: string; readonly password: string };
}

/** A shop with a worker, a mug in two colours and a towel, listening for browsers. */
export async function aShopWithMugs(t: TestContext): Promise<OpenShop> {
  const server = await aServer(t, { worker: true });
  const { house, tenant } = server;
  const owner = await anOpenShop(house, tenant);
  const pictures = [
    await aPictureOf(house, tenant, 'A mug of sand-coloured clay'),
    await aPictureOf(house, tenant, 'A blue mug', '#27417a'),
  ];
  const mug = await someGoods(house, tenant, {
    title: 'Stoneware mug',
    sku: 'MUG',
    stock: 10,
    colours: ['Sand', 'Blue'],
    pictures,
  });
  const towel = await someGoods(house, tenant, {
    title: 'Linen towel',
    sku: 'TOWEL',
    stock: 5,
    priceMinor: 1850n,
  });
  return { ...server, url: await server.listen(), mug, towel, owner };
}

/** Waits for the worker's letter of a kind to somebody. Shape: its text. */
export function letterTo(shop: TestServer, email: string, about: RegExp): Promise<string> {
  return eventually(`a letter about ${about} to ${email}`, async () => {
    const letters = await shop.work((ctx) => lettersTo(ctx, email));
    return letters.find((one) => about.test(`${one.subject}\n${one.text}`))?.text;
  });
}

/** Types an address that is good in Germany into the checkout. */
export async function typeAddress(
  page: Page,
  name: string,
  fields: { readonly street?: string; readonly city?: string } = {},
): Promise<void> {
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Street and house number').fill(fields.street ?? 'Marktplatz 1');
  await page.getByLabel('Postcode').fill('20095');
  await page.getByLabel('City').fill(fields.city ?? 'Hamburg');
}
