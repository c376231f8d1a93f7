import type { Context } from '#kernel/context.ts';
import { badPlace, cursorOf, placeAfter } from '#kernel/cursor.ts';
import { shownValue } from './attribute-value.ts';
import { pictureOf, priceOf } from './product.ts';
import type { Facet, FacetValue, Listing, ProductCard } from './product.ts';
import { countProducts, findCards } from './queries-search.ts';
import type { CardRow, FacetRow, Search, Sort } from './queries-search.ts';

export interface ListingQuery {
  readonly limit?: number;
  readonly after?: string;
  readonly q?: string;
  readonly collection?: string;
  readonly category?: string;
  readonly sort?: Sort;
  readonly facets?: Readonly<Record<string, readonly string[]>>;
}

const few = 3;

/**
 * A page of the shop window: browsing, searching and filtering are one thing. Two statements, three when words were misspelt.
 *
 * When hardly anything has all the words, names that look alike count too; the next pages go on in the same way.
 * Shape: best, newest, cheapest, dearest or alphabetical first; what has no price comes last; `count` stops at 1,001.
 */
export async function listProducts(ctx: Context, query: ListingQuery): Promise<Listing> {
  const words = query.q?.trim().slice(0, 200) || undefined;
  const sort = !query.sort || query.sort === 'relevance' ? (words ? 'relevance' : 'newest') : query.sort;
  const limit = Math.min(query.limit ?? 24, 100);
  const place = readPlace(query.after, sort);
  const search: Search = {
    words,
    loose: place?.loose ?? false,
    collection: query.collection,
    category: query.category,
    facets: query.facets ?? {},
  };
  let used = search;
  let cards = await findCards(ctx, search, sort, place, limit);
  if (words && !place && cards.length < few) {
    used = { ...search, loose: true };
    cards = await findCards(ctx, used, sort, undefined, limit);
  }
  const { count, facets } = await countProducts(ctx, used);
  const shown = cards.slice(0, limit);
  const last = cards.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((card) => present(card, ctx.tenant.currency)),
    next: last ? cursorOf([sort, used.loose ? 1 : 0, last.sortKey, last.productId]) : null,
    count,
    facets: presentFacets(facets, used, ctx.locale),
  };
}

/** Up to eight products for what has been typed so far. */
export async function suggestProducts(ctx: Context, q: string): Promise<ProductCard[]> {
  const words = q.trim().slice(0, 200);
  if (words === '') return [];
  const search: Search = { words, loose: false, collection: undefined, category: undefined, facets: {} };
  const strict = await findCards(ctx, search, 'relevance', undefined, 8);
  const found =
    strict.length < few
      ? await findCards(ctx, { ...search, loose: true }, 'relevance', undefined, 8)
      : strict;
  return found.slice(0, 8).map((card) => present(card, ctx.tenant.currency));
}

/** The facet choices among the parameters of an address. */
export function facetsOf(query: Readonly<Record<string, unknown>>): Record<string, string[]> {
  const chosen = Object.entries(query).filter(([name]) => name.startsWith('facet.'));
  return Object.fromEntries(
    chosen.map(([name, values]) => [
      name.slice('facet.'.length),
      [...new Set([values].flat().map(String))].toSorted(),
    ]),
  );
}

function readPlace(
  after: string | undefined,
  sort: Sort,
): { loose: boolean; key: string; id: string } | undefined {
  const place = placeAfter(after, 'text', 'integer', keys[sort] ?? 'bigint', 'id');
  if (!place) return undefined;
  const [sorted, loose, key, id] = place;
  if (sorted !== sort) throw badPlace();
  return { loose: loose === 1, key, id };
}

/** What the lists are sorted by that are not sorted by a number. */
const keys: { readonly [One in Sort]?: 'text' | 'timestamptz' } = { title: 'text', newest: 'timestamptz' };

function present(card: CardRow, currency: string): ProductCard {
  const varies = card.amountToMinor !== null && card.amountToMinor !== card.amountMinor;
  return {
    id: card.productId,
    slug: card.slug,
    title: card.title,
    vendor: card.vendor,
    picture: card.picture && pictureOf(card.picture),
    price: priceOf(card.amountMinor, currency),
    priceTo: varies ? priceOf(card.amountToMinor, currency) : null,
    compareAt: priceOf(card.compareAtMinor, currency),
    lowest30: priceOf(card.lowest30Minor, currency),
    available: card.available,
    condition: card.condition,
  };
}

function presentFacets(found: readonly FacetRow[], search: Search, locale: 'en' | 'de'): Facet[] {
  const byName = new Map<string, { label: string; isNumber: boolean; values: FacetValue[] }>();
  for (const row of found) {
    const facet = byName.get(row.name) ?? { label: row.label, isNumber: row.kind === 'number', values: [] };
    const label = shownValue(row.value, row.kind as 'text', row.unit, locale);
    facet.values.push({
      value: row.value,
      label,
      count: row.count,
      selected: search.facets[row.name]?.includes(row.value) ?? false,
    });
    byName.set(row.name, facet);
  }
  // What is chosen stays visible when nothing is left of it: how else would it be unchosen?
  for (const [name, values] of Object.entries(search.facets)) {
    const facet = byName.get(name) ?? { label: name, isNumber: false, values: [] };
    for (const value of values)
      if (!facet.values.some((known) => known.value === value))
        facet.values.push({ value, label: value, count: 0, selected: true });
    byName.set(name, facet);
  }
  return [...byName].map(([name, { label, isNumber, values }]) => ({
    name,
    label,
    values: (isNumber ? values.toSorted((a, b) => Number(a.value) - Number(b.value)) : values).slice(0, 100),
  }));
}
