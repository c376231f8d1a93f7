import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aColleague, anAccount } from '#modules/identity/index.ts';
import { keepOf, runClocks } from '#modules/retention/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { fc } from '#testing/generated.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';

// P20, P22. Accounts of buyers and colleagues that nobody has used for some time, and clocks that run at any moment.

const dayMs = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00Z');
interface Account {
  readonly id: string;
  readonly isColleague: boolean;
  readonly seenAt: Date;
}

/** What the model expects: gone is whose time is over, unless it is a colleague's. */
const mayGo = ({ tenant }: TestHouse, { isColleague, seenAt }: Account, now: number): boolean =>
  !isColleague && (keepOf(tenant, 'account', seenAt).until?.getTime() ?? Infinity) <= now;

/** How many days pass before the clocks run again. */
const step = fc.integer({ min: 1, max: 400 });
const history = fc.record({
  accounts: fc.array(
    fc.record({ isColleague: fc.boolean(), daysUnseen: fc.integer({ min: 0, max: 1_500 }) }),
    { minLength: 2, maxLength: 5 },
  ),
  steps: fc.array(step, { minLength: 3, maxLength: 9 }),
});

test('P20: however much time passes between two runs, an account goes exactly when its time is over, and a colleague’s never by itself', async (t) => {
  const shop = await aHouse(t);
  let [runs, gone] = [0, 0];

  await fc.assert(
    fc.asyncProperty(history, async ({ accounts, steps }) => {
      let now = start + (runs += 1) * 4_000 * dayMs;
      shop.at(new Date(now));
      const left: Account[] = [];
      for (const [index, { isColleague, daysUnseen }] of accounts.entries()) {
        const email = `person-${runs}-${index}@example.org`;
        const make = isColleague ? aColleague : anAccount;
        const { accountId: id } = await shop.work((ctx) => make(ctx, { email }));
        const seenAt = new Date(now - daysUnseen * dayMs);
        await asOwner(
          shop.adminUrl,
          `update identity.account set seen_at = '${seenAt.toISOString()}' where id = '${id}'`,
        );
        left.push({ id, isColleague, seenAt });
      }
      const run = async (): Promise<void> => {
        shop.at(new Date(now));
        const expected = left.filter((one) => !mayGo(shop, one, now));
        await runClocks(shop.house, shop.tenant);
        const rows = await asOwner(shop.adminUrl, 'select id from identity.account');
        const there = new Set(rows.map(({ id }) => id));
        assert.deepEqual(
          left.filter(({ id }) => there.has(id)),
          expected,
        );
        gone += left.length - expected.length;
        left.splice(0, left.length, ...expected);
      };

      for (const days of steps) {
        now += days * dayMs;
        await run();
      }
      now += 1_600 * dayMs;
      await run();

      assert.ok(
        left.every(({ isColleague }) => isColleague),
        'nobody else is left',
      );
    }),
    { numRuns: 6 },
  );

  assert.ok(gone > 4, `${gone} accounts went`);
});
