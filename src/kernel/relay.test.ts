import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse } from '#testing/house.ts';
import { nextNumber } from './counter.ts';
import { factsOf, on } from './facts.ts';
import { newId } from './ids.ts';
import { openQueue, react, reactionQueue, relayFacts } from './relay.ts';
import type { ReactionJob } from './relay.ts';

const facts = factsOf('test', { happened: { thingId: 'id', how: 'code' } });
const countIt = on('test', 'count-it', facts.happened, async (ctx) => {
  await nextNumber(ctx, 'counted');
});

test('a fact becomes one job for each reaction, and a second relay finds nothing left', async (t) => {
  const shop = await aHouse(t);
  const boss = openQueue(shop.house);
  await boss.start();
  shop.beforeEnd(() => boss.stop({ graceful: false }));
  await shop.work(async (ctx) => {
    ctx.emit(facts.happened({ thingId: newId(), how: 'well' }));
    ctx.emit(facts.happened({ thingId: newId(), how: 'badly' }));
  });

  const counts = await Promise.all([
    relayFacts(shop.house, boss, shop.tenant, [countIt]),
    relayFacts(shop.house, boss, shop.tenant, [countIt]),
  ]);
  const again = await relayFacts(shop.house, boss, shop.tenant, [countIt]);

  assert.equal(counts[0] + counts[1], 2);
  assert.equal(again, 0);
  const jobs = await boss.fetch<ReactionJob>(reactionQueue, { batchSize: 10 });
  assert.deepEqual(
    jobs.map((job) => job.data.reaction),
    ['test.count-it', 'test.count-it'],
  );
});

test('a job that is delivered twice, even at the same moment, works once', async (t) => {
  const shop = await aHouse(t);
  const factId = newId<never>() as string;
  await shop.house.db.transaction(shop.tenant.id, (tx) =>
    tx
      .insertInto('kernel.fact')
      .values({
        id: factId,
        name: facts.happened.factName,
        body: JSON.stringify({ thingId: newId(), how: 'well' }),
        happenedAt: new Date(),
      })
      .execute(),
  );
  const job = { tenantId: shop.tenant.id, factId, reaction: countIt.name };

  const ran = await Promise.all([1, 2, 3].map(() => react(shop.house, shop.tenant, countIt, job)));

  assert.equal(ran.filter(Boolean).length, 1);
  assert.equal(await shop.work((ctx) => nextNumber(ctx, 'counted')), 1002n);
});

test('a fact cannot carry what somebody wrote', () => {
  assert.throws(
    () => facts.happened({ thingId: newId(), how: 'Ada Lovelace, ada@example.org' }),
    /not a declared code/,
  );
  assert.throws(
    () => facts.happened({ thingId: newId(), how: 'well', name: 'Ada' } as never),
    /not a declared field/,
  );
});
