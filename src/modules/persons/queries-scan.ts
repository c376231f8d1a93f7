import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Database } from '#kernel/database.ts';

/** How many rows of a table hold one of the texts, in any column, in the clear. Units: the texts are in lower case. */
export async function countInTable(ctx: Context, table: string, texts: readonly string[]): Promise<number> {
  const row: { count: number } = await ctx.tx
    .selectFrom(`${table} as scanned`)
    .select(sql<number>`count(*)::integer`.as('count'))
    .where(
      sql<boolean>`exists (select from unnest(${texts}::text[]) as wanted where position(wanted in lower(scanned::text)) > 0)`,
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** As `countInTable`, for the job queue. */
export async function countInJobs(
  db: Pick<Database, 'statement'>,
  texts: readonly string[],
): Promise<number> {
  const [row] = await db.statement<{ count: number }>(
    `select count(*)::integer as count from pgboss.job as scanned
     where exists (select from unnest($1::text[]) as wanted where position(wanted in lower(scanned::text)) > 0)`,
    [texts],
  );
  return row?.count ?? 0;
}
