import type { OfferId } from '#modules/catalog/index.ts';
import { newId } from '#kernel/ids.ts';
import type { PriceId } from './tables.ts';

/** What somebody wants to ask for an offer. Units: minor units of the currency. */
export interface PriceWish {
  readonly offerId: OfferId;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** The price that this one is a reduction of; a temporary price is compared with the lasting one by itself. */
  readonly compareAtMinor?: bigint | null;
  readonly validFrom?: Date | null;
  /** With an end the price lies over the lasting one for a while; without, it is the lasting one. */
  readonly validTo?: Date | null;
  readonly market?: string;
  readonly priceList?: string;
  readonly minQuantity?: number;
}

export interface PriceRow {
  readonly id: PriceId;
  readonly offerId: OfferId;
  readonly currency: string;
  readonly market: string;
  readonly priceList: string;
  readonly minQuantity: number;
  readonly layer: 'lasting' | 'temporary';
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | null;
  readonly from: Date;
  readonly to: Date | null;
}

/** What has to happen to the stored prices. `ends` also takes an end away (`to` null). */
export interface PricePlan {
  readonly drops: readonly PriceId[];
  readonly ends: readonly { readonly id: PriceId; readonly to: Date | null }[];
  readonly adds: readonly PriceRow[];
  /** How the prices are afterwards. */
  readonly rows: readonly PriceRow[];
}

const isSlotOf = (row: PriceRow, other: PriceRow): boolean =>
  row.offerId === other.offerId &&
  row.currency === other.currency &&
  row.market === other.market &&
  row.priceList === other.priceList &&
  row.minQuantity === other.minQuantity;

export const isBase = (row: PriceRow): boolean =>
  row.market === '' && row.priceList === '' && row.minQuantity === 1;

const endsAfter = (row: PriceRow, at: Date): boolean => row.to === null || row.to > at;
export const holdsAt = (row: PriceRow, at: Date): boolean => row.from <= at && endsAfter(row, at);

function rowOf(wish: PriceWish, now: Date): PriceRow {
  const from = wish.validFrom && wish.validFrom > now ? wish.validFrom : now;
  return {
    id: newId(),
    offerId: wish.offerId,
    currency: wish.currency,
    market: wish.market ?? '',
    priceList: wish.priceList ?? '',
    minQuantity: wish.minQuantity ?? 1,
    layer: wish.validTo ? 'temporary' : 'lasting',
    amountMinor: wish.amountMinor,
    compareAtMinor: wish.compareAtMinor ?? null,
    from,
    to: wish.validTo ?? null,
  };
}

/** Lays one price over the others of its layer: what ran before ends where it begins, what would begin within it goes. */
function layOver(rows: readonly PriceRow[], added: PriceRow): PriceRow[] {
  const rivals = rows.filter((row) => isSlotOf(row, added) && row.layer === added.layer);
  const same = rivals.find(
    (row) =>
      holdsAt(row, added.from) &&
      row.amountMinor === added.amountMinor &&
      row.compareAtMinor === added.compareAtMinor,
  );
  const laid = same ? { ...same, to: added.to } : added;
  const kept = rows.flatMap((row) => {
    if (!rivals.includes(row)) return [row];
    if (row === same) return [];
    const overlaps = endsAfter(row, added.from) && (added.to === null || row.from < added.to);
    if (!overlaps) return [row];
    return row.from < added.from ? [{ ...row, to: added.from }] : [];
  });
  return [...kept, laid];
}

/**
 * What to store so that the wishes hold, one after the other, from now on. The past is never touched.
 *
 * A price that is asked already goes on without a new beginning. A wish whose time is over changes nothing.
 */
export function planPrices(stored: readonly PriceRow[], wishes: readonly PriceWish[], now: Date): PricePlan {
  const current = stored.filter((row) => endsAfter(row, now));
  const wanted = wishes.filter((wish) => !wish.validTo || wish.validTo > now).map((wish) => rowOf(wish, now));
  const byOffer = new Map<OfferId, PriceRow[]>();
  for (const row of current) byOffer.set(row.offerId, [...(byOffer.get(row.offerId) ?? []), row]);
  for (const row of wanted) byOffer.set(row.offerId, layOver(byOffer.get(row.offerId) ?? [], row));
  const rows = [...byOffer.values()].flat();
  const before = new Map(current.map((row) => [row.id, row]));
  const after = new Set(rows.map(({ id }) => id));
  return {
    drops: current.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    ends: rows
      .filter((row) => before.has(row.id) && before.get(row.id)?.to !== row.to)
      .map(({ id, to }) => ({ id, to })),
    adds: rows.filter(({ id }) => !before.has(id)),
    rows,
  };
}

export interface Asked {
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | null;
}

/** What an offer's base prices come to at one moment: the temporary one if there is one, else the lasting one. */
export function askedAt(rows: readonly PriceRow[], at: Date): Asked | undefined {
  const holding = rows.filter((row) => isBase(row) && holdsAt(row, at));
  const lasting = holding.find(({ layer }) => layer === 'lasting');
  const shown = holding.find(({ layer }) => layer === 'temporary') ?? lasting;
  if (!shown) return undefined;
  const usual = lasting && lasting.amountMinor > shown.amountMinor ? lasting.amountMinor : null;
  return { amountMinor: shown.amountMinor, compareAtMinor: shown.compareAtMinor ?? usual };
}

/** The moments after `since` at which base prices begin or end, in order. */
export function turnsOf(rows: readonly PriceRow[], since: Date): Date[] {
  const moments = rows.filter(isBase).flatMap(({ from, to }) => (to ? [from, to] : [from]));
  return [...new Set(moments.map((at) => at.getTime()))]
    .filter((at) => at > since.getTime())
    .toSorted((a, b) => a - b)
    .map((at) => new Date(at));
}
