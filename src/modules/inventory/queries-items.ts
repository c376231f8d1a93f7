import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { ItemId } from './stock.ts';
import type { InventoryRows } from './tables.ts';

const rows = (ctx: Context): Kysely<InventoryRows> => ctx.tx;

export interface KitPart {
  readonly offerId: OfferId;
  readonly itemId: ItemId;
  readonly quantity: number;
}

/** The parts of a kit, by the offers they are sold as alone. */
export async function selectKit(ctx: Context, offerId: OfferId): Promise<KitPart[]> {
  const found = await rows(ctx)
    .selectFrom('inventory.kit_component as k')
    .innerJoin('inventory.item as i', (join) => join.onRef('i.id', '=', 'k.itemId'))
    .select(['i.offerId', 'k.itemId', 'k.quantity'])
    .where('k.offerId', '=', offerId)
    .orderBy('k.itemId')
    .execute();
  return found.map((row) => ({ ...row, quantity: Number(row.quantity) }));
}

export async function replaceKit(
  ctx: Context,
  offerId: OfferId,
  parts: readonly { itemId: ItemId; quantity: number }[],
): Promise<void> {
  await rows(ctx).deleteFrom('inventory.kit_component').where('offerId', '=', offerId).execute();
  if (parts.length === 0) return;
  await rows(ctx)
    .insertInto('inventory.kit_component')
    .values(parts.map((part) => ({ offerId, ...part })))
    .execute();
}

/** Whether the offer's own item has ever moved, and whether kits need it. */
export async function selectItemUse(
  ctx: Context,
  offerId: OfferId,
): Promise<{ itemId: ItemId; hasMoved: boolean; isPart: boolean } | undefined> {
  const found = await sql<{ itemId: ItemId; hasMoved: boolean; isPart: boolean }>`
    select i.id as item_id,
      exists (select 1 from inventory.stock_posting p where p.tenant_id = ${ctx.tenant.id} and p.item_id = i.id) as has_moved,
      exists (select 1 from inventory.kit_component k where k.tenant_id = ${ctx.tenant.id} and k.item_id = i.id) as is_part
    from inventory.item i where i.tenant_id = ${ctx.tenant.id} and i.offer_id = ${offerId}
    for update of i`.execute(ctx.tx);
  return found.rows[0];
}

/** Only for items that never moved. */
export async function deleteItem(ctx: Context, itemId: ItemId): Promise<void> {
  await rows(ctx).deleteFrom('inventory.stock_balance').where('itemId', '=', itemId).execute();
  await rows(ctx).deleteFrom('inventory.item').where('id', '=', itemId).execute();
}

export async function updateItem(
  ctx: Context,
  itemId: ItemId,
  rules: { scale?: number; lowAt?: number; safety?: number },
): Promise<void> {
  const { scale, lowAt, safety } = rules;
  await rows(ctx)
    .updateTable('inventory.item')
    .set({
      ...(scale !== undefined && { scale }),
      ...(lowAt !== undefined && { lowAt: BigInt(lowAt) }),
      ...(safety !== undefined && { safety: BigInt(safety) }),
    })
    .where('id', '=', itemId)
    .execute();
}

/** The kits that need an item. */
export async function selectKitsWith(
  ctx: Context,
  itemId: ItemId,
): Promise<{ offerId: OfferId; quantity: number }[]> {
  const found = await rows(ctx)
    .selectFrom('inventory.kit_component')
    .select(['offerId', 'quantity'])
    .where('itemId', '=', itemId)
    .orderBy('offerId')
    .limit(100)
    .execute();
  return found.map((row) => ({ ...row, quantity: Number(row.quantity) }));
}
