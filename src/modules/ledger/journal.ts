import assert from 'node:assert/strict';
import type { Id } from '#kernel/ids.ts';

export type JournalId = Id<'journal'>;
export type PostingId = Id<'posting'>;

/**
 * The accounts of a shop's books. Debit is positive, credit is negative.
 *
 * Money that is somewhere: `psp_clearing` with the card provider, `bank_clearing` in the bank, `cod_clearing` with the
 * carrier. Money that is owed: `receivable` by buyers to us, `refund_clearing` by us to buyers (agreed, not yet sent),
 * `customer_deposit` by us to buyers who paid too much, `tax_collected` by us to the tax office. What was earned:
 * `revenue`, `delivery_revenue`. `rounding` takes what cash cannot express.
 */
export const accounts = [
  'psp_clearing',
  'bank_clearing',
  'cod_clearing',
  'receivable',
  'refund_clearing',
  'customer_deposit',
  'tax_collected',
  'revenue',
  'delivery_revenue',
  'rounding',
] as const;
export type Account = (typeof accounts)[number];

/** One line of a journal. Units: minor units of the journal's currency, + debit, − credit. */
export interface Posting {
  readonly account: Account;
  readonly minor: bigint;
}

/** What happened and what it does to the books. `source` and `kind` together name the event: it is booked once. */
export interface Journal {
  readonly source: { readonly type: string; readonly id: string };
  readonly kind: string;
  readonly currency: string;
  readonly postings: readonly Posting[];
}

export const sumOf = (postings: readonly Posting[]): bigint =>
  postings.reduce((sum, { minor }) => sum + minor, 0n);

/** One line per account, in the order of first mention, without lines of nothing. */
export function tidy(postings: readonly Posting[]): Posting[] {
  const minorByAccount = new Map<Account, bigint>();
  for (const { account, minor } of postings)
    minorByAccount.set(account, (minorByAccount.get(account) ?? 0n) + minor);
  return [...minorByAccount].flatMap(([account, minor]) => (minor === 0n ? [] : [{ account, minor }]));
}

/** Throws when the books would not balance: that is our bug, never the caller's input. */
export function assertBalanced(postings: readonly Posting[]): void {
  assert.equal(sumOf(postings), 0n, 'the postings of a journal sum to zero');
}
