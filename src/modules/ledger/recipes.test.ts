import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { sumOf } from './journal.ts';
import type { Account, Posting } from './journal.ts';
import {
  depositReturned,
  orderCancelled,
  orderPlaced,
  paymentCaptured,
  refunded,
  refundPaid,
} from './recipes.ts';
import type { MoneyPath, Sale } from './recipes.ts';

const minor = (max: bigint): fc.Arbitrary<bigint> => fc.bigInt({ min: 0n, max });
const paths: fc.Arbitrary<MoneyPath> = fc.constantFrom('psp', 'bank', 'cod');
const sales: fc.Arbitrary<Sale> = fc
  .tuple(minor(10_000_000n), minor(10_000n), minor(2_000_000n))
  .filter(([goods, delivery, tax]) => goods + delivery + tax > 0n)
  .map(([goodsNetMinor, deliveryNetMinor, taxMinor]) => ({
    goodsNetMinor,
    deliveryNetMinor,
    taxMinor,
    totalMinor: goodsNetMinor + deliveryNetMinor + taxMinor,
  }));

/** A part of a sale, given in hundredths of each of its amounts. */
function partOf(sale: Sale, percent: bigint): Sale {
  const goodsNetMinor = (sale.goodsNetMinor * percent) / 100n;
  const deliveryNetMinor = (sale.deliveryNetMinor * percent) / 100n;
  const taxMinor = (sale.taxMinor * percent) / 100n;
  return {
    goodsNetMinor,
    deliveryNetMinor,
    taxMinor,
    totalMinor: goodsNetMinor + deliveryNetMinor + taxMinor,
  };
}

const without = (sale: Sale, part: Sale): Sale => ({
  goodsNetMinor: sale.goodsNetMinor - part.goodsNetMinor,
  deliveryNetMinor: sale.deliveryNetMinor - part.deliveryNetMinor,
  taxMinor: sale.taxMinor - part.taxMinor,
  totalMinor: sale.totalMinor - part.totalMinor,
});

function booked(...journals: readonly Posting[][]): (account: Account) => bigint {
  for (const journal of journals) assert.equal(sumOf(journal), 0n);
  return (account) => sumOf(journals.flat().filter((posting) => posting.account === account));
}

test('a paid order leaves nothing to be paid, whatever it is made of and however the money came', () => {
  fc.assert(
    fc.property(sales, paths, (sale, via) => {
      const amount = { amountMinor: sale.totalMinor, owedMinor: sale.totalMinor };

      const books = booked(orderPlaced(sale), paymentCaptured({ via, ...amount }));

      assert.equal(books('receivable'), 0n);
      assert.equal(books('revenue'), -sale.goodsNetMinor);
      assert.equal(books('delivery_revenue'), -sale.deliveryNetMinor);
      assert.equal(books('tax_collected'), -sale.taxMinor);
    }),
  );
});

test('an order that is cancelled before it was paid leaves no trace in any balance', () => {
  fc.assert(
    fc.property(sales, (sale) => {
      const books = booked(orderPlaced(sale), orderCancelled(sale, 0n));

      for (const account of [
        'receivable',
        'revenue',
        'delivery_revenue',
        'tax_collected',
        'refund_clearing',
      ] as const)
        assert.equal(books(account), 0n);
    }),
  );
});

test('after any partial refund and a cancellation of the rest, buyer and shop are even', () => {
  fc.assert(
    fc.property(sales, paths, fc.bigInt({ min: 1n, max: 100n }), (sale, via, percent) => {
      const part = partOf(sale, percent);
      fc.pre(part.totalMinor > 0n);
      const rest = without(sale, part);
      const journals = [
        orderPlaced(sale),
        paymentCaptured({ via, amountMinor: sale.totalMinor, owedMinor: sale.totalMinor }),
        refunded(part),
        refundPaid({ via, amountMinor: part.totalMinor }),
        orderCancelled(rest, rest.totalMinor),
        ...(rest.totalMinor > 0n ? [refundPaid({ via, amountMinor: rest.totalMinor })] : []),
      ];

      const books = booked(...journals);

      for (const posting of journals.flat()) assert.equal(books(posting.account), 0n, posting.account);
    }),
  );
});

test('an order that was paid in part and then cancelled owes the buyer exactly what was paid', () => {
  const sale = { goodsNetMinor: 8403n, deliveryNetMinor: 412n, taxMinor: 1675n, totalMinor: 10490n };
  const part = { via: 'bank', amountMinor: 4000n, owedMinor: 10490n } as const;

  const books = booked(orderPlaced(sale), paymentCaptured(part), orderCancelled(sale, 4000n));

  assert.equal(books('receivable'), 0n);
  assert.equal(books('refund_clearing'), -4000n);
  assert.equal(books('bank_clearing'), 4000n);
});

test('what a buyer transfers too much is kept apart until it goes back', () => {
  const sale = { goodsNetMinor: 1000n, deliveryNetMinor: 0n, taxMinor: 190n, totalMinor: 1190n };
  const paid = paymentCaptured({ via: 'bank', amountMinor: 1200n, owedMinor: 1190n });

  const kept = booked(orderPlaced(sale), paid);
  const even = booked(orderPlaced(sale), paid, depositReturned({ via: 'bank', amountMinor: 10n }));

  assert.equal(kept('receivable'), 0n);
  assert.equal(kept('customer_deposit'), -10n);
  assert.equal(even('customer_deposit'), 0n);
});

test('cash that coins cannot express is rounded, and nothing stays open', () => {
  const sale = { goodsNetMinor: 1111n, deliveryNetMinor: 0n, taxMinor: 91n, totalMinor: 1202n };
  const paid = paymentCaptured({ via: 'cod', amountMinor: 1200n, owedMinor: 1202n, cashRounded: true });

  const books = booked(orderPlaced(sale), paid);

  assert.equal(books('receivable'), 0n);
  assert.equal(books('rounding'), 2n);
});

test('a total that is not the sum of its parts is never booked', () => {
  const wrong = { goodsNetMinor: 100n, deliveryNetMinor: 0n, taxMinor: 19n, totalMinor: 120n };

  assert.throws(() => orderPlaced(wrong), /sum of its rounded parts/);
});
