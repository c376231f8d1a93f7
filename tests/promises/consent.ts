import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { tellVisits, visitFeature } from '#modules/analytics/index.ts';
import { browserItems, declaredBrowserItems } from '#kernel/browser-items.ts';
import { dropCaches } from '#kernel/cache.ts';
import { anAccount, findVerifiedSubjectByEmail, goodPassword } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import {
  acknowledge,
  consentHistory,
  consentsOf,
  grantConsent,
  hasConsent,
  useFeature,
} from '#modules/privacy/index.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import { someGoods } from '#testing/furnished-shop.ts';
import { rowsOnce } from '#testing/every-row.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { aTenantOf } from './a-tenant.ts';
import { aReportedChildIsForgotten, tooYoungLeavesNothing } from './children.ts';
import { formsShowTheirNotice } from './collection-points.ts';
import { cookiesShownAreCookiesSeen, onlyCartAndSession, refusingIsAsEasy } from './consent-in-a-browser.ts';
import type { Check } from './promise.ts';

const someone = { email: 'bo@example.org', name: 'Bo Buyer', password: goodPassword };
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const consented = ['marketing', 'analytics', 'personalise'] as const;
const says = { en: 'For a test.', de: 'Für einen Test.' };
const feature = { name: 'planted-advert', says };

browserItems({
  advert: {
    kind: 'cookie',
    name: 'test_planted_advert',
    category: 'targeting',
    setBy: 'us',
    says,
    lasts: says,
    lifetimeSeconds: 60,
    feature,
  },
});

/** Somebody opens an account with the form and confirms it. */
async function openAccount(shop: TestServer) {
  await shop.inject({
    method: 'POST',
    url: '/account/sign-up',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams({ ...someone, oldEnough: 'yes' }).toString(),
  });
  const [letter] = await shop.work((ctx) => lettersTo(ctx, someone.email));
  const code = /code=([\w.~-]+)/.exec(letter?.text ?? '')?.[1];
  const payload = { code, password: goodPassword };
  await shop.inject({ method: 'POST', url: '/api/store/account/verify', payload });
  const found = await shop.work((ctx) => findVerifiedSubjectByEmail(ctx, someone.email));
  assert.ok(found);
  return found;
}

async function signingUpIsNoConsent(t: TestContext): Promise<void> {
  const shop = await aServer(t);

  const { subject } = await openAccount(shop);

  const kinds = (await shop.work((ctx) => consentHistory(ctx, subject))).map(({ kind }) => kind);
  assert.deepEqual(kinds.toSorted(), ['acknowledgement', 'contract']);
  for (const purpose of consented)
    assert.equal(await shop.work((ctx) => hasConsent(ctx, subject, purpose)), false);
}

async function goingOnIsNoConsent(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx));
  const notice = { text: 'The policy has changed.', locale: 'en', ui: 'account' };

  const event = await shop.work((ctx) =>
    acknowledge(ctx, { subject, document: 'policy', version: '2', notice, how: 'continued' }),
  );

  assert.deepEqual([event.kind, event.state], ['acknowledgement', 'continued']);
  assert.deepEqual(await shop.work((ctx) => consentsOf(ctx, subject)), []);
}

async function nothingOpensByItself(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  const { subject } = await openAccount(shop);
  const notice = { text: 'News?', locale: 'en', ui: 'account' };

  await shop.work((ctx) => grantConsent(ctx, { subject, purpose: 'marketing', notice }));

  const open = await Promise.all(
    consented.map((purpose) => shop.work((ctx) => hasConsent(ctx, subject, purpose))),
  );
  assert.deepEqual(open, [true, false, false]);
}

type Jar = Record<string, string>;
const headerOf = (jar: Jar): Record<string, string> => {
  const cookie = Object.entries(jar)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return cookie === '' ? {} : { cookie };
};

/** A browser that asks the shop and keeps what it is told to keep. */
function aBrowser(shop: TestServer, more: Record<string, string> = {}, tenantHost = 'shop.localhost') {
  const jar: Jar = {};
  const ask = async (url: string, payload?: object) => {
    const answer = await shop.inject({
      method: payload ? 'PUT' : 'GET',
      url,
      headers: { ...headerOf(jar), ...more },
      tenantHost,
      ...(payload && { payload }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) delete jar[name];
      else jar[name] = value;
    }
    return answer;
  };
  const choose = async (wishes: object) =>
    (await ask('/api/store/choices', wishes)).json<{ permitted: string[] }>().permitted;
  return { jar, ask, choose };
}

async function aShopThatRemembers(t: TestContext): Promise<TestServer> {
  const shop = await aServer(t);
  for (const title of ['Mug', 'Bowl', 'Plate'])
    await someGoods(shop.house, shop.tenant, { title, sku: title.toUpperCase(), stock: 3 });
  await shop.work((ctx) => useFeature(ctx, 'recently-seen', true));
  dropCaches();
  return shop;
}

/** Whoever allowed everything that was asked is asked anew when the shop begins something else, which waits until then. */
async function newUsesAskFirst(t: TestContext): Promise<void> {
  const shop = await aShopThatRemembers(t);
  const { jar, ask } = aBrowser(shop, { 'user-agent': firefox, accept: 'text/html' });
  const press = async (answer: 'all' | 'none') => {
    const headers = { ...headerOf(jar), 'content-type': 'application/x-www-form-urlencoded' };
    const payload = `answer=${answer}&ui=bar`;
    const taken = await shop.inject({ method: 'POST', url: '/privacy/choices', headers, payload });
    jar['kontor_choices'] = taken.cookies.find(({ name }) => name === 'kontor_choices')?.value ?? '';
  };
  const isAsked = async () => (await ask('/')).body.includes('This shop would like to ask you');

  assert.equal(await isAsked(), true);
  await press('all');
  assert.equal(await isAsked(), false);
  await shop.work((ctx) => useFeature(ctx, visitFeature.name, true));
  dropCaches();

  assert.equal(await isAsked(), true, 'the new use asks');
  assert.equal(jar['kontor_visit'], undefined);
  await press('all');
  assert.equal(await isAsked(), false);
  assert.ok(jar['kontor_visit']);
  await nothingOpensByItself(t);
}

async function rankingIsTheSameForAll(t: TestContext): Promise<void> {
  const shop = await aShopThatRemembers(t);
  const [guest, refuses, allows] = [aBrowser(shop), aBrowser(shop), aBrowser(shop)];
  await refuses.choose({ functionality: 'no' });
  await allows.choose({ functionality: 'yes' });
  for (const browser of [guest, refuses, allows])
    for (const slug of ['plate', 'mug']) await browser.ask(`/products/${slug}`);

  const order = async ({ ask }: ReturnType<typeof aBrowser>) =>
    (await ask('/api/store/products')).json<{ items: { slug: string }[] }>().items.map(({ slug }) => slug);
  const again = async ({ ask }: ReturnType<typeof aBrowser>) =>
    /Recently seen/.test((await ask('/products/bowl')).body);

  assert.deepEqual(await order(refuses), await order(guest));
  assert.deepEqual([await again(guest), await again(refuses), await again(allows)], [false, false, true]);
}

async function comfortWaits(t: TestContext): Promise<void> {
  const shop = await aShopThatRemembers(t);
  const { jar, ask, choose } = aBrowser(shop);

  await ask('/products/mug');
  assert.deepEqual(Object.keys(jar), []);
  await choose({ functionality: 'yes' });
  await ask('/products/mug');
  await ask('/products/bowl');

  assert.deepEqual(Object.keys(jar).toSorted(), ['kontor_choices', 'kontor_seen']);
  assert.match((await ask('/products/plate')).body, /Recently seen/);
}

async function countingWaits(t: TestContext): Promise<void> {
  const shop = await aShopThatRemembers(t);
  const names = declaredBrowserItems().flatMap(({ category, feature: part }) =>
    category === 'performance' && part ? [part.name] : [],
  );
  assert.ok(names.length > 0);
  for (const name of new Set(names)) await shop.work((ctx) => useFeature(ctx, name, true));
  dropCaches();
  const { jar, ask, choose } = aBrowser(shop);

  await ask('/products/mug');
  await choose({ performance: 'no', functionality: 'no' });
  await ask('/products/mug');

  assert.deepEqual(Object.keys(jar), ['kontor_choices']);
}

async function advertisingWaits(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  const market = await createTenant(shop.house, aTenantOf('k7tracks', 'market'));
  await shop.work((ctx) => useFeature(ctx, feature.name, true), { tenant: market });
  dropCaches();
  const silent = aBrowser(shop, {}, 'market.localhost');
  const objecting = aBrowser(shop, { 'sec-gpc': '1' }, 'market.localhost');

  assert.deepEqual(await silent.choose({ targeting: 'yes' }), ['essential', 'targeting']);
  assert.deepEqual(await objecting.choose({ targeting: 'yes' }), ['essential']);
  assert.deepEqual(await objecting.choose({ targeting: 'confirmed' }), ['essential', 'targeting']);
}

/** Visits are counted in a shop whose profile promises it, while no browser is given anything to keep. */
async function visitsAreCountedWithoutCookies(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  await createTenant(shop.house, aTenantOf('opencrm', 'rented'));
  dropCaches();
  const { jar, ask } = aBrowser(shop, { 'user-agent': firefox, accept: 'text/html' }, 'rented.localhost');

  for (const path of ['/', '/products', '/privacy', '/']) await ask(path);

  const counted = await rowsOnce(
    { url: shop.adminUrl, table: 'analytics.running', settle: () => tellVisits(shop.house) },
    (rows) => rows.length > 0,
  );
  assert.ok(counted.length > 0);
  assert.deepEqual(jar, {});
}

/** The sign-in cookie holds a random token; what is tailored lives in another one, which waits for a yes. */
async function tailoringIsApart(t: TestContext): Promise<void> {
  const shop = await aShopThatRemembers(t);
  await shop.work((ctx) => anAccount(ctx, { email: someone.email }));
  const signedIn = await shop.inject({
    method: 'POST',
    url: '/api/store/account/sign-in',
    payload: { email: someone.email, password: goodPassword },
  });
  const [line] = [signedIn.headers['set-cookie'] ?? []].flat();
  const cookie = String(line).split(';')[0] ?? '';

  const page = await shop.inject({ url: '/products/mug', headers: { cookie } });

  assert.match(cookie, /^kontor_session=[A-Za-z0-9]{20,64}$/);
  assert.equal(page.headers['set-cookie'], undefined);
}

/** What consent, cookies and age gates promise, to be spread into the checks of each policy. */
export const consentChecks = {
  'OK-3': { tries: 'before a choice a browser holds nothing', run: cookiesShownAreCookiesSeen },
  'OK-4': { tries: 'cart and session are enough to browse and order', run: onlyCartAndSession },
  'OK-7': { tries: 'who refused sees the goods in the order of everybody', run: rankingIsTheSameForAll },
  'K7-1': { tries: 'an account leaves a notice and a contract, no consent', run: signingUpIsNoConsent },
  'K7-37': { tries: 'refusing is one click of the same size', run: refusingIsAsEasy },
  'K7-38': { tries: 'what lies in the browser is what the page says', run: cookiesShownAreCookiesSeen },
  'K7-39': { tries: 'nothing that counts is set without a yes', run: countingWaits },
  'K7-40': { tries: 'what was looked at is remembered only after a yes', run: comfortWaits },
  'K7-41': { tries: 'a browser that objects opens nothing by "allow all"', run: advertisingWaits },
  'K7-45': { tries: 'who is too young leaves no row in any table', run: tooYoungLeavesNothing },
  'K7-46': {
    tries: 'a reported child is gone at once, here and at companies',
    run: aReportedChildIsForgotten,
  },
  'K7-7': {
    tries: 'each form that asks shows its notice, and each notice listed is shown',
    run: formsShowTheirNotice,
  },
  'KC-51': { tries: 'going on after a notice is an event of its own', run: goingOnIsNoConsent },
  'KC-52': {
    tries: 'a new use asks those who allowed all before, and waits for their yes',
    run: newUsesAskFirst,
  },
  'KC-57': { tries: 'the cookie page and a real browser agree', run: cookiesShownAreCookiesSeen },
  'OC-40': { tries: 'what was looked at is remembered only after a yes', run: comfortWaits },
  'OC-41': {
    tries: 'visits are counted and the browser is given nothing',
    run: visitsAreCountedWithoutCookies,
  },
  'OC-43': { tries: 'signing in sets its token and nothing tailored', run: tailoringIsApart },
  'KS-4': {
    tries: 'each form that asks shows its notice, and each notice listed is shown',
    run: formsShowTheirNotice,
  },
  'KS-6': { tries: 'an account leaves a notice and a contract, no consent', run: signingUpIsNoConsent },
  'KS-10': {
    tries: 'a reported minor is gone at once, here and at companies',
    run: aReportedChildIsForgotten,
  },
} satisfies Readonly<Record<string, Check>>;
