import type { Context } from '#kernel/context.ts';
import { facts } from './facts.ts';
import { lockExpiredHolders } from './queries-reservations.ts';
import { closeHolders } from './release-reservations.ts';

/** How many checkouts one transaction gives back; few, because their shelves stay locked meanwhile. */
const holdersPerSweep = 20;

/**
 * Gives back the goods of checkouts whose time is over; never of those that are paid for or being paid.
 *
 * Checkouts that somebody works on at this moment are left for the next time. Shape: how many were swept; as many as
 * asked for means that there may be more. Announces: inventory.expired.
 */
export async function sweepReservations(ctx: Context, limit = holdersPerSweep): Promise<number> {
  const holders = await lockExpiredHolders(ctx, limit);
  if (holders.length === 0) return 0;
  await closeHolders(ctx, holders, 'expired');
  for (const holder of holders) ctx.emit(facts.expired({ holder }));
  return holders.length;
}
