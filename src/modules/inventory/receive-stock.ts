import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { newId } from '#kernel/ids.ts';
import { ensureItems } from './ensure-items.ts';
import { facts } from './facts.ts';
import { getPlace } from './get-place.ts';
import { places } from './location.ts';
import { postEntry } from './post-entry.ts';
import type { Posted } from './post-entry.ts';
import { lockItems } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import type { EntryId, Item, LocationId, Source } from './stock.ts';

export interface OfferQuantity {
  readonly offerId: OfferId;
  readonly quantity: number;
}

export interface ReceiveInput {
  readonly lines: readonly OfferQuantity[];
  readonly locationId?: LocationId | undefined;
  /** When the goods came, if not now. */
  readonly occurredAt?: Date | undefined;
  readonly source?: Source | undefined;
  readonly idemKey?: string | undefined;
}

/**
 * Puts goods that a supplier delivered on the shelf.
 *
 * Refuses: inventory.badQuantity, inventory.unknownOffer, inventory.kitHasNoShelf, inventory.unknownLocation,
 * inventory.notAShelf, inventory.archivedLocation. Announces: inventory.received.
 */
export async function receiveStock(ctx: Context, input: ReceiveInput): Promise<Posted> {
  const { lines } = input;
  if (lines.length === 0 || lines.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity <= 0)) {
    throw refuse.badQuantity({ field: 'quantity' });
  }
  const to = await getPlace(ctx, input.locationId);
  const itemByOffer = await ensureItems(
    ctx,
    lines.map(({ offerId }) => offerId),
  );
  const items = await lockItems(
    ctx,
    [...itemByOffer.values()].map(({ id }) => id),
  );
  const transfers = lines.map(({ offerId, quantity }) => {
    const { id } = itemByOffer.get(offerId) as Item;
    return { itemId: id, from: places.supplier, to, quantity };
  });
  const source = input.source ?? { type: 'receipt', id: newId<EntryId>() };
  const idemKey = input.idemKey ?? `${source.type}:${source.id}`;
  const posted = await postEntry(ctx, items, {
    kind: 'receipt',
    source,
    idemKey,
    occurredAt: input.occurredAt,
    transfers,
  });
  if (posted.kind === 'replayed') return posted;

  for (const { offerId, quantity } of lines) {
    const { id } = itemByOffer.get(offerId) as Item;
    ctx.emit(facts.received({ entryId: posted.entryId, itemId: id, offerId, quantity }));
  }
  ctx.audit({
    action: 'inventory.received',
    on: { table: 'inventory.stock_entry', id: posted.entryId },
    details: { lines: lines.length },
  });
  return posted;
}
