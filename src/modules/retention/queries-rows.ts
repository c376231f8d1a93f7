import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { snakeCase } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';

/** One row of any table of the registry: its key, whom it is about, and the row it belongs to. */
export async function selectRow(
  ctx: Context,
  table: Table,
  key: string,
  value: string,
): Promise<{ id: string; subjectId: SubjectId | null; belongsTo: string | null } | undefined> {
  const about = Object.entries(table.columns).find(
    ([, { spec }]) => spec.kind === 'subject' && spec.reach === 'about',
  )?.[0];
  const column = (name: string | undefined, as: string) =>
    name === undefined ? sql`null` : sql.raw(`t."${snakeCase(name)}"::${as}`);
  const { rows } = await sql<{ id: string; subjectId: SubjectId | null; belongsTo: string | null }>`
    select ${column('id' in table.columns ? 'id' : undefined, 'text')} as id, ${column(about, 'uuid')} as subject_id, ${column(table.rules.belongsTo?.by, 'text')} as belongs_to
    from ${sql.raw(
      table.name
        .split('.')
        .map((part) => `"${part}"`)
        .join('.'),
    )} as t
    where t.tenant_id = ${ctx.tenant.id} and ${column(key, 'text')} = ${value} limit 1`.execute(ctx.tx);
  return rows[0];
}
