import assert from 'node:assert/strict';
import { tidy } from './journal.ts';
import type { Account, Posting } from './journal.ts';

/** What an order (or the part of it that is left, or given back) is made of. Units: minor; total = the sum of the rest. */
export interface Sale {
  readonly goodsNetMinor: bigint;
  readonly deliveryNetMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
}

/** Where money passes through on its way in or out. */
export type MoneyPath = 'psp' | 'bank' | 'cod';

const clearingOf: Readonly<Record<MoneyPath, Account>> = {
  psp: 'psp_clearing',
  bank: 'bank_clearing',
  cod: 'cod_clearing',
};

function earned(sale: Sale): Posting[] {
  const parts = sale.goodsNetMinor + sale.deliveryNetMinor + sale.taxMinor;
  assert.equal(parts, sale.totalMinor, 'a total is the sum of its rounded parts');
  return [
    { account: 'revenue', minor: -sale.goodsNetMinor },
    { account: 'delivery_revenue', minor: -sale.deliveryNetMinor },
    { account: 'tax_collected', minor: -sale.taxMinor },
  ];
}

const reversed = (postings: readonly Posting[]): Posting[] =>
  postings.map(({ account, minor }) => ({ account, minor: -minor }));

const assertPositive = (minor: bigint): void =>
  assert.ok(minor > 0n, 'an amount of money that moves is positive');

/** An order was placed: the buyer owes its total. Shape: no postings for an order that costs nothing. */
export function orderPlaced(sale: Sale): Posting[] {
  return tidy([{ account: 'receivable', minor: sale.totalMinor }, ...earned(sale)]);
}

/**
 * Money arrived for an order: at once by card, later by bank transfer, or in cash at the door.
 *
 * What was paid too much becomes a deposit of the buyer's; what is missing stays receivable. With `cashRounded` the
 * difference to what was owed is the rounding of coins, and nothing stays open.
 */
export function paymentCaptured(payment: {
  readonly via: MoneyPath;
  readonly amountMinor: bigint;
  readonly owedMinor: bigint;
  readonly cashRounded?: boolean;
}): Posting[] {
  const { amountMinor, owedMinor } = payment;
  assertPositive(amountMinor);
  const settled = payment.cashRounded || amountMinor > owedMinor ? owedMinor : amountMinor;
  return tidy([
    { account: clearingOf[payment.via], minor: amountMinor },
    { account: 'receivable', minor: -settled },
    { account: payment.cashRounded ? 'rounding' : 'customer_deposit', minor: settled - amountMinor },
  ]);
}

/**
 * An order, or what is left of it, was cancelled: the sale is undone, and what was paid for it is owed to the buyer.
 *
 * `paidMinor` is what the buyer has paid of this part; the rest was never paid and is simply not owed any more.
 */
export function orderCancelled(sale: Sale, paidMinor: bigint): Posting[] {
  assert.ok(paidMinor >= 0n && paidMinor <= sale.totalMinor, 'paid is between nothing and the total');
  return tidy([
    ...reversed(earned(sale)),
    { account: 'refund_clearing', minor: -paidMinor },
    { account: 'receivable', minor: paidMinor - sale.totalMinor },
  ]);
}

/** Part or all of a paid order is given back: the sale shrinks, and the money is owed until it is sent. */
export function refunded(part: Sale): Posting[] {
  assertPositive(part.totalMinor);
  return tidy([...reversed(earned(part)), { account: 'refund_clearing', minor: -part.totalMinor }]);
}

/** The money of a refund, or of a cancelled paid order, left for the buyer. */
export function refundPaid(refund: { readonly via: MoneyPath; readonly amountMinor: bigint }): Posting[] {
  assertPositive(refund.amountMinor);
  return [
    { account: 'refund_clearing', minor: refund.amountMinor },
    { account: clearingOf[refund.via], minor: -refund.amountMinor },
  ];
}

/** What a buyer had paid too much went back. */
export function depositReturned(deposit: {
  readonly via: MoneyPath;
  readonly amountMinor: bigint;
}): Posting[] {
  assertPositive(deposit.amountMinor);
  return [
    { account: 'customer_deposit', minor: deposit.amountMinor },
    { account: clearingOf[deposit.via], minor: -deposit.amountMinor },
  ];
}
