import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { ensureItems } from './ensure-items.ts';
import { facts } from './facts.ts';
import { getPlace } from './get-place.ts';
import { places } from './location.ts';
import type { Place } from './location.ts';
import { postEntry } from './post-entry.ts';
import { lockItems } from './queries-stock.ts';
import { refuse } from './refuse.ts';
import type { EntryId, EntryKind, Item, LocationId, LockedItem, Reason } from './stock.ts';

export interface CountLine {
  readonly offerId: OfferId;
  readonly counted: number;
}

export interface CountInput {
  readonly lines: readonly CountLine[];
  readonly locationId?: LocationId | undefined;
  readonly idemKey?: string | undefined;
}

/** What a count found. Units: quantities at the item's scale; `variance` = after − before. */
export interface CountedLine {
  readonly offerId: OfferId;
  readonly before: number;
  readonly after: number;
  readonly variance: number;
}

/**
 * Makes the shelf say what was counted; the difference goes to losses and differences.
 *
 * The variance is against the balance under its lock, so sales that happen while somebody counts elsewhere do not
 * matter; what is picked from this very shelf during the count does. Fewer than is promised is refused: first give up
 * orders or move goods here. Refuses: inventory.badQuantity, inventory.notEnough, inventory.unknownOffer,
 * inventory.kitHasNoShelf, inventory.unknownLocation, inventory.notAShelf. Announces: inventory.adjusted.
 */
export async function countStock(ctx: Context, input: CountInput): Promise<CountedLine[]> {
  const place = await getPlace(ctx, input.locationId);
  const targets = input.lines.map(({ offerId, counted }) => ({ offerId, quantity: counted }));
  const counted = await levelTo(ctx, {
    kind: 'count',
    reason: 'counted',
    place,
    targets,
    idemKey: input.idemKey,
  });
  ctx.audit({
    action: 'inventory.counted',
    on: { table: 'inventory.location', id: place.id },
    details: { lines: counted.length },
  });
  return counted;
}

export interface StockLine {
  readonly offerId: OfferId;
  readonly quantity: number;
  readonly reason?: Reason;
}

/**
 * Sets what is on hand in the main warehouse, for imports; posts the difference.
 *
 * What is promised to buyers stays: a file that says fewer than are promised leaves as many as are promised, and the
 * line's `after` says so. Refuses: inventory.badQuantity, inventory.unknownOffer, inventory.kitHasNoShelf. Announces:
 * inventory.adjusted.
 */
export async function setStock(
  ctx: Context,
  lines: readonly StockLine[],
  idemKey?: string,
): Promise<CountedLine[]> {
  const reason = lines[0]?.reason ?? 'import';
  return levelTo(ctx, {
    kind: 'import',
    reason,
    place: places.main,
    targets: lines,
    idemKey,
    keepPromised: true,
  });
}

interface Levelling {
  readonly kind: EntryKind;
  readonly reason: Reason;
  readonly place: Place;
  readonly targets: readonly { readonly offerId: OfferId; readonly quantity: number }[];
  readonly idemKey: string | undefined;
  readonly keepPromised?: true;
}

async function levelTo(
  ctx: Context,
  { kind, reason, place, targets, idemKey, keepPromised }: Levelling,
): Promise<CountedLine[]> {
  if (targets.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity < 0))
    throw refuse.badQuantity({ field: 'quantity' });
  const targetByOffer = new Map(targets.map(({ offerId, quantity }) => [offerId, quantity]));
  const itemByOffer = await ensureItems(ctx, [...targetByOffer.keys()]);
  const items = await lockItems(
    ctx,
    [...itemByOffer.values()].map(({ id }) => id),
  );
  const lines = [...targetByOffer].map(([offerId, quantity]) => {
    const item = items.get((itemByOffer.get(offerId) as Item).id) as LockedItem;
    const shelf = item.shelves.find(({ locationId }) => locationId === place.id);
    const before = shelf?.onHand ?? 0;
    const after = keepPromised ? Math.max(quantity, shelf?.reserved ?? 0) : quantity;
    return { offerId, itemId: item.id, before, after, variance: after - before };
  });
  const changed = lines.filter(({ variance }) => variance !== 0);
  const source = { type: kind, id: newId<EntryId>() };
  if (changed.length > 0) {
    const transfers = changed.map(({ itemId, variance }) => ({
      itemId,
      from: variance > 0 ? places.loss : place,
      to: variance > 0 ? place : places.loss,
      quantity: Math.abs(variance),
    }));
    const posted = await postEntry(ctx, items, {
      kind,
      source,
      idemKey: idemKey ?? `${kind}:${source.id}`,
      reason,
      transfers,
    });
    for (const { offerId, itemId, variance } of posted.kind === 'posted' ? changed : []) {
      ctx.emit(facts.adjusted({ entryId: posted.entryId, itemId, offerId, quantity: variance, reason }));
    }
  }
  return lines.map(({ offerId, before, after, variance }) => ({ offerId, before, after, variance }));
}
