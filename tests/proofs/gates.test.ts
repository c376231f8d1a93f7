import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootFaults, tablesThatLeak } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import { modules } from '../../src/modules.ts';

test('the house passes its own gates: registry and database agree, and a tenant that does not exist sees nothing', async (t) => {
  const { house } = await aHouse(t);

  assert.deepEqual(await bootFaults(house.db, modules), []);
  assert.deepEqual(await tablesThatLeak(house.db, modules), []);
});
