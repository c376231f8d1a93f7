import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { addLocation, archiveLocation, changeLocation, listLocations } from './change-location.ts';
import { availability, moveStock, receiveStock, setItemRules, setKit } from './index.ts';
import { jobs } from './jobs.ts';
import { listLevels } from './list-stock.ts';
import { places } from './location.ts';
import { aKit, aPromise, aStockedOffer } from './makers.ts';
import { stockProver } from './prove-stock.ts';
import type { LocationId } from './stock.ts';

const free = async (shop: TestHouse, offerId: OfferId) =>
  (await shop.work((ctx) => availability(ctx, [offerId]))).get(offerId);
const proven = async (shop: TestHouse) =>
  assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);

async function asRoot(shop: TestHouse, text: string): Promise<Record<string, unknown>[]> {
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  try {
    return (await admin.query(text)).rows;
  } finally {
    await admin.end();
  }
}

test('the shop window is told when something sells out, comes back, or when few are left; kits too', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 8));
  const pair = await shop.work((ctx) => aKit(ctx, [{ offerId: mug, quantity: 2 }]));
  const shown = async () =>
    Object.fromEntries(
      (await asRoot(shop, `select offer_id, available, remaining from catalog.offer_stock`)).map((row) => [
        row['offer_id'],
        [row['available'], row['remaining']],
      ]),
    );

  const many = await shown();
  await shop.work((ctx) => aPromise(ctx, mug, 5));
  const few = await shown();
  await shop.work((ctx) => aPromise(ctx, pair, 1));
  const one = await shown();
  await shop.work((ctx) => receiveStock(ctx, { lines: [{ offerId: mug, quantity: 20 }] }));
  const back = await shown();

  assert.deepEqual(
    [many[mug], many[pair]],
    [
      [true, null],
      [true, 4],
    ],
  );
  assert.deepEqual(
    [few[mug], few[pair]],
    [
      [true, 3],
      [true, 1],
    ],
  );
  assert.deepEqual(
    [one[mug], one[pair]],
    [
      [true, 1],
      [false, 0],
    ],
  );
  assert.deepEqual(
    [back[mug], back[pair]],
    [
      [true, null],
      [true, null],
    ],
  );
});

test('staff are told once when little is left', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 12));
  await shop.work((ctx) => setItemRules(ctx, mug, { lowAt: 10 }));

  await shop.work((ctx) => aPromise(ctx, mug, 3));
  await shop.work((ctx) => aPromise(ctx, mug, 1));

  const told = await asRoot(
    shop,
    `select body->>'left' as left from kernel.fact where name = 'inventory.lowStock'`,
  );
  assert.deepEqual(told, [{ left: '9' }]);
  assert.deepEqual(
    (await shop.work((ctx) => listLevels(ctx, { low: true }))).items.map(({ offerId }) => offerId),
    [mug],
  );
});

test('what is kept back is not sold', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));

  await shop.work((ctx) => setItemRules(ctx, mug, { safety: 3 }));

  assert.equal(await free(shop, mug), 2);
  await assert.rejects(
    shop.work((ctx) => aPromise(ctx, mug, 3)),
    RangeError,
  );
});

test('a kit has no shelf, contains no kit, and names each part once', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const other = await shop.work((ctx) => aStockedOffer(ctx));
  const pair = await shop.work((ctx) => aKit(ctx, [{ offerId: mug, quantity: 2 }]));
  const kit = (offerId: OfferId, parts: { offerId: OfferId; quantity: number }[]) =>
    shop.work((ctx) => setKit(ctx, offerId, parts));

  await assert.rejects(kit(other, [{ offerId: pair, quantity: 1 }]), { code: 'inventory.kitInKit' });
  await assert.rejects(kit(other, [{ offerId: other, quantity: 1 }]), { code: 'inventory.kitInKit' });
  await assert.rejects(kit(mug, [{ offerId: other, quantity: 1 }]), { code: 'inventory.kitInKit' });
  await assert.rejects(
    kit(other, [
      { offerId: mug, quantity: 1 },
      { offerId: mug, quantity: 1 },
    ]),
    { code: 'inventory.kitPartTwice' },
  );
  await assert.rejects(
    shop.work((ctx) => receiveStock(ctx, { lines: [{ offerId: pair, quantity: 1 }] })),
    { code: 'inventory.kitHasNoShelf' },
  );
  const stocked = await shop.work((ctx) => aStockedOffer(ctx, 1));
  await assert.rejects(kit(stocked, [{ offerId: mug, quantity: 1 }]), { code: 'inventory.kitHasStock' });
  await assert.rejects(
    shop.work((ctx) => setItemRules(ctx, stocked, { scale: 2 })),
    { code: 'inventory.scaleInUse' },
  );
  await proven(shop);
});

test('an offer that does not exist cannot be stocked, and stock needs a place that can be counted', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const receive = (offerId: OfferId, locationId?: LocationId) =>
    shop.work((ctx) => receiveStock(ctx, { lines: [{ offerId, quantity: 1 }], locationId }));

  await assert.rejects(receive(newId<OfferId>()), { code: 'inventory.unknownOffer' });
  await assert.rejects(receive(mug, newId<LocationId>()), { code: 'inventory.unknownLocation' });
  await assert.rejects(receive(mug, places.supplier.id), { code: 'inventory.notAShelf' });
});

test('places form a tree, are archived only when empty, and some are always needed', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const add = (code: string, parentId?: LocationId) =>
    shop.work((ctx) =>
      addLocation(ctx, { code, name: code, kind: 'internal', sells: true, priority: 300, parentId }),
    );
  const hall = await add('hall');
  const rack = await add('rack', hall.id);
  await shop.work((ctx) =>
    moveStock(ctx, { from: places.main.id, to: rack.id, lines: [{ offerId: mug, quantity: 5 }] }),
  );

  await assert.rejects(add('rack'), { code: 'inventory.locationTaken' });
  await assert.rejects(
    shop.work((ctx) => changeLocation(ctx, hall.id, 1, { parentId: rack.id })),
    { code: 'inventory.locationLoop' },
  );
  await assert.rejects(
    shop.work((ctx) => changeLocation(ctx, hall.id, 7, { name: 'Big hall' })),
    { code: 'inventory.changedMeanwhile' },
  );
  await assert.rejects(
    shop.work((ctx) => archiveLocation(ctx, rack.id, 1)),
    { code: 'inventory.locationInUse' },
  );
  await assert.rejects(
    shop.work((ctx) => archiveLocation(ctx, places.main.id, 1)),
    { code: 'inventory.fixedLocation' },
  );
  await shop.work((ctx) => changeLocation(ctx, rack.id, 1, { sells: false }));
  assert.equal(await free(shop, mug), 0);
  await shop.work((ctx) =>
    moveStock(ctx, { from: rack.id, to: places.main.id, lines: [{ offerId: mug, quantity: 5 }] }),
  );
  await shop.work((ctx) => archiveLocation(ctx, rack.id, 2));

  await assert.rejects(
    shop.work((ctx) => receiveStock(ctx, { lines: [{ offerId: mug, quantity: 1 }], locationId: rack.id })),
    { code: 'inventory.archivedLocation' },
  );
  assert.equal(
    (await shop.work((ctx) => listLocations(ctx))).some(({ id }) => id === rack.id),
    false,
  );
});

test('staff find stock by title, page by page', async (t) => {
  const shop = await aHouse(t);
  for (let n = 0; n < 5; n += 1) await shop.work((ctx) => aStockedOffer(ctx, n + 1));

  const first = await shop.work((ctx) => listLevels(ctx, { q: 'mug', limit: 3 }));
  const second = await shop.work((ctx) => listLevels(ctx, { q: 'MUG', limit: 3, after: first.next ?? '' }));
  const none = await shop.work((ctx) => listLevels(ctx, { q: 'teapot' }));

  assert.deepEqual(
    [first.items, second.items].map((items) => items.map(({ onHand }) => onHand)),
    [
      [5, 4, 3],
      [2, 1],
    ],
  );
  assert.deepEqual([second.next, none.items], [null, []]);
  assert.match(first.items[0]?.offer?.title ?? '', /^Mug/);
});

test('a movement that does not add up is refused by the database itself, and the books cannot be changed', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => aStockedOffer(ctx, 5));

  await assert.rejects(
    asRoot(
      shop,
      `insert into inventory.stock_posting select tenant_id, entry_id, 9, item_id, lot_id, location_id, owner_id, 1
    from inventory.stock_posting limit 1`,
    ),
    /sum to 1/,
  );
  await assert.rejects(asRoot(shop, `update inventory.stock_posting set quantity = 7`));
  await assert.rejects(
    asRoot(shop, `update inventory.stock_balance set reserved = 6 where physical`),
    /stock_balance_reserved/,
  );
});

test('the prover names the shelf that was tampered with', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => aStockedOffer(ctx, 5));

  await asRoot(shop, `update inventory.stock_balance set on_hand = 6 where on_hand = 5`);

  const findings = await shop.work((ctx) => stockProver.prove(ctx));
  assert.match(
    findings[0]?.rows[0] ?? '',
    /^stock_balance .* on hand 6, postings 5; reserved 0, promises 0$/,
  );
});

test('the prover finds a shop window that says something else than the shelf', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));

  await asRoot(shop, `update inventory.shown set left_count = 2`);
  shop.at(new Date(Date.now() + 3_600_000));

  const findings = await shop.work((ctx) => stockProver.prove(ctx));
  assert.deepEqual(
    findings.map(({ rows }) => rows),
    [[`shown ${mug}: free 5`]],
  );
});

test('a timed look puts the shop window right when two parts of a kit arrive at the same moment', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  await asRoot(shop, `update inventory.shown set available = false, left_count = 0`);

  for (const { name, run } of jobs)
    if (name === 'inventory.refresh-window') await run(shop.house, shop.tenant);

  assert.deepEqual(await asRoot(shop, `select offer_id, available, left_count::int from inventory.shown`), [
    { offer_id: mug, available: true, left_count: 5 },
  ]);
});

test('another shop sees none of it', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 5));
  const tenant = await shop.otherTenant();

  const seen = await shop.work(
    async (ctx) => [(await availability(ctx, [mug])).get(mug), (await listLevels(ctx, {})).items.length],
    { tenant },
  );

  assert.deepEqual(seen, [0, 0]);
});
