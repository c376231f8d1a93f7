import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { OfferId } from '#modules/catalog/index.ts';
import { eventually } from '#testing/eventually.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { databaseUrl, testRuntimePassword } from '#testing/template.ts';
import { availability } from './index.ts';
import { listMovements } from './list-stock.ts';
import { aKit, aStockedOffer } from './makers.ts';
import type { Orders, Outcome } from './proof-buyers.ts';
import { stockProver } from './prove-stock.ts';
import { sweepReservations } from './sweep-reservations.ts';

type Rush = Pick<Orders, 'mode' | 'buyers' | 'offers' | 'mostUnits'>;

/** Buyers in a process of their own. Shape: everything it printed, line by line, grows in `lines`. */
function aProcess(
  shop: TestHouse,
  rush: Rush,
  startAt: number,
): { child: ChildProcess; lines: string[]; ended: Promise<void> } {
  const database = new URL(shop.adminUrl).pathname.slice(1);
  const orders: Orders = {
    ...rush,
    runtimeUrl: databaseUrl(shop.adminUrl, database, {
      user: 'kontor_runtime',
      password: testRuntimePassword,
    }),
    keysUrl: shop.keysUrl,
    dataDir: shop.dataDir,
    rootKey: Buffer.alloc(32, 7).toString('base64'),
    startAt,
  };
  const child = spawn(
    process.execPath,
    [new URL('./proof-buyers.ts', import.meta.url).pathname, JSON.stringify(orders)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines: string[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return { child, lines, ended: new Promise((resolve) => child.once('close', () => resolve())) };
}

async function rushWith(shop: TestHouse, processes: number, rush: Rush): Promise<Outcome[]> {
  const startAt = Date.now() + 2_000;
  const running = Array.from({ length: processes }, () => aProcess(shop, rush, startAt));
  await Promise.all(running.map(({ ended }) => ended));
  return running.map(({ lines }) => JSON.parse(lines.at(-1) ?? '') as Outcome);
}

/** Deadlocks that PostgreSQL has seen in this database since it was made. */
async function deadlocksIn(shop: TestHouse): Promise<number> {
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ deadlocks: string }>(
      'select deadlocks::text from pg_stat_database where datname = current_database()',
    );
    return Number(rows[0]?.deadlocks);
  } finally {
    await admin.end();
  }
}

test('of fifty mugs, two hundred buyers in four processes get exactly fifty', async (t) => {
  const shop = await aHouse(t);
  const mug = await shop.work((ctx) => aStockedOffer(ctx, 50));

  const outcomes = await rushWith(shop, 4, { mode: 'rush', buyers: 50, offers: [mug], mostUnits: 1 });

  assert.deepEqual(
    outcomes.flatMap(({ errors }) => errors),
    [],
  );
  assert.equal(outcomes.flatMap(({ bought }) => bought).length, 50);
  assert.equal(
    outcomes.reduce((sum, { short }) => sum + short, 0),
    150,
  );
  assert.equal((await shop.work((ctx) => availability(ctx, [mug]))).get(mug), 0);
  assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);
  assert.equal(await deadlocksIn(shop), 0);
});

test('kits and single pieces that share a shelf never sell more than the shelf has, and never wait for each other in a circle', async (t) => {
  const shop = await aHouse(t);
  const cup = await shop.work((ctx) => aStockedOffer(ctx, 50));
  const saucer = await shop.work((ctx) => aStockedOffer(ctx, 50));
  const pot = await shop.work((ctx) => aStockedOffer(ctx, 20));
  const set = await shop.work((ctx) =>
    aKit(ctx, [
      { offerId: cup, quantity: 2 },
      { offerId: saucer, quantity: 2 },
    ]),
  );
  const service = await shop.work((ctx) =>
    aKit(ctx, [
      { offerId: pot, quantity: 1 },
      { offerId: cup, quantity: 4 },
    ]),
  );
  const cupsIn = new Map<OfferId, number>([
    [cup, 1],
    [set, 2],
    [service, 4],
  ]);

  const outcomes = await rushWith(shop, 4, {
    mode: 'rush',
    buyers: 50,
    offers: [cup, saucer, set, service],
    mostUnits: 3,
  });

  assert.deepEqual(
    outcomes.flatMap(({ errors }) => errors),
    [],
  );
  const cups = outcomes
    .flatMap(({ bought }) => bought)
    .reduce((sum, { offerId, quantity }) => sum + (cupsIn.get(offerId) ?? 0) * quantity, 0);
  assert.ok(cups <= 50, `${cups} of 50 cups were sold`);
  assert.equal((await shop.work((ctx) => availability(ctx, [cup]))).get(cup), 50 - cups);
  assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);
  assert.equal(await deadlocksIn(shop), 0);
});

test('whoever is killed while buying, shipping and restocking, the books of the stock are right afterwards', async (t) => {
  const shop = await aHouse(t);
  const [cup, saucer] = await shop.work(
    async (ctx) => [await aStockedOffer(ctx, 60), await aStockedOffer(ctx, 60)] as const,
  );
  const set = await shop.work((ctx) =>
    aKit(ctx, [
      { offerId: cup, quantity: 1 },
      { offerId: saucer, quantity: 2 },
    ]),
  );

  const lastSale = async (): Promise<string | undefined> =>
    (await shop.work((ctx) => listMovements(ctx, { kind: 'sale' }))).items[0]?.entryId;
  const lines: string[] = [];
  for (const round of [0, 1, 2]) {
    const running = [0, 1].map(() =>
      aProcess(shop, { mode: 'churn', buyers: 6, offers: [cup, saucer, set], mostUnits: 2 }, 0),
    );
    const before = await lastSale();
    await eventually('a parcel that leaves', async () => ((await lastSale()) !== before ? true : undefined));
    await sleep(round * 137);
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    lines.push(...running.flatMap((one) => one.lines));

    assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);
  }

  assert.deepEqual(
    lines.filter((line) => line !== 'ready'),
    [],
  );
  shop.at(new Date(Date.now() + 60_000));
  while ((await shop.work((ctx) => sweepReservations(ctx))) > 0);
  assert.deepEqual(await shop.work((ctx) => stockProver.prove(ctx)), []);
  assert.equal(await deadlocksIn(shop), 0);
});
