import type { Context } from '#kernel/context.ts';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { accounts } from './journal.ts';
import type { Account } from './journal.ts';
import { selectStatement } from './queries.ts';
import type { StatementLine } from './queries.ts';
import { refuse } from './refuse.ts';

/**
 * What went through one account, newest first.
 *
 * Shape: `next` is the cursor of the following page, null on the last one. Refuses: ledger.unknownAccount.
 */
export async function statement(
  ctx: Context,
  asked: { account: string; currency: string; limit?: number | undefined; after?: string | undefined },
): Promise<{ items: StatementLine[]; next: string | null }> {
  const account = accounts.find((name) => name === asked.account);
  if (account === undefined) throw refuse.unknownAccount({ field: 'account' });
  const limit = asked.limit ?? 50;
  const lines = await selectStatement(ctx, {
    account: account satisfies Account,
    currency: asked.currency,
    limit: limit + 1,
    after: positionOf(asked.after),
  });
  const items = lines.slice(0, limit);
  const last = items.at(-1);
  const next = lines.length > limit && last ? cursorOf([last.bookedAt.toISOString(), last.id]) : null;
  return { items, next };
}

function positionOf(cursor: string | undefined): { bookedAt: Date; id: string } | undefined {
  const place = placeAfter(cursor, 'instant', 'id');
  return place && { bookedAt: place[0], id: place[1] };
}
