import type { Kysely } from 'kysely';
import type { Database } from '#kernel/database.ts';
import type { Id } from '#kernel/ids.ts';
import type { Drill } from './run.ts';
import type { RetentionRows } from './tables.ts';

const rows = (db: Pick<Database, 'reference'>): Kysely<RetentionRows> => db.reference;

export async function insertDrill(
  db: Pick<Database, 'reference'>,
  drill: Drill & { readonly id: Id<'drill'> },
): Promise<void> {
  await rows(db).insertInto('retention.drill').values(drill).execute();
}

export async function selectDrills(db: Pick<Database, 'reference'>, limit: number): Promise<Drill[]> {
  return rows(db)
    .selectFrom('retention.drill')
    .select(['startedAt', 'finishedAt', 'outcome', 'says', 'tables', 'rows', 'durationMs'])
    .orderBy('startedAt', 'desc')
    .limit(limit)
    .execute();
}
