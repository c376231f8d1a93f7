import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { isPhysical } from './location.ts';
import type { Location, LocationSeed } from './location.ts';
import type { ItemId, LocationId } from './stock.ts';
import type { InventoryRows } from './tables.ts';

const rows = (ctx: Context): Kysely<InventoryRows> => ctx.tx;
const columns = [
  'id',
  'code',
  'name',
  'kind',
  'parentId',
  'physical',
  'sells',
  'priority',
  'archivedAt',
  'version',
] as const;

export async function insertLocations(
  ctx: Context,
  made: readonly (LocationSeed & { parentId?: LocationId | null })[],
): Promise<Location[]> {
  return rows(ctx)
    .insertInto('inventory.location')
    .values(
      made.map(({ id, code, name, kind, sells, priority, parentId }) => ({
        id,
        code,
        name,
        kind,
        sells,
        priority,
        parentId: parentId ?? null,
        physical: isPhysical(kind),
        archivedAt: null,
        version: 1,
        createdAt: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .execute();
}

export async function findLocation(ctx: Context, id: LocationId): Promise<Location | undefined> {
  return rows(ctx).selectFrom('inventory.location').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function selectLocations(ctx: Context, withArchived: boolean): Promise<Location[]> {
  return rows(ctx)
    .selectFrom('inventory.location')
    .select(columns)
    .$if(!withArchived, (query) => query.where('archivedAt', 'is', null))
    .orderBy('priority')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Shape: undefined when the version is not the one that was read. */
export async function updateLocation(
  ctx: Context,
  id: LocationId,
  version: number,
  change: {
    name?: string;
    sells?: boolean;
    priority?: number;
    parentId?: LocationId | null;
    archivedAt?: Date | null;
  },
): Promise<Location | undefined> {
  return rows(ctx)
    .updateTable('inventory.location')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst();
}

/** The place itself and all places above it. */
export async function selectLocationsAbove(ctx: Context, id: LocationId): Promise<LocationId[]> {
  const found = await sql<{ id: LocationId }>`
    with recursive above as (
      select l.id, l.parent_id from inventory.location l where l.tenant_id = ${ctx.tenant.id} and l.id = ${id}
      union
      select l.id, l.parent_id from inventory.location l join above on above.parent_id = l.id
      where l.tenant_id = ${ctx.tenant.id}
    )
    select id from above`.execute(ctx.tx);
  return found.rows.map((row) => row.id);
}

export async function hasStockAt(ctx: Context, id: LocationId): Promise<boolean> {
  const found = await rows(ctx)
    .selectFrom('inventory.stock_balance')
    .select('itemId')
    .where('locationId', '=', id)
    .where((at) => at.or([at('onHand', '<>', 0n), at('reserved', '<>', 0n)]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Items with something on hand at a place, by key. */
export async function selectItemsAt(
  ctx: Context,
  id: LocationId,
  after: ItemId | undefined,
  limit: number,
): Promise<ItemId[]> {
  const found = await rows(ctx)
    .selectFrom('inventory.stock_balance')
    .select('itemId')
    .where('locationId', '=', id)
    .where('onHand', '<>', 0n)
    .$if(after !== undefined, (query) => query.where('itemId', '>', after as ItemId))
    .orderBy('itemId')
    .limit(limit)
    .execute();
  return found.map(({ itemId }) => itemId);
}
