import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import {
  addMoney,
  currency,
  decimalOf,
  divideHalfUp,
  formatMoney,
  money,
  parseAmount,
  splitByWeights,
} from './money.ts';

const eur = currency('EUR');
const sum = (parts: readonly bigint[]): bigint => parts.reduce((a, b) => a + b, 0n);

test('a split never loses or makes a cent, and no part is more than one cent from its fair share', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }),
      fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 12 }),
      (total, weights) => {
        const parts = splitByWeights(total, weights);
        const whole = sum(weights);
        assert.equal(sum(parts), total);
        if (whole === 0n) return;
        parts.forEach((part, index) => {
          const exact = total * (weights[index] ?? 0n);
          const distance = part * whole - exact;
          assert.ok(distance < whole && distance > -whole);
        });
      },
    ),
  );
});

test('half a cent is rounded away from zero, for charges and refunds alike', () => {
  assert.deepEqual(
    [5n, 15n, -5n, 4n].map((amount) => divideHalfUp(amount, 10n)),
    [1n, 2n, -1n, 0n],
  );
});

test('amounts are read as people write them, and refused when they have more decimals than the currency', () => {
  assert.deepEqual(
    ['19.99', '1.234,50', '1,234.5', '12', '0,5', '19.9999', '12a', ''].map((text) => parseAmount(text, eur)),
    [1999n, 123450n, 123450n, 1200n, 50n, undefined, undefined, undefined],
  );
  assert.equal(parseAmount('500', currency('JPY')), 500n);
  assert.equal(parseAmount('1.5', currency('JPY')), undefined);
});

test('an amount written for a file reads back as the same amount, in currencies with and without cents', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -1_000_000_000_000_000n, max: 1_000_000_000_000_000n }),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (minor, code) => {
        assert.equal(parseAmount(decimalOf(minor, code), currency(code)), minor);
      },
    ),
  );
});

test('two currencies never mix', () => {
  assert.throws(() => addMoney(money(1n, eur), money(1n, currency('USD'))), /cannot add/);
});

test('prices are shown the way the reader writes them', () => {
  assert.equal(formatMoney(money(123456n, eur), 'en'), '€1,234.56');
  assert.equal(formatMoney(money(123456n, eur), 'de').replace(/\s/u, ' '), '1.234,56 €');
});
