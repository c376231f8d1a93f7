import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { ProductId, StoredPicture } from './tables.ts';

export type Sort = 'relevance' | 'newest' | 'price-asc' | 'price-desc' | 'title';

/** Which products are meant. `loose` also takes words that only look alike. */
export interface Search {
  readonly words: string | undefined;
  readonly loose: boolean;
  readonly collection: string | undefined;
  readonly category: string | undefined;
  /** By facet name; a product needs one value of each name. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

export interface CardRow {
  readonly productId: ProductId;
  readonly slug: string;
  readonly title: string;
  readonly vendor: string | null;
  readonly picture: StoredPicture | null;
  readonly amountMinor: bigint | null;
  readonly amountToMinor: bigint | null;
  readonly compareAtMinor: bigint | null;
  readonly lowest30Minor: bigint | null;
  readonly available: boolean;
  readonly condition: string;
  readonly sortKey: string;
}

/** Every word must be there; the last one may be only a beginning, because people search while they type. */
const tsquery = (words: string): RawBuilder<unknown> =>
  sql`(nullif(plainto_tsquery('simple', kernel.fold(${words}))::text, '') || ':*')::tsquery`;

const facetTerms = (name: string, values: readonly string[]): string[] =>
  values.map((value) => `${name}:${value}`);

function matches(ctx: Context, search: Search): RawBuilder<unknown>[] {
  const found = [sql`l.tenant_id = ${ctx.tenant.id}`, sql`l.currency = ${ctx.tenant.currency}`];
  if (search.collection !== undefined) found.push(sql`l.collections @> array[${search.collection}]::text[]`);
  if (search.category !== undefined) found.push(sql`l.categories @> array[${search.category}]::text[]`);
  if (search.words !== undefined) {
    const strict = sql`l.search @@ ${tsquery(search.words)} or l.codes @> array[kernel.fold(${search.words})]`;
    found.push(search.loose ? sql`(${strict} or kernel.fold(${search.words}) <% l.fuzzy)` : sql`(${strict})`);
  }
  return found;
}

const chosen = (search: Search): RawBuilder<unknown>[] =>
  Object.entries(search.facets).map(([name, values]) => sql`l.facets && ${facetTerms(name, values)}::text[]`);

/** How well a product fits the words, as a whole number, so that a page can begin exactly where the last one ended. */
function relevance(search: Search): RawBuilder<unknown> {
  const words = search.words ?? '';
  const alike = search.loose
    ? sql`(word_similarity(kernel.fold(${words}), l.fuzzy) * 100000)::bigint`
    : sql`0`;
  return sql`(case when l.codes @> array[kernel.fold(${words})] then 2000000000 else 0 end
    + coalesce((ts_rank(l.search, ${tsquery(words)}) * 1000000)::bigint, 0) + ${alike})::bigint`;
}

const orders: Readonly<
  Record<
    Exclude<Sort, 'relevance'>,
    { key: RawBuilder<unknown>; type: RawBuilder<unknown>; descends: boolean }
  >
> = {
  newest: { key: sql`l.created_at`, type: sql`timestamptz`, descends: true },
  'price-asc': { key: sql`l.price_low`, type: sql`bigint`, descends: false },
  'price-desc': { key: sql`l.price_high`, type: sql`bigint`, descends: true },
  title: { key: sql`l.title_key`, type: sql`text`, descends: false },
};

/** One page of cards, and one more row when there is a next page. */
export async function findCards(
  ctx: Context,
  search: Search,
  sort: Sort,
  after: { readonly key: string; readonly id: string } | undefined,
  limit: number,
): Promise<CardRow[]> {
  const { key, type, descends } =
    sort === 'relevance' ? { key: relevance(search), type: sql`bigint`, descends: true } : orders[sort];
  const conditions = [...matches(ctx, search), ...chosen(search)];
  const direction = descends ? sql`desc` : sql`asc`;
  if (after)
    conditions.push(
      sql`(${key}, l.product_id) ${descends ? sql`<` : sql`>`} (${after.key}::${type}, ${after.id}::uuid)`,
    );
  const { rows: found } = await sql<CardRow>`
    select l.product_id, l.slug, l.title, l.vendor, l.picture, l.amount_minor, l.amount_to_minor, l.compare_at_minor, l.lowest30_minor,
      l.available, l.condition, ${key}::text as sort_key
    from catalog.listing l where ${sql.join(conditions, sql` and `)}
    order by ${key} ${direction}, l.product_id ${direction} limit ${limit + 1}`.execute(ctx.tx);
  return found;
}

export interface FacetRow {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly value: string;
  readonly count: number;
}

/**
 * How many products there are, and how many each facet value would leave; one statement.
 *
 * A facet's own selection does not narrow its own counts: they answer "what if I chose this one as well".
 */
export async function countProducts(
  ctx: Context,
  search: Search,
): Promise<{ count: number; facets: FacetRow[] }> {
  const selected = Object.entries(search.facets);
  const others = selected.map(
    ([name, values]) =>
      sql`(split_part(term, ':', 1) = ${name} or base.facets && ${facetTerms(name, values)}::text[])`,
  );
  const both = selected.map(([name, values]) => sql`base.facets && ${facetTerms(name, values)}::text[]`);
  const all = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
    parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
  const { rows: found } = await sql<{ count: number; facets: FacetRow[] | null }>`
    with base as materialized (select l.facets from catalog.listing l where ${all(matches(ctx, search))})
    select (select count(*)::int from (select 1 from base where ${all(both)} limit 1001) found) as count,
      (select json_agg(json_build_object('name', d.code, 'label', d.label, 'kind', d.kind, 'unit', d.unit, 'value', t.value, 'count', t.n)
          order by d.position, d.label, t.n desc, t.value)
        from (
          select split_part(term, ':', 1) as name, substr(term, strpos(term, ':') + 1) as value, count(*)::int as n
          from base cross join unnest(base.facets) term where ${all(others)} group by 1, 2
        ) t join catalog.attribute_definition d on d.tenant_id = ${ctx.tenant.id} and d.code = t.name and d.filterable) as facets`.execute(
    ctx.tx,
  );
  return { count: found[0]?.count ?? 0, facets: found[0]?.facets ?? [] };
}
