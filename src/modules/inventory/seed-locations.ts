import type { Context } from '#kernel/context.ts';
import { seeds } from './location.ts';
import { insertLocations } from './queries-locations.ts';

/** Makes the places that every shop has: the main warehouse, quarantine, transit, and where goods come from and go to. May run again. */
export async function seedLocations(ctx: Context): Promise<void> {
  await insertLocations(ctx, seeds);
}
