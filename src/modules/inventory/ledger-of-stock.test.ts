import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { newId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import {
  adjustStock,
  availability,
  commitReservations,
  moveStock,
  receiveStock,
  releaseReservations,
  reserve,
  returnStock,
  shipReserved,
} from './index.ts';
import { places } from './location.ts';
import { aKit, aStockedOffer } from './makers.ts';
import { stockProver } from './prove-stock.ts';
import { selectLevels } from './queries-levels.ts';

/** Two pieces and a kit of one and two of them, in the simplest arithmetic there is. */
interface Model {
  readonly onHand: [number, number];
  readonly reserved: [number, number];
  readonly baskets: {
    holder: string;
    ref: string;
    perUnit: readonly [number, number];
    units: number;
    shipped: number;
    returned: number;
    isPaid: boolean;
  }[];
}

const takes: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [1, 2],
];

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('reserve' as const),
      what: fc.nat(2),
      many: fc.integer({ min: 1, max: 4 }),
    }),
  },
  fc.record({
    does: fc.constantFrom('receive' as const, 'lose' as const, 'quarantine' as const),
    what: fc.nat(1),
    many: fc.integer({ min: 1, max: 6 }),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('pay' as const, 'give up' as const),
      what: fc.nat(9),
      many: fc.constant(1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('ship' as const, 'return' as const),
      what: fc.nat(9),
      many: fc.integer({ min: 1, max: 3 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function isDone(run: Promise<unknown>): Promise<boolean> {
  try {
    await run;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Does one step for real and in the model; they must agree on whether it can be done. */
async function take(
  shop: TestHouse,
  offers: readonly OfferId[],
  model: Model,
  { does, what, many }: Step,
): Promise<void> {
  const each = (by: (piece: 0 | 1) => void): void => [0 as const, 1 as const].forEach(by);
  const offerId = offers[what] as OfferId;
  const piece = (what % 2) as 0 | 1;
  const basket = model.baskets[what % Math.max(1, model.baskets.length)];
  const source = { type: 'proof', id: newId<never>() };
  const free = (at: 0 | 1): number => model.onHand[at] - model.reserved[at];
  switch (does) {
    case 'receive':
      await shop.work((ctx) => receiveStock(ctx, { lines: [{ offerId, quantity: many }] }));
      model.onHand[piece] += many;
      return;
    case 'lose':
    case 'quarantine': {
      const done = await isDone(
        shop.work((ctx) =>
          does === 'lose'
            ? adjustStock(ctx, { offerId, change: -many, reason: 'damaged' })
            : moveStock(ctx, {
                from: places.main.id,
                to: places.quarantine.id,
                lines: [{ offerId, quantity: many }],
              }),
        ),
      );
      assert.equal(done, free(piece) >= many, `${does} ${many}`);
      if (done) model.onHand[piece] -= many;
      return;
    }
    case 'reserve': {
      const perUnit = takes[what] as readonly [number, number];
      const holder: string = newId<never>();
      const ref: string = newId<never>();
      const wanted = {
        holder,
        expiresAt: new Date(Date.now() + 900_000),
        demand: [{ ref, offerId, quantity: many }],
      };
      const answer = await shop.work((ctx) => reserve(ctx, wanted));
      const can = free(0) >= perUnit[0] * many && free(1) >= perUnit[1] * many;
      assert.equal(answer.kind, can ? 'reserved' : 'short');
      if (!can) return;
      each((at) => (model.reserved[at] += perUnit[at] * many));
      model.baskets.push({ holder, ref, perUnit, units: many, shipped: 0, returned: 0, isPaid: false });
      return;
    }
    case 'pay':
      if (!basket) return;
      assert.equal(await shop.work((ctx) => commitReservations(ctx, basket.holder)), basket.units > 0);
      basket.isPaid = true;
      return;
    case 'give up': {
      if (!basket) return;
      await shop.work((ctx) => releaseReservations(ctx, basket.holder));
      each((at) => (model.reserved[at] -= basket.perUnit[at] * (basket.units - basket.shipped)));
      basket.units = basket.shipped;
      return;
    }
    case 'ship': {
      if (!basket) return;
      const done = await isDone(
        shop.work((ctx) => shipReserved(ctx, { source, lines: [{ ref: basket.ref, quantity: many }] })),
      );
      assert.equal(done, basket.isPaid && basket.units - basket.shipped >= many, 'ship');
      if (!done) return;
      each((at) => {
        model.onHand[at] -= basket.perUnit[at] * many;
        model.reserved[at] -= basket.perUnit[at] * many;
      });
      basket.shipped += many;
      return;
    }
    case 'return': {
      if (!basket) return;
      const done = await isDone(
        shop.work((ctx) =>
          returnStock(ctx, { source, lines: [{ ref: basket.ref, quantity: many, outcome: 'restock' }] }),
        ),
      );
      assert.equal(done, basket.shipped - basket.returned >= many, 'return');
      if (!done) return;
      each((at) => (model.onHand[at] += basket.perUnit[at] * many));
      basket.returned += many;
    }
  }
}

test('whatever happens to the stock, in whatever order, the books agree with the simplest arithmetic', async (t) => {
  const shop = await aHouse(t);

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const offers = await shop.work(async (ctx) => {
        const pieces = [await aStockedOffer(ctx, 5), await aStockedOffer(ctx, 5)] as const;
        return [
          ...pieces,
          await aKit(ctx, [
            { offerId: pieces[0], quantity: 1 },
            { offerId: pieces[1], quantity: 2 },
          ]),
        ];
      });
      const model: Model = { onHand: [5, 5], reserved: [0, 0], baskets: [] };

      for (const one of steps) await take(shop, offers, model, one);

      const levels = await shop.work((ctx) =>
        selectLevels(ctx, { offerIds: offers, locationId: places.main.id, limit: 10 }),
      );
      for (const at of [0, 1] as const) {
        const level = levels.find(({ offerId }) => offerId === offers[at]);
        assert.deepEqual([level?.onHand, level?.reserved], [model.onHand[at], model.reserved[at]]);
      }
      const [cups, saucers] = [0, 1].map(
        (at) => (model.onHand[at as 0 | 1] ?? 0) - (model.reserved[at as 0 | 1] ?? 0),
      ) as [number, number];
      const free = await shop.work((ctx) => availability(ctx, offers));
      assert.deepEqual([...free.values()], [cups, saucers, Math.min(cups, Math.floor(saucers / 2))]);
      assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);
    }),
    { numRuns: 50 },
  );
});
