/** What is promised about news: who gets them, how they end, and what they never touch. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { ProfileName } from '#kernel/profile.ts';
import { aBuyer, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import {
  keepReader,
  letter,
  newsLetter,
  queueMail,
  queueMarketingMail,
  runCampaigns,
  sendMails,
  stopAddress,
} from '#modules/notifications/index.ts';
import {
  consentsOf,
  findNotice,
  listDisclosures,
  mayReach,
  preferenceChannels,
  preferenceTopics,
  suppress,
  vault,
} from '#modules/privacy/index.ts';
import type { PreferenceTopic } from '#modules/privacy/index.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { aMailCompany } from '../fakes/mail-company.ts';
import { letterTo } from '../journeys/a-shop.ts';
import { aTenantOf } from './a-tenant.ts';

const host = 'letters.localhost';
const origin = `http://${host}`;

interface Reader {
  readonly email: string;
  readonly subject: SubjectId;
  readonly cookie: string;
}

type Wish = { topic?: string; channel?: string; sender?: string; wish: 'yes' | 'no' };

/** A shop of a profile that mails over somebody else's server, with people who say what they want in their accounts. */
async function aNewsShop(t: TestContext, profile: ProfileName) {
  const server = await aServer(t);
  const company = await aMailCompany(t);
  const tenant = await createTenant(server.house, aTenantOf(profile, 'letters'));
  const house = { ...server.house, settings: { ...server.house.settings, smtpUrl: company.url } };
  const work: TestServer['work'] = (run, options = {}) => server.work(run, { ...options, tenant });
  const ask = (method: 'GET' | 'POST' | 'PUT', url: string, cookie = '', payload?: object) =>
    server.inject({
      method,
      url,
      tenantHost: host,
      headers: { ...(cookie && { cookie }) },
      ...(payload && { payload }),
    });
  const press = (url: string, form: Record<string, string>, headers: Record<string, string>) =>
    server.inject({
      method: 'POST',
      url,
      tenantHost: host,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(form).toString(),
    });
  const signIn = async (url: string, email: string): Promise<string> => {
    const answer = await ask('POST', url, '', { email, password: goodPassword });
    assert.equal(answer.statusCode, 200, answer.body);
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  };
  const wish = async ({ cookie }: Pick<Reader, 'cookie'>, said: Wish): Promise<number> => {
    const cell = { topic: '*', channel: 'email', sender: 'us', ...said };
    return (await ask('PUT', '/api/account/preferences', cookie, cell)).statusCode;
  };
  const reader = async (email: string, ...said: Wish[]): Promise<Reader> => {
    const { subject } = await work((ctx) => anAccount(ctx, { email, name: 'Reader' }));
    const cookie = await signIn('/api/store/account/sign-in', email);
    for (const one of said) assert.equal(await wish({ cookie }, one), 200);
    await work((ctx) => keepReader(ctx, subject, { email, name: 'Reader' }, 'en'));
    return { email, subject, cookie };
  };
  await work((ctx) => aColleague(ctx, { email: 'owner@example.org', role: 'owner' }));
  const owner = await signIn('/api/admin/sign-in', 'owner@example.org');
  const announce = async (topic: PreferenceTopic = 'news', subject = `About ${topic}`): Promise<void> => {
    const payload = { topic, subject, text: 'They are warm.' };
    const answer = await ask('POST', '/api/admin/campaigns', owner, payload);
    assert.equal(answer.statusCode, 201, answer.body);
    await runCampaigns(house, tenant);
  };
  const deliver = () => sendMails(house, tenant);
  /** Who got what, by mail, in order. */
  const got = (): string[] =>
    company.received
      .flatMap(({ to, subject }) =>
        [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => `${address}: ${subject}`)),
      )
      .toSorted();
  const stopPath = ({ subject }: Reader, topic: PreferenceTopic = 'news') =>
    work((ctx) => stopAddress(ctx, '', subject, { topic, sender: 'us' }));
  return { company, work, ask, press, wish, reader, owner, announce, deliver, got, stopPath };
}

type NewsShop = Awaited<ReturnType<typeof aNewsShop>>;

/** News reach those with a recorded yes, and the ledger names their basis. */
export const newsNeedABasis = (profile: ProfileName) => async (t: TestContext) => {
  const { work, wish, reader, announce, deliver, got } = await aNewsShop(t, profile);
  const asked = await reader('asked@example.org', { wish: 'yes' });
  const turned = await reader('turned@example.org', { wish: 'yes' });
  await reader('silent@example.org');
  await wish(turned, { wish: 'no' });

  await announce();
  await deliver();

  assert.deepEqual(got(), ['asked@example.org: About news']);
  const { items } = await work((ctx) => listDisclosures(ctx, { limit: 10 }));
  assert.deepEqual(
    items.map(({ purpose, basis, outcome }) => [purpose, basis, outcome]),
    [['marketing', 'consent', 'sent']],
  );
  const [consent] = await work((ctx) => consentsOf(ctx, asked.subject));
  assert.deepEqual([consent?.purpose, consent?.state], ['marketing', 'granted']);
  const words = await work((ctx) => findNotice(ctx, consent?.noticeHash ?? ''));
  assert.ok((words?.text.length ?? 0) > 20, 'with the words that were shown');
};

/** Every door through which somebody can end news. */
const doors: Readonly<Record<string, (shop: NewsShop, one: Reader) => Promise<{ statusCode: number }>>> = {
  'one click in the mail program': async ({ press, stopPath }, one) =>
    press(await stopPath(one), { 'List-Unsubscribe': 'One-Click' }, { origin: 'https://mail.example' }),
  'the page behind the link': async ({ press, stopPath }, one) =>
    press(await stopPath(one), { what: 'all' }, { 'sec-fetch-site': 'same-origin' }),
  'the account': ({ ask }, { cookie }) => {
    const cell = { topic: 'news', channel: 'email', sender: 'us', wish: 'no' };
    return ask('PUT', '/api/account/preferences', cookie, cell);
  },
  'the page of the account': ({ press }, { cookie }) =>
    press('/account/news', { what: 'stop' }, { cookie, 'sec-fetch-site': 'same-origin' }),
  'staff whom they wrote to': ({ ask, owner }, { subject }) =>
    ask('POST', `/api/admin/privacy/people/${subject}/suppress`, owner),
};

/** Whoever leaves while mails wait gets none of them, through whichever door; only looking ends nothing. */
export const everyDoorEndsNews = (profile: ProfileName) => async (t: TestContext) => {
  const shop = await aNewsShop(t, profile);
  const staying = await shop.reader('staying@example.org', { wish: 'yes' });
  const leaving: [string, Reader][] = [];
  for (const [index, door] of Object.keys(doors).entries())
    leaving.push([door, await shop.reader(`leaving-${index}@example.org`, { wish: 'yes' })]);
  await shop.announce();
  const before = (await shop.work((ctx) => listDisclosures(ctx, { limit: 10 }))).items;

  const looked = await shop.ask('GET', `${await shop.stopPath(staying)}?List-Unsubscribe=One-Click`);
  for (const [door, one] of leaving) {
    const answer = await doors[door]?.(shop, one);
    assert.ok(answer && answer.statusCode < 400, `${door}: ${answer?.statusCode}`);
  }
  await shop.deliver();
  await shop.announce('news', 'A second time');
  await shop.deliver();

  assert.deepEqual([before, looked.statusCode], [[], 200]);
  assert.deepEqual(shop.got(), ['staying@example.org: A second time', 'staying@example.org: About news']);
};

/** A no in one way is a no in that way, and a no to all is one in each. */
export async function everyWayHasItsStop(t: TestContext): Promise<void> {
  const { work, wish, reader } = await aNewsShop(t, 'k7tracks');
  const one = await reader('ada@example.org', { channel: '*', wish: 'yes' });
  const open = () =>
    work(async (ctx) => {
      const ways: string[] = [];
      for (const channel of preferenceChannels) {
        const answer = await mayReach(ctx, one.subject, { topic: 'offers', channel, sender: 'us' });
        if (answer.kind === 'yes') ways.push(channel);
      }
      return ways;
    });

  let left = await open();
  assert.deepEqual(left, [...preferenceChannels]);
  for (const channel of ['in-app', 'sms', 'phone'] as const) {
    await wish(one, { channel, wish: 'no' });
    left = left.filter((way) => way !== channel);
    assert.deepEqual(await open(), left);
  }
  await wish(one, { channel: '*', wish: 'no' });
  assert.deepEqual(await open(), []);
}

/** Each choice of topic and sender shows in the mails that arrive; other ways are judged by the same table. */
export async function everyCellIsAChoice(t: TestContext): Promise<void> {
  const { work, reader, announce, deliver, got } = await aNewsShop(t, 'opencrm');
  const wants = (topic: PreferenceTopic, sender = 'us'): Wish => ({ topic, sender, wish: 'yes' });
  const people = [
    await reader('news@example.org', wants('news')),
    await reader('both@example.org', wants('offers'), wants('events')),
    await reader('partners@example.org', wants('events', 'partners')),
  ];

  for (const topic of preferenceTopics) await announce(topic);
  const refused: string[] = [];
  for (const { subject, email } of people)
    await work(async (ctx) => {
      const stop = await stopAddress(ctx, origin, subject, { topic: 'events', sender: 'partners' });
      const content = newsLetter({
        shopName: 'Market',
        title: 'From a partner',
        intro: 'A fair',
        footer: 'Market NV',
        stop: { label: 'Stop', url: stop },
      });
      await queueMarketingMail(ctx, {
        subject, to: { email }, locale: 'en', topic: 'events', sender: 'partners', stop,
        content: { subject: 'From a partner', ...content },
        about: { table: 'test.thing', id: newId<never>() },
        dedupe: newId<never>(),
      }); // prettier-ignore
    }).catch((error: { code?: string }) => refused.push(`${email}: ${error.code}`));
  await deliver();

  assert.deepEqual(got(), [
    'both@example.org: About events',
    'both@example.org: About offers',
    'news@example.org: About news',
    'partners@example.org: From a partner',
  ]);
  assert.deepEqual(refused, [
    'news@example.org: notifications.newsNotWanted',
    'both@example.org: notifications.newsNotWanted',
  ]);
}

/** Each mail with news says how to end them, in its foot and to mail programs; news without that are not taken. */
export async function everyNewsHasAWayOut(t: TestContext): Promise<void> {
  const { company, work, press, reader, announce, deliver } = await aNewsShop(t, 'opencrm');
  const ada = await reader('ada@example.org', { wish: 'yes' });
  for (const topic of preferenceTopics) await announce(topic);
  await deliver();

  assert.equal(company.received.length, preferenceTopics.length);
  for (const mail of company.received) {
    const list = mail.headers.get('list') as
      { unsubscribe?: { url?: string }; 'unsubscribe-post'?: { name?: string } } | undefined;
    const stop: string = list?.unsubscribe?.url ?? assert.fail('a header for mail programs');
    assert.equal(list?.['unsubscribe-post']?.name, 'List-Unsubscribe=One-Click');
    assert.ok(mail.text?.includes(stop) && String(mail.html).includes('/unsubscribe/'));
    assert.match(mail.text ?? '', /Market NV/);
    const form = { 'List-Unsubscribe': 'One-Click' };
    const answer = await press(new URL(stop).pathname, form, { origin: 'https://mail.example' });
    assert.equal(answer.statusCode, 200);
  }
  for (const topic of preferenceTopics)
    assert.equal(
      (await work((ctx) => mayReach(ctx, ada.subject, { topic, channel: 'email', sender: 'us' }))).kind,
      'no',
    );
  const bare = newsLetter({
    shopName: 'Market', title: 'News', intro: 'Hi', footer: 'Market NV', stop: { label: 'Stop', url: `${origin}/elsewhere` },
  }); // prettier-ignore
  const bea = await reader('bea@example.org', { wish: 'yes' });
  const stop = await work((ctx) => stopAddress(ctx, origin, bea.subject, { topic: 'news', sender: 'us' }));
  const queued = work((ctx) =>
    queueMarketingMail(ctx, {
      subject: bea.subject, to: bea, locale: 'en', topic: 'news', sender: 'us', stop,
      content: { subject: 'News', ...bare },
      about: { table: 'test.thing', id: newId<never>() },
      dedupe: 'bare',
    }),
  ); // prettier-ignore
  await assert.rejects(queued, { code: 'notifications.newsWithoutWayOut' });
}

/** Somebody who stopped everything buys, and hears of their order as everybody does. */
export async function ordersAreWrittenAboutAllTheSame(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Mug', stock: 3 }));
  const email = 'mara@example.org';
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email, name: 'Mara' }));
  await shop.work((ctx) => aColleague(ctx, { email: 'owner@example.org', role: 'owner' }));
  const signedIn = await shop.inject({
    method: 'POST',
    url: '/api/admin/sign-in',
    payload: { email: 'owner@example.org', password: goodPassword },
  });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  const url = `/api/admin/privacy/people/${subject}/suppress`;
  assert.equal((await shop.inject({ method: 'POST', url, headers: { cookie } })).statusCode, 204);
  await shop.work((ctx) => suppress(ctx, { channel: 'email', address: email }));

  const buyer = aBuyer(shop.inject, email);
  const cart = await buyer.fill([{ offerId, quantity: 1 }], { provider: 'bank-transfer' });
  assert.equal((await buyer.press(cart)).status, 200);

  await shop.settle();
  assert.match(await letterTo(shop, email, /order/i), /Mug/);
}

/** A letter about an order cannot be written with advertising in it, and one that was written elsewhere is not taken. */
async function serviceMailsCarryNoAdvertising(t: TestContext): Promise<void> {
  const shop = await aServer(t);
  const promotion = { text: 'Buy lamps', promotion: true } as const;
  const input = {
    shopName: 'Shop',
    title: 'Your order',
    intro: 'Hello',
    footer: 'Shop',
    blocks: [promotion],
  };

  assert.throws(() => letter(input), /advertises nothing/);
  const smuggled = newsLetter({ ...input, stop: { label: 'Stop', url: `${origin}/unsubscribe/x` } });
  const queued = shop.work(async (ctx) =>
    queueMail(ctx, {
      subject: await vault.newSubject(ctx, 'buyer', ['service']),
      to: { email: 'ada@example.org' },
      kind: 'orders.confirmation',
      locale: 'en',
      content: { subject: 'Your order', ...smuggled },
      about: { table: 'orders.order', id: newId<never>() },
      dedupe: 'one',
    }),
  );
  await assert.rejects(queued, { code: 'notifications.promotionInServiceMail' });
}

export async function serviceGoesOnWithoutAdvertising(t: TestContext): Promise<void> {
  await ordersAreWrittenAboutAllTheSame(t);
  await serviceMailsCarryNoAdvertising(t);
}
