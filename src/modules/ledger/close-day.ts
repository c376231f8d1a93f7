import type { Context } from '#kernel/context.ts';
import { hasOpenPostings, insertClosing, selectBalances } from './queries.ts';

const hourMs = 3_600_000;

/**
 * Closes the books of yesterday (UTC): keeps every account's balance, so that later questions start from there.
 *
 * An hour after midnight at the earliest: every transaction that read its clock before midnight has long ended.
 * Shape: the day that was closed; undefined when it is too early or nothing was booked since the last closing.
 */
export async function closeDay(ctx: Context): Promise<string | undefined> {
  const lately = new Date(ctx.now.getTime() - hourMs);
  const midnight = new Date(Date.UTC(lately.getUTCFullYear(), lately.getUTCMonth(), lately.getUTCDate()));
  const day = new Date(midnight.getTime() - 24 * hourMs).toISOString().slice(0, 10);
  if (!(await hasOpenPostings(ctx, day))) return undefined;
  await insertClosing(ctx, day, await selectBalances(ctx, midnight));
  return day;
}
