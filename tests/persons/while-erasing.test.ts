import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBuyer } from '#modules/checkout/index.ts';
import { erasePersons, residueOf } from '#modules/persons/index.ts';
import { provesGreen } from '../misfortunes/a-sale.ts';
import { aShop, marksOf } from './a-person.ts';
import { modules } from '../../src/modules.ts';

const address = (marks: ReturnType<typeof marksOf>) => ({
  name: marks.name,
  line1: marks.line1,
  phone: marks.phone,
  postcode: '20095',
  city: 'Hamburg',
  country: 'DE',
});

test('an order that is placed while its buyer is being erased belongs to somebody new, and the buyer sees no error', async (t) => {
  const { shop, offerId, find, plan } = await aShop(t);
  const mira = marksOf('Mira');
  const buyer = aBuyer(shop.inject, mira.email);
  const fill = () => buyer.fill([{ offerId, quantity: 1 }], { provider: 'bank-transfer' }, address(mira));
  // Six orders that are pressed while the erasure of whoever has ordered so far runs through them.
  const first = await fill();
  await buyer.press(first);
  const subjects = await find(mira.email);
  const carts = [await fill(), await fill(), await fill(), await fill(), await fill()];
  const everybody = [
    ...new Set([
      ...subjects,
      ...(await shop.work((ctx) =>
        buyersOfCarts(
          ctx,
          carts.map(({ id }) => id),
        ),
      )),
    ]),
  ];
  const planned = await plan(everybody);

  const [done, ...pressed] = await Promise.all([
    erasePersons(shop.house, shop.tenant, planned.id),
    ...carts.map((cart) => buyer.press(cart)),
  ]);

  // Each press is an order, or finds its basket empty because the erasure was faster; nobody sees a fault of ours.
  for (const { status, body } of pressed)
    assert.ok(status < 300 || body.code === 'checkout.noSuchCart', JSON.stringify(body));
  const final = done.state === 'waiting' ? await erasePersons(shop.house, shop.tenant, planned.id) : done;
  assert.equal(final.state, 'fulfilled', JSON.stringify(final.nodes.filter(({ end }) => end === null)));
  assert.deepEqual(await residueOf(shop.house, shop.tenant, everybody), []);
  const newcomers = await find(mira.email);
  assert.ok(!newcomers.some((subject) => everybody.includes(subject)));
  await provesGreen(shop);
});

test('a basket whose owner was erased is pressed as somebody new, once, under the keys of somebody new', async (t) => {
  const { shop, offerId, find, plan } = await aShop(t);
  const mira = marksOf('Mira');
  const buyer = aBuyer(shop.inject, mira.email);
  const cart = await buyer.fill([{ offerId, quantity: 1 }], { provider: 'bank-transfer' }, address(mira));
  const [owner] = await shop.work((ctx) => buyersOfCarts(ctx, [cart.id]));
  assert.ok(owner);
  // The fence stands; the erasure has not come to the basket yet.
  await shop.work(async ({ tx }) => {
    await tx.updateTable('privacy.subject').set({ state: 'erasing' }).where('id', '=', owner).execute();
  });

  const { status, body } = await buyer.press(cart);

  assert.equal(status, 200, JSON.stringify(body));
  const newcomers = await find(mira.email);
  assert.equal(newcomers.length, 1);
  assert.notEqual(newcomers[0], owner);
  const planned = await plan([owner]);
  assert.equal((await erasePersons(shop.house, shop.tenant, planned.id)).state, 'fulfilled');
  assert.deepEqual(await find(mira.email), newcomers);
});

test('a payment under way is waited for: the money finds its order, the order its record, and then its buyer is erased', async (t) => {
  const { shop, offerId, plan, find } = await aShop(t);
  const mira = marksOf('Mira');
  const buyer = aBuyer(shop.inject, mira.email);
  const cart = await buyer.fill(
    [{ offerId, quantity: 1 }],
    { provider: 'test-card', option: 'needs_action' },
    address(mira),
  );
  await buyer.press(cart);
  const subjects = await find(mira.email);
  const planned = await plan(subjects);

  const waiting = await erasePersons(shop.house, shop.tenant, planned.id);
  shop.at(new Date(Date.now() + 3_600_000));
  const reconcile = modules
    .flatMap(({ jobs = [] }) => jobs)
    .find(({ name }) => name === 'checkout.reconcile');
  await reconcile?.run(shop.house, shop.tenant);
  const done = await erasePersons(shop.house, shop.tenant, planned.id);

  assert.equal(subjects.length, 1);
  assert.ok(planned.nodes.some(({ waitsFor }) => waitsFor === 'under-way'));
  assert.equal(waiting.state, 'waiting');
  assert.equal(done.state, 'fulfilled', JSON.stringify(done.nodes.filter(({ end }) => end === null)));
  assert.deepEqual(await find(mira.email), []);
});

async function buyersOfCarts(
  ctx: Parameters<Parameters<Awaited<ReturnType<typeof aShop>>['shop']['work']>[0]>[0],
  ids: readonly string[],
) {
  const rows: { buyerId: Awaited<ReturnType<Awaited<ReturnType<typeof aShop>>['find']>>[number] }[] =
    await ctx.tx
      .selectFrom('checkout.cart')
      .select('buyerId')
      .where('id', 'in', [...ids])
      .execute();
  return rows.map(({ buyerId }) => buyerId);
}
