import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyFor, settle } from './idempotency.ts';

const refund = () => new Request('http://shop.localhost/api/admin/orders/1/refunds', { method: 'POST' });

test('a second try after a lost answer is the same intention; after an answer it is a new one', () => {
  const first = keyFor(refund(), '{"amount":1}');

  assert.equal(keyFor(refund(), '{"amount":1}'), first);
  assert.notEqual(keyFor(refund(), '{"amount":2}'), first);

  settle(first);
  assert.notEqual(keyFor(refund(), '{"amount":1}'), first);
});
