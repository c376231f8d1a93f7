import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { snakeCase } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';

export interface FoundRow {
  readonly id: string;
  readonly subjectId: SubjectId | null;
  readonly belongsTo: string | null;
  readonly number: string | null;
  readonly role: string | null;
}

/** One row of any table of the registry: its key, whom it is about, the row it belongs to, the number people know it by, and in which role. */
export async function selectRow(
  ctx: Context,
  table: Table,
  key: string,
  value: string,
): Promise<FoundRow | undefined> {
  const about = Object.entries(table.columns).find(
    ([, { spec }]) => spec.kind === 'subject' && spec.reach === 'about',
  )?.[0];
  const column = (name: string | undefined, as: string) =>
    name === undefined ? sql`null` : sql.raw(`t."${snakeCase(name)}"::${as}`);
  const { rows } = await sql<FoundRow>`
    select ${column('id' in table.columns ? 'id' : undefined, 'text')} as id, ${column(about, 'uuid')} as subject_id, ${column(table.rules.belongsTo?.by, 'text')} as belongs_to, ${column('number' in table.columns ? 'number' : undefined, 'text')} as number, ${column('role' in table.columns ? 'role' : undefined, 'text')} as role
    from ${sql.raw(
      table.name
        .split('.')
        .map((part) => `"${part}"`)
        .join('.'),
    )} as t
    where t.tenant_id = ${ctx.tenant.id} and t.${sql.ref(snakeCase(key))} = ${value} limit 1`.execute(ctx.tx);
  return rows[0];
}
