import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { facts } from './facts.ts';
import { getItems } from './get-items.ts';
import { getPlace } from './get-place.ts';
import { places } from './location.ts';
import { postEntry } from './post-entry.ts';
import type { Posted, Transfer } from './post-entry.ts';
import { selectOnTheWay } from './queries-levels.ts';
import { lockItems } from './queries-stock.ts';
import type { OfferQuantity } from './receive-stock.ts';
import { refuse } from './refuse.ts';
import type { LocationId, TransferId } from './stock.ts';

export interface MoveInput {
  readonly from: LocationId;
  readonly to: LocationId;
  readonly lines: readonly OfferQuantity[];
  readonly idemKey?: string | undefined;
}

/**
 * Moves stock from one place to another; it passes through transit, so it is never nowhere.
 *
 * Refuses: inventory.notEnough, inventory.badQuantity, inventory.samePlace, inventory.unknownItem,
 * inventory.unknownLocation, inventory.notAShelf, inventory.archivedLocation. Announces: inventory.moved.
 */
export async function moveStock(ctx: Context, input: MoveInput): Promise<Posted> {
  if (input.from === input.to) throw refuse.samePlace({ field: 'to' });
  const from = await getPlace(ctx, input.from);
  const to = await getPlace(ctx, input.to);
  return move(ctx, { ...input, transferId: newId<TransferId>(), stage: 'through' }, (itemId, quantity) => [
    { itemId, from, to: places.transit, quantity },
    { itemId, from: places.transit, to, quantity },
  ]);
}

/**
 * Sends stock on its way; it is in transit until `arriveStock`. Shape: the transfer's id is needed there.
 *
 * Refuses and announces as `moveStock`.
 */
export async function sendStock(
  ctx: Context,
  input: Omit<MoveInput, 'to'>,
): Promise<Posted & { transferId: TransferId }> {
  const from = await getPlace(ctx, input.from);
  const transferId = newId<TransferId>();
  const posted = await move(ctx, { ...input, transferId, stage: 'sent' }, (itemId, quantity) => [
    { itemId, from, to: places.transit, quantity },
  ]);
  return { ...posted, transferId };
}

/** Puts everything of a transfer that is still on its way on a shelf. Refuses: inventory.unknownItem when nothing is. */
export async function arriveStock(
  ctx: Context,
  input: { transferId: TransferId; to: LocationId; idemKey?: string | undefined },
): Promise<Posted> {
  const to = await getPlace(ctx, input.to);
  const lines = await selectOnTheWay(ctx, input.transferId);
  if (lines.length === 0) throw refuse.unknownItem({ transferId: input.transferId });
  return move(ctx, { ...input, lines, stage: 'arrived' }, (itemId, quantity) => [
    { itemId, from: places.transit, to, quantity },
  ]);
}

interface Moving {
  readonly lines: readonly OfferQuantity[];
  readonly transferId: TransferId;
  readonly stage: 'through' | 'sent' | 'arrived';
  readonly idemKey?: string | undefined;
}

async function move(
  ctx: Context,
  { lines, transferId, stage, idemKey }: Moving,
  transfersOf: (itemId: Transfer['itemId'], quantity: number) => Transfer[],
): Promise<Posted> {
  if (lines.length === 0 || lines.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity <= 0)) {
    throw refuse.badQuantity({ field: 'quantity' });
  }
  const itemByOffer = await getItems(
    ctx,
    lines.map(({ offerId }) => offerId),
  );
  const items = await lockItems(ctx, [...itemByOffer.values()]);
  const moved = lines.map(({ offerId, quantity }) => ({
    offerId,
    quantity,
    itemId: itemByOffer.get(offerId) as Transfer['itemId'],
  }));
  const source = { type: 'transfer', id: transferId };
  const posted = await postEntry(ctx, items, {
    kind: 'move',
    source,
    idemKey: idemKey ?? `transfer:${transferId}:${stage}`,
    transfers: moved.flatMap(({ itemId, quantity }) => transfersOf(itemId, quantity)),
  });
  if (posted.kind === 'replayed') return posted;
  for (const line of moved) ctx.emit(facts.moved({ entryId: posted.entryId, ...line }));
  ctx.audit({
    action: 'inventory.moved',
    on: { table: 'inventory.stock_entry', id: posted.entryId },
    details: { stage, lines: lines.length },
  });
  return posted;
}
