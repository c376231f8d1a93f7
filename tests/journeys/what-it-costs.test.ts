import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { upsertProduct } from '#modules/catalog/index.ts';
import { aColleague } from '#modules/identity/index.ts';
import { orderPlaced, postJournal } from '#modules/ledger/index.ts';
import { seedDelivery } from '#modules/pricing/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';

interface Answer {
  readonly status: number;
  readonly body: Record<string, never> & { [name: string]: unknown };
  readonly etag: string | undefined;
}
type Ask = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
  version?: number,
) => Promise<Answer>;

async function aShopWith(t: TestContext, role: string): Promise<{ shop: TestServer; ask: Ask }> {
  const shop = await aServer(t);
  await shop.work((ctx) => aColleague(ctx, { role, password: 'lantern-over-quiet-harbour' }));
  const signedIn = await shop.inject({
    method: 'POST',
    url: '/api/admin/sign-in',
    payload: { email: 'colleague@example.org', password: 'lantern-over-quiet-harbour' },
  });
  assert.ok(signedIn.statusCode < 300, signedIn.body);
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const ask: Ask = async (method, url, payload, version) => {
    const headers = { cookie, ...(version !== undefined && { 'if-match': `"${version}"` }) };
    const answer = await shop.inject({ method, url, headers, ...(payload && { payload }) });
    const body: unknown = answer.body === '' ? {} : answer.json();
    return { status: answer.statusCode, body: body as Answer['body'], etag: answer.headers.etag?.toString() };
  };
  return { shop, ask };
}

const anOffer = (shop: TestServer): Promise<string> =>
  shop.work(async (ctx) => {
    const saved = await upsertProduct(ctx, { title: 'Mug', status: 'active', variants: [{ options: [] }] });
    return String(saved.offers[0]?.offerId);
  });

test('staff sets a price and plans a sale, sees both with their history, and calls the sale off', async (t) => {
  const { shop, ask } = await aShopWith(t, 'owner');
  const offer = await anOffer(shop);
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  const later = new Date(Date.now() + 5 * 86_400_000).toISOString();

  const set = await ask('PUT', `/api/admin/offers/${offer}/prices`, {
    prices: [
      { currency: 'EUR', amountMinor: 2000 },
      { currency: 'EUR', amountMinor: 1500, validFrom: soon, validTo: later },
    ],
  });
  const items = set.body['items'] as unknown as { id: string; temporary: boolean; current: boolean }[];
  const planned = items.find(({ temporary }) => temporary);
  const ended = await ask('DELETE', `/api/admin/prices/${planned?.id}`);
  const after = await ask('GET', `/api/admin/offers/${offer}/prices`);
  const history = await ask('GET', `/api/admin/offers/${offer}/price-history`);

  assert.equal(set.status, 200, JSON.stringify(set.body));
  assert.deepEqual(
    items.map(({ temporary, current }) => [temporary, current]),
    [
      [false, true],
      [true, false],
    ],
  );
  assert.equal(ended.status, 204);
  assert.equal((after.body['items'] as unknown as object[]).length, 1);
  assert.deepEqual((after.body['now'] as unknown as { price: unknown }).price, {
    amountMinor: 2000,
    currency: 'EUR',
  });
  assert.equal((history.body['items'] as unknown as object[]).length, 1);
  const wrong = await ask('PUT', `/api/admin/offers/${offer}/prices`, {
    prices: [{ currency: 'EUR', amountMinor: 2, compareAtMinor: 1 }],
  });
  assert.deepEqual([wrong.status, wrong.body['code']], [400, 'pricing.badAmount']);
});

test('staff sets up delivery and tax, and nobody overwrites what a colleague just changed', async (t) => {
  const { ask } = await aShopWith(t, 'owner');
  const parcel = {
    name: 'Parcel',
    currency: 'EUR',
    freeFromMinor: null,
    minDays: 1,
    maxDays: 3,
    taxClass: 'standard',
    active: true,
    position: 0,
    tariff: { basis: 'weight', bands: [{ upTo: 2000, priceMinor: 490 }] },
  };
  const zone = { name: 'Home', countries: ['DE'], postcodes: [], position: 0 };

  const made = await ask('POST', '/api/admin/delivery-zones', zone);
  const method = await ask('POST', `/api/admin/delivery-zones/${String(made.body['id'])}/methods`, parcel);
  const path = `/api/admin/delivery-methods/${String(method.body['id'])}`;
  const changed = await ask('PUT', path, { ...parcel, name: 'Post' }, 1);
  const overwritten = await ask('PUT', path, parcel, 1);
  const unversioned = await ask('PUT', path, parcel);
  const zones = await ask('GET', '/api/admin/delivery-zones');
  const countries = await ask('GET', '/api/store/countries');

  assert.deepEqual(
    [made.status, method.status, changed.status, overwritten.status, unversioned.status],
    [201, 201, 204, 412, 428],
  );
  assert.match(JSON.stringify(zones.body), /"name":"Post".*"version":2|"version":2.*"name":"Post"/);
  assert.match(JSON.stringify(countries.body), /"DE"/);

  const settings = await ask('GET', '/api/admin/tax-settings');
  const saved = await ask(
    'PUT',
    '/api/admin/tax-settings',
    { crossBorder: 'origin', registeredIn: ['GB'] },
    0,
  );
  const rate = await ask('POST', '/api/admin/tax-rates', {
    zone: 'DE',
    taxClass: 'reduced',
    rateBp: 800,
    from: '2999-01-01',
  });
  const place = await ask('POST', '/api/admin/tax-places', {
    code: 'IT-my',
    country: 'IT',
    name: 'Mine',
    postcodes: ['39*'],
  });
  assert.deepEqual(
    [settings.etag, saved.etag, rate.status, place.status],
    ['"0"', '"1"', 201, 201],
    JSON.stringify([saved.body, rate.body]),
  );
  assert.match(JSON.stringify(place.body), /2999-01-01.*IT-my/);
});

test('who may see the books sees balances, statements and what was booked for an order', async (t) => {
  const { shop, ask } = await aShopWith(t, 'owner');
  const sale = { goodsNetMinor: 100n, deliveryNetMinor: 0n, taxMinor: 19n, totalMinor: 119n };
  const source = { type: 'order', id: 'o-1' };
  await shop.work((ctx) =>
    postJournal(ctx, { source, kind: 'placed', currency: 'EUR', postings: orderPlaced(sale) }),
  );

  const balances = await ask('GET', '/api/admin/ledger/balances');
  const lines = await ask('GET', '/api/admin/ledger/accounts/receivable/postings');
  const journals = await ask('GET', '/api/admin/ledger/journals?sourceType=order&sourceId=o-1');

  assert.match(
    JSON.stringify(balances.body),
    /"account":"receivable","balance":\{"amountMinor":119,"currency":"EUR"\}/,
  );
  assert.match(JSON.stringify(lines.body), /"amountMinor":119/);
  assert.match(JSON.stringify(journals.body), /"tax_collected","amountMinor":-19/);
  assert.equal((await ask('GET', '/api/admin/ledger/accounts/nonsense/postings')).status, 404);
});

test('a guest can ask for address forms, and for nothing that staff sees', async (t) => {
  const shop = await aServer(t);
  await shop.work(seedDelivery);
  const ask = async (url: string): Promise<number> => (await shop.inject({ method: 'GET', url })).statusCode;

  const form = await shop.inject({ method: 'GET', url: '/api/store/address-forms/US' });

  assert.match(form.body, /"label":"ZIP(-C| c)ode"/);
  assert.equal(form.statusCode, 200);
  for (const url of ['delivery-zones', 'tax-rates', 'tax-settings', 'ledger/balances'])
    assert.equal(await ask(`/api/admin/${url}`), 401);
});
