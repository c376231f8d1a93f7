import type { Context } from '#kernel/context.ts';
import { places } from './location.ts';
import type { Place } from './location.ts';
import { findLocation } from './queries-locations.ts';
import { refuse } from './refuse.ts';
import type { LocationId } from './stock.ts';

/**
 * The place where stock is put or taken; the main warehouse unless told.
 *
 * Refuses: inventory.unknownLocation, inventory.notAShelf, inventory.archivedLocation.
 */
export async function getPlace(ctx: Context, locationId: LocationId | undefined): Promise<Place> {
  if (locationId === undefined || locationId === places.main.id) return places.main;
  const location = await findLocation(ctx, locationId);
  if (!location) throw refuse.unknownLocation({ field: 'locationId' });
  if (!location.physical) throw refuse.notAShelf({ field: 'locationId' });
  if (location.archivedAt) throw refuse.archivedLocation({ field: 'locationId' });
  return location;
}
