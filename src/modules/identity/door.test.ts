import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeIn, lettersTo } from '#modules/notifications/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { askForLink, askForReset, enter, leave, openAccount, proveAddress, setNewPassword } from './door.ts';
import type { Knock } from './door.ts';
import { findVerifiedSubjectByEmail } from './find-account.ts';
import { findVisitor } from './find-visitor.ts';
import { anAccount, goodPassword } from './makers.ts';
import { listDevices, revokeDevice } from './sessions.ts';

const email = 'mira@example.org';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const aKnock = (
  shop: TestHouse,
  {
    cookie,
    ip = '203.0.113.7',
    userAgent = firefox,
  }: { cookie?: string; ip?: string; userAgent?: string } = {},
): Knock => ({
  ip,
  protocol: 'http',
  host: 'shop.localhost:3000',
  headers: { cookie, 'user-agent': userAgent },
  house: shop.house,
  work: (run) => shop.work(run, { actor: { kind: 'guest', id: 'guest' }, purpose: 'account' }),
});

const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? '';
const jarOf = (cookie: string): Record<string, string> =>
  Object.fromEntries([cookie.split('=') as [string, string]]);
const letters = (shop: TestHouse, to = email) => shop.work((ctx) => lettersTo(ctx, to));
test('an account opens when the link in the inbox is followed, and not before', async (t) => {
  const shop = await aHouse(t);

  await openAccount(aKnock(shop), { email, name: 'Mira', password: goodPassword, oldEnough: true });
  await assert.rejects(
    enter(aKnock(shop), 'buyer', { email, password: goodPassword }),
    refusedWith('identity.wrongSignIn'),
  );
  const before = await shop.work((ctx) => findVerifiedSubjectByEmail(ctx, email));
  const [letter] = await letters(shop);
  const { accountId } = await proveAddress(aKnock(shop), {
    code: codeIn(letter?.text),
    password: goodPassword,
  });
  const { setCookie } = await enter(aKnock(shop), 'buyer', {
    email: ' Mira@Example.org '.trim(),
    password: goodPassword,
  });

  assert.equal(before, undefined);
  assert.equal(letter?.kind, 'identity.verify');
  assert.deepEqual(
    (await shop.work((ctx) => findVerifiedSubjectByEmail(ctx, 'MIRA@example.org')))?.accountId,
    accountId,
  );
  assert.match(setCookie, /^kontor_session=\w{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
  const visitor = await findVisitor(shop.house, shop.tenant, jarOf(cookieOf(setCookie)));
  assert.ok(visitor.kind === 'buyer' && visitor.accountId === accountId && visitor.emailVerified);
});

test('a link that somebody else asked for makes nobody the holder of their account', async (t) => {
  const shop = await aHouse(t);
  await openAccount(aKnock(shop), { email, name: 'Mira', password: goodPassword, oldEnough: true });
  await openAccount(aKnock(shop), {
    email,
    name: 'Intruder',
    password: 'intruder-in-the-harbour',
    oldEnough: true,
  });
  const code = codeIn((await letters(shop))[0]?.text);

  await assert.rejects(
    proveAddress(aKnock(shop), { code, password: goodPassword }),
    refusedWith('identity.notYourAccount'),
  );

  await openAccount(aKnock(shop), { email, name: 'Mira', password: goodPassword, oldEnough: true });
  const own = codeIn((await letters(shop))[0]?.text);
  await proveAddress(aKnock(shop), { code: own, password: goodPassword });
  await enter(aKnock(shop), 'buyer', { email, password: goodPassword });
});

test('a link proves an address once', async (t) => {
  const shop = await aHouse(t);
  await openAccount(aKnock(shop), { email, name: 'Mira', password: goodPassword, oldEnough: true });
  const code = codeIn((await letters(shop))[0]?.text);

  await proveAddress(aKnock(shop), { code, password: goodPassword });

  await assert.rejects(
    proveAddress(aKnock(shop), { code, password: goodPassword }),
    refusedWith('identity.linkGone'),
  );
  await assert.rejects(
    proveAddress(aKnock(shop), { code: 'made-up-by-somebody', password: goodPassword }),
    refusedWith('identity.linkGone'),
  );
});

test('signing up with a known address changes nothing and tells its holder by mail', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => anAccount(ctx, { email, name: 'Mira' }));

  await openAccount(aKnock(shop), {
    email,
    name: 'Somebody else',
    password: 'another-quiet-harbour-song',
    oldEnough: true,
  });

  assert.deepEqual(
    (await letters(shop)).map(({ kind, name }) => [kind, name]),
    [['identity.already-registered', 'Mira']],
  );
  await assert.rejects(
    enter(aKnock(shop), 'buyer', { email, password: 'another-quiet-harbour-song' }),
    refusedWith('identity.wrongSignIn'),
  );
  await enter(aKnock(shop), 'buyer', { email, password: goodPassword });
});

test('who signs up with an address that was never confirmed takes the place of who did before', async (t) => {
  const shop = await aHouse(t);
  await openAccount(aKnock(shop), {
    email,
    name: 'Intruder',
    password: 'intruder-in-the-harbour',
    oldEnough: true,
  });
  const earlier = codeIn((await letters(shop))[0]?.text);

  await openAccount(aKnock(shop), { email, name: 'Mira', password: goodPassword, oldEnough: true });
  const later = codeIn((await letters(shop))[0]?.text);

  await assert.rejects(
    proveAddress(aKnock(shop), { code: earlier, password: goodPassword }),
    refusedWith('identity.linkGone'),
  );
  await proveAddress(aKnock(shop), { code: later, password: goodPassword });
  await assert.rejects(
    enter(aKnock(shop), 'buyer', { email, password: 'intruder-in-the-harbour' }),
    refusedWith('identity.wrongSignIn'),
  );
  await enter(aKnock(shop), 'buyer', { email, password: goodPassword });
});

test('a forgotten password is replaced by a link that works once and for an hour, and signs every device out', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => anAccount(ctx, { email }));
  const { setCookie } = await enter(aKnock(shop), 'buyer', { email, password: goodPassword });
  await askForReset(aKnock(shop), 'buyer', { email });
  const stale = codeIn((await letters(shop))[0]?.text);
  shop.at(new Date(Date.now() + 61 * 60_000));
  await assert.rejects(
    setNewPassword(aKnock(shop), 'buyer', { code: stale, password: 'fresh-bread-at-the-mill' }),
    refusedWith('identity.linkGone'),
  );

  await askForReset(aKnock(shop), 'buyer', { email });
  const code = codeIn((await letters(shop))[0]?.text);
  await setNewPassword(aKnock(shop), 'buyer', { code, password: 'fresh-bread-at-the-mill' });

  assert.equal((await letters(shop))[0]?.kind, 'identity.password-changed');
  assert.equal((await findVisitor(shop.house, shop.tenant, jarOf(cookieOf(setCookie)))).kind, 'guest');
  await assert.rejects(
    setNewPassword(aKnock(shop), 'buyer', { code, password: 'yet-another-long-secret' }),
    refusedWith('identity.linkGone'),
  );
  await assert.rejects(
    enter(aKnock(shop), 'buyer', { email, password: goodPassword }),
    refusedWith('identity.wrongSignIn'),
  );
  await enter(aKnock(shop), 'buyer', { email, password: 'fresh-bread-at-the-mill' });
});

test('asking for links with an unknown address looks the same and writes nothing', async (t) => {
  const shop = await aHouse(t);

  await askForReset(aKnock(shop), 'buyer', { email: 'nobody@example.org' });
  await askForLink(aKnock(shop), { email: 'nobody@example.org' });

  assert.deepEqual(await letters(shop, 'nobody@example.org'), []);
});

test('after ten wrong tries even the right password waits a quarter of an hour, account or no account', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => anAccount(ctx, { email }));
  const start = new Date();
  shop.at(start);

  for (const who of [email, 'nobody@example.org']) {
    for (let time = 0; time < 10; time += 1) {
      await assert.rejects(
        enter(aKnock(shop), 'buyer', { email: who, password: 'wrong-but-long-enough' }),
        refusedWith('identity.wrongSignIn'),
      );
    }
    await assert.rejects(
      enter(aKnock(shop), 'buyer', { email: who, password: goodPassword }),
      refusedWith('identity.tooManyAttempts'),
    );
  }
  shop.at(new Date(start.getTime() + 15 * 60_000 + 1000));

  await enter(aKnock(shop), 'buyer', { email, password: goodPassword });
});

test('a device that is signed out by its owner is out at once', async (t) => {
  const shop = await aHouse(t);
  const { accountId } = await shop.work((ctx) => anAccount(ctx, { email }));
  const phone = await enter(aKnock(shop), 'buyer', { email, password: goodPassword });
  const laptop = await enter(
    aKnock(shop, { userAgent: 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140.0 Safari/537.36' }),
    'buyer',
    { email, password: goodPassword },
  );
  const phoneJar = jarOf(cookieOf(phone.setCookie));
  const laptopJar = jarOf(cookieOf(laptop.setCookie));
  assert.equal((await findVisitor(shop.house, shop.tenant, phoneJar)).kind, 'buyer');

  const devices = await shop.work((ctx) => listDevices(ctx, accountId, laptopJar['kontor_session'] ?? ''), {
    purpose: 'account',
  });
  const other = devices.find(({ isThisOne }) => !isThisOne);
  assert.ok(other);
  await shop.work((ctx) => revokeDevice(ctx, accountId, other.id));

  assert.deepEqual(devices.map(({ device }) => device).toSorted(), ['Chrome on Windows', 'Firefox on Linux']);
  assert.deepEqual(new Set(devices.map(({ network }) => network)), new Set(['203.0.113.0']));
  assert.equal((await findVisitor(shop.house, shop.tenant, phoneJar)).kind, 'guest');
  assert.equal((await findVisitor(shop.house, shop.tenant, laptopJar)).kind, 'buyer');
  assert.deepEqual(
    (await letters(shop)).map(({ kind }) => kind),
    ['identity.new-device'],
  );

  await leave(aKnock(shop, { cookie: cookieOf(laptop.setCookie) }), 'buyer');
  assert.equal((await findVisitor(shop.house, shop.tenant, laptopJar)).kind, 'guest');
});

test('a session of one shop is nobody in another', async (t) => {
  const shop = await aHouse(t);
  const other = await shop.otherTenant();
  await shop.work((ctx) => anAccount(ctx, { email }));
  const { setCookie } = await enter(aKnock(shop), 'buyer', { email, password: goodPassword });

  assert.equal((await findVisitor(shop.house, other, jarOf(cookieOf(setCookie)))).kind, 'guest');
});

test('a session ends a month after its last use', async (t) => {
  const shop = await aHouse(t);
  const start = new Date();
  shop.at(start);
  await shop.work((ctx) => anAccount(ctx, { email }));
  const { setCookie } = await enter(aKnock(shop), 'buyer', { email, password: goodPassword });
  const jar = jarOf(cookieOf(setCookie));
  const kindAfter = async (days: number): Promise<string> => {
    shop.at(new Date(start.getTime() + days * 86_400_000));
    const { forgetVisitors } = await import('./visitor-cache.ts');
    forgetVisitors();
    return (await findVisitor(shop.house, shop.tenant, jar)).kind;
  };

  assert.equal(await kindAfter(29), 'buyer');
  assert.equal(await kindAfter(58), 'buyer');
  assert.equal(await kindAfter(89), 'guest');
});
