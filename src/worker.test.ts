import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse } from '#testing/house.ts';
import { modules } from './modules.ts';
import { startWorker } from './worker.ts';

test('a worker that is stopped in the moment it starts ends all the same', async (t) => {
  const { house } = await aHouse(t);

  const worker = await startWorker(house, modules);
  await worker.stop();

  assert.equal(house.db.pool.totalCount, house.db.pool.idleCount, 'it left nothing of its own open');
});
