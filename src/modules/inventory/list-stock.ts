import type { Context } from '#kernel/context.ts';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { findOffersByText, sellableOffers } from '#modules/catalog/index.ts';
import type { OfferId, SellableOffer } from '#modules/catalog/index.ts';
import { selectKit, selectKitsWith } from './queries-items.ts';
import type { KitPart } from './queries-items.ts';
import { selectLevels, selectMovements, selectOpenOfItem } from './queries-levels.ts';
import type { Level, LevelQuery, Movement, MovementQuery, OpenReservation } from './queries-levels.ts';
import { selectFreeOf } from './queries-window.ts';
import { refuse } from './refuse.ts';

/** What staff need to recognise an offer by. */
export type OfferName = Pick<SellableOffer, 'sku' | 'slug' | 'title' | 'variantTitle' | 'picture'>;
export type NamedLevel = Level & { readonly offer: OfferName | null };
export type NamedMovement = Movement & { readonly offer: OfferName | null };

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

interface Asked {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

/** How many offers a search by words looks through; who finds more than that types another word. */
const mostFound = 200;

/** Stock levels, latest stocked offer first; by words, place, or only what is low. */
export async function listLevels(
  ctx: Context,
  asked: Asked & Pick<LevelQuery, 'locationId' | 'low'> & { readonly q?: string | undefined },
): Promise<Page<NamedLevel>> {
  const limit = asked.limit ?? 50;
  const words = asked.q?.trim();
  const offerIds = words ? await findOffersByText(ctx, words, mostFound) : undefined;
  const after = placeAfter(asked.after, 'id')?.[0];
  const found = await selectLevels(ctx, {
    offerIds,
    locationId: asked.locationId,
    low: asked.low,
    limit: limit + 1,
    after,
  });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items: await named(ctx, items), next: last ? cursorOf([last.itemId]) : null };
}

/** What was moved, latest first. */
export async function listMovements(
  ctx: Context,
  asked: Asked & Pick<MovementQuery, 'offerId' | 'locationId' | 'kind'>,
): Promise<Page<NamedMovement>> {
  const { offerId, locationId, kind, limit = 50 } = asked;
  const place = placeAfter(asked.after, 'id', 'integer');
  const after = place && { entryId: place[0], line: place[1] };
  const found = await selectMovements(ctx, { offerId, locationId, kind, after, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items: await named(ctx, items), next: last ? cursorOf([last.entryId, last.line]) : null };
}

/** Everything about the stock of one offer. `level` is null for kits and for what was never stocked. */
export interface StockCard {
  readonly offerId: OfferId;
  readonly offer: OfferName;
  readonly free: number;
  readonly level: Level | null;
  readonly parts: readonly (KitPart & { readonly offer: OfferName | null })[];
  readonly inKits: readonly {
    readonly offerId: OfferId;
    readonly quantity: number;
    readonly offer: OfferName | null;
  }[];
  readonly reservations: readonly OpenReservation[];
  readonly movements: readonly Movement[];
}

/** The stock card of one offer. Refuses: inventory.unknownOffer. */
export async function getStockCard(ctx: Context, offerId: OfferId): Promise<StockCard> {
  const offer = (await sellableOffers(ctx, [offerId])).get(offerId);
  if (!offer) throw refuse.unknownOffer({ offerId });
  const [level] = await selectLevels(ctx, { offerIds: [offerId], limit: 1 });
  const [free] = await selectFreeOf(ctx, [offerId]);
  return {
    offerId,
    offer: nameOf(offer),
    free: free?.free ?? 0,
    level: level ?? null,
    parts: await named(ctx, await selectKit(ctx, offerId)),
    inKits: level ? await named(ctx, await selectKitsWith(ctx, level.itemId)) : [],
    reservations: level ? await selectOpenOfItem(ctx, level.itemId, 50) : [],
    movements: level ? await selectMovements(ctx, { offerId, limit: 50 }) : [],
  };
}

const nameOf = ({ sku, slug, title, variantTitle, picture }: SellableOffer): OfferName => ({
  sku,
  slug,
  title,
  variantTitle,
  picture,
});

async function named<Row extends { readonly offerId: OfferId }>(
  ctx: Context,
  rows: readonly Row[],
): Promise<(Row & { readonly offer: OfferName | null })[]> {
  const offers = await sellableOffers(ctx, [...new Set(rows.map(({ offerId }) => offerId))]);
  return rows.map((row) => {
    const offer = offers.get(row.offerId);
    return { ...row, offer: offer ? nameOf(offer) : null };
  });
}
