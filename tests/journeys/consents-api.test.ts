import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { dropCaches } from '#kernel/cache.ts';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import { acknowledge, objectTo } from '#modules/privacy/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';

interface Asking {
  readonly as: string;
  readonly method: 'GET' | 'PUT';
  readonly url: string;
  readonly payload?: object;
  readonly gpc?: boolean;
}

interface Asker extends TestServer {
  readonly ask: (asking: Asking) => Promise<{ status: number; body: Record<string, unknown>; code: string }>;
}

async function aShop(t: TestContext): Promise<Asker> {
  const shop = await aServer(t);
  return {
    ...shop,
    ask: async ({ as, method, url, payload, gpc }) => {
      const answer = await shop.inject({
        method,
        url,
        headers: { ...(as !== '' && { cookie: as }), ...(gpc && { 'sec-gpc': '1' }) },
        ...(payload && { payload }),
      });
      const body = JSON.parse(answer.body || '{}') as Record<string, unknown>;
      return { status: answer.statusCode, body, code: String(body['code']) };
    },
  };
}

async function signIn(shop: TestServer, side: 'store/account' | 'admin', email: string): Promise<string> {
  const answer = await shop.inject({
    method: 'POST',
    url: `/api/${side}/sign-in`,
    payload: { email, password: goodPassword },
  });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

test('a buyer sees what they can be asked, says yes and no, and keeps a receipt of each', async (t) => {
  const shop = await aShop(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org' }));
  await shop.work((ctx) => anAccount(ctx, { email: 'eve@example.org' }));
  const bo = await signIn(shop, 'store/account', 'bo@example.org');
  const eve = await signIn(shop, 'store/account', 'eve@example.org');
  const consents = '/api/account/consents';
  const states = async () =>
    Object.fromEntries(
      (
        (await shop.ask({ as: bo, method: 'GET', url: consents })).body['items'] as Record<string, string>[]
      ).map(({ purpose, state }) => [purpose, state]),
    );

  const before = await states();
  const yes = await shop.ask({
    as: bo,
    method: 'PUT',
    url: `${consents}/marketing`,
    payload: { wish: 'yes' },
  });
  const granted = await states();
  const id = String(yes.body['id']);
  const receipt = await shop.ask({ as: bo, method: 'GET', url: `${consents}/receipts/${id}` });
  const stolen = await shop.ask({ as: eve, method: 'GET', url: `${consents}/receipts/${id}` });
  await shop.ask({ as: bo, method: 'PUT', url: `${consents}/marketing`, payload: { wish: 'no' } });
  const history = await shop.ask({ as: bo, method: 'GET', url: `${consents}/history` });
  const guest = await shop.ask({ as: '', method: 'GET', url: consents });

  assert.deepEqual(before, { marketing: 'unanswered', analytics: 'unanswered', personalise: 'unanswered' });
  assert.equal(granted['marketing'], 'granted');
  assert.equal((await states())['marketing'], 'withdrawn');
  assert.equal(receipt.body['record_id'], id);
  assert.match(JSON.stringify(receipt.body), /We may write to you about news and offers/);
  assert.deepEqual([stolen.status, stolen.code], [404, 'privacy.noSuchAnswer']);
  assert.deepEqual(
    (history.body['items'] as { state: string }[]).map(({ state }) => state),
    ['withdrawn', 'granted'],
  );
  assert.equal(guest.status, 401);
});

test('what the shop does not do cannot be agreed to, and a general objection is set aside only explicitly', async (t) => {
  const shop = await aShop(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org' }));
  const bo = await signIn(shop, 'store/account', 'bo@example.org');
  const put = (purpose: string, wish: string) =>
    shop.ask({ as: bo, method: 'PUT', url: `/api/account/consents/${purpose}`, payload: { wish } });

  const unused = await put('advertise', 'yes');
  const strange = await put('fulfil', 'yes');
  await shop.work((ctx) => objectTo(ctx, { subject, purpose: 'personalise' }));
  const simple = await put('personalise', 'yes');
  const explicit = await put('personalise', 'confirmed');

  assert.deepEqual([unused.status, unused.code], [409, 'privacy.purposeNotUsed']);
  assert.equal(strange.status, 400);
  assert.deepEqual([simple.status, simple.code], [409, 'privacy.objected']);
  assert.equal(explicit.status, 200);
});

test('an objection to something that nobody is asked about is listed beside the answers', async (t) => {
  const shop = await aShop(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org' }));
  const bo = await signIn(shop, 'store/account', 'bo@example.org');

  await shop.work((ctx) => objectTo(ctx, { subject, purpose: 'improve' }));
  const { status, body } = await shop.ask({ as: bo, method: 'GET', url: '/api/account/consents' });

  assert.equal(status, 200);
  const items = body['items'] as { purpose: string; state: string }[];
  assert.equal(items.find(({ purpose }) => purpose === 'improve')?.state, 'objected');
});

test('the desk counts answers by question and wording, and decides what visitors are asked about', async (t) => {
  const shop = await aShop(t);
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email: 'bo@example.org' }));
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@example.org' }));
  await shop.work((ctx) =>
    acknowledge(ctx, {
      subject,
      document: 'policy',
      version: '1',
      notice: { text: 'The policy.', locale: 'en', ui: 'sign-up' },
    }),
  );
  const as = await signIn(shop, 'admin', 'dpo@example.org');
  const turn = (name: string, inUse: boolean) =>
    shop.ask({ as, method: 'PUT', url: `/api/admin/consents/features/${name}`, payload: { inUse } });

  const asleep = await shop.ask({ as: '', method: 'GET', url: '/api/store/choices' });
  const on = await turn('recently-seen', true);
  const unknown = await turn('nothing-of-the-kind', true);
  dropCaches(); // what many share is a second old at most
  const asking = await shop.ask({ as: '', method: 'GET', url: '/api/store/choices', gpc: true });
  const desk = await shop.ask({ as, method: 'GET', url: '/api/admin/consents' });

  assert.deepEqual(asleep.body['asked'], []);
  assert.equal(on.status, 204);
  assert.deepEqual([unknown.status, unknown.code], [404, 'privacy.noSuchFeature']);
  assert.deepEqual(asking.body, {
    gpc: true,
    asked: ['functionality'],
    permitted: ['essential'],
    mayAsk: true,
  });
  const [count] = desk.body['counts'] as Record<string, unknown>[];
  assert.deepEqual(
    [count?.['kind'], count?.['topic'], count?.['state'], count?.['people']],
    ['acknowledgement', 'policy', 'seen', 1],
  );
  assert.deepEqual(desk.body['askAgainAfter'], { months: 6 });
  assert.ok(!JSON.stringify(desk.body).includes(subject));
});
