import type { Kysely } from 'kysely';
import type { Database } from '#kernel/database.ts';
import type { Id } from '#kernel/ids.ts';
import type { DrillOutcome } from './run.ts';
import type { RetentionRows } from './tables.ts';

interface DrillRow {
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly outcome: DrillOutcome;
  readonly says: string;
  readonly tables: number;
  readonly rows: bigint;
  readonly durationMs: number;
}

const rows = (db: Pick<Database, 'reference'>): Kysely<RetentionRows> => db.reference;

export async function insertDrill(
  db: Pick<Database, 'reference'>,
  drill: DrillRow & { readonly id: Id<'drill'> },
): Promise<void> {
  await rows(db).insertInto('retention.drill').values(drill).execute();
}

export async function selectDrills(db: Pick<Database, 'reference'>, limit: number): Promise<DrillRow[]> {
  return rows(db)
    .selectFrom('retention.drill')
    .select(['startedAt', 'finishedAt', 'outcome', 'says', 'tables', 'rows', 'durationMs'])
    .orderBy('startedAt', 'desc')
    .limit(limit)
    .execute();
}
