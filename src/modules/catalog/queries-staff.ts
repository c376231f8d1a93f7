import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { ProductId, ProductStatus, StoredPicture } from './tables.ts';

interface StaffRow {
  readonly id: ProductId;
  readonly slug: string;
  readonly title: string;
  readonly vendor: string | null;
  readonly status: ProductStatus;
  readonly version: number;
  readonly updatedAt: Date;
  readonly picture: StoredPicture | null;
  readonly variants: number;
  readonly available: boolean;
  readonly low: bigint | null;
  readonly high: bigint | null;
  readonly sortKey: string;
}

export type StaffSort = 'updated' | 'newest' | 'title';

/** A page of all products, whatever their status, and one row more when there is a next page. */
export async function findStaffRows(
  ctx: Context,
  {
    q,
    status,
    sort,
    after,
    limit,
  }: {
    q: string | undefined;
    status: ProductStatus | undefined;
    sort: StaffSort;
    after: { key: string; id: string } | undefined;
    limit: number;
  },
): Promise<StaffRow[]> {
  const tenant = ctx.tenant.id;
  const { key, type, descends } = {
    updated: { key: sql`p.updated_at`, type: sql`timestamptz`, descends: true },
    newest: { key: sql`p.created_at`, type: sql`timestamptz`, descends: true },
    title: { key: sql`kernel.fold(p.title) collate "C"`, type: sql`text`, descends: false },
  }[sort];
  const direction = descends ? sql`desc` : sql`asc`;
  const conditions = [sql`p.tenant_id = ${tenant}`];
  if (status) conditions.push(sql`p.status = ${status}`);
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(kernel.fold(p.title) like kernel.fold(${like}) or kernel.fold(p.vendor) like kernel.fold(${like}) or p.id in (
      select o.product_id from catalog.offer o where o.tenant_id = ${tenant} and o.retired_at is null and kernel.fold(o.sku) like kernel.fold(${like})
      union all select v.product_id from catalog.variant v where v.tenant_id = ${tenant} and v.retired_at is null and v.gtin = ${q}))`);
  }
  if (after)
    conditions.push(
      sql`(${key}, p.id) ${descends ? sql`<` : sql`>`} (${after.key}::${type}, ${after.id}::uuid)`,
    );
  const { rows: found } = await sql<StaffRow>`
    select p.id, p.slug, p.title, p.vendor, p.status, p.version, p.updated_at, ${key}::text as sort_key, picture.json as picture,
      offers.variants, offers.available, offers.low, offers.high
    from (select * from catalog.product p where ${sql.join(conditions, sql` and `)} order by ${key} ${direction}, p.id ${direction} limit ${limit + 1}) p
    cross join lateral (
      select count(distinct o.id)::int as variants, coalesce(bool_or(s.available), false) as available, min(op.amount_minor) as low, max(op.amount_minor) as high
      from catalog.offer o
      left join catalog.offer_stock s on s.tenant_id = ${tenant} and s.offer_id = o.id
      left join catalog.offer_price op on op.tenant_id = ${tenant} and op.offer_id = o.id and op.currency = ${ctx.tenant.currency}
      where o.tenant_id = ${tenant} and o.product_id = p.id and o.retired_at is null
    ) offers
    left join lateral (
      select jsonb_build_object('id', m.id, 'alt', m.alt, 'width', m.width, 'height', m.height) as json from catalog.media m
      where m.tenant_id = ${tenant} and m.product_id = p.id and m.state = 'ready' order by m.position, m.id limit 1
    ) picture on true
    order by ${key} ${direction}, p.id ${direction}`.execute(ctx.tx);
  return found;
}

/** How many products have each status. */
export async function countByStatus(ctx: Context): Promise<Record<ProductStatus, number>> {
  const { rows: found } = await sql<{ status: ProductStatus; n: number }>`
    select status, count(*)::int as n from catalog.product where tenant_id = ${ctx.tenant.id} group by status`.execute(
    ctx.tx,
  );
  return { draft: 0, active: 0, archived: 0, ...Object.fromEntries(found.map((row) => [row.status, row.n])) };
}
