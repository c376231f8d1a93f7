import type { Database } from '#kernel/database.ts';
import { newId } from '#kernel/ids.ts';
import type { Declared } from './gate.ts';
import { selectLeaking } from '../queries-catalogue.ts';

/**
 * Reads every tenant table as a tenant that does not exist, and expects to see nothing.
 *
 * Shape: the tables that showed something. Run before a process serves. Source: privacy.md C14.
 */
export function tablesThatLeak(
  db: Pick<Database, 'statement'>,
  modules: readonly Declared[],
): Promise<string[]> {
  const tables = modules
    .flatMap((module) => Object.values(module.tables))
    .filter((table) => table.scope === 'tenant');
  return selectLeaking(
    db,
    newId(),
    tables.map((table) => table.name),
  );
}
