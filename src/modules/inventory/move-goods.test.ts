import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { addLocation } from './change-location.ts';
import {
  adjustStock,
  advanceReservations,
  arriveStock,
  availability,
  countStock,
  moveStock,
  receiveStock,
  releaseLines,
  returnStock,
  sendStock,
  setKit,
  setStock,
  shipReserved,
} from './index.ts';
import { getStockCard, listLevels, listMovements } from './list-stock.ts';
import { places } from './location.ts';
import { aKit, aPromise, aStockedOffer } from './makers.ts';
import { stockProver } from './prove-stock.ts';

const source = () => ({ type: 'proof', id: newId<never>() });
const free = async (shop: TestHouse, offerId: OfferId) =>
  (await shop.work((ctx) => availability(ctx, [offerId]))).get(offerId);
const proven = async (shop: TestHouse) =>
  assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);

test('shipping posts what was promised to the customer, in parts, and the same parcel only once', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const { ref } = await shop.work((ctx) => aPromise(ctx, mug, 3));
  const parcel = source();

  const first = await shop.work((ctx) =>
    shipReserved(ctx, { source: parcel, lines: [{ ref, quantity: 2 }] }),
  );
  const again = await shop.work((ctx) =>
    shipReserved(ctx, { source: parcel, lines: [{ ref, quantity: 2 }] }),
  );

  assert.deepEqual(again, { kind: 'replayed', entryId: first.entryId });
  await assert.rejects(
    shop.work((ctx) => shipReserved(ctx, { source: source(), lines: [{ ref, quantity: 2 }] })),
    { code: 'inventory.notReserved' },
  );
  const card = await shop.work((ctx) => getStockCard(ctx, mug));
  assert.deepEqual([card.level?.onHand, card.level?.reserved, card.free], [3, 1, 2]);
  assert.deepEqual(
    card.movements.map(({ kind, quantity }) => [kind, quantity]),
    [
      ['sale', -2],
      ['receipt', 5],
    ],
  );
  await proven(shop);
});

test('a hold that is not paid cannot leave the house', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const nobody: string = newId<never>();

  await assert.rejects(
    shop.work((ctx) => shipReserved(ctx, { source: source(), lines: [{ ref: nobody, quantity: 1 }] })),
    { code: 'inventory.notReserved' },
  );
  await assert.rejects(
    shop.work((ctx) => shipReserved(ctx, { source: source(), lines: [] })),
    { code: 'inventory.badQuantity' },
  );
  assert.equal(await free(shop, mug), 5);
});

test('a kit is shipped and comes back as its parts, whatever the kit is made of by then', async (t) => {
  const shop = await aHouse(t);
  const [cup, saucer] = await shop.work(
    async (ctx) => [await aStockedOffer(ctx, 4), await aStockedOffer(ctx, 4)] as const,
  );
  const set = await shop.work((ctx) =>
    aKit(ctx, [
      { offerId: cup, quantity: 2 },
      { offerId: saucer, quantity: 1 },
    ]),
  );
  const { ref } = await shop.work((ctx) => aPromise(ctx, set, 2));
  await shop.work((ctx) => advanceReservations(ctx, [ref], 'allocated'));
  await shop.work((ctx) => advanceReservations(ctx, [ref], 'picked'));
  await shop.work((ctx) => shipReserved(ctx, { source: source(), lines: [{ ref, quantity: 2 }] }));

  await shop.work((ctx) => setKit(ctx, set, [{ offerId: cup, quantity: 1 }]));
  const back = source();
  await shop.work((ctx) =>
    returnStock(ctx, { source: back, lines: [{ ref, quantity: 1, outcome: 'restock' }] }),
  );
  await shop.work((ctx) =>
    returnStock(ctx, { source: back, lines: [{ ref, quantity: 1, outcome: 'restock' }] }),
  );
  await shop.work((ctx) =>
    returnStock(ctx, { source: source(), lines: [{ ref, quantity: 1, outcome: 'scrap' }] }),
  );

  assert.deepEqual([await free(shop, cup), await free(shop, saucer), await free(shop, set)], [2, 3, 2]);
  await assert.rejects(
    shop.work((ctx) =>
      returnStock(ctx, { source: source(), lines: [{ ref, quantity: 1, outcome: 'quarantine' }] }),
    ),
    { code: 'inventory.notShipped' },
  );
  await proven(shop);
});

test('units of a line that will not be shipped go back on sale', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const { ref } = await shop.work((ctx) => aPromise(ctx, mug, 4));

  await shop.work((ctx) => releaseLines(ctx, [{ ref, quantity: 3 }]));

  assert.equal(await free(shop, mug), 4);
  await assert.rejects(
    shop.work((ctx) => releaseLines(ctx, [{ ref, quantity: 2 }])),
    { code: 'inventory.notReserved' },
  );
  await proven(shop);
});

test('what is promised to a buyer cannot be written off, moved away or counted away', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  await shop.work((ctx) => aPromise(ctx, mug, 4));

  await assert.rejects(
    shop.work((ctx) => adjustStock(ctx, { offerId: mug, change: -2, reason: 'damaged' })),
    { code: 'inventory.notEnough' },
  );
  await assert.rejects(
    shop.work((ctx) =>
      moveStock(ctx, {
        from: places.main.id,
        to: places.quarantine.id,
        lines: [{ offerId: mug, quantity: 2 }],
      }),
    ),
    { code: 'inventory.notEnough' },
  );
  await assert.rejects(
    shop.work((ctx) => countStock(ctx, { lines: [{ offerId: mug, counted: 3 }] })),
    { code: 'inventory.notEnough' },
  );
  assert.deepEqual(await shop.work((ctx) => setStock(ctx, [{ offerId: mug, quantity: 0 }])), [
    { offerId: mug, before: 5, after: 4, variance: -1 },
  ]);
  await proven(shop);
});

test('a count posts the difference to what the books say now', async (t) => {
  const shop = await aHouse(t);
  const [mug, plate] = await shop.work(
    async (ctx) => [await aStockedOffer(ctx, 5), await aStockedOffer(ctx, 2)] as const,
  );

  const counted = await shop.work((ctx) =>
    countStock(ctx, {
      lines: [
        { offerId: mug, counted: 3 },
        { offerId: plate, counted: 2 },
      ],
    }),
  );

  assert.deepEqual(
    counted.map(({ variance }) => variance),
    [-2, 0],
  );
  assert.equal(await free(shop, mug), 3);
  const moved = await shop.work((ctx) => listMovements(ctx, { kind: 'count' }));
  assert.deepEqual(
    moved.items.map(({ quantity, reason }) => [quantity, reason]),
    [[-2, 'counted']],
  );
  await proven(shop);
});

test('the same command counts once, however often it comes', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx));
  const receive = () =>
    shop.work((ctx) => receiveStock(ctx, { lines: [{ offerId: mug, quantity: 5 }], idemKey: 'delivery-1' }));

  const [first, second] = [await receive(), await receive()];

  assert.deepEqual([first.kind, second.kind], ['posted', 'replayed']);
  assert.equal(await free(shop, mug), 5);
});

test('stock on its way between two places is in transit, not nowhere and not for sale', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const shed = await shop.work((ctx) =>
    addLocation(ctx, { code: 'shed', name: 'Shed', kind: 'internal', sells: true, priority: 300 }),
  );

  const { transferId } = await shop.work((ctx) =>
    sendStock(ctx, { from: places.main.id, lines: [{ offerId: mug, quantity: 3 }] }),
  );
  const onTheWay = await shop.work((ctx) => listLevels(ctx, { locationId: places.transit.id }));
  const meanwhile = await free(shop, mug);
  await shop.work((ctx) => arriveStock(ctx, { transferId, to: shed.id }));

  assert.deepEqual([onTheWay.items[0]?.onHand, meanwhile, await free(shop, mug)], [3, 2, 5]);
  await assert.rejects(
    shop.work((ctx) => arriveStock(ctx, { transferId, to: shed.id })),
    { code: 'inventory.unknownItem' },
  );
  await assert.rejects(
    shop.work((ctx) => moveStock(ctx, { from: shed.id, to: shed.id, lines: [] })),
    { code: 'inventory.samePlace' },
  );
  await proven(shop);
});
