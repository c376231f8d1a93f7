/** What the shop's own pages, forms and tables promise: what is asked, what is kept of it, and for what it opens. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Context } from '#kernel/context.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Category, ColumnSpec, Purpose } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { aBuyer, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { upsertProduct } from '#modules/catalog/index.ts';
import { shipOrder } from '#modules/fulfilment/index.ts';
import { anAccount, goodPassword, identityModule, listDevices } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { getStaffOrder, ordersModule } from '#modules/orders/index.ts';
import { registryFaults, vault } from '#modules/privacy/index.ts';
import { asOwner, everyRow } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { modules } from '../../src/modules.ts';
import { aShop, lettersAreSent, marksOf } from '../persons/a-person.ts';
import { theOrderFormIsOurs } from './order-form.ts';
import type { Checks } from './promise.ts';

type SealedSpec = Extract<ColumnSpec, { kind: 'sealed' }>;

/** Every sealed column, by table and name. */
const sealedColumns = (): [place: string, spec: SealedSpec][] =>
  [...declaredTables().values()].flatMap((table) =>
    Object.entries(table.columns).flatMap(([name, { spec }]): [string, SealedSpec][] =>
      spec.kind === 'sealed' ? [[`${table.name}.${name}`, spec]] : [],
    ),
  );

const placesOf = (category: Category): string[] =>
  sealedColumns().flatMap(([place, { fields }]) => (Object.values(fields).includes(category) ? [place] : []));

async function anUndeclaredFieldIsRefused(t: TestContext) {
  const shop = await aServer(t);
  const { id } = await aBuyer(shop.inject).good<{ id: string }>('POST', '/api/store/carts', {});
  const marker = 'zebrafinch-birthday-1999';

  const answer = await shop.inject({
    method: 'PUT',
    url: `/api/store/carts/${id}/contact`,
    payload: {
      email: 'mara@example.org',
      shippingAddress: {
        name: 'Mara Numbat',
        line1: 'Weg 1',
        postcode: '20095',
        city: 'Hamburg',
        country: 'DE',
      },
      birthday: marker,
    },
  });

  assert.equal(answer.statusCode, 400, answer.body);
  assert.match(answer.body, /birthday/);
  assert.ok(!answer.body.includes(marker));
  const [cart] = await everyRow(shop.adminUrl, 'checkout.cart');
  assert.deepEqual([cart?.['contact'], cart?.['buyer_id']], [null, null]);
  assert.ok(!shop.logged().includes(marker));
}

async function namesAreDeclaredAndSealed(t: TestContext) {
  const shop = await aHouse(t);

  const before = await registryFaults(shop.house.db, modules);
  await asOwner(shop.adminUrl, 'alter table orders.party add column nickname text');
  const after = await registryFaults(shop.house.db, modules);

  assert.deepEqual(before, []);
  assert.equal(after.length, 1);
  assert.match(after[0] ?? '', /orders\.party\.nickname/);
  assert.ok(placesOf('identity.name').includes('orders.party.contact'));
}

/** Somebody buys a mug; what is stored, written and shown of it. */
async function aPurchase(t: TestContext, code: string, pay?: { provider: string; option: string }) {
  const { shop, buy, find, copy } = await aShop(t);
  const marks = marksOf(code);
  const bought = await buy(marks, pay);
  return { shop, marks, bought, buy, copy: async () => copy(await find(marks.email)) };
}

const sectionOf = (copy: Awaited<ReturnType<Awaited<ReturnType<typeof aPurchase>>['copy']>>, table: string) =>
  copy.sections.find((section) => section.table === table)?.rows ?? [];

async function paymentIsAKind(t: TestContext) {
  const { copy } = await aPurchase(t, 'Payk');

  const payments = sectionOf(await copy(), 'payments.payment');

  assert.deepEqual(
    payments.map(({ values }) => values['provider']),
    ['bank-transfer'],
  );
}

async function everyTransactionIsThere(t: TestContext) {
  const { shop, marks, buy, copy } = await aPurchase(t, 'Hist');
  await buy(marks);
  await buy(marksOf('Else'));

  const orders = sectionOf(await copy(), 'orders.order');
  const payments = sectionOf(await copy(), 'payments.payment');

  assert.deepEqual([orders.length, payments.length], [2, 2]);
  assert.equal((await everyRow(shop.adminUrl, 'orders."order"')).length, 3);
}

async function parcelsAreShown(t: TestContext) {
  const { shop, bought } = await aPurchase(t, 'Parc', {
    provider: 'test-card',
    option: 'approve',
  });
  const { lines } = await shop.work((ctx) => getStaffOrder(ctx, bought.orderId, true));

  await shop.work((ctx) =>
    shipOrder(ctx, {
      orderId: bought.orderId,
      lines: lines.map(({ id, quantity }) => ({ orderLineId: id as never, quantity })),
      carrier: 'dhl',
      trackingNumber: '00340434188193783029',
    }),
  );

  const page = await shop.inject({ url: `/orders/${bought.token}` });
  assert.match(page.body, /dhl/i);
  assert.match(page.body, /00340434188193783029/);
}

async function ordersAreConfirmed(t: TestContext) {
  const { shop, marks } = await aPurchase(t, 'Conf');

  await lettersAreSent(shop, 1);

  const letters = await shop.work((ctx) => lettersTo(ctx, marks.email));
  assert.deepEqual(
    letters.map(({ kind }) => kind),
    ['orders.confirmation'],
  );
}

/** The numbers are the schemes' own examples; no bank ever gave them out. */
async function cardsAreNeverTaken(t: TestContext) {
  const shop = await aServer(t);
  const { id } = await aBuyer(shop.inject).good<{ id: string }>('POST', '/api/store/carts', {});
  const card = '4111 1111 1111 1111';

  const answer = await shop.inject({
    method: 'PUT',
    url: `/api/store/carts/${id}/contact`,
    payload: {
      email: 'mara@example.org',
      shippingAddress: {
        name: 'Mara Numbat',
        line1: card,
        postcode: '20095',
        city: 'Hamburg',
        country: 'DE',
      },
    },
  });

  const problem = answer.json<{ code: string; field?: string }>();
  assert.deepEqual([answer.statusCode, problem.code], [400, 'kernel.cardNumber']);
  assert.match(answer.body, /shippingAddress\.line1/);
  assert.ok(!answer.body.includes('4111'));
  assert.ok(!shop.logged().includes('4111'));
  assert.equal((await everyRow(shop.adminUrl, 'checkout.cart'))[0]?.['contact'], null);
  const fields = sealedColumns().flatMap(([, spec]) => Object.keys(spec.fields));
  assert.deepEqual(
    fields.filter((field) => /card|cvc|cvv|\bpan\b/i.test(field)),
    [],
    'nothing that we keep has room for one',
  );
}

async function phoneIsAChoice(t: TestContext) {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx));
  const buyer = aBuyer(shop.inject);

  const cart = await buyer.fill([{ offerId, quantity: 1 }], { provider: 'bank-transfer' });
  const { status } = await buyer.press(cart);

  assert.equal(cart.contact?.shippingAddress.phone, undefined);
  assert.equal(status, 200);
}

/** Opens what an order keeps about its buyer, for a purpose. */
async function openParty(shop: TestServer, column: 'contact' | 'invoice', purpose: Purpose) {
  const party = ordersModule.tables['party'];
  assert.ok(party);
  const rows = await everyRow(shop.adminUrl, 'orders.party');
  const row = rows.find((one) => one[column] !== null);
  assert.ok(row);
  const closed = {
    id: String(row['id']),
    subjectId: String(row['subject_id']) as SubjectId,
    [column]: row[column],
  };
  const open = vault.open as (
    ctx: Context,
    table: typeof party,
    name: string,
    row: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, unknown>>>;
  return shop.work((ctx) => open(ctx, party, column, closed), { purpose });
}

const wrongPurpose = { code: 'privacy.wrongPurpose' };

async function orderDataServeTheOrder(t: TestContext) {
  const { shop, marks } = await aPurchase(t, 'Purp');

  assert.equal((await openParty(shop, 'contact', 'fulfil'))['email'], marks.email);
  for (const purpose of ['marketing', 'analytics', 'personalise', 'advertise', 'improve'] as const)
    await assert.rejects(openParty(shop, 'contact', purpose), wrongPurpose, purpose);
}

async function billingIsForBilling(t: TestContext) {
  const { shop } = await aPurchase(t, 'Bill');

  await openParty(shop, 'invoice', 'bookkeeping');
  await openParty(shop, 'contact', 'fulfil');
  await assert.rejects(openParty(shop, 'invoice', 'fulfil'), wrongPurpose);
  await assert.rejects(openParty(shop, 'contact', 'bookkeeping'), wrongPurpose);
}

async function usersAreKnownByLittle() {
  const profile = identityModule.tables['account']?.columns['profile']?.spec;
  assert.ok(profile?.kind === 'sealed');
  const address = identityModule.tables['address']?.columns['address']?.spec;
  assert.ok(address?.kind === 'sealed');

  assert.deepEqual(Object.keys(profile.fields).toSorted(), ['email', 'name']);
  assert.deepEqual(
    new Set(Object.values(address.fields)),
    new Set(['identity.name', 'identity.company', 'contact.address', 'contact.phone']),
  );
  await Promise.resolve();
}

async function sourcesAreNamed(t: TestContext) {
  const { copy } = await aPurchase(t, 'Srce');

  for (const [place, { source, because }] of sealedColumns()) assert.ok(source && because, place);
  const columns = (await copy()).sections.flatMap((section) => section.columns);
  for (const column of columns) if (column.kind === 'sealed') assert.ok(column.source, column.name);
}

async function everythingElseIsOpen(t: TestContext) {
  const shop = await aServer(t);
  const { slug } = await shop.work((ctx) =>
    upsertProduct(ctx, { title: 'Mug', status: 'active', variants: [{ options: [] }] }),
  );

  for (const url of [
    '/',
    `/products/${slug}`,
    '/search?q=mug',
    '/cart',
    '/privacy',
    '/privacy/policy',
    '/imprint',
  ])
    assert.equal((await shop.inject({ url })).statusCode, 200, url);
  assert.equal((await shop.inject({ url: '/api/account/addresses' })).statusCode, 401);
}

async function accountsNeedTheirInbox(t: TestContext) {
  const shop = await aServer(t);
  const answer = await shop.inject({
    method: 'POST',
    url: '/api/store/account/sign-up',
    payload: { email: 'mara@example.org', name: 'Mara Numbat', password: goodPassword, oldEnough: true },
  });
  const signIn = await shop.inject({
    method: 'POST',
    url: '/api/store/account/sign-in',
    payload: { email: 'mara@example.org', password: goodPassword },
  });

  assert.ok(answer.statusCode < 300, answer.body);
  assert.equal(signIn.headers['set-cookie'], undefined, 'nobody is let in before the link was followed');
}

/** Signs somebody in and answers the session's cookie. */
async function signedIn(shop: TestServer, email: string, agent: string): Promise<string> {
  const answer = await shop.inject({
    method: 'POST',
    url: '/api/store/account/sign-in',
    payload: { email, password: goodPassword },
    headers: { 'user-agent': agent },
  });
  assert.ok(answer.statusCode < 300, answer.body);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

const onLinux = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const onWindows = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

async function vigilanceIsHelped(t: TestContext) {
  const shop = await aServer(t);
  const email = 'mara@example.org';
  await shop.work((ctx) => anAccount(ctx, { email }));
  const weak = await shop.inject({
    method: 'POST',
    url: '/api/store/account/sign-up',
    payload: { email: 'weak@example.org', name: 'Weak', password: 'password1234', oldEnough: true },
  });

  await signedIn(shop, email, onLinux);
  await signedIn(shop, email, onWindows);

  assert.equal(weak.statusCode, 422, 'a password that guessing finds first is refused');
  const letters = await shop.work((ctx) => lettersTo(ctx, email));
  assert.ok(letters.some(({ kind }) => kind === 'identity.new-device'));
}

async function passwordsAreGuarded(t: TestContext) {
  const shop = await aServer(t);
  const email = 'mara@example.org';
  await shop.work((ctx) => anAccount(ctx, { email }));
  const tries: number[] = [];

  for (let time = 0; time < 11; time += 1) {
    const payload = { email, password: time < 10 ? 'wrong-but-long-enough' : goodPassword };
    tries.push(
      (await shop.inject({ method: 'POST', url: '/api/store/account/sign-in', payload })).statusCode,
    );
  }

  assert.deepEqual([tries[0], tries[10]], [401, 429]);
}

async function devicesAreInTheirHands(t: TestContext) {
  const shop = await aServer(t);
  const email = 'mara@example.org';
  const { accountId } = await shop.work((ctx) => anAccount(ctx, { email }));
  const phone = await signedIn(shop, email, onLinux);
  const laptop = await signedIn(shop, email, onWindows);
  const token = decodeURIComponent(laptop.slice(laptop.indexOf('=') + 1));

  const devices = await shop.work((ctx) => listDevices(ctx, accountId, token), { purpose: 'account' });
  const other = devices.find(({ isThisOne }) => !isThisOne);
  const revoked = await shop.inject({
    method: 'DELETE',
    url: `/api/account/sessions/${other?.id}`,
    headers: { cookie: laptop },
  });

  assert.equal(devices.length, 2);
  assert.ok(revoked.statusCode < 300, revoked.body);
  assert.equal(
    (await shop.inject({ url: '/api/account/addresses', headers: { cookie: phone } })).statusCode,
    401,
  );
}

async function linksThatLeaveSaySo(t: TestContext) {
  const shop = await aServer(t);
  const { slug } = await shop.work((ctx) =>
    upsertProduct(ctx, {
      title: 'Mug',
      status: 'active',
      descriptionHtml:
        '<p>From <a href="https://pottery.example/">the pottery</a>, <a href="/cart">here</a>.</p>',
      variants: [{ options: [] }],
    }),
  );

  const { body } = await shop.inject({ url: `/products/${slug}` });

  assert.match(body, /<a href="https:\/\/pottery\.example\/" rel="external noopener">/);
  assert.match(body, /<a href="\/cart">here/);
}

async function weWriteByMail() {
  const roles = modules.flatMap(({ processors = [] }) => processors.map(({ role }) => role));

  assert.ok(roles.includes('mail'));
  assert.deepEqual(
    roles.filter((role) => !['mail', 'pictures', 'tax check', 'payment', 'hosting'].includes(role)),
    [],
    'nobody carries calls, letters or short messages for us',
  );
  await Promise.resolve();
}

export const shopChecks: Checks = {
  'OK-1': {
    tries: 'a field that nobody declared is refused and stored nowhere',
    run: anUndeclaredFieldIsRefused,
  },
  'K7-2': {
    tries: 'names are declared and sealed, and a column beside them is noticed',
    run: namesAreDeclaredAndSealed,
  },
  'K7-5': { tries: 'a card number in a form is refused and kept nowhere', run: cardsAreNeverTaken },
  'K7-6': { tries: 'somebody buys without giving a phone number', run: phoneIsAChoice },
  'K7-9': { tries: 'the copy names the way of payment and nothing more of it', run: paymentIsAKind },
  'K7-10': { tries: 'carrier and tracking number stand on the order page', run: parcelsAreShown },
  'K7-11': { tries: 'the copy has as many orders and payments as the books', run: everyTransactionIsThere },
  'K7-17': { tries: 'a purchase is followed by its mail', run: ordersAreConfirmed },
  'KC-3': { tries: 'every sealed column and every line of a copy names its source', run: sourcesAreNamed },
  'KC-5': {
    tries: 'an account has room for e-mail and name, its address book for company and phone',
    run: usersAreKnownByLittle,
  },
  'OK-5': { tries: 'an order opens to be served, and not to improve the shop', run: orderDataServeTheOrder },
  'KC-6': { tries: 'reading for another purpose is refused', run: orderDataServeTheOrder },
  'KC-41': { tries: 'a common password is refused and a new device is mailed', run: vigilanceIsHelped },
  'OC-26': { tries: 'a card number in a form is refused, naming the field', run: cardsAreNeverTaken },
  'OC-28': { tries: 'everything but the account is open to guests', run: everythingElseIsOpen },
  'OC-29': { tries: 'an account opens only when its inbox was opened', run: accountsNeedTheirInbox },
  'OC-32': {
    tries:
      'every step of an order loads and sends nothing elsewhere, also for who allowed others their scripts',
    run: theOrderFormIsOurs,
  },
  'OC-34': { tries: 'an order does not open for marketing', run: orderDataServeTheOrder },
  'OC-35': {
    tries: 'contact and bill are two envelopes, each refused for the other',
    run: billingIsForBilling,
  },
  'OC-38': { tries: 'a card number is refused, and nothing has room for one', run: cardsAreNeverTaken },
  'OC-47': { tries: 'a link to another site is marked, one of ours is not', run: linksThatLeaveSaySo },
  'KS-7': { tries: 'ten wrong passwords close the door for a while', run: passwordsAreGuarded },
  'KS-8': { tries: 'devices are listed and signed out by their owner', run: devicesAreInTheirHands },
  'KS-11': { tries: 'mail is the only way we write', run: weWriteByMail },
};
