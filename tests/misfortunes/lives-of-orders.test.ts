import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#kernel/refusal.ts';
import { aBuyer, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { confirmDelivery, shipOrder } from '#modules/fulfilment/index.ts';
import { availability, setKit } from '#modules/inventory/index.ts';
import { cancelOrder, getStaffOrder, markOrderPaid, refundLines } from '#modules/orders/index.ts';
import type { OrderLineId, StaffOrder } from '#modules/orders/index.ts';
import { settleRefund } from '#modules/payments/index.ts';
import type { OrderId, RefundId } from '#modules/payments/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { atTheDoor, balanceOf, byCard, byTransfer, provesGreen } from './a-sale.ts';

type Dice = (sides: number) => number;

/** Dice that fall the same way every time. Source: mulberry32. */
function diceOf(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** One thing that a colleague might do to an order; what the rules refuse has not happened. */
async function doSomething(
  shop: TestServer,
  orderId: OrderId,
  parcels: Parameters<typeof confirmDelivery>[1][],
  dice: Dice,
): Promise<void> {
  const { lines } = await shop.work((ctx) => getStaffOrder(ctx, orderId, true));
  const orderLineId = (lines[dice(lines.length)]?.id ?? '') as OrderLineId;
  const some = { lines: [{ orderLineId, quantity: 1 + dice(3) }], delivery: dice(3) === 0 };
  const how = { reason: 'returned', restock: dice(2) === 0 } as const;
  const send = (refundId: RefundId | null) => refundId && settleRefund(shop.house, shop.tenant, refundId);
  const deeds = [
    async () =>
      parcels.push(await shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'dhl', lines: some.lines }))),
    async () => parcels.push(await shop.work((ctx) => shipOrder(ctx, { orderId, carrier: 'ups' }))),
    async () => send((await shop.work((ctx) => refundLines(ctx, orderId, some, how))).refundId),
    async () =>
      send((await shop.work((ctx) => refundLines(ctx, orderId, { everything: true }, how))).refundId),
    async () => send((await shop.work((ctx) => cancelOrder(ctx, orderId, true))).refundId),
    () => shop.work((ctx) => markOrderPaid(ctx, orderId)),
    async () => {
      const id = parcels[dice(parcels.length || 1)];
      if (id) await shop.work((ctx) => confirmDelivery(ctx, id));
    },
  ];
  // Giving everything back and cancelling end a life; they come last, and not always.
  const deed = deeds[[0, 0, 0, 1, 2, 2, 2, 3, 4, 5, 5, 6, 6][dice(13)] ?? 0];
  await deed?.().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

const sum = (orders: readonly StaffOrder[], of: (order: StaffOrder) => number): bigint =>
  BigInt(orders.reduce((total, order) => total + of(order), 0));

test('whatever becomes of thirty orders, the books and the shelves say what the orders say', async (t) => {
  const shop = await aServer(t);
  const dice = diceOf(20_260_701);
  await shop.work(openForBusiness);
  const goods = await Promise.all(
    [1n, 7n, 333n, 1999n].map((priceMinor, index) =>
      shop.work((ctx) =>
        goodsForSale(ctx, {
          title: `Goods ${index}`,
          priceMinor,
          stock: 500,
          taxClass: index % 2 ? 'reduced' : 'standard',
        }),
      ),
    ),
  );
  const kit = await shop.work((ctx) => goodsForSale(ctx, { title: 'Kit', priceMinor: 4444n, stock: 0 }));
  const [pin, cup] = goods;
  assert.ok(pin && cup);
  await shop.work((ctx) =>
    setKit(ctx, kit, [
      { offerId: pin, quantity: 3 },
      { offerId: cup, quantity: 1 },
    ]),
  );
  const buyer = aBuyer(shop.inject);

  const orders: StaffOrder[] = [];
  for (let n = 0; n < 30; n += 1) {
    const wanted = new Set([kit, goods[dice(4)] ?? pin, goods[dice(4)] ?? cup]);
    const lines = [...wanted].map((offerId) => ({ offerId, quantity: 1 + dice(5) }));
    const { body } = await buyer.press(
      await buyer.fill(lines, [byCard, byTransfer, atTheDoor][dice(3)] ?? byCard),
    );
    const orderId = (body.orders[0]?.id ?? assert.fail(JSON.stringify(body))) as OrderId;
    const parcels: Parameters<typeof confirmDelivery>[1][] = [];
    for (let step = 0; step < 7; step += 1) await doSomething(shop, orderId, parcels, dice);
    orders.push(await shop.work((ctx) => getStaffOrder(ctx, orderId, true)));
  }

  await provesGreen(shop);
  const owed = orders.filter(({ paymentState }) => paymentState === 'pending');
  const sold = orders.filter(({ paymentState }) => paymentState !== 'voided');
  assert.equal(
    await balanceOf(shop, 'receivable'),
    sum(owed, ({ totals }) => totals.total.amountMinor),
  );
  const earned = await Promise.all(
    ['revenue', 'delivery_revenue', 'tax_collected'].map((account) => balanceOf(shop, account)),
  );
  assert.equal(
    -earned.reduce((total, minor) => total + minor),
    sum(sold, ({ totals }) => totals.total.amountMinor - totals.refunded.amountMinor),
  );
  const byHand = orders.filter(({ payment }) => payment.provider !== 'test-card');
  assert.equal(
    -(await balanceOf(shop, 'refund_clearing')),
    sum(byHand, ({ totals }) => totals.refunded.amountMinor),
  );
  const free = await shop.work((ctx) => availability(ctx, goods));
  assert.ok([...free.values()].every((quantity) => quantity <= 500));
  const states = new Set(orders.map(({ state }) => state));
  assert.ok(states.size >= 4, `they went different ways: ${[...states].join(', ')}`);
});
