import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { aBuyer, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { aColleague, goodPassword } from '#modules/identity/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { balances } from '#modules/ledger/index.ts';
import { getStaffOrder } from '#modules/orders/index.ts';
import type { OrderLineId, StaffOrder } from '#modules/orders/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { modules } from '../../src/modules.ts';

export const byCard = { provider: 'test-card', option: 'approve' };
export const byTransfer = { provider: 'bank-transfer' };
export const atTheDoor = { provider: 'cash-on-delivery' };

/** A shop in which somebody has bought three mugs and two bowls. */
export async function aSale(t: TestContext, pay: { provider: string; option?: string }) {
  const shop = await aServer(t);
  await shop.work(openForBusiness);
  const mug = await shop.work((ctx) => goodsForSale(ctx, { title: 'Mug', priceMinor: 1999n, stock: 10 }));
  const bowl = await shop.work((ctx) => goodsForSale(ctx, { title: 'Bowl', priceMinor: 3333n, stock: 10 }));
  const buyer = aBuyer(shop.inject);
  const cart = await buyer.fill(
    [
      { offerId: mug, quantity: 3 },
      { offerId: bowl, quantity: 2 },
    ],
    pay,
  );
  const { body } = await buyer.press(cart);
  const placed = body.orders[0] ?? assert.fail(JSON.stringify(body));
  const orderId = placed.id as OrderId;
  const show = (): Promise<StaffOrder> => shop.work((ctx) => getStaffOrder(ctx, orderId, true));
  const { lines } = await show();
  const lineOf = (title: string) =>
    (lines.find((line) => line.title === title)?.id ?? assert.fail()) as OrderLineId;
  const left = () => shop.work(async (ctx) => [...(await availability(ctx, [mug, bowl])).values()]);
  return {
    shop,
    buyer,
    orderId,
    token: placed.token,
    show,
    left,
    mugs: lineOf('Mug'),
    bowls: lineOf('Bowl'),
  };
}

/** Every prover of the house finds nothing; `but` names one that cannot know that the clock was set. */
export async function provesGreen(shop: TestServer, but?: string): Promise<void> {
  for (const { name, prove } of modules.flatMap(({ provers = [] }) => provers)) {
    if (name === but) continue;
    assert.deepEqual(await shop.work((ctx) => prove(ctx)), [], `the prover of ${name} is green`);
  }
}

export const balanceOf = async (shop: TestServer, account: string): Promise<bigint> =>
  (await shop.work((ctx) => balances(ctx)))
    .filter((one) => one.account === account)
    .reduce((sum, { minor }) => sum + minor, 0n);

/** Makes a colleague and signs them in. Shape: asks the API as that colleague. */
export async function asColleague(shop: TestServer, role: string) {
  const email = `${role}@shop.example`;
  await shop.work((ctx) => aColleague(ctx, { email, role }));
  return signedInAs(shop, role);
}

/** Signs in a colleague who is there already. */
export async function signedInAs(shop: TestServer, role: string) {
  const email = `${role}@shop.example`;
  const answer = await shop.inject({
    method: 'POST',
    url: '/api/admin/sign-in',
    payload: { email, password: goodPassword },
  });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) => shop.inject({ method, url, ...(payload && { payload }), headers: { cookie, ...headers } });
}
