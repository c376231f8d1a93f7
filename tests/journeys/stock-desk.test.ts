import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { upsertProduct } from '#modules/catalog/index.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { aColleague } from '#modules/identity/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';

const password = 'lantern-over-quiet-harbour';

interface Desk {
  readonly shop: TestServer;
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Answer }>;
}

/** What the tests read from answers of different shapes. */
interface Answer {
  readonly items: Record<string, unknown>[];
  readonly [name: string]: unknown;
}

/** A colleague who is signed in and talks to the shop over HTTP. */
async function aDesk(t: TestContext, role = 'owner'): Promise<Desk> {
  const shop = await aServer(t);
  await shop.work((ctx) => aColleague(ctx, { email: 'desk@example.org', password, role }));
  const entered = await shop.inject({
    method: 'POST',
    url: '/api/admin/sign-in',
    payload: { email: 'desk@example.org', password },
  });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  return {
    shop,
    ask: async (method, url, body, headers = {}) => {
      const answer = await shop.inject({
        method,
        url,
        headers: { cookie, ...headers },
        ...(body && { payload: body }),
      });
      return {
        status: answer.statusCode,
        body: (answer.body === '' ? { items: [] } : answer.json()) as Answer,
      };
    },
  };
}

async function aMug(desk: Desk, sku: string): Promise<OfferId> {
  const saved = await desk.shop.work((ctx) =>
    upsertProduct(ctx, { title: `Mug ${sku}`, status: 'active', variants: [{ options: [], sku }] }),
  );
  return saved.offers[0]?.offerId as OfferId;
}

test('a colleague receives goods, corrects, counts and moves them, and sees it all on the card', async (t) => {
  const desk = await aDesk(t);
  const mug = await aMug(desk, 'MUG-1');
  const places = (await desk.ask('GET', '/api/admin/stock/locations')).body.items;
  const idOf = (code: string): unknown => places.find((place) => place['code'] === code)?.['id'];

  const received = await desk.ask('POST', '/api/admin/stock/receive', {
    lines: [{ offerId: mug, quantity: 10 }],
  });
  const adjusted = await desk.ask('POST', '/api/admin/stock/adjust', {
    offerId: mug,
    change: -1,
    reason: 'damaged',
  });
  const counted = await desk.ask('POST', '/api/admin/stock/count', { lines: [{ offerId: mug, counted: 8 }] });
  const moved = await desk.ask('POST', '/api/admin/stock/move', {
    from: idOf('main'),
    to: idOf('quarantine'),
    lines: [{ offerId: mug, quantity: 2 }],
  });
  const sent = await desk.ask('POST', '/api/admin/stock/transfers', {
    from: idOf('main'),
    lines: [{ offerId: mug, quantity: 1 }],
  });
  const arrived = await desk.ask(
    'POST',
    `/api/admin/stock/transfers/${String(sent.body['transferId'])}/arrive`,
    { to: idOf('quarantine') },
  );
  const card = await desk.ask('GET', `/api/admin/stock/offers/${mug}`);

  assert.deepEqual(
    [received, adjusted, moved, sent, arrived].map(({ status }) => status),
    [201, 201, 201, 201, 201],
  );
  assert.deepEqual(counted.body.items, [{ offerId: mug, before: 9, after: 8, variance: -1 }]);
  assert.equal(card.body['free'], 5);
  const movements = card.body['movements'] as Record<string, unknown>[];
  assert.deepEqual(
    [...new Set(movements.map(({ kind }) => kind))],
    ['move', 'count', 'adjustment', 'receipt'],
  );
});

test('stock is found by SKU and by what is low, and movements by place and kind', async (t) => {
  const desk = await aDesk(t);
  const [mug, plate] = [await aMug(desk, 'MUG-1'), await aMug(desk, 'PLATE-2')];
  await desk.ask('POST', '/api/admin/stock/receive', {
    lines: [
      { offerId: mug, quantity: 10 },
      { offerId: plate, quantity: 2 },
    ],
  });

  const bySku = await desk.ask('GET', '/api/admin/stock/levels?q=mug-1');
  const low = await desk.ask('GET', '/api/admin/stock/levels?low=true&limit=5');
  const movements = await desk.ask('GET', `/api/admin/stock/movements?kind=receipt&offerId=${plate}`);

  assert.deepEqual(
    bySku.body.items.map((item) => item['offerId']),
    [mug],
  );
  assert.deepEqual(
    low.body.items.map((item) => [item['offerId'], item['free'], item['isLow']]),
    [[plate, 2, true]],
  );
  assert.deepEqual(
    movements.body.items.map((item) => item['quantity']),
    [2],
  );
});

test('a kit and the rules of an offer are set at the desk', async (t) => {
  const desk = await aDesk(t);
  const [mug, pair] = [await aMug(desk, 'MUG-1'), await aMug(desk, 'PAIR-2')];
  await desk.ask('POST', '/api/admin/stock/receive', { lines: [{ offerId: mug, quantity: 9 }] });

  const kit = await desk.ask('PUT', `/api/admin/stock/offers/${pair}/kit`, {
    parts: [{ offerId: mug, quantity: 2 }],
  });
  const rules = await desk.ask('PATCH', `/api/admin/stock/offers/${mug}`, { safety: 2, lowAt: 7 });
  const card = await desk.ask('GET', `/api/admin/stock/offers/${pair}`);

  assert.deepEqual([kit.status, rules.status, card.body['free']], [204, 204, 3]);
  assert.deepEqual(
    (card.body['parts'] as Record<string, unknown>[]).map(({ offerId, quantity }) => [offerId, quantity]),
    [[mug, 2]],
  );
});

test('places are added and changed only against the version that was read', async (t) => {
  const desk = await aDesk(t);

  const added = await desk.ask('POST', '/api/admin/stock/locations', {
    code: 'shed',
    name: 'Shed',
    kind: 'internal',
    sells: true,
  });
  const url = `/api/admin/stock/locations/${String(added.body['id'])}`;
  const blind = await desk.ask('PATCH', url, { name: 'Big shed' });
  const changed = await desk.ask('PATCH', url, { name: 'Big shed' }, { 'if-match': '"1"' });
  const late = await desk.ask('PATCH', url, { name: 'Old shed' }, { 'if-match': '"1"' });
  const archived = await desk.ask('POST', `${url}/archive`, undefined, { 'if-match': '"2"' });

  assert.deepEqual(
    [added, blind, changed, late, archived].map(({ status }) => status),
    [201, 428, 200, 412, 200],
  );
});

test('a delivery that is sent twice with the same key counts once', async (t) => {
  const desk = await aDesk(t);
  const mug = await aMug(desk, 'MUG-1');
  const send = () =>
    desk.ask(
      'POST',
      '/api/admin/stock/receive',
      { lines: [{ offerId: mug, quantity: 10 }] },
      { 'idempotency-key': 'delivery-2026-11-23' },
    );

  const [first, second] = [await send(), await send()];

  assert.deepEqual(second.body, first.body);
  assert.equal((await desk.ask('GET', `/api/admin/stock/offers/${mug}`)).body['free'], 10);
});

test('guests get nothing, and nonsense is refused with the field that is wrong', async (t) => {
  const desk = await aDesk(t);

  const guest = await desk.shop.inject({ method: 'GET', url: '/api/admin/stock/levels' });
  const wrong = await desk.ask('POST', '/api/admin/stock/adjust', {
    offerId: 'mug',
    change: 1,
    reason: 'because',
  });

  assert.deepEqual([guest.statusCode, wrong.status], [401, 400]);
});
