import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simpleParser } from 'mailparser';
import { permissions } from '#kernel/permissions.ts';
import { goodsForSale } from '#modules/checkout/index.ts';
import { anAccount } from '#modules/identity/index.ts';
import { codeIn, lettersTo } from '#modules/notifications/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { anAsker } from '../rights/an-asker.ts';
import { aSale, asColleague, byCard, byTransfer, signedInAs } from './a-sale.ts';

test('a colleague who may not read people gets neither the buyer nor the secret link that shows the buyer', async (t) => {
  const { shop, orderId, token } = await aSale(t, byCard);
  const finance = await asColleague(shop, 'finance');
  const owner = await asColleague(shop, 'owner');

  const masked = await finance('GET', `/api/admin/orders/${orderId}`);
  const open = await owner('GET', `/api/admin/orders/${orderId}`);

  assert.equal(masked.statusCode, 200, masked.body);
  for (const secret of [token, 'Lindqvist', 'mara@', 'Lange Reihe'])
    assert.ok(!masked.body.includes(secret), secret);
  assert.equal(open.json<{ token: string }>().token, token);
});

test('a colleague who may not read people cannot find out by searching who has bought or has an account', async (t) => {
  const { shop } = await aSale(t, byCard);
  await shop.work((ctx) => anAccount(ctx, { email: 'mara@example.org', name: 'Mara Lindqvist' }));
  const owner = await asColleague(shop, 'owner');
  const role = await owner('POST', '/api/admin/roles', {
    name: 'Counter',
    permissions: ['orders.read', 'customers.read'],
  });
  assert.equal(role.statusCode, 201, role.body);
  const counter = await asColleague(shop, 'counter');

  for (const list of ['orders', 'customers']) {
    for (const q of ['mara@example.org', 'nobody@example.org', 'lindq', 'nobody']) {
      const answer = await counter('GET', `/api/admin/${list}?q=${q}`);
      assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [403, 'kernel.notAllowed']);
    }
  }
  assert.equal(
    (await counter('GET', '/api/admin/orders?q=1001')).json<{ items: unknown[] }>().items.length,
    1,
  );
  assert.equal((await counter('GET', '/api/admin/customers')).json<{ items: unknown[] }>().items.length, 1);
});

test('what is promised on a stock card does not say under which key its buyer comes back', async (t) => {
  const { shop, token } = await aSale(t, byTransfer);
  const catalogue = await asColleague(shop, 'catalogue');
  const { items } = (await catalogue('GET', '/api/admin/stock/levels')).json<{
    items: { offerId: string }[];
  }>();

  const card = await catalogue('GET', `/api/admin/stock/offers/${items[0]?.offerId}`);

  const ids = [...new Set(card.body.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))];
  assert.ok(card.json<{ reservations: unknown[] }>().reservations.length > 0);
  for (const id of ids) {
    const back = await shop.inject({ method: 'GET', url: `/checkout/return/${id}` });
    assert.ok(!String(back.headers.location).includes(token), 'an id on the card leads to the order');
  }
});

test('who may cancel orders but not give money back cancels what is not paid, and nothing else', async (t) => {
  const { shop, buyer, orderId } = await aSale(t, byCard);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Plate' }));
  const { body } = await buyer.press(await buyer.fill([{ offerId, quantity: 1 }], byTransfer));
  const unpaidId = body.orders[0]?.id ?? '';
  const owner = await asColleague(shop, 'owner');
  const rights = { name: 'Clerk', permissions: ['orders.read', 'orders.write'] };
  assert.equal((await owner('POST', '/api/admin/roles', rights)).statusCode, 201);
  const clerk = await asColleague(shop, 'clerk');
  const cancel = async (ask: typeof clerk, id: string) => {
    const answer = await ask('POST', `/api/admin/orders/${id}/cancel`);
    return [
      answer.statusCode,
      answer.json<{ code?: string }>().code ?? answer.json<{ state: string }>().state,
    ];
  };

  assert.deepEqual(await cancel(clerk, orderId), [403, 'kernel.notAllowed']);
  assert.deepEqual(await cancel(clerk, unpaidId), [200, 'cancelled']);
  assert.deepEqual(await cancel(owner, orderId), [200, 'cancelled']);
});

test('no cache keeps an answer that is about somebody', async (t) => {
  const { shop, buyer, orderId, token } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const { id } = await buyer.good<{ id: string }>('POST', '/api/store/carts', {});
  const visit = (url: string) => shop.inject({ method: 'GET', url });

  const answers = [
    await visit(`/api/store/orders/${token}`),
    await visit(`/api/store/carts/${id}`),
    await visit(`/orders/${token}`),
    await owner('GET', `/api/admin/orders/${orderId}`),
    await owner('GET', '/api/admin/customers'),
    await owner('GET', '/api/admin/me'),
  ];

  for (const { headers } of answers) assert.match(String(headers['cache-control']), /no-store/);
});

// Clauses K7-30, KC-36. Made from the running route table: a route that is added tomorrow is asked tomorrow.
test('with every right but the one to read people, no route of the dashboard shows a buyer', async (t) => {
  const { shop, orderId } = await aSale(t, byCard);
  const { accountId, subject } = await shop.work((ctx) =>
    anAccount(ctx, { email: 'marker.person@example.org', name: 'Marker Nightingale' }),
  );
  const owner = await asColleague(shop, 'owner');
  const everything = Object.keys(permissions).filter((right) => right !== 'people.reveal');
  const role = await owner('POST', '/api/admin/roles', { name: 'Masked', permissions: everything });
  assert.equal(role.statusCode, 201, role.body);
  const masked = await asColleague(shop, 'masked');
  const keyOf = (url: string): string => (url.includes('/customers/') ? accountId : orderId);
  const urls = shop.app.routes
    .filter(({ method, url }) => method === 'GET' && url.startsWith('/api/admin/'))
    .map(
      ({ url }) =>
        `${url.replaceAll(/:\w+(\([^)]*\))?/g, keyOf(url))}${url.endsWith('/looks') ? `?subject=${subject}` : ''}`,
    );
  const secrets = ['Lindqvist', 'mara@', 'Lange Reihe', 'marker.person', 'Nightingale'];

  const shown: string[] = [];
  let answered = 0;
  for (const url of urls) {
    const answer = await masked('GET', url);
    if (answer.statusCode === 200) answered += 1;
    for (const secret of secrets) if (answer.body.includes(secret)) shown.push(`${url} shows ${secret}`);
  }

  assert.deepEqual(shown, []);
  assert.ok(answered > 40, `only ${answered} of ${urls.length} routes answered`);
  const open = await owner('GET', `/api/admin/customers/${accountId}`);
  assert.ok(open.body.includes('Nightingale'), 'who may read people does');
});

test('a reading leaves its purpose and its session, and nobody who only sees masks leaves one', async (t) => {
  const { shop, orderId } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const finance = await asColleague(shop, 'finance');
  const readings = async () =>
    (await owner('GET', '/api/admin/audit?action=privacy.opened&table=orders.party&limit=100')).json<{
      items: { purpose: string; on: { table: string }; details: { session?: string } }[];
    }>().items;
  const ofParties = async () => (await readings()).filter(({ on }) => on.table === 'orders.party');

  await finance('GET', `/api/admin/orders/${orderId}`);
  assert.deepEqual(await ofParties(), []);
  await owner('GET', `/api/admin/orders/${orderId}`);

  const [first] = await ofParties();
  assert.equal(first?.purpose, 'administer');
  assert.match(first?.details.session ?? '', /^[0-9a-f-]{36}$/);
});

test('a colleague who may read mails can follow none of their links: not the owner’s new password, not a buyer’s copy', async (t) => {
  const { shop } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const support = await asColleague(shop, 'support');
  const post = (url: string, payload: object) => shop.inject({ method: 'POST', url, payload });
  await post('/api/admin/reset/request', { email: 'owner@shop.example' });
  await post('/api/store/privacy/links', { email: 'mara@example.org' });
  const codes: string[] = [];
  for (const email of ['owner@shop.example', 'mara@example.org'])
    for (const { text } of await shop.work((ctx) => lettersTo(ctx, email)))
      if (text.includes('?code=')) codes.push(codeIn(text));
  const { items } = (await support('GET', '/api/admin/outbox?limit=100')).json<{ items: { id: string }[] }>();

  const fileOf = async (id: string): Promise<string> => {
    const { text, html } = await simpleParser(
      (await support('GET', `/api/admin/outbox/${id}/eml`)).rawPayload,
    );
    return `${text}\n${html}`;
  };
  const shown: string[] = [];
  for (const { id } of items)
    shown.push((await support('GET', `/api/admin/outbox/${id}`)).body, await fileOf(id));

  assert.equal(codes.length, 2);
  for (const code of codes) assert.ok(!shown.some((text) => text.includes(code)), 'a key is in the outbox');
  assert.equal(
    shown.filter((text) => text.includes('?code=•••')).length,
    4,
    'two letters, as page and as file',
  );
  // Here no mail server is set up, so the owner follows the links in the readers' place.
  const whole: string[] = [];
  for (const { id } of items) whole.push((await owner('GET', `/api/admin/outbox/${id}`)).body);
  for (const code of codes) assert.ok(whole.some((text) => text.includes(code)));
});

/** Tables whose rows a colleague can look at one by one, by the part of the address that comes before the key. */
const shelves = {
  outbox: 'notifications.mail',
  orders: 'orders."order"',
  customers: 'identity.account',
  'privacy/requests': 'rights.request',
  'privacy/legal-requests': 'incidents.legal_request',
  'privacy/incidents': 'incidents.incident',
} as const;

// Clauses K7-30, KC-36, KC-37. The register of requests is full of people, and the test above never held a key to it.
test('neither a colleague without the right to read people nor one whose training ran out reads them in a register of privacy', async (t) => {
  const { shop } = await aSale(t, byCard);
  const owner = await asColleague(shop, 'owner');
  const dpo = await asColleague(shop, 'data-protection');
  const mara = anAsker(shop);
  await mara.open('mara@example.org');
  await mara.request({ kind: 'review', text: 'Mara Lindqvist, Lange Reihe 7: who decided this?' });
  await mara.request({ kind: 'erase' });
  const wish = {
    ground: 'court order',
    authority: 'Amtsgericht',
    reason: 'Order 7',
    emails: ['mara@example.org'],
  };
  const legal = await dpo('POST', '/api/admin/privacy/legal-requests', {
    ...wish,
    categories: ['identity.name'],
  });
  const legalUrl = `/api/admin/privacy/legal-requests/${legal.json<{ id: string }>().id}`;
  await owner('POST', `${legalUrl}/decide`, { yes: true, reason: 'It is in force.' });
  const everything = Object.keys(permissions).filter((right) => right !== 'people.reveal');
  await owner('POST', '/api/admin/roles', { name: 'Masked', permissions: everything });
  const urls: [method: 'GET' | 'POST', url: string][] = [['POST', `${legalUrl}/export`]];
  for (const [shelf, table] of Object.entries(shelves))
    for (const { id } of await asOwner(shop.adminUrl, `select id from ${table}`))
      for (const { method, url } of shop.app.routes)
        if (method === 'GET' && url.startsWith(`/api/admin/${shelf}/:`))
          urls.push(['GET', url.replace(/:\w+/, String(id))]);
  const seenBy = async (ask: typeof owner): Promise<string[]> => {
    const shown: string[] = [];
    for (const [method, url] of urls) {
      const { body } = await ask(method, url);
      for (const secret of ['Lindqvist', 'mara@', 'Lange Reihe'])
        if (body.includes(secret)) shown.push(`${method} ${url} shows ${secret}`);
    }
    return shown;
  };

  assert.deepEqual(await seenBy(await asColleague(shop, 'masked')), []);
  const whole = await seenBy(dpo);
  for (const part of ['requests', 'export', 'outbox', 'orders'])
    assert.ok(
      whole.some((line) => line.includes(part)),
      `who may read people finds them: ${part}`,
    );
  shop.at(new Date(shop.house.clock().getTime() + 31 * 86_400_000));
  assert.deepEqual(await seenBy(await signedInAs(shop, 'data-protection')), []);
});
