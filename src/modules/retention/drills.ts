import type { Database } from '#kernel/database.ts';
import { newId } from '#kernel/ids.ts';
import type { Id } from '#kernel/ids.ts';
import { insertDrill, selectDrills } from './queries-drills.ts';
import type { Drill } from './run.ts';

/** Writes down how a restore drill went. Source: GDPR art. 32(1)(d); clause KC-31. */
export async function recordDrill(db: Pick<Database, 'reference'>, drill: Drill): Promise<void> {
  await insertDrill(db, { id: newId<Id<'drill'>>(), ...drill });
}

/** The last drills, newest first. */
export const listDrills = (db: Pick<Database, 'reference'>, limit = 12): Promise<Drill[]> =>
  selectDrills(db, limit);
