import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { TestContext } from 'node:test';
import { cached, dropCaches } from './cache.ts';

beforeEach(() => dropCaches());

/** A clock that stands until it is moved. Units: milliseconds. */
function aClock(t: TestContext): (milliseconds: number) => void {
  let now = 1_000;
  t.mock.method(performance, 'now', () => now);
  return (milliseconds) => {
    now += milliseconds;
  };
}

test('a page made of a kept product is never shown longer than the product itself would be', async (t) => {
  const pass = aClock(t);
  let price = 10;
  const product = () => cached('hosts', 'product', async () => price);
  const page = () => cached('hosts', 'page', async () => `costs ${await product()}`);
  await product();

  price = 12;
  pass(850);
  const soonAfter = await page();
  pass(100);
  const aSecondAfter = await page();

  assert.equal(soonAfter, 'costs 10');
  assert.equal(aSecondAfter, 'costs 12');
});

test('many readers at once are answered by one reading, and a failed one is not kept', async () => {
  let readings = 0;
  const read = (): Promise<number> =>
    cached('hosts', 'shelf', async () => {
      readings += 1;
      if (readings === 1) throw new Error('the database was away');
      return readings;
    });

  const first = await Promise.allSettled([read(), read()]);
  const second = await Promise.all([read(), read()]);

  assert.deepEqual(
    first.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.deepEqual(second, [2, 2]);
});
