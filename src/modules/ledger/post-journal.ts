import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { assertBalanced, tidy } from './journal.ts';
import type { Journal } from './journal.ts';
import { insertJournal, selectBooked } from './queries.ts';

/**
 * Books one event: an order, a payment, a refund.
 *
 * The same event (source and kind) is booked once: booking it again with the same amounts changes nothing, with other
 * amounts it is our bug and throws. An event that moves no money leaves no journal.
 * Units: minor units, + debit, − credit; the sum is zero, checked here, again at COMMIT, and by the prover.
 * Shape: `booked` is false when it was in the books already, or when there was nothing to book.
 */
export async function postJournal(ctx: Context, journal: Journal): Promise<{ booked: boolean }> {
  const postings = tidy(journal.postings);
  assertBalanced(postings);
  if (postings.length === 0) return { booked: false };
  if (await insertJournal(ctx, { ...journal, postings })) return { booked: true };
  const before = await selectBooked(ctx, journal);
  const wanted = new Map(postings.map(({ account, minor }) => [account, minor]));
  const same =
    before.length === postings.length &&
    before.every((line) => line.currency === journal.currency && wanted.get(line.account) === line.minor);
  const event = `${journal.source.type} ${journal.source.id} ${journal.kind}`;
  assert.ok(same, `${event} is in the books already, with other amounts`);
  return { booked: false };
}
