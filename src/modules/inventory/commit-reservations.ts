import type { Context } from '#kernel/context.ts';
import { commitHeld } from './queries-reservations.ts';

/**
 * Turns what a checkout holds into a promise that does not end: the order is being placed.
 *
 * A hold whose time is over but which nobody has swept yet still counts; the goods are still there. May run again.
 * Shape: false when the hold has expired or was given back, so that the caller reserves again or returns the money.
 */
export async function commitReservations(ctx: Context, holder: string): Promise<boolean> {
  const { held, promised } = await commitHeld(ctx, holder);
  return held > 0 || promised > 0;
}
