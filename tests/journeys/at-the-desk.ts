import { existsSync } from 'node:fs';
import type { OpenShop } from './a-shop.ts';
import { aReader } from './browser.ts';
import type { Reader, Screen } from './browser.ts';

const isBuilt = existsSync(new URL('../../dashboard/dist/index.html', import.meta.url));

/** For tests in front of the dashboard: why they are left out, where it was not built. */
export const skip = isBuilt ? false : 'the dashboard is not built here: npm run build:dashboard';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Somebody signed in at the dashboard: the owner, unless told otherwise. */
export async function atTheDesk(
  shop: OpenShop,
  who: Credentials = shop.owner,
  screen: Screen = {},
): Promise<Reader> {
  const reader = await aReader(shop, screen);
  reader.expectStatus(401); // asking who is signed in before somebody is
  await reader.open('/dashboard/');
  await reader.page.locator('input[name=email]').fill(who.email);
  await reader.page.locator('input[name=password]').fill(who.password);
  await reader.page.keyboard.press('Enter');
  await reader.page.getByRole('heading', { name: /^H(e|a)llo/ }).waitFor();
  return reader;
}
