import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { SubjectId } from '#kernel/ids.ts';
import { aBuyer, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { anAccount, goodPassword } from '#modules/identity/index.ts';
import { sendMails } from '#modules/notifications/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { copyOf, erasePersons, findPersons, planErasure } from '#modules/persons/index.ts';
import type { PersonCopy, Plan } from '#modules/persons/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';

/** Texts that stand nowhere but in what one person typed. */
export interface Marks {
  readonly email: string;
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly phone: string;
  readonly company: string;
}

export const marksOf = (code: string): Marks => ({
  email: `${code.toLowerCase()}-canary@example.org`,
  name: `${code}name Canaryson`,
  line1: `${code}strasse Canary 7`,
  line2: `${code}haus Canary hinten`,
  phone: `+4940${Array.from(code)
    .map((letter) => letter.charCodeAt(0))
    .join('')
    .slice(0, 10)}`,
  company: `${code}werk Canary GmbH`,
});

export const addressOf = ({ name, line1, line2, phone, company }: Marks) => ({
  name,
  line1,
  line2,
  phone,
  company,
  postcode: '20095',
  city: 'Hamburg',
  country: 'DE',
});

export interface Bought {
  readonly orderId: OrderId;
  readonly token: string;
}

/** A shop with goods in which people can buy; letters are written when they are asked for. */
export async function aShop(t: TestContext) {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Mug', stock: 1000 }));
  const buy = async (marks: Marks, pay = { provider: 'bank-transfer' }): Promise<Bought> => {
    const buyer = aBuyer(shop.inject, marks.email);
    const cart = await buyer.fill([{ offerId, quantity: 1 }], pay, addressOf(marks));
    const { body } = await buyer.press(cart);
    const order = body.orders[0] ?? assert.fail(JSON.stringify(body));
    return { orderId: order.id as OrderId, token: order.token };
  };
  return { shop, offerId, buy, ...verbsOf(shop) };
}

/** What a data protection officer does, in a unit of work of its own each. */
export function verbsOf(shop: Pick<TestServer, 'work' | 'house' | 'tenant'>) {
  const work = { purpose: 'rights' } as const;
  const find = (email: string): Promise<SubjectId[]> => shop.work((ctx) => findPersons(ctx, { email }), work);
  const copy = (subjects: readonly SubjectId[]): Promise<PersonCopy> =>
    shop.work((ctx) => copyOf(ctx, subjects), work);
  const plan = (subjects: readonly SubjectId[]): Promise<Plan> =>
    shop.work((ctx) => planErasure(ctx, subjects), work);
  const erase = async (subjects: readonly SubjectId[]): Promise<Plan> =>
    erasePersons(shop.house, shop.tenant, (await plan(subjects)).id);
  return { find, copy, plan, erase };
}

/** Somebody with a confirmed account, an address in the book, a device that is signed in. */
export async function anAccountHolder(shop: TestServer, marks: Marks): Promise<SubjectId> {
  const { subject } = await shop.work((ctx) => anAccount(ctx, { email: marks.email, name: marks.name }));
  const answer = await shop.inject({
    method: 'POST',
    url: '/api/store/account/sign-in',
    payload: { email: marks.email, password: goodPassword },
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
  });
  assert.ok(answer.statusCode < 300, answer.body);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const saved = await shop.inject({
    method: 'POST',
    url: '/api/account/addresses',
    payload: { address: addressOf(marks), isDefault: true },
    headers: { cookie },
  });
  assert.ok(saved.statusCode < 300, saved.body);
  return subject;
}

/** Writes the letters about everything that happened so far, at least so many, and sends them. */
export async function lettersAreSent(shop: TestServer, count: number): Promise<void> {
  await shop.settle();
  const mails = await shop.work(({ tx }) => tx.selectFrom('notifications.mail').select('id').execute());
  assert.ok(mails.length >= count, `${mails.length} of ${count} letters were written`);
  await sendMails(shop.house, shop.tenant);
}
