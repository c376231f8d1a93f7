import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { PersonTable } from './paths.ts';

// By table name from the registry: the tenant plugin puts tenant_id = $n beside every table named here.

/** A row of any table, by our column names. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * The rows of a table that are about these persons: they name one of them, or name nobody and belong to a row that does.
 *
 * A row that names somebody else is that one's, wherever it belongs.
 */
export async function selectReached(
  ctx: Context,
  person: PersonTable,
  subjects: readonly SubjectId[],
  parentKeys: readonly unknown[],
  columns: readonly string[],
): Promise<Row[]> {
  const { table, about, parent } = person;
  return ctx.tx
    .selectFrom(table.name)
    .select([...columns])
    .where((eb) => {
      const named = about.map((column) => eb(column, '=', sql`any(${subjects})`));
      if (!parent || parentKeys.length === 0) return eb.or(named);
      const belongs = eb(parent.by, '=', sql`any(${parentKeys})`);
      return eb.or([...named, eb.and([belongs, ...about.map((column) => eb(column, 'is', null))])]);
    })
    .execute();
}

/** Columns of rows with these keys. */
export async function selectByKey(
  ctx: Context,
  table: string,
  key: string,
  keys: readonly unknown[],
  columns: readonly string[],
): Promise<Row[]> {
  return ctx.tx
    .selectFrom(table)
    .select([...columns])
    .where(key, '=', sql`any(${keys})`)
    .execute();
}

/** Whom the rows name that carry this hash in an index column. */
export async function selectByIndex(
  ctx: Context,
  table: string,
  index: string,
  of: string,
  hash: Buffer,
): Promise<SubjectId[]> {
  const rows: Record<string, SubjectId>[] = await ctx.tx
    .selectFrom(table)
    .select(of)
    .distinct()
    .where(index, '=', hash)
    .where(of, 'is not', null)
    .execute();
  return rows.flatMap((row) => row[of] ?? []);
}

/** Pairs of persons that a table's rows name as one and the same. */
export async function selectSame(
  ctx: Context,
  table: string,
  columns: readonly [string, string],
  subjects: readonly SubjectId[],
): Promise<SubjectId[]> {
  const rows: Record<string, SubjectId>[] = await ctx.tx
    .selectFrom(table)
    .select([...columns])
    .distinct()
    .where((eb) => eb.or(columns.map((column) => eb(column, '=', sql`any(${subjects})`))))
    .execute();
  return rows.flatMap((row) => columns.flatMap((column) => row[column] ?? []));
}

/** Rows of a table in the order of a key, from a place on. */
export async function selectPage(
  ctx: Context,
  table: string,
  columns: readonly string[],
  key: string,
  after: unknown,
  limit: number,
): Promise<Row[]> {
  let query = ctx.tx
    .selectFrom(table)
    .select([...columns])
    .orderBy(key)
    .limit(limit);
  if (after !== null) query = query.where(key, '>', after);
  return query.execute();
}

/** Adds a row to a table. */
export async function insertRow(
  ctx: Context,
  table: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const ready = Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      Array.isArray(value) && Buffer.isBuffer(value[0]) ? [name, sql`${value}::bytea[]`] : [name, value],
    ),
  );
  await ctx.tx.insertInto(table).values(ready).execute();
}
