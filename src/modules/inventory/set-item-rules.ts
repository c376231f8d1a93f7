import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { ensureItems } from './ensure-items.ts';
import { selectItemUse, updateItem } from './queries-items.ts';
import { refuse } from './refuse.ts';
import { refreshWindow } from './refresh-window.ts';
import type { Item } from './stock.ts';

/** Units: `scale` 0–6 decimals of the offer's unit; `lowAt` and `safety` at that scale. */
export interface ItemRules {
  readonly scale?: number;
  readonly lowAt?: number;
  readonly safety?: number;
}

/**
 * Says how an offer is stocked: its unit, when staff are told that little is left, how many are kept back from sale.
 *
 * Refuses: inventory.scaleInUse, inventory.badQuantity, inventory.unknownOffer, inventory.kitHasNoShelf.
 */
export async function setItemRules(ctx: Context, offerId: OfferId, rules: ItemRules): Promise<void> {
  const wrong = Object.values(rules).some((value: number) => !Number.isSafeInteger(value) || value < 0);
  if (wrong || (rules.scale ?? 0) > 6) throw refuse.badQuantity();
  const item = (await ensureItems(ctx, [offerId])).get(offerId) as Item;
  if (rules.scale !== undefined && rules.scale !== item.scale) {
    const use = await selectItemUse(ctx, offerId);
    if (use?.hasMoved || use?.isPart) throw refuse.scaleInUse({ field: 'scale' });
  }
  if (Object.keys(rules).length === 0) return;
  await updateItem(ctx, item.id, rules);
  await refreshWindow(ctx, [item.id]);
  ctx.audit({
    action: 'inventory.rulesSet',
    on: { table: 'inventory.item', id: item.id },
    details: { ...rules },
  });
}
