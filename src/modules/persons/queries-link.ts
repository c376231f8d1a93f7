import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { LinkId, PersonsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PersonsRows> => ctx.tx;

export async function insertLink(
  ctx: Context,
  link: {
    readonly id: LinkId;
    readonly keptId: SubjectId;
    readonly goneId: SubjectId;
    readonly because: 'proven' | 'staff';
    readonly linkedBy: SubjectId | null;
  },
): Promise<void> {
  await rows(ctx)
    .insertInto('persons.link')
    .values({ ...link, linkedAt: ctx.now })
    .execute();
}

export async function insertMoved(
  ctx: Context,
  linkId: LinkId,
  tableName: string,
  columnName: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await rows(ctx)
    .insertInto('persons.moved_row')
    .values(ids.map((rowId) => ({ linkId, tableName, columnName, rowId })))
    .execute();
}

export async function findLink(
  ctx: Context,
  id: LinkId,
): Promise<{ keptId: SubjectId; goneId: SubjectId } | undefined> {
  const row = await rows(ctx)
    .selectFrom('persons.link')
    .select(['keptId', 'goneId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.goneId ? { keptId: row.keptId, goneId: row.goneId } : undefined;
}

export const selectMoved = (
  ctx: Context,
  linkId: LinkId,
): Promise<{ tableName: string; columnName: string; rowId: string }[]> =>
  rows(ctx)
    .selectFrom('persons.moved_row')
    .select(['tableName', 'columnName', 'rowId'])
    .where('linkId', '=', linkId)
    .execute();

export async function deleteLink(ctx: Context, id: LinkId): Promise<void> {
  await rows(ctx).deleteFrom('persons.link').where('id', '=', id).execute();
}

/** Persons whose rows in one table carry the same look-up hash, those with the most first. */
export async function selectTwins(
  ctx: Context,
  table: string,
  index: string,
  of: string,
  limit: number,
): Promise<SubjectId[][]> {
  const found: { people: SubjectId[] }[] = await ctx.tx
    .selectFrom(table)
    .select(sql<SubjectId[]>`array_agg(distinct ${sql.ref(of)})`.as('people'))
    .where(index, 'is not', null)
    .groupBy(index)
    .having(sql`count(distinct ${sql.ref(of)})`, '>', 1)
    .orderBy(sql`count(distinct ${sql.ref(of)})`, 'desc')
    .limit(limit)
    .execute();
  return found.map(({ people }) => people);
}
