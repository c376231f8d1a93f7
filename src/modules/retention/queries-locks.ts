import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { snakeCase } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';
import type { Lock } from './lock.ts';
import { nameOf } from './queries-clocks.ts';

/** Tables whose rows nobody may remove by right, from the triggers that say so. */
export async function selectLocks(ctx: Context): Promise<Map<string, Lock>> {
  const { rows } = await sql<{ name: string; isLog: boolean; agedBy: string | null }>`
    select n.nspname || '.' || c.relname as name, bool_or(g.tgname = 'never_changed') as is_log,
      max(case when g.tgnargs = 2 then split_part(encode(g.tgargs, 'escape'), '\\000', 1) end) as aged_by
    from pg_trigger as g join pg_class as c on c.oid = g.tgrelid join pg_namespace as n on n.oid = c.relnamespace
    where g.tgname in ('never_changed', 'never_removed') group by 1`.execute(ctx.tx);
  return new Map(rows.map(({ name, isLog, agedBy }) => [name, { isLog, agedBy }]));
}

/** What time the database has. */
export async function selectDatabaseTime(ctx: Context): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select now() as at`.execute(ctx.tx);
  return rows[0]?.at ?? ctx.now;
}

/** Deletes rows by a key of theirs; where nobody has the right to, by the one function that has, which looks at their age itself. */
export async function endRows(
  ctx: Context,
  table: Table,
  by: string,
  keys: readonly string[],
  isLocked: boolean,
): Promise<void> {
  await (
    isLocked
      ? sql`select retention.end_rows(${table.name}, ${snakeCase(by)}, ${[...keys]}::uuid[])`
      : sql`delete from ${nameOf(table)} as t where t.tenant_id = ${ctx.tenant.id} and ${sql.raw(`t."${snakeCase(by)}"`)} = any(${[...keys]}::uuid[])`
  ).execute(ctx.tx);
}
