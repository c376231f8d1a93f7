import type { Context } from '#kernel/context.ts';
import type { Finding, Prover } from '#kernel/module.ts';
import { declaredTables } from '#kernel/registry.ts';
import { pathFaults } from './path-faults.ts';
import { selectUnchangeable } from './queries-erase.ts';
import { selectForeignKeys } from './queries-paths.ts';

/** Everything personal can be reached, copied and erased: held against PostgreSQL's own foreign keys and rights. */
export const pathsProver: Prover = {
  name: 'persons',
  says: 'whatever is about a person can be found, copied and erased by its path in the registry',
  prove: provePaths,
};

async function provePaths(ctx: Context): Promise<readonly Finding[]> {
  const tables = declaredTables();
  const tenantTables = [...tables.values()].filter(({ scope }) => scope === 'tenant').map(({ name }) => name);
  const fixed = await selectUnchangeable(ctx, tenantTables);
  return pathFaults(tables, await selectForeignKeys(ctx), fixed).map((says) => ({ says, rows: [] }));
}
