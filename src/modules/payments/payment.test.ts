import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  mayMovePayment,
  paymentMoves,
  paymentStates,
  paymentStatesBefore,
  stateAfterRefund,
} from './payment.ts';

test('a payment moves exactly as the table says, and staying is always allowed', () => {
  for (const from of paymentStates) {
    for (const to of paymentStates)
      assert.equal(
        mayMovePayment(from, to),
        from === to || paymentMoves[from].includes(to),
        `${from} to ${to}`,
      );
  }
});

test('money that was taken can never be forgotten: from captured nothing leads back to unpaid', () => {
  const unpaid = ['created', 'requires_action', 'pending', 'authorised', 'voided', 'failed', 'expired'];
  const seen = new Set<string>(['captured']);
  for (let size = 0; size < seen.size;) {
    size = seen.size;
    for (const from of paymentStates) if (seen.has(from)) for (const to of paymentMoves[from]) seen.add(to);
  }
  assert.deepEqual(
    [...seen].filter((state) => unpaid.includes(state)),
    [],
  );
});

test('money may arrive after we gave up', () => {
  for (const from of ['failed', 'expired', 'voided'] as const)
    assert.ok(paymentStatesBefore('captured').includes(from), from);
});

test('a refund of all is a refund, and of less is a part', () => {
  assert.equal(stateAfterRefund(1000n, 1000n), 'refunded');
  assert.equal(stateAfterRefund(1000n, 999n), 'partially_refunded');
});
