import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { isFixed } from './location.ts';
import type { Location, LocationKind } from './location.ts';
import {
  findLocation,
  hasStockAt,
  insertLocations,
  selectItemsAt,
  selectLocations,
  selectLocationsAbove,
  updateLocation,
} from './queries-locations.ts';
import { refreshWindow } from './refresh-window.ts';
import { refuse } from './refuse.ts';
import { seedLocations } from './seed-locations.ts';
import type { LocationId } from './stock.ts';

export interface NewLocation {
  readonly code: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly parentId?: LocationId | undefined;
  readonly sells: boolean;
  readonly priority: number;
}

/** Adds a place. Refuses: inventory.locationTaken, inventory.unknownLocation, inventory.notAShelf when it is to sell what it cannot. */
export async function addLocation(ctx: Context, input: NewLocation): Promise<Location> {
  await seedLocations(ctx);
  if (input.sells && input.kind !== 'internal') throw refuse.notAShelf({ field: 'sells' });
  if (input.parentId !== undefined && !(await findLocation(ctx, input.parentId)))
    throw refuse.unknownLocation({ field: 'parentId' });
  const [location] = await insertLocations(ctx, [
    { ...input, id: newId<LocationId>(), parentId: input.parentId ?? null },
  ]);
  if (!location) throw refuse.locationTaken({ field: 'code' });
  ctx.audit({ action: 'inventory.locationAdded', on: { table: 'inventory.location', id: location.id } });
  return location;
}

export interface LocationChange {
  readonly name?: string;
  readonly sells?: boolean;
  readonly priority?: number;
  readonly parentId?: LocationId | null;
}

/**
 * Renames a place, moves it in the tree, or says whether and in which order it sells.
 *
 * Refuses: inventory.unknownLocation, inventory.changedMeanwhile, inventory.locationLoop, inventory.fixedLocation,
 * inventory.notAShelf.
 */
export async function changeLocation(
  ctx: Context,
  id: LocationId,
  version: number,
  change: LocationChange,
): Promise<Location> {
  const before = await getLocation(ctx, id);
  if (change.sells === true && before.kind !== 'internal') throw refuse.notAShelf({ field: 'sells' });
  if (change.parentId) {
    if (isFixed(id)) throw refuse.fixedLocation({ field: 'parentId' });
    await getLocation(ctx, change.parentId);
    if ((await selectLocationsAbove(ctx, change.parentId)).includes(id))
      throw refuse.locationLoop({ field: 'parentId' });
  }
  const after = await updateLocation(ctx, id, version, change);
  if (!after) throw refuse.changedMeanwhile({ version: before.version });
  if (after.sells !== before.sells) await refreshAt(ctx, id);
  ctx.audit({ action: 'inventory.locationChanged', on: { table: 'inventory.location', id } });
  return after;
}

/** Takes an empty place out of use. Refuses: inventory.fixedLocation, inventory.locationInUse, inventory.unknownLocation, inventory.changedMeanwhile. */
export async function archiveLocation(ctx: Context, id: LocationId, version: number): Promise<Location> {
  const before = await getLocation(ctx, id);
  if (isFixed(id)) throw refuse.fixedLocation();
  if (await hasStockAt(ctx, id)) throw refuse.locationInUse();
  const after = await updateLocation(ctx, id, version, { archivedAt: ctx.now, sells: false });
  if (!after) throw refuse.changedMeanwhile({ version: before.version });
  ctx.audit({ action: 'inventory.locationArchived', on: { table: 'inventory.location', id } });
  return after;
}

/** One place. Refuses: inventory.unknownLocation. */
export async function getLocation(ctx: Context, id: LocationId): Promise<Location> {
  const location = await findLocation(ctx, id);
  if (!location) throw refuse.unknownLocation();
  return location;
}

/** All places in their order of selling; those that every shop has are made when somebody first looks. */
export async function listLocations(
  ctx: Context,
  asked: { archived?: boolean | undefined } = {},
): Promise<Location[]> {
  const found = await selectLocations(ctx, asked.archived === true);
  if (found.length > 0) return found;
  await seedLocations(ctx);
  return selectLocations(ctx, asked.archived === true);
}

async function refreshAt(ctx: Context, id: LocationId): Promise<void> {
  for (let after: Awaited<ReturnType<typeof selectItemsAt>>[number] | undefined; ;) {
    const itemIds = await selectItemsAt(ctx, id, after, 500);
    if (itemIds.length === 0) return;
    await refreshWindow(ctx, itemIds);
    after = itemIds.at(-1);
  }
}
