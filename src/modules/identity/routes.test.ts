import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeIn, lettersTo } from '#modules/notifications/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { sessionCookie, tokenIn } from './cookies.ts';
import { aColleague, anAccount, goodPassword } from './makers.ts';

type Payload = Record<string, unknown>;
type Answer = Awaited<ReturnType<TestServer['inject']>>;

const email = 'mira@example.org';
const cookieOf = (answer: Answer): string =>
  String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
const post = (shop: TestServer, url: string, payload?: Payload, cookie?: string): Promise<Answer> =>
  shop.inject({
    method: 'POST',
    url,
    ...(payload && { payload }),
    headers: cookie === undefined ? {} : { cookie },
  });
const get = (shop: TestServer, url: string, cookie?: string): Promise<Answer> =>
  shop.inject({ method: 'GET', url, headers: cookie === undefined ? {} : { cookie } });
const signIn = async (shop: TestServer, side: 'store/account' | 'admin', who = email): Promise<string> => {
  const answer = await post(shop, `/api/${side}/sign-in`, { email: who, password: goodPassword });
  assert.equal(answer.statusCode, 200, answer.body);
  return cookieOf(answer);
};

test('a buyer signs up, confirms, signs in, keeps an address, sees the device and leaves', async (t) => {
  const shop = await aServer(t);

  const opened = await post(shop, '/api/store/account/sign-up', {
    email,
    name: 'Mira',
    password: goodPassword,
    oldEnough: true,
  });
  const [letter] = await shop.work((ctx) => lettersTo(ctx, email));
  const verified = await post(shop, '/api/store/account/verify', {
    code: codeIn(letter?.text),
    password: goodPassword,
  });
  const cookie = await signIn(shop, 'store/account');
  const profile = await get(shop, '/api/account/profile', cookie);
  const renamed = await shop.inject({
    method: 'PUT',
    url: '/api/account/profile',
    payload: { name: 'Mira Stern', locale: 'de' },
    headers: { cookie, 'if-match': `"${profile.json<{ version: number }>().version}"` },
  });
  const late = await shop.inject({
    method: 'PUT',
    url: '/api/account/profile',
    payload: { name: 'Late', locale: 'de' },
    headers: { cookie, 'if-match': '"1"' },
  });
  const address = {
    name: 'Mira Stern',
    line1: 'Marktplatz 1',
    postcode: '20095',
    city: 'Hamburg',
    country: 'DE',
  };
  const saved = await post(shop, '/api/account/addresses', { address }, cookie);
  const wrong = await post(
    shop,
    '/api/account/addresses',
    { address: { ...address, postcode: '1' } },
    cookie,
  );
  const devices = await get(shop, '/api/account/sessions', cookie);
  const left = await post(shop, '/api/store/account/sign-out', undefined, cookie);

  assert.equal(opened.statusCode, 202, opened.body);
  assert.match(String(letter?.text), /http:\/\/shop\.localhost\/account\/verify\?code=/);
  assert.equal(verified.statusCode, 200, verified.body);
  assert.equal(profile.json<{ email: string }>().email, email);
  assert.equal(renamed.json<{ name: string }>().name, 'Mira Stern');
  assert.equal(late.json<{ code: string }>().code, 'identity.changedMeanwhile');
  assert.equal(saved.statusCode, 201, saved.body);
  assert.deepEqual(saved.json<{ isDefault: boolean }>().isDefault, true);
  assert.equal(wrong.json<{ code: string }>().code, 'identity.addressWrong');
  assert.deepEqual(
    devices.json<{ items: { isThisOne: boolean }[] }>().items.map(({ isThisOne }) => isThisOne),
    [true],
  );
  assert.match(String(left.headers['set-cookie']), /Max-Age=0/);
  assert.equal((await get(shop, '/api/account/profile', cookie)).statusCode, 401);
});

test('the door answers alike for addresses it knows and those it does not', async (t) => {
  const shop = await aServer(t);
  await shop.work((ctx) => anAccount(ctx, { email }));
  const shape = (answer: Answer) => [
    answer.statusCode,
    answer.body.replace(/"instance":"[^"]*"/, ''),
    Object.keys(answer.headers).toSorted(),
  ];

  for (const [url, more] of [
    ['/api/store/account/sign-up', { name: 'Mira', password: 'another-quiet-harbour', oldEnough: true }],
    ['/api/store/account/sign-in', { password: 'wrong-but-long-enough' }],
    ['/api/store/account/verify/resend', {}],
    ['/api/store/account/reset/request', {}],
    ['/api/admin/sign-in', { password: 'wrong-but-long-enough' }],
    ['/api/admin/reset/request', {}],
  ] as const) {
    const known = await post(shop, url, { email, ...more });
    const unknown = await post(shop, url, { email: 'else@example.org', ...more });
    assert.deepEqual(shape(known), shape(unknown), url);
  }
});

test('a weak password is refused beside its field', async (t) => {
  const shop = await aServer(t);

  const answer = await post(shop, '/api/store/account/sign-up', {
    email,
    name: 'Mira',
    password: 'password1234',
    oldEnough: true,
  });

  assert.equal(answer.statusCode, 422);
  assert.equal(answer.json<{ code: string }>().code, 'identity.weakPassword');
  assert.match(answer.body, /"field":"password"/);
});

test('a buyer changes the password with the old one, and the other devices are out', async (t) => {
  const shop = await aServer(t);
  await shop.work((ctx) => anAccount(ctx, { email }));
  const phone = await signIn(shop, 'store/account');
  const laptop = await signIn(shop, 'store/account');

  const wrong = await post(
    shop,
    '/api/account/password',
    { current: 'not-the-old-password', password: 'fresh-bread-at-the-mill' },
    laptop,
  );
  const changed = await post(
    shop,
    '/api/account/password',
    { current: goodPassword, password: 'fresh-bread-at-the-mill' },
    laptop,
  );

  assert.equal(wrong.json<{ code: string }>().code, 'identity.wrongPassword');
  assert.equal(changed.statusCode, 204, changed.body);
  assert.equal((await get(shop, '/api/account/profile', phone)).statusCode, 401);
  assert.equal((await get(shop, '/api/account/profile', laptop)).statusCode, 401);
  assert.equal((await get(shop, '/api/account/profile', cookieOf(changed))).statusCode, 200);
});

test('an address moves only when its new inbox was opened, and the old one is told', async (t) => {
  const shop = await aServer(t);
  await shop.work((ctx) => anAccount(ctx, { email }));
  const cookie = await signIn(shop, 'store/account');
  const shown = async (): Promise<string> =>
    (await get(shop, '/api/account/profile', cookie)).json<{ email: string }>().email;

  const asked = await post(
    shop,
    '/api/account/email',
    { email: 'new@example.org', password: goodPassword },
    cookie,
  );
  const between = await shown();
  const [letter] = await shop.work((ctx) => lettersTo(ctx, 'new@example.org'));
  await post(shop, '/api/store/account/verify', {
    code: codeIn(letter?.text),
    password: goodPassword,
  });

  assert.equal(asked.statusCode, 202, asked.body);
  assert.equal(letter?.kind, 'identity.verify-change');
  assert.deepEqual([between, await shown()], [email, 'new@example.org']);
  assert.equal((await shop.work((ctx) => lettersTo(ctx, email)))[0]?.kind, 'identity.email-changed');
});

test('an address that already has an account is not taken by moving there', async (t) => {
  const shop = await aServer(t);
  await shop.work((ctx) => anAccount(ctx, { email }));
  await shop.work((ctx) => anAccount(ctx, { email: 'taken@example.org' }));
  const cookie = await signIn(shop, 'store/account');

  const asked = await post(
    shop,
    '/api/account/email',
    { email: 'taken@example.org', password: goodPassword },
    cookie,
  );

  assert.equal(asked.statusCode, 202);
  assert.deepEqual(await shop.work((ctx) => lettersTo(ctx, 'taken@example.org')), []);
});

test('buyers and colleagues are apart: neither cookie opens the other door, and one browser may carry both', async (t) => {
  const shop = await aServer(t);
  await shop.work((ctx) => anAccount(ctx, { email }));
  await shop.work((ctx) => aColleague(ctx, { email }));
  const buyer = await signIn(shop, 'store/account');
  const staff = await signIn(shop, 'admin');
  const both = `${buyer}; ${staff}`;

  assert.equal((await get(shop, '/api/admin/me', buyer)).statusCode, 401);
  assert.equal((await get(shop, '/api/account/profile', staff)).statusCode, 401);
  assert.equal((await get(shop, '/api/admin/me', both)).statusCode, 200);
  assert.equal((await get(shop, '/api/account/profile', both)).statusCode, 200);
});

test('each route asks for its right, and a changed role counts from the next request', async (t) => {
  const shop = await aServer(t);
  await shop.work((ctx) => anAccount(ctx, { email, name: 'Mira Stern' }));
  await shop.work((ctx) => aColleague(ctx, { email: 'olga@example.org' }));
  const wim = await shop.work((ctx) => aColleague(ctx, { email: 'wim@example.org', role: 'catalogue' }));
  const owner = await signIn(shop, 'admin', 'olga@example.org');
  const cookie = await signIn(shop, 'admin', 'wim@example.org');
  const roles = (await get(shop, '/api/admin/roles', owner)).json<{ items: { id: string; code: string }[] }>()
    .items;
  const support = roles.find(({ code }) => code === 'support')?.id;

  const before = await get(shop, '/api/admin/customers', cookie);
  const forbidden = await get(shop, '/api/admin/staff', cookie);
  await shop.inject({
    method: 'PUT',
    url: `/api/admin/staff/${wim.accountId}/roles`,
    payload: { roleIds: [support] },
    headers: { cookie: owner },
  });
  const after = await get(shop, '/api/admin/customers', cookie);
  await post(shop, `/api/admin/staff/${wim.accountId}/suspend`, undefined, owner);
  const gone = await get(shop, '/api/admin/customers', cookie);

  assert.equal(before.statusCode, 403);
  assert.equal(forbidden.statusCode, 403);
  assert.deepEqual(
    after.json<{ items: { name: string }[] }>().items.map(({ name }) => name),
    ['Mira Stern'],
  );
  assert.equal(gone.statusCode, 401);
});

test('a colleague is invited, joins and signs in; the outbox shows what was sent', async (t) => {
  const shop = await aServer(t);
  await shop.work((ctx) => aColleague(ctx, { email: 'olga@example.org' }));
  const owner = await signIn(shop, 'admin', 'olga@example.org');
  const roles = (await get(shop, '/api/admin/roles', owner)).json<{ items: { id: string; code: string }[] }>()
    .items;
  const warehouse = roles.find(({ code }) => code === 'warehouse')?.id;

  const invited = await post(
    shop,
    '/api/admin/invitations',
    { email: 'wim@example.org', name: 'Wim', roleIds: [warehouse], locale: 'de' },
    owner,
  );
  const [letter] = await shop.work((ctx) => lettersTo(ctx, 'wim@example.org'));
  const joined = await post(shop, '/api/admin/invitations/accept', {
    code: codeIn(letter?.text),
    password: goodPassword,
  });
  const me = await get(shop, '/api/admin/me', await signIn(shop, 'admin', 'wim@example.org'));
  const outbox = (await get(shop, '/api/admin/outbox', owner)).json<{
    items: { id: string; to: string; kind: string }[];
  }>();
  const shown = await get(shop, `/api/admin/outbox/${outbox.items[0]?.id}`, owner);

  assert.equal(invited.statusCode, 201, invited.body);
  assert.equal(letter?.subject, 'Arbeiten Sie mit bei Test shop');
  assert.equal(joined.statusCode, 201, joined.body);
  assert.ok(me.json<{ permissions: string[] }>().permissions.includes('orders.ship'));
  assert.deepEqual(
    outbox.items.map(({ to, kind }) => [to, kind]),
    [['w•••@e•••.org', 'identity.invitation']],
  );
  assert.equal(shown.json<{ envelope: { to: string } }>().envelope.to, 'wim@example.org');
});

test('on https the cookies are pinned, and a house known by https takes no others', () => {
  const token = 'a'.repeat(32);

  assert.equal(
    sessionCookie('buyer', token, true),
    `__Host-kontor_session=${token}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000`,
  );
  assert.equal(
    sessionCookie('staff', token, true),
    `__Secure-kontor_staff=${token}; Path=/api; HttpOnly; SameSite=Lax; Secure; Max-Age=43200`,
  );
  assert.equal(tokenIn({ kontor_session: token }, 'buyer', 'https://shop.example'), undefined);
  assert.equal(tokenIn({ kontor_session: token }, 'buyer', undefined), token);
  assert.equal(tokenIn({ kontor_session: "x'; drop" }, 'buyer', undefined), undefined);
});
