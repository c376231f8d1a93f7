import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { OfferId } from './tables.ts';

/** Matches as the staff list of products does. */
export async function selectOfferIdsByText(ctx: Context, words: string, limit: number): Promise<OfferId[]> {
  const tenant = ctx.tenant.id;
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows: found } = await sql<{ id: OfferId }>`
    select o.id from catalog.offer o
    join catalog.product p on p.tenant_id = ${tenant} and p.id = o.product_id
    join catalog.variant v on v.tenant_id = ${tenant} and v.id = o.variant_id
    where o.tenant_id = ${tenant} and o.retired_at is null
      and (kernel.fold(p.title) like kernel.fold(${like}) or kernel.fold(o.sku) like kernel.fold(${like}) or v.gtin = ${words})
    limit ${limit}`.execute(ctx.tx);
  return found.map((row) => row.id);
}
