import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { scanDatabase, scanFolder, scanText } from '#modules/privacy/index.ts';
import { someGoods } from '#testing/furnished-shop.ts';
import { eventually } from '#testing/eventually.ts';
import { asker, codeTo, cookieOf } from './asking.ts';
import type { Asked } from './asking.ts';
import { aSite } from './processes.ts';
import type { Answer, Program, Site } from './processes.ts';

// People with names that nobody else has live through a whole day in the shop. Then both databases, every file below the
// data folder and every line that was logged are searched for them.

const zan = {
  email: 'zanzibarina@quokkatown.example',
  name: 'Zanzibarina Wombatsson',
  password: 'pangolin-over-quiet-sea',
};
const greta = {
  email: 'okapigreta@narwhalpost.example',
  name: 'Gretelinde Axolotlow',
  street: 'Quetzalgasse 17',
  city: 'Tatzelwurmstadt',
  phone: '+49 30 99887766',
};
const ibex = {
  email: 'ibexander@gnuhaus.example',
  name: 'Ibexander Gnusmann',
  password: 'numbat-under-bright-sky',
};
const device = 'Mozilla/5.0 (X11; Kookaburra 77) Dingofox/140.0';
const address = '198.51.100.77';
const note = 'The Kapuzinermonk rang the bell twice.';

const markers = [
  'zanzibarina', 'wombatsson', 'quokkatown', 'pangolin-over-quiet', 'okapigreta', 'narwhalpost', 'gretelinde', 'axolotlow', 'quetzalgasse', 'tatzelwurmstadt',
  '99887766', 'ibexander', 'gnuhaus', 'gnusmann', 'numbat-under-bright', 'kookaburra', 'dingofox', '198.51.100.77', 'kapuzinermonk', 'pademelonova',
]; // prettier-ignore

/** The search of files is exact about capitals, so it looks for the words as they were written, too. */
const inFiles = [
  ...markers,
  ...markers.map((marker) => marker.replace(/^./, (letter) => letter.toUpperCase())),
  'PANGOLIN-OVER-QUIET',
];

interface Story {
  readonly site: Site;
  readonly web: Program;
  readonly offerId: string;
  readonly owner: { readonly email: string; readonly password: string };
}

/** Asks as somebody whose device and address are markers, too. */
const asVisitor = (story: Story) => asker(story.web, { 'user-agent': device, 'x-forwarded-for': address });
type Ask = ReturnType<typeof asVisitor>['ask'];

const ask = (story: Story, ...asked: Parameters<Ask>): Promise<Answer> => asVisitor(story).ask(...asked);
const json = <T>(story: Story, ...asked: Parameters<Ask>): Promise<T> => asVisitor(story).json<T>(...asked);

async function aStory(t: TestContext): Promise<Story> {
  const site = await aSite(t, { TRUST_PROXY: 'true', LOG_LEVEL: 'trace' });
  const { offers } = await someGoods(site.house, site.tenant, {
    title: 'Ziegelsteinbecher',
    sku: 'ZIEGEL',
    stock: 20,
  });
  await site.worker();
  return { site, web: await site.web(), offerId: offers[0] ?? '', owner: site.owner };
}

/** Somebody opens an account, confirms it, forgets the password, moves house. */
async function anAccountHolder(story: Story): Promise<string> {
  await ask(story, 'POST', '/api/store/account/sign-up', { ...zan, oldEnough: true });
  await ask(story, 'POST', '/api/store/account/verify', {
    code: await codeTo(story.site, zan.email, /verify/),
    password: zan.password,
  });
  await ask(
    story,
    'POST',
    '/api/store/account/sign-in',
    { email: zan.email, password: 'pangolin-over-quiet-night' },
    { expect: 401 },
  );
  await ask(story, 'POST', '/api/store/account/reset/request', { email: zan.email });
  await ask(story, 'POST', '/api/store/account/reset', {
    code: await codeTo(story.site, zan.email, /reset/),
    password: zan.password.toUpperCase(),
  });
  const cookie = cookieOf(
    await ask(story, 'POST', '/api/store/account/sign-in', {
      email: zan.email,
      password: zan.password.toUpperCase(),
    }),
  );
  const home = {
    name: zan.name,
    line1: greta.street,
    postcode: '20095',
    city: greta.city,
    country: 'DE',
    phone: greta.phone,
  };
  await ask(
    story,
    'POST',
    '/api/account/addresses',
    { address: home, isDefault: true },
    { cookie, expect: [200, 201, 400] },
  );
  await ask(story, 'GET', '/api/account/sessions', undefined, { cookie });
  return cookie;
}

interface CartAnswer {
  readonly id: string;
  readonly totals: { readonly total: object };
}

/** Fills a cart and orders. Shape: the order's id and secret token. */
async function buy(
  story: Story,
  who: { readonly email: string; readonly name: string },
  asked: Asked = {},
): Promise<{ id: string; token: string }> {
  const cart = await json<CartAnswer>(
    story,
    'POST',
    '/api/store/carts',
    { line: { offerId: story.offerId, quantity: 2 } },
    asked,
  );
  const url = `/api/store/carts/${cart.id}`;
  const to = {
    name: who.name,
    line1: greta.street,
    postcode: '20095',
    city: greta.city,
    country: 'DE',
    phone: greta.phone,
  };
  await ask(
    story,
    'PUT',
    `${url}/contact`,
    { email: `${who.email} oops`, shippingAddress: to },
    { ...asked, expect: [400, 422] },
  );
  await ask(
    story,
    'PUT',
    `${url}/contact`,
    { email: who.email, shippingAddress: { ...to, postcode: who.name } },
    { ...asked, expect: [400, 422] },
  );
  await ask(
    story,
    'PUT',
    `${url}/contact`,
    { email: who.email, shippingAddress: to, billingAddress: { ...to, company: 'Pademelonova GmbH' } },
    asked,
  );
  const { items } = await json<{ items: { id: string }[] }>(
    story,
    'GET',
    `${url}/shipping-options`,
    undefined,
    asked,
  );
  await ask(story, 'PUT', `${url}/shipping`, { optionId: items[0]?.id }, asked);
  const { cart: ready } = await json<{ cart: CartAnswer }>(
    story,
    'POST',
    `${url}/payment`,
    { provider: 'bank-transfer' },
    { ...asked, headers: { 'idempotency-key': `${who.email} pays` } },
  );
  const done = { expectedTotal: ready.totals.total };
  const headers = { 'idempotency-key': `${who.name} presses`.slice(0, 60) };
  const placed = await json<{ orders: { id: string; token: string }[] }>(
    story,
    'POST',
    `${url}/complete`,
    done,
    { ...asked, headers },
  );
  await ask(story, 'POST', `${url}/complete`, done, { ...asked, headers });
  const [order] = placed.orders;
  assert.ok(order);
  await ask(story, 'GET', `/orders/${order.token}?placed=1`, undefined, {
    ...asked,
    headers: { accept: 'text/html' },
  });
  return order;
}

/** A colleague comes, looks people up, ships, refunds, writes down what somebody said. */
async function aDayAtTheDesk(story: Story, orders: readonly { readonly id: string }[]): Promise<void> {
  const owner = cookieOf(await ask(story, 'POST', '/api/admin/sign-in', story.owner));
  const asOwner = { cookie: owner };
  const { items: roles } = await json<{ items: { id: string; code: string }[] }>(
    story,
    'GET',
    '/api/admin/roles',
    undefined,
    asOwner,
  );
  const roleIds = roles.filter(({ code }) => code !== 'data-protection').map(({ id }) => id);
  await ask(
    story,
    'POST',
    '/api/admin/invitations',
    { email: ibex.email, name: ibex.name, roleIds },
    asOwner,
  );
  await ask(story, 'POST', '/api/admin/invitations/accept', {
    code: await codeTo(story.site, ibex.email, /code=/),
    password: ibex.password,
  });
  const cookie = cookieOf(
    await ask(story, 'POST', '/api/admin/sign-in', { email: ibex.email, password: ibex.password }),
  );
  for (const q of [greta.email, greta.name, zan.name.slice(0, 6), 'pademelonova']) {
    await ask(story, 'GET', `/api/admin/orders?q=${encodeURIComponent(q)}`, undefined, { cookie });
    await ask(story, 'GET', `/api/admin/customers?q=${encodeURIComponent(q)}`, undefined, { cookie });
  }
  for (const { id } of orders) {
    await ask(story, 'GET', `/api/admin/orders/${id}`, undefined, { cookie });
    await ask(story, 'POST', `/api/admin/orders/${id}/notes`, { text: note }, { cookie });
    await ask(story, 'POST', `/api/admin/orders/${id}/mark-paid`, undefined, { cookie });
    await ask(
      story,
      'POST',
      `/api/admin/orders/${id}/shipments`,
      { carrier: 'dhl', trackingNumber: '00340434161094042557' },
      { cookie },
    );
    await ask(
      story,
      'POST',
      `/api/admin/orders/${id}/refunds`,
      { everything: true, reason: 'returned', restock: true },
      { cookie },
    );
  }
  const mails = await json<{ items: { id: string }[] }>(story, 'GET', '/api/admin/outbox', undefined, {
    cookie,
  });
  for (const { id } of mails.items.slice(0, 5)) {
    await ask(story, 'GET', `/api/admin/outbox/${id}`, undefined, { cookie });
    await ask(story, 'GET', `/api/admin/outbox/${id}/eml`, undefined, { cookie });
  }
  await ask(story, 'GET', '/api/admin/audit', undefined, asOwner);
  await ask(story, 'GET', '/api/admin/exports/products.csv', undefined, asOwner);
  await theWrongFile(story, cookie);
}

/** A list of customers is dropped where a list of products belongs. */
async function theWrongFile(story: Story, cookie: string): Promise<void> {
  const file = `Name,Email,Phone,Address1\n"${greta.name}",${greta.email},${greta.phone},${greta.street}\n`;
  const body = `--cut\r\ncontent-disposition: form-data; name="file"; filename="customers of ${greta.name}.csv"\r\ncontent-type: text/csv\r\n\r\n${file}\r\n--cut--\r\n`;
  const run = await json<{ id: string }>(story, 'POST', '/api/admin/imports', body, {
    cookie,
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
  });
  await eventually('the end of the import', async () => {
    const { state } = await json<{ state: string }>(story, 'GET', `/api/admin/imports/${run.id}`, undefined, {
      cookie,
    });
    return ['done', 'failed'].includes(state) ? true : undefined;
  });
  await ask(story, 'GET', `/api/admin/imports/${run.id}/report`, undefined, { cookie });
}

/** What goes wrong at a front door: searches for people, broken requests, wrong addresses. */
async function mishaps(story: Story): Promise<void> {
  const page = { headers: { accept: 'text/html' } };
  await ask(story, 'GET', `/search?q=${encodeURIComponent(zan.name)}`, undefined, page);
  await ask(story, 'GET', `/api/store/products?q=${encodeURIComponent(greta.email)}`);
  await ask(story, 'GET', `/api/store/suggest?q=${encodeURIComponent(greta.name)}`, undefined, {
    expect: [200, 400],
  });
  await ask(story, 'GET', `/gretelinde/axolotlow?email=${encodeURIComponent(greta.email)}`, undefined, {
    ...page,
    expect: 404,
  });
  await ask(story, 'POST', '/api/store/account/sign-in', `{"email": "${zan.email}", "password": "pangolin`, {
    expect: 400,
    headers: { 'content-type': 'application/json' },
  });
  await ask(
    story,
    'POST',
    '/api/store/account/sign-in',
    { email: zan.email, password: zan.password, surname: zan.name },
    { expect: 400 },
  );
  await ask(
    story,
    'POST',
    '/api/store/account/sign-up',
    { email: greta.name, name: greta.name, password: zan.password },
    { expect: 400 },
  );
  await ask(story, 'GET', `/orders/${encodeURIComponent(greta.name)}`, undefined, { ...page, expect: 404 });
  await ask(
    story,
    'POST',
    '/api/store/carts',
    { line: { offerId: greta.name, quantity: 1 } },
    { expect: 400 },
  );
}

async function everyMailIsSent({ site }: Story): Promise<void> {
  await eventually('the end of all mails', async () => {
    const [row] = await site.rows<{ left: number }>(
      `select (select count(*) from kernel.fact where relayed_at is null)::int + (select count(*) from notifications.mail where state <> 'sent')::int as left`,
    );
    return row?.left === 0 ? true : undefined;
  });
}

test('after a day in the shop nobody can be found in plain: not in a database, not in a file, not in a log', async (t) => {
  const story = await aStory(t);
  const { site } = story;

  const cookie = await anAccountHolder(story);
  const orders = [await buy(story, greta), await buy(story, zan, { cookie })];
  await mishaps(story);
  await aDayAtTheDesk(story, orders);
  await everyMailIsSent(story);
  await site.rows('checkpoint');

  const databases = [];
  for (const url of [site.dataUrl, site.keysUrl]) {
    const db = {
      statement: <Row>(text: string, values?: readonly unknown[]) =>
        site.rowsOf<Row & Record<string, unknown>>(url, text, values),
    };
    databases.push(...(await scanDatabase(db, markers)));
    if (url === site.dataUrl)
      assert.ok(
        (await scanDatabase(db, ['Ziegelsteinbecher'])).length > 0,
        'the search sees what is no secret',
      );
  }
  const files = await scanFolder(site.folder, inFiles);
  const logs = [
    ...scanText(site.log.join('\n'), 'the log', markers),
    ...scanText(site.databaseLog.join('\n'), 'the log of PostgreSQL', markers),
  ];

  assert.ok(
    (await scanFolder(site.folder, ['Ziegelsteinbecher'])).length > 0,
    'the search sees what is no secret',
  );
  assert.ok(
    site.log.some((line) => line.includes('answered')),
    'requests were logged',
  );
  assert.deepEqual(
    {
      databases,
      files: files.map(({ marker, where }) => `${marker} in ${where.slice(site.folder.length)}`),
      logs,
    },
    { databases: [], files: [], logs: [] },
  );
});
