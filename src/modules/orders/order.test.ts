import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import {
  fulfilmentMoves,
  fulfilmentStates,
  mayMoveFulfilment,
  mayMoveOrder,
  orderMoves,
  orderStates,
  orderTotals,
  shareOfLine,
} from './order.ts';

test('staying in a state is always allowed, and moves are exactly those of the table', () => {
  for (const from of orderStates) {
    for (const to of orderStates)
      assert.equal(mayMoveOrder(from, to), from === to || orderMoves[from].includes(to), `${from} to ${to}`);
  }
  for (const from of fulfilmentStates) {
    for (const to of fulfilmentStates)
      assert.equal(mayMoveFulfilment(from, to), from === to || fulfilmentMoves[from].includes(to));
  }
});

test('an order never comes back from where it ended, and everything begins as a draft', () => {
  assert.deepEqual(orderMoves.completed, []);
  assert.deepEqual(orderMoves.cancelled, []);
  const reachable = new Set<string>(['draft']);
  for (let size = 0; size < reachable.size;) {
    size = reachable.size;
    for (const from of orderStates)
      if (reachable.has(from)) for (const to of orderMoves[from]) reachable.add(to);
  }
  assert.deepEqual([...reachable].toSorted(), [...orderStates].toSorted());
});

test('a shipped order cannot be cancelled any more', () => {
  assert.equal(mayMoveOrder('partially_fulfilled', 'cancelled'), false);
  assert.equal(mayMoveOrder('fulfilled', 'cancelled'), false);
});

test('however a line is given back in parts, the parts sum to the line', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10_000_000n }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
      (total, parts) => {
        const quantity = parts.reduce((sum, part) => sum + part, 0);
        let done = 0;
        let minor = 0n;
        for (const part of parts) {
          const share = shareOfLine(total, quantity, done, minor, part);
          assert.ok(share >= 0n);
          minor += share;
          done += part;
        }
        assert.equal(minor, total);
      },
    ),
  );
});

test('the total of an order is the sum of its rounded lines', () => {
  const amounts = fc.record({
    netMinor: fc.bigInt({ min: 0n, max: 1_000_000n }),
    taxMinor: fc.bigInt({ min: 0n, max: 300_000n }),
  });
  const line = amounts.map((one) => ({
    ...one,
    amountMinor: one.netMinor + one.taxMinor,
    grossMinor: one.netMinor + one.taxMinor,
  }));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), line, (lines, delivery) => {
      const totals = orderTotals(lines, delivery);
      assert.equal(totals.totalMinor, totals.goodsNetMinor + delivery.netMinor + totals.taxMinor);
    }),
  );
});
