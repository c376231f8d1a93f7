import type { Context } from '#kernel/context.ts';
import { updateHeld } from './queries-reservations.ts';

/** Holds a checkout's goods until a later time, never a shorter one. Shape: false when nothing is held any more. */
export async function extendReservations(ctx: Context, holder: string, until: Date): Promise<boolean> {
  return (await updateHeld(ctx, holder, { until })) > 0;
}

/** Keeps a checkout's goods from expiring while its payment is under way. Shape: false when nothing is held any more. */
export async function pinReservations(ctx: Context, holder: string): Promise<boolean> {
  return (await updateHeld(ctx, holder, { pinned: true })) > 0;
}

/** Lets a checkout's goods expire again: its payment was declined or given up. Shape: false when nothing is held any more. */
export async function unpinReservations(ctx: Context, holder: string): Promise<boolean> {
  return (await updateHeld(ctx, holder, { pinned: false })) > 0;
}
