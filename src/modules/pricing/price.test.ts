import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { askedAt, planPrices, turnsOf } from './price.ts';
import type { PriceRow, PriceWish } from './price.ts';

const offerId = newId<OfferId>();
const now = new Date('2026-06-01T12:00:00Z');
const day = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const lasting = (amountMinor: bigint, from?: Date): PriceWish => ({
  offerId,
  currency: 'EUR',
  amountMinor,
  ...(from && { validFrom: from }),
});
const sale = (amountMinor: bigint, from: Date, to: Date): PriceWish => ({
  ...lasting(amountMinor, from),
  validTo: to,
});

const amountAt = (rows: readonly PriceRow[], at: Date): bigint | undefined => askedAt(rows, at)?.amountMinor;

test('a sale lies over the lasting price for its time, is compared with it, and ends by itself', () => {
  const { rows } = planPrices([], [lasting(2000n), sale(1500n, day(1), day(3))], now);

  assert.equal(amountAt(rows, now), 2000n);
  assert.deepEqual(askedAt(rows, day(2)), { amountMinor: 1500n, compareAtMinor: 2000n });
  assert.equal(amountAt(rows, day(3)), 2000n);
  assert.deepEqual(turnsOf(rows, now), [day(1), day(3)]);
});

test('changing the lasting price does not touch a planned sale', () => {
  const before = planPrices([], [lasting(2000n), sale(1500n, day(1), day(3))], now).rows;

  const { rows } = planPrices(before, [lasting(2200n)], day(0.5));

  assert.equal(amountAt(rows, day(0.6)), 2200n);
  assert.deepEqual(askedAt(rows, day(2)), { amountMinor: 1500n, compareAtMinor: 2200n });
});

test('saving the same price again is no new price', () => {
  const before = planPrices([], [lasting(2000n)], now).rows;

  const plan = planPrices(before, [lasting(2000n)], day(5));

  assert.deepEqual([plan.drops, plan.ends, plan.adds], [[], [], []]);
});

test('a sale that is over when it is imported changes nothing', () => {
  const { rows } = planPrices([], [lasting(2000n), sale(1500n, day(-9), day(-2))], now);

  assert.equal(rows.length, 1);
});

test('whatever is wished in whatever order, no two prices of a layer hold at once and the past stays as it was', () => {
  const moment = fc.integer({ min: 0, max: 20 }).map(day);
  const wishes = fc.array(
    fc.oneof(
      fc
        .tuple(fc.bigInt(1n, 5n), fc.option(moment))
        .map(([amount, from]) => lasting(amount, from ?? undefined)),
      fc
        .tuple(fc.bigInt(1n, 5n), moment, fc.integer({ min: 1, max: 9 }))
        .map(([amount, from, days]) => sale(amount, from, new Date(from.getTime() + days * 86_400_000))),
    ),
    { minLength: 1, maxLength: 6 },
  );

  fc.assert(
    fc.property(wishes, wishes, fc.integer({ min: 1, max: 15 }), (first, second, later) => {
      const before = planPrices([], [lasting(1n), ...first], now).rows;
      const then = day(later);
      const plan = planPrices(before, second, then);
      const after = [
        ...plan.rows,
        ...before.filter((row) => !plan.rows.some(({ id }) => id === row.id) && !plan.drops.includes(row.id)),
      ];

      for (const layer of ['lasting', 'temporary'] as const) {
        const ordered = after
          .filter((row) => row.layer === layer)
          .toSorted((a, b) => a.from.getTime() - b.from.getTime());
        for (const [index, row] of ordered.entries()) {
          const next = ordered[index + 1];
          assert.ok(row.to === null || row.from < row.to);
          if (next) assert.ok(row.to !== null && row.to <= next.from);
        }
      }
      for (let at = 0; at < later; at += 1) assert.equal(amountAt(after, day(at)), amountAt(before, day(at)));
      const last = second.findLast((wish) => !wish.validTo);
      if (last && !second.some((wish) => wish.validTo)) {
        const from = last.validFrom && last.validFrom > then ? last.validFrom : then;
        assert.equal(
          after.find((row) => row.layer === 'lasting' && row.from <= from && (!row.to || row.to > from))
            ?.amountMinor,
          last.amountMinor,
        );
      }
    }),
    { numRuns: 500 },
  );
});
