import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { ensureItems } from './ensure-items.ts';
import { deleteItem, replaceKit, selectItemUse } from './queries-items.ts';
import { selectItems } from './queries-stock.ts';
import { selectFreeOf } from './queries-window.ts';
import type { OfferQuantity } from './receive-stock.ts';
import { refuse } from './refuse.ts';
import { tellWindow } from './refresh-window.ts';
import type { Item } from './stock.ts';

/**
 * Says what a kit is made of; no parts make it an ordinary offer again.
 *
 * A kit has no shelf: it is available as often as its scarcest part. What is already promised keeps the parts that were
 * promised. Units: parts at the scale of their items. Refuses: inventory.badQuantity, inventory.kitInKit,
 * inventory.kitHasStock, inventory.kitPartTwice, inventory.unknownOffer.
 */
export async function setKit(ctx: Context, offerId: OfferId, parts: readonly OfferQuantity[]): Promise<void> {
  if (parts.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity <= 0))
    throw refuse.badQuantity({ field: 'quantity' });
  if (new Set(parts.map((part) => part.offerId)).size < parts.length)
    throw refuse.kitPartTwice({ field: 'parts' });
  if (parts.some((part) => part.offerId === offerId)) throw refuse.kitInKit({ offerId });

  if (parts.length > 0) {
    const own = await selectItemUse(ctx, offerId);
    if (own?.isPart) throw refuse.kitInKit({ offerId });
    if (own?.hasMoved) throw refuse.kitHasStock({ offerId });
    if (own) await deleteItem(ctx, own.itemId);
  }
  const itemByOffer = await itemsOfParts(ctx, parts);
  await replaceKit(
    ctx,
    offerId,
    parts.map((part) => ({ itemId: (itemByOffer.get(part.offerId) as Item).id, quantity: part.quantity })),
  );
  const free = await selectFreeOf(ctx, [offerId]);
  await tellWindow(ctx, free.length > 0 ? free : [{ offerId, free: 0, scale: 0, told: undefined }]);
  ctx.audit({
    action: 'inventory.kitSet',
    on: { table: 'catalog.offer', id: offerId },
    details: { parts: parts.length },
  });
}

async function itemsOfParts(ctx: Context, parts: readonly OfferQuantity[]): Promise<Map<OfferId, Item>> {
  if (parts.length === 0) return new Map();
  const offerIds = parts.map((part) => part.offerId);
  const { kits } = await selectItems(ctx, offerIds);
  if (kits.size > 0) throw refuse.kitInKit({ offerId: [...kits][0] });
  return ensureItems(ctx, offerIds);
}
