import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { collectionPoints, contextualNotice } from '#modules/privacy/index.ts';
import { aServer } from '#testing/server.ts';

const email = 'bo.buyer@example.org';

/** What lets somebody in or finds them again; nothing new is told by it, and it is not kept. */
const identifies = [
  '/account/sign-in', '/account/forgot', '/account/reset', '/account/verify', '/account/password', '/privacy/unlock',
]; // prettier-ignore

interface Form {
  readonly path: string;
  readonly action: string;
  /** Names of fields that people fill in with something about themselves. */
  readonly asks: readonly string[];
}

/** Forms with a field to type into or to leave a file in; what is only pressed, ticked or chosen tells nothing new. */
const formsOn = (path: string, text: string): Form[] =>
  [...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    const asks = [...body.matchAll(/<(input|textarea)\b([^>]*)>/g)].flatMap(([, tag, attributes = '']) => {
      const type = /\btype="([^"]+)"/.exec(attributes)?.[1] ?? 'text';
      const isTyped =
        tag === 'textarea' || !['hidden', 'checkbox', 'radio', 'number', 'submit'].includes(type);
      return isTyped ? [/\bname="([^"]+)"/.exec(attributes)?.[1] ?? ''] : [];
    });
    const action = /\baction="([^"]+)"/.exec(head)?.[1] ?? path;
    return /method="post"/i.test(head) && asks.length > 0 ? [{ path, action, asks }] : [];
  });

/** Every form that asks people about themselves stands on a page with its notice, and no notice is listed for nothing. */
export async function formsShowTheirNotice(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  await shop.work((ctx) => goodsForSale(ctx, { title: 'Mug', stock: 5 }));
  await shop.work((ctx) => anAccount(ctx, { email }));
  let cookie = '';
  const go = async (url: string, fields?: Record<string, string>): Promise<string> => {
    const answer = await shop.inject({
      method: fields ? 'POST' : 'GET',
      url,
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        ...(cookie && { cookie }),
        ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
    });
    assert.ok(answer.statusCode < 400, `${url}: ${answer.statusCode}`);
    for (const line of [answer.headers['set-cookie'] ?? []].flat())
      cookie = [cookie, line.split(';')[0]].filter(Boolean).join('; ');
    return answer.body;
  };
  const pages = new Map<string, string>();
  const look = async (...paths: string[]): Promise<void> => {
    for (const path of paths) pages.set(`${path}${cookie ? ' with cookies' : ''}`, await go(path));
  };

  await look(
    '/',
    '/products/mug',
    '/cart',
    '/account/sign-in',
    '/account/sign-up',
    '/account/forgot',
    '/privacy',
    '/privacy/choices',
  );
  await go('/cart/lines', { slug: 'mug', quantity: '1' });
  await look('/cart', '/checkout');
  await go('/checkout/contact', {
    email, 'shipping.name': 'Bo Buyer', 'shipping.line1': 'Weg 1', 'shipping.postcode': '20095', 'shipping.city': 'Hamburg', 'shipping.country': 'DE',
  }); // prettier-ignore
  const [, optionId = ''] = /name="optionId"\s+value="([^"]+)"/.exec(await go('/checkout')) ?? [];
  await go('/checkout/delivery', { optionId });
  pages.set(
    'last button',
    await go('/checkout/payment', { provider: 'bank-transfer' }).then(() => go('/checkout')),
  );
  await go('/account/sign-in', { email, password: goodPassword });
  await look('/account', '/account/profile', '/account/addresses', '/account/news', '/account/devices');
  await go('/privacy/unlock', { password: goodPassword });
  await look('/privacy');

  const noticesOn = (text: string): string[] =>
    [...text.matchAll(/data-notice="([^"]+)"/g)].map(([, notice = '']) => notice);
  const silent = [...pages].flatMap(([path, text]) =>
    formsOn(path, text).filter(({ action }) => !identifies.includes(action) && noticesOn(text).length === 0),
  );
  assert.deepEqual(silent, []);
  const forms = [...pages].flatMap(([path, text]) => formsOn(path, text));
  for (const action of [
    '/account/sign-up',
    '/checkout/contact',
    '/account/addresses',
    '/privacy/ask',
    '/privacy/requests',
  ])
    assert.ok(
      forms.some((form) => form.action === action),
      `${action} was looked at`,
    );
  const shown = new Set([...pages.values()].flatMap(noticesOn));
  const listed = collectionPoints.map((code) => `${code} ${contextualNotice(code, 'en').version}`);
  assert.deepEqual([...shown].toSorted(), listed.toSorted());
}
