import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { ForeignKey } from './path-faults.ts';

/** Every foreign key that PostgreSQL holds. */
export async function selectForeignKeys(ctx: Context): Promise<ForeignKey[]> {
  const { rows } = await sql<{ child: string; parent: string }>`
    select cn.nspname || '.' || c.relname as child, pn.nspname || '.' || p.relname as parent
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
    join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
    where k.contype = 'f'`.execute(ctx.tx);
  return rows;
}

/** The columns by which rows of a tenant can be found without reading all of them, as `schema.table column`. */
export async function selectIndexed(ctx: Context): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct n.nspname || '.' || c.relname || ' ' || coalesce(a2.attname, a1.attname) as name
    from pg_index i
    join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a1 on a1.attrelid = c.oid and a1.attnum = i.indkey[0]
    left join pg_attribute a2 on a2.attrelid = c.oid and a2.attnum = i.indkey[1]
    where a1.attname = 'tenant_id'`.execute(ctx.tx);
  return new Set(rows.map(({ name }) => name));
}
