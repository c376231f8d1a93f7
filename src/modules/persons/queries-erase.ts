import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { PersonTable } from './paths.ts';

// By table name from the registry: the tenant plugin puts tenant_id = $n beside every table named here.

/** Removes rows: by their ids, or all that name these persons or belong to these rows where rows have no id. */
export async function deleteReached(
  ctx: Context,
  person: PersonTable,
  subjects: readonly SubjectId[],
  keys: { readonly ids?: readonly unknown[]; readonly parents: readonly unknown[] },
): Promise<void> {
  const { table, about, parent } = person;
  const { ids, parents } = keys;
  await ctx.tx
    .deleteFrom(table.name)
    .where((eb) => {
      // A row that became somebody else's since it was looked at is theirs.
      const named = about.map((column) => eb(column, '=', sql`any(${subjects})`));
      const nobody = about.map((column) => eb(column, 'is', null));
      const belongs =
        parent && parents.length > 0 ? [eb.and([eb(parent.by, '=', sql`any(${parents})`), ...nobody])] : [];
      const theirs = eb.or([...named, ...belongs]);
      return ids ? eb.and([eb('id', '=', sql`any(${ids})`), theirs]) : theirs;
    })
    .execute();
}

/** Empties a column of rows. */
export async function clearColumn(
  ctx: Context,
  table: string,
  key: string,
  keys: readonly unknown[],
  column: string,
  empty: 'null' | 'empty list' | 'no bytes',
  of: { readonly column: string; readonly subjects: readonly SubjectId[] },
): Promise<void> {
  const value = { null: sql`null`, 'empty list': sql`'{}'`, 'no bytes': sql`''::bytea` }[empty];
  await ctx.tx
    .updateTable(table)
    .set({ [column]: value })
    .where(key, '=', sql`any(${keys})`)
    .where(of.column, '=', sql`any(${of.subjects})`)
    .execute();
}

/** Puts values into columns of one row. */
export async function updateRow(
  ctx: Context,
  table: string,
  key: string,
  id: unknown,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  await ctx.tx.updateTable(table).set(values).where(key, '=', id).execute();
}

/** The tables among these whose rows we may neither change nor remove, by PostgreSQL's own word. */
export async function selectUnchangeable(ctx: Context, tables: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${tables}::text[]) as name
    where not has_table_privilege(regexp_replace(name, '^([^.]+)\.(.+)$', '"\\1"."\\2"'), 'delete')`.execute(
    ctx.tx,
  );
  return new Set(rows.map(({ name }) => name));
}

/** Lets nothing more be stored about persons; waits for whoever is storing something now. */
export async function fenceSubjects(ctx: Context, subjects: readonly SubjectId[]): Promise<void> {
  await ctx.tx
    .updateTable('privacy.subject')
    .set({ state: 'erasing' })
    .where('id', '=', sql`any(${subjects})`)
    .where('state', 'in', ['active', 'restricted'])
    .execute();
}

/** Nobody is behind them any more. */
export async function closeSubjects(ctx: Context, subjects: readonly SubjectId[]): Promise<void> {
  await ctx.tx
    .updateTable('privacy.subject')
    .set({ state: 'erased', endedAt: sql`coalesce(ended_at, ${ctx.now})` })
    .where('id', '=', sql`any(${subjects})`)
    .execute();
}

export async function setSubjectState(
  ctx: Context,
  subject: SubjectId,
  state: 'active' | 'restricted' | 'erased',
): Promise<void> {
  await ctx.tx.updateTable('privacy.subject').set({ state }).where('id', '=', subject).execute();
}

/** What we know of persons themselves. */
export async function selectSubjects(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<{ id: SubjectId; role: string; state: string; createdAt: Date }[]> {
  return ctx.tx
    .selectFrom('privacy.subject')
    .select(['id', 'role', 'state', 'createdAt'])
    .where('id', '=', sql`any(${subjects})`)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
