import type { Context } from '#kernel/context.ts';
import { selectBalances } from './queries.ts';
import type { Balance } from './queries.ts';

/**
 * The balance of every account that was ever used, now or before an earlier instant.
 *
 * Units: minor units, + debit, − credit; per currency they sum to zero.
 */
export async function balances(
  ctx: Context,
  asked: { readonly until?: Date } = {},
): Promise<readonly Balance[]> {
  // A millisecond later than now, so that what this very unit of work has booked counts.
  return selectBalances(ctx, asked.until ?? new Date(ctx.now.getTime() + 1));
}
