import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { ensureItems } from './ensure-items.ts';
import { facts } from './facts.ts';
import { getPlace } from './get-place.ts';
import { places } from './location.ts';
import { postEntry } from './post-entry.ts';
import type { Posted } from './post-entry.ts';
import { lockItems } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import type { EntryId, Item, LocationId, Reason } from './stock.ts';

export interface AdjustInput {
  readonly offerId: OfferId;
  /** How many more, or fewer when negative. */
  readonly change: number;
  readonly reason: Reason;
  readonly locationId?: LocationId | undefined;
  readonly occurredAt?: Date | undefined;
  readonly idemKey?: string | undefined;
}

/**
 * Corrects what is on a shelf, with a reason: broken, lost, found, miscounted, given away as a sample.
 *
 * The other side of the posting is the place for losses and differences. What is promised to buyers cannot be taken.
 * Refuses: inventory.badQuantity, inventory.notEnough, inventory.unknownOffer, inventory.kitHasNoShelf,
 * inventory.unknownLocation, inventory.notAShelf, inventory.archivedLocation. Announces: inventory.adjusted.
 */
export async function adjustStock(ctx: Context, input: AdjustInput): Promise<Posted> {
  const { offerId, change, reason } = input;
  if (!Number.isSafeInteger(change) || change === 0) throw refuse.badQuantity({ field: 'change' });
  const place = await getPlace(ctx, input.locationId);
  const { id: itemId } = (await ensureItems(ctx, [offerId])).get(offerId) as Item;
  const items = await lockItems(ctx, [itemId]);
  const [from, to] = change > 0 ? [places.loss, place] : [place, places.loss];
  const source = { type: 'adjustment', id: newId<EntryId>() };
  const posted = await postEntry(ctx, items, {
    kind: 'adjustment',
    source,
    idemKey: input.idemKey ?? `adjustment:${source.id}`,
    reason,
    occurredAt: input.occurredAt,
    transfers: [{ itemId, from, to, quantity: Math.abs(change) }],
  });
  if (posted.kind === 'posted') {
    ctx.emit(facts.adjusted({ entryId: posted.entryId, itemId, offerId, quantity: change, reason }));
    ctx.audit({
      action: 'inventory.adjusted',
      on: { table: 'inventory.item', id: itemId },
      details: { change, reason },
    });
  }
  return posted;
}
