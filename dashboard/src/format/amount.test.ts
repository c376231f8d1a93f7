import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalText, readAmount, typedAmount } from './amount.ts';

test('an amount is read as it is written in either country, and never through a fraction', () => {
  assert.equal(readAmount('1.234,50', 'EUR', 'en-GB'), 123_450);
  assert.equal(readAmount('1,234.50', 'EUR', 'en-GB'), 123_450);
  assert.equal(readAmount('0,1', 'EUR', 'en-GB'), 10);
  assert.equal(readAmount(' 12 ', 'EUR', 'en-GB'), 1200);
  assert.equal(readAmount('90071992547409.91', 'EUR', 'en-GB'), 9_007_199_254_740_991);
});

test('what is not an amount of that currency is refused, not rounded', () => {
  for (const text of ['', 'abc', '1,2,3', '19.999', '1e3', '--2'])
    assert.equal(readAmount(text, 'EUR', 'en-GB'), undefined, text);
  assert.equal(readAmount('19.5', 'JPY', 'en-GB'), undefined);
  assert.equal(readAmount('1500', 'JPY', 'en-GB'), 1500);
  assert.equal(readAmount('1,250', 'KWD', 'de-DE'), 1250);
  assert.equal(readAmount('1.250', 'EUR', 'de-DE'), 125_000);
});

test('an amount goes back into a field as the reader types it', () => {
  assert.equal(typedAmount(1999, 'EUR', 'de-DE'), '19,99');
  assert.equal(typedAmount(1999, 'EUR', 'en-GB'), '19.99');
  assert.equal(decimalText(-5, 'EUR'), '-0.05');
  assert.equal(decimalText(1500, 'JPY'), '1500');
});
