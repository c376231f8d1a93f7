import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { OfferId, ProductId } from './tables.ts';
import { rows } from './queries.ts';

/**
 * Writes the listing rows of these products anew from what is stored: one statement adds and changes, one removes.
 *
 * Called by every verb that changes what a list or the search shows, in its own transaction.
 */
export async function refreshListing(ctx: Context, productIds: readonly ProductId[]): Promise<void> {
  if (productIds.length === 0) return;
  const tenant = ctx.tenant.id;
  await sql`
    delete from catalog.listing l where l.tenant_id = ${tenant} and l.product_id = any(${productIds})
      and not exists (select 1 from catalog.product p where p.tenant_id = ${tenant} and p.id = l.product_id and p.status = 'active')
  `.execute(ctx.tx);
  await sql`
    insert into catalog.listing (tenant_id, product_id, currency, slug, title, vendor, picture, amount_minor, amount_to_minor, compare_at_minor,
      lowest30_minor, available, condition, created_at, price_low, price_high, title_key, search, fuzzy, codes, facets, collections, categories)
    select p.tenant_id, p.id, money.currency, p.slug, p.title, p.vendor, picture.json, price.low, price.high, price.compare_at,
      price.lowest30, coalesce(stock.available, false), p.condition, p.created_at,
      coalesce(price.low, 9223372036854775807), coalesce(price.high, -1), kernel.fold(p.title),
      setweight(to_tsvector('simple', kernel.fold(p.title)), 'A')
        || setweight(to_tsvector('simple', kernel.fold(coalesce(p.vendor, '') || ' ' || coalesce(array_to_string(code.list, ' '), ''))), 'B')
        || setweight(to_tsvector('simple', kernel.fold(concat_ws(' ', p.product_type, array_to_string(p.tags, ' '), shelf.words, facet.words))), 'C')
        || setweight(to_tsvector('simple', kernel.fold(left(regexp_replace(p.description_html, '<[^>]*>', ' ', 'g'), 20000))), 'D'),
      kernel.fold(p.title || ' ' || coalesce(p.vendor, '')),
      coalesce(code.folded, '{}'), coalesce(facet.list, '{}'), coalesce(shown.slugs, '{}'), coalesce(shelf.slugs, '{}')
    from catalog.product p
    cross join lateral (
      select ${ctx.tenant.currency}::text as currency
      union select op.currency from catalog.offer o
        join catalog.offer_price op on op.tenant_id = ${tenant} and op.offer_id = o.id
        where o.tenant_id = ${tenant} and o.product_id = p.id and o.retired_at is null
    ) money
    left join lateral (
      select min(op.amount_minor) as low, max(op.amount_minor) as high,
        (array_agg(op.compare_at_minor order by op.amount_minor, o.id))[1] as compare_at,
        (array_agg(op.lowest30_minor order by op.amount_minor, o.id))[1] as lowest30
      from catalog.offer o join catalog.offer_price op on op.tenant_id = ${tenant} and op.offer_id = o.id
      where o.tenant_id = ${tenant} and o.product_id = p.id and o.retired_at is null and op.currency = money.currency
    ) price on true
    left join lateral (
      select bool_or(s.available) as available from catalog.offer o
        join catalog.offer_stock s on s.tenant_id = ${tenant} and s.offer_id = o.id
      where o.tenant_id = ${tenant} and o.product_id = p.id and o.retired_at is null
    ) stock on true
    left join lateral (
      select jsonb_build_object('id', m.id, 'alt', m.alt, 'width', m.width, 'height', m.height) as json from catalog.media m
      where m.tenant_id = ${tenant} and m.product_id = p.id and m.state = 'ready' order by m.position, m.id limit 1
    ) picture on true
    left join lateral (
      select array_agg(c.code) as list, array_agg(kernel.fold(c.code)) as folded from (
        select o.sku as code from catalog.offer o where o.tenant_id = ${tenant} and o.product_id = p.id and o.retired_at is null and o.sku is not null
        union select v.gtin from catalog.variant v where v.tenant_id = ${tenant} and v.product_id = p.id and v.retired_at is null and v.gtin is not null
      ) c
    ) code on true
    left join lateral (
      select array_agg(d.code || ':' || a.value) filter (where d.filterable) as list,
        string_agg(a.value, ' ') filter (where d.kind in ('text', 'choice')) as words
      from catalog.product_attribute a join catalog.attribute_definition d on d.tenant_id = ${tenant} and d.id = a.attribute_id
      where a.tenant_id = ${tenant} and a.product_id = p.id
    ) facet on true
    left join lateral (
      select array_agg(c.slug) as slugs from catalog.collection_product cp
        join catalog.collection c on c.tenant_id = ${tenant} and c.id = cp.collection_id
      where cp.tenant_id = ${tenant} and cp.product_id = p.id
    ) shown on true
    left join lateral (
      select array_agg(up.slug) as slugs, string_agg(up.title, ' ') as words from catalog.category leaf
        join catalog.category up on up.tenant_id = ${tenant} and up.id = any(leaf.path)
      where leaf.tenant_id = ${tenant} and leaf.id = p.category_id
    ) shelf on true
    where p.tenant_id = ${tenant} and p.id = any(${productIds}) and p.status = 'active'
    on conflict (tenant_id, product_id, currency) do update set
      slug = excluded.slug, title = excluded.title, vendor = excluded.vendor, picture = excluded.picture, amount_minor = excluded.amount_minor,
      amount_to_minor = excluded.amount_to_minor, compare_at_minor = excluded.compare_at_minor, lowest30_minor = excluded.lowest30_minor,
      available = excluded.available, condition = excluded.condition, created_at = excluded.created_at, price_low = excluded.price_low,
      price_high = excluded.price_high, title_key = excluded.title_key, search = excluded.search, fuzzy = excluded.fuzzy, codes = excluded.codes,
      facets = excluded.facets, collections = excluded.collections, categories = excluded.categories
  `.execute(ctx.tx);
}

export interface ListedPrice {
  readonly offerId: OfferId;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | null;
  readonly lowest30Minor: bigint | null;
}

/** Stores what pricing says. Shape: the products whose listing must follow. */
export async function upsertOfferPrices(ctx: Context, prices: readonly ListedPrice[]): Promise<ProductId[]> {
  const given = JSON.stringify(
    prices.map((price) => ({
      id: price.offerId,
      currency: price.currency,
      amount: String(price.amountMinor),
      compare: price.compareAtMinor === null ? null : String(price.compareAtMinor),
      lowest: price.lowest30Minor === null ? null : String(price.lowest30Minor),
    })),
  );
  const { rows: found } = await sql<{ productId: ProductId }>`
    with given as (
      select o.id, o.product_id, n.currency, n.amount, n.compare, n.lowest
      from jsonb_to_recordset(${given}::jsonb) as n(id uuid, currency text, amount bigint, compare bigint, lowest bigint)
      join catalog.offer o on o.tenant_id = ${ctx.tenant.id} and o.id = n.id
    ), written as (
      insert into catalog.offer_price (tenant_id, offer_id, currency, amount_minor, compare_at_minor, lowest30_minor)
      select ${ctx.tenant.id}::uuid, id, currency, amount, compare, lowest from given order by id
      on conflict (tenant_id, offer_id, currency) do update set
        amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor, lowest30_minor = excluded.lowest30_minor
    )
    select distinct product_id from given`.execute(ctx.tx);
  return found.map((row) => row.productId);
}

export interface ListedStock {
  readonly offerId: OfferId;
  readonly available: boolean;
  readonly left: number | null;
}

/** Stores what inventory says, where it differs. Shape: the products of which something became available or ceased to be. */
export async function upsertOfferStock(ctx: Context, levels: readonly ListedStock[]): Promise<ProductId[]> {
  const { rows: found } = await sql<{ productId: ProductId }>`
    with given as (
      select o.id, o.product_id, n.available, n.left as remaining
      from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) as n("offerId" uuid, available boolean, "left" integer)
      join catalog.offer o on o.tenant_id = ${ctx.tenant.id} and o.id = n."offerId"
    ), written as (
      insert into catalog.offer_stock as s (tenant_id, offer_id, available, remaining)
      select ${ctx.tenant.id}::uuid, id, available, remaining from given order by id
      on conflict (tenant_id, offer_id) do update set available = excluded.available, remaining = excluded.remaining
        where (s.available, s.remaining) is distinct from (excluded.available, excluded.remaining)
      returning s.offer_id, old.available is distinct from new.available as turned
    )
    select distinct g.product_id from given g join written w on w.offer_id = g.id where w.turned`.execute(
    ctx.tx,
  );
  return found.map((row) => row.productId);
}

/**
 * Makes writers of the same product's listing wait for each other: a statement after this one sees what the other wrote.
 *
 * Without it, two prices set at once could each compute a listing row that lacks the other's.
 */
export async function lockForListing(ctx: Context, productIds: readonly ProductId[]): Promise<void> {
  await rows(ctx)
    .selectFrom('catalog.product')
    .select('id')
    .where('id', '=', (eb) => eb.fn.any(eb.val(productIds)))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Brings "can be had" of these products' listing rows in line with their offers; touches only rows that change. */
export async function refreshAvailability(ctx: Context, productIds: readonly ProductId[]): Promise<void> {
  const tenant = ctx.tenant.id;
  await sql`
    update catalog.listing l set available = now_is.available from (
      select o.product_id, coalesce(bool_or(s.available), false) as available from catalog.offer o
      left join catalog.offer_stock s on s.tenant_id = ${tenant} and s.offer_id = o.id
      where o.tenant_id = ${tenant} and o.product_id = any(${productIds}) and o.retired_at is null group by o.product_id
    ) now_is
    where l.tenant_id = ${tenant} and l.product_id = now_is.product_id and l.available <> now_is.available`.execute(
    ctx.tx,
  );
}

/** Listing rows that do not say what products, prices and stock say; for the prover. */
export async function findListingDrift(ctx: Context): Promise<{ productId: string; says: string }[]> {
  const tenant = ctx.tenant.id;
  const { rows: found } = await sql<{ productId: string; says: string }>`
    select p.id as product_id, 'an active product is missing from the listing' as says from catalog.product p
      where p.tenant_id = ${tenant} and p.status = 'active' and not exists
        (select 1 from catalog.listing l where l.tenant_id = ${tenant} and l.product_id = p.id and l.currency = ${ctx.tenant.currency})
    union all
    select l.product_id, 'the listing shows a product that is not on sale' from catalog.listing l
      join catalog.product p on p.tenant_id = ${tenant} and p.id = l.product_id
      where l.tenant_id = ${tenant} and p.status <> 'active'
    union all
    select l.product_id, 'the listing shows another price, name or availability than the product has' from catalog.listing l
      join catalog.product p on p.tenant_id = ${tenant} and p.id = l.product_id
      cross join lateral (
        select min(op.amount_minor) as low, max(op.amount_minor) as high, coalesce(bool_or(s.available), false) as available
        from catalog.offer o
        left join catalog.offer_price op on op.tenant_id = ${tenant} and op.offer_id = o.id and op.currency = l.currency
        left join catalog.offer_stock s on s.tenant_id = ${tenant} and s.offer_id = o.id
        where o.tenant_id = ${tenant} and o.product_id = p.id and o.retired_at is null
      ) true_is
      where l.tenant_id = ${tenant} and p.status = 'active' and (l.amount_minor, l.amount_to_minor, l.available, l.title, l.slug)
        is distinct from (true_is.low, true_is.high, true_is.available, p.title, p.slug)
    limit 100`.execute(ctx.tx);
  return found;
}
