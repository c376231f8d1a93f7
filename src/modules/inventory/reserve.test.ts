import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { aHouse } from '#testing/house.ts';
import { addLocation } from './change-location.ts';
import {
  availability,
  commitReservations,
  extendReservations,
  moveStock,
  pinReservations,
  receiveStock,
  releaseReservations,
  reserve,
  unpinReservations,
} from './index.ts';
import { places } from './location.ts';
import { aKit, aPromise, aStockedOffer } from './makers.ts';
import { stockProver } from './prove-stock.ts';
import { selectLevels } from './queries-levels.ts';
import { sweepReservations } from './sweep-reservations.ts';

const id = (): string => newId<never>();
const soon = (ctx: Context): Date => new Date(ctx.now.getTime() + 900_000);
const basket = (ctx: Context, holder: string, lines: [OfferId, number][]) =>
  reserve(ctx, {
    holder,
    demand: lines.map(([offerId, quantity]) => ({ ref: id(), offerId, quantity })),
    expiresAt: soon(ctx),
  });

test('a basket is held whole, and what is held cannot be sold again', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 3));

  const first = await shop.work((ctx) => basket(ctx, id(), [[mug, 2]]));
  const second = await shop.work((ctx) => basket(ctx, id(), [[mug, 2]]));

  assert.equal(first.kind, 'reserved');
  assert.deepEqual(
    second.kind === 'short' && second.lines.map(({ wanted, available }) => ({ wanted, available })),
    [{ wanted: 2, available: 1 }],
  );
  assert.equal((await shop.work((ctx) => availability(ctx, [mug]))).get(mug), 1);
  assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);
});

test('two lines that share an item share what is there, and a kit counts its parts', async (t) => {
  const shop = await aHouse(t);
  const cup = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const saucer = await shop.work((ctx) => aStockedOffer(ctx, 9));
  const set = await shop.work((ctx) =>
    aKit(ctx, [
      { offerId: cup, quantity: 2 },
      { offerId: saucer, quantity: 2 },
    ]),
  );

  const tooMuch = await shop.work((ctx) =>
    basket(ctx, id(), [
      [set, 2],
      [cup, 2],
    ]),
  );
  const justRight = await shop.work((ctx) =>
    basket(ctx, id(), [
      [set, 2],
      [cup, 1],
    ]),
  );
  const left = await shop.work((ctx) => availability(ctx, [set, cup, saucer]));

  assert.deepEqual(
    tooMuch.kind === 'short' && tooMuch.lines.map(({ offerId, available }) => ({ offerId, available })),
    [{ offerId: cup, available: 1 }],
  );
  assert.equal(justRight.kind, 'reserved');
  assert.deepEqual([...left.values()], [0, 0, 5]);
});

test('a short answer leaves the checkout with nothing, even of what it held before', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 4));
  const plate = await shop.work((ctx) => aStockedOffer(ctx, 1));
  const holder = id();
  await shop.work((ctx) => basket(ctx, holder, [[mug, 3]]));

  const short = await shop.work((ctx) =>
    basket(ctx, holder, [
      [mug, 2],
      [plate, 2],
    ]),
  );

  assert.equal(short.kind, 'short');
  assert.equal((await shop.work((ctx) => availability(ctx, [mug]))).get(mug), 4);
  assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);
});

test('reserving again for the same checkout replaces what it held', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 4));
  const holder = id();

  await shop.work((ctx) => basket(ctx, holder, [[mug, 3]]));
  const again = await shop.work((ctx) => basket(ctx, holder, [[mug, 4]]));

  assert.equal(again.kind, 'reserved');
  assert.equal((await shop.work((ctx) => availability(ctx, [mug]))).get(mug), 0);
});

test('a completed checkout cannot reserve a second time', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 4));
  const { holder } = await shop.work((ctx) => aPromise(ctx, mug, 1));

  await assert.rejects(
    shop.work((ctx) => basket(ctx, holder, [[mug, 1]])),
    { code: 'inventory.alreadyPromised' },
  );
  await assert.rejects(
    shop.work((ctx) => basket(ctx, id(), [[mug, 0]])),
    { code: 'inventory.badQuantity' },
  );
});

test('one place that has the whole basket is preferred; otherwise it is split by priority', async (t) => {
  const shop = await aHouse(t);
  const [mug, plate] = await shop.work(
    async (ctx) => [await aStockedOffer(ctx, 2), await aStockedOffer(ctx, 2)] as const,
  );
  const backroom = await shop.work((ctx) =>
    addLocation(ctx, { code: 'backroom', name: 'Backroom', kind: 'internal', sells: true, priority: 200 }),
  );
  await shop.work((ctx) =>
    receiveStock(ctx, {
      lines: [
        { offerId: mug, quantity: 5 },
        { offerId: plate, quantity: 1 },
      ],
      locationId: backroom.id,
    }),
  );

  await shop.work((ctx) =>
    basket(ctx, id(), [
      [mug, 3],
      [plate, 1],
    ]),
  );
  await shop.work((ctx) => basket(ctx, id(), [[mug, 3]]));

  const levels = await shop.work((ctx) => selectLevels(ctx, { offerIds: [mug, plate], limit: 10 }));
  const reservedAt = (offerId: OfferId) =>
    levels.find((level) => level.offerId === offerId)?.shelves.map(({ reserved }) => reserved);
  assert.deepEqual(reservedAt(plate), [0, 1]);
  assert.deepEqual(reservedAt(mug), [2, 4]);
});

test('what is in quarantine or on its way is not for sale', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 4));

  await shop.work((ctx) =>
    moveStock(ctx, {
      from: places.main.id,
      to: places.quarantine.id,
      lines: [{ offerId: mug, quantity: 3 }],
    }),
  );

  assert.equal((await shop.work((ctx) => availability(ctx, [mug]))).get(mug), 1);
});

test('a hold ends by itself, but not while a payment is under way, and never once it is paid', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 4));
  const [left, paying, paid] = [id(), id(), id()];
  for (const holder of [left, paying, paid]) await shop.work((ctx) => basket(ctx, holder, [[mug, 1]]));
  await shop.work((ctx) => pinReservations(ctx, paying));
  await shop.work((ctx) => commitReservations(ctx, paid));

  shop.at(new Date(Date.now() + 3_600_000));
  const swept = await shop.work((ctx) => sweepReservations(ctx));

  assert.equal(swept, 1);
  assert.equal((await shop.work((ctx) => availability(ctx, [mug]))).get(mug), 2);
  assert.equal(await shop.work((ctx) => commitReservations(ctx, left)), false);
  assert.equal(await shop.work((ctx) => commitReservations(ctx, paying)), true);
  assert.equal(await shop.work((ctx) => commitReservations(ctx, paid)), true);
  assert.equal(await shop.work((ctx) => unpinReservations(ctx, left)), false);
  assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);
});

test('activity in the checkout makes a hold last longer, never shorter', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 4));
  const holder = id();
  await shop.work((ctx) => basket(ctx, holder, [[mug, 1]]));

  const inTwoHours = new Date(Date.now() + 7_200_000);
  assert.equal(await shop.work((ctx) => extendReservations(ctx, holder, inTwoHours)), true);
  assert.equal(await shop.work((ctx) => extendReservations(ctx, holder, new Date())), true);
  shop.at(new Date(Date.now() + 3_600_000));

  assert.equal(await shop.work((ctx) => sweepReservations(ctx)), 0);
});

test('giving back twice gives back once', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 4));
  const holder = id();
  await shop.work((ctx) => basket(ctx, holder, [[mug, 2]]));

  await shop.work((ctx) => releaseReservations(ctx, holder));
  await shop.work((ctx) => releaseReservations(ctx, holder));

  assert.equal((await shop.work((ctx) => availability(ctx, [mug]))).get(mug), 4);
});
