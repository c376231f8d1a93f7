/** What five hundred people do in a shop, and what is written about them there. Together they are in every store. */
import assert from 'node:assert/strict';
import { createTransport } from 'nodemailer';
import type { SubjectId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { correctPerson, findPersons } from '#modules/persons/index.ts';
import { openSmtpInbox } from '#modules/rights/index.ts';
import { asker, codeTo, cookieOf } from '../asking.ts';
import type { Asker } from '../asking.ts';
import type { Program, Site } from '../processes.ts';
import { markedPerson } from './people.ts';
import type { Marked } from './people.ts';

export interface Town {
  readonly site: Site;
  readonly web: Program;
  readonly offerId: OfferId;
  /** The owner's browser. */
  readonly desk: Asker;
  readonly roleIds: readonly string[];
}

const rights = { kind: 'system', id: 'test', purpose: 'rights' } as const;
const by = ({ web }: Town, { headers }: Marked): Asker => asker(web, headers);

export async function openTown(site: Site, web: Program, offerId: OfferId): Promise<Town> {
  const door = asker(web, {});
  const cookie = cookieOf(await door.ask('POST', '/api/admin/sign-in', site.owner));
  const desk = asker(web, { cookie });
  const { items } = await desk.json<{ items: { id: string; code: string }[] }>('GET', '/api/admin/roles');
  const roleIds = items.filter(({ code }) => code === 'support').map(({ id }) => id);
  return {
    site,
    web,
    offerId,
    desk,
    roleIds: roleIds.length > 0 ? roleIds : items.slice(0, 1).map(({ id }) => id),
  };
}

/** Somebody fills in who they are and goes away. */
export async function leavesABasket(town: Town, who: Marked, cookie?: string) {
  const { ask, json } = by(town, who);
  const with_ = cookie === undefined ? {} : { cookie };
  const line = { offerId: town.offerId, quantity: 1 };
  const cart = await json<{ id: string }>('POST', '/api/store/carts', { line }, with_);
  await ask(
    'PUT',
    `/api/store/carts/${cart.id}/contact`,
    { email: who.email, shippingAddress: who.address, billingAddress: who.address },
    with_,
  );
  return cart;
}

/** Somebody buys. Shape: the order. */
export async function buys(town: Town, who: Marked, cookie?: string): Promise<{ id: string; token: string }> {
  const { ask, json } = by(town, who);
  const with_ = cookie === undefined ? {} : { cookie };
  const url = `/api/store/carts/${(await leavesABasket(town, who, cookie)).id}`;
  const options = await json<{ items: { id: string }[] }>('GET', `${url}/shipping-options`, undefined, with_);
  await ask('PUT', `${url}/shipping`, { optionId: options.items[0]?.id }, with_);
  const pay = { provider: 'bank-transfer' };
  const { cart } = await json<{ cart: { totals: { total: object } } }>('POST', `${url}/payment`, pay, with_);
  const { orders } = await json<{ orders: { id: string; token: string }[] }>(
    'POST',
    `${url}/complete`,
    { expectedTotal: cart.totals.total },
    { ...with_, headers: { 'idempotency-key': `${who.token} presses` } },
  );
  return orders[0] ?? assert.fail('an order');
}

/** The desk ships, writes down what somebody said on the phone, and gives the money back to some. */
export async function isServed(town: Town, who: Marked, order: { readonly id: string }): Promise<void> {
  const url = `/api/admin/orders/${order.id}`;
  await town.desk.ask('POST', `${url}/notes`, { text: `${who.name} called from ${who.phone}.` });
  await town.desk.ask('POST', `${url}/mark-paid`);
  const trackingNumber = `${who.token.toUpperCase()}7`;
  await town.desk.ask('POST', `${url}/shipments`, { carrier: 'dhl', trackingNumber });
  if (who.number % 3 === 0)
    await town.desk.ask('POST', `${url}/refunds`, { everything: true, reason: 'returned', restock: true });
}

/** Somebody with an account: devices, an address book, wishes, consents, an address to be changed. */
export async function hasAnAccount(town: Town, who: Marked): Promise<string> {
  const { ask } = by(town, who);
  await unitOfWork(town.site.house, { tenant: town.site.tenant, actor: rights }, (ctx) =>
    anAccount(ctx, { email: who.email, name: who.name }),
  );
  const login = { email: who.email, password: goodPassword };
  const cookie = cookieOf(await ask('POST', '/api/store/account/sign-in', login), 'kontor_session');
  await ask('POST', '/api/account/addresses', { address: who.address, isDefault: true }, { cookie });
  for (const topic of ['news', 'offers']) {
    const wish = { topic, channel: 'email', sender: 'us', wish: 'yes' };
    await ask('PUT', '/api/account/preferences', wish, { cookie });
  }
  await ask('PUT', '/api/account/consents/analytics', { wish: 'yes' }, { cookie });
  await ask('PUT', '/api/account/consents/analytics', { wish: 'no' }, { cookie });
  await ask('POST', '/api/account/email', { email: `new.${who.email}`, password: goodPassword }, { cookie });
  return cookie;
}

/** Somebody who opens an account by the door, forgets the password, and asks for a copy of everything. */
export async function goesThroughEveryDoor(town: Town, who: Marked): Promise<void> {
  const { ask, json } = by(town, who);
  const { site } = town;
  const first = { email: who.email, name: who.name, password: `${who.token}-over-sea`, oldEnough: true };
  await ask('POST', '/api/store/account/sign-up', first);
  const code = await codeTo(site, who.email, /verify/);
  await ask('POST', '/api/store/account/verify', { code, password: first.password });
  await ask('POST', '/api/store/account/reset/request', { email: who.email });
  const password = `${who.token}-over-land`;
  await ask('POST', '/api/store/account/reset', { code: await codeTo(site, who.email, /reset/), password });
  await ask('POST', '/api/store/privacy/links', { email: who.email });
  const link = { code: await codeTo(site, who.email, /privacy\/\S*code=/) };
  const cookie = cookieOf(await ask('POST', '/api/store/privacy/proofs', link), 'kontor_privacy');
  const copy = await json<{ state: string }>(
    'POST',
    '/api/store/privacy/requests',
    { kind: 'access' },
    { cookie },
  );
  assert.equal(copy.state, 'fulfilled');
  const wish = {
    kind: 'rectify',
    text: `I am ${who.name}`,
    value: `${who.name} again`,
    was: who.name,
    wish: { field: 'name' },
  };
  await ask('POST', '/api/store/privacy/requests', wish, { cookie });
  await unitOfWork(site.house, { tenant: site.tenant, actor: rights }, async (ctx) =>
    correctPerson(ctx, await findPersons(ctx, { email: who.email }), {
      field: 'contact.phone',
      value: who.phone,
      evidence: `a letter of ${who.name}`,
    }),
  );
}

/** Somebody who only asks, from a page, without a link followed. */
export const asksFromOutside = (town: Town, who: Marked) =>
  by(town, who).ask('POST', '/api/store/privacy/requests', {
    email: who.email,
    kind: 'object',
    text: `${who.name}, ${who.phone}: please stop.`,
  });

/** Somebody whose letter or call is written down at the desk, and answered. */
export async function callsTheDesk({ desk }: Town, who: Marked): Promise<void> {
  const asked = {
    kind: 'question',
    email: who.email,
    name: who.name,
    text: `${who.name} called from ${who.phone}`,
  };
  const url = '/api/admin/privacy/requests';
  const { id, version } = await desk.json<{ id: string; version: number }>('POST', url, asked);
  const headers = { 'if-match': `"${version}"` };
  await desk.ask('POST', `${url}/${id}/answer`, { text: `Dear ${who.name}, we will.` }, { headers });
}

/** Colleagues to be. */
export const isInvited = (town: Town, who: Marked) =>
  town.desk.ask('POST', '/api/admin/invitations', {
    email: who.email,
    name: who.name,
    roleIds: town.roleIds,
  });

/** People of whom staff write where no field is for people: what happened, what a court asked, what a file is called. */
export async function isWrittenAbout(town: Town, who: Marked): Promise<void> {
  const { desk } = town;
  const incident = {
    track: 'breach',
    harms: ['confidentiality'],
    title: who.name,
    happened: `${who.email} was read`,
  };
  const list = `Name,Email,Phone\n"${who.name}",${who.email},${who.phone}\n`;
  const file = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${who.name}.csv"\r\ncontent-type: text/csv\r\n\r\n${list}\r\n--cut--\r\n`;
  if (who.number % 4 === 0) {
    const { id } = await desk.json<{ id: string }>('POST', '/api/admin/privacy/incidents', incident);
    const story = { consequences: who.address.line1, peopleReason: who.name };
    await desk.ask(
      'POST',
      `/api/admin/privacy/incidents/${id}/assess`,
      { story },
      { headers: { 'if-match': '"1"' } },
    );
  } else if (who.number % 4 === 1)
    await desk.ask(
      'POST',
      '/api/admin/privacy/legal-requests',
      {
        ground: 'court order',
        authority: 'Amtsgericht',
        reference: who.name,
        reason: `a case against ${who.name}`,
        emails: [markedPerson(30).email],
        categories: ['contact.email'],
      },
      { expect: 201 },
    );
  else if (who.number % 4 === 2)
    await desk.ask('POST', '/api/admin/imports', file, {
      headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    });
  else
    await desk.ask(
      'POST',
      '/api/admin/privacy/records',
      {
        kind: 'security audit',
        outcome: 'passed',
        heldAt: new Date().toISOString(),
        reference: who.name,
        findings: `${who.email} asked for it`,
      },
      { expect: [200, 201, 204] },
    );
}

/** Somebody whom we never know: searches, wrong passwords, broken requests, addresses that lead nowhere. */
export async function stumbles(town: Town, who: Marked): Promise<void> {
  const { ask } = by(town, who);
  const name = encodeURIComponent(who.name);
  await ask('GET', `/search?q=${name}`, undefined, { headers: { accept: 'text/html' } });
  await ask('GET', `/${name}?email=${encodeURIComponent(who.email)}`, undefined, { expect: 404 });
  const login = { email: who.email, password: who.token };
  await ask('POST', '/api/store/account/sign-in', login, { expect: 401 });
  await ask('POST', '/api/store/account/sign-in', { ...login, also: who.name }, { expect: 400 });
  const broken = { expect: 400, headers: { 'content-type': 'application/json' } };
  await ask('POST', '/api/store/account/sign-in', `{"email": "${who.email}", "password": "`, broken);
  await ask('PUT', '/api/store/choices', { wishes: [{ purpose: who.name, wish: 'yes' }] }, { expect: 400 });
}

/** Mails that people write to the shop, over a real wire. */
export async function write({ site }: Town, people: readonly Marked[]): Promise<void> {
  const inbox = await openSmtpInbox(site.house, 0);
  const transport = createTransport({
    host: '127.0.0.1',
    port: inbox.port,
    secure: false,
    pool: true,
    ignoreTLS: true,
  });
  try {
    for (const who of people)
      await transport.sendMail({
        from: { name: who.name, address: who.email },
        to: 'shop@example.org',
        subject: `Please delete ${who.name}`,
        text: `I am ${who.name}, ${who.address.line1}, ${who.phone}.`,
        attachments: [{ filename: `${who.name}.txt`, content: `passport of ${who.name}` }],
      });
  } finally {
    transport.close();
    await inbox.close();
  }
}

/** Everybody in the house who is one of them, looked for as an asker's addresses would be. */
export async function subjectsOf(site: Site, people: readonly Marked[]): Promise<SubjectId[]> {
  const found = await unitOfWork(site.house, { tenant: site.tenant, actor: rights }, async (ctx) => {
    const subjects: SubjectId[] = [];
    for (const { email } of people) subjects.push(...(await findPersons(ctx, { email })));
    return subjects;
  });
  return [...new Set(found)];
}
