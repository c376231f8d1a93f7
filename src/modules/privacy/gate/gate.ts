import type { Database } from '#kernel/database.ts';
import type { Module } from '#kernel/module.ts';
import { snakeCase } from '#kernel/registry.ts';
import type { ColumnSpec, Table } from '#kernel/registry.ts';
import { selectColumns, selectRoleFaults, selectTriggers } from '../queries-catalogue.ts';
import type { CatalogueColumn } from '../queries-catalogue.ts';

/** The part of a module that the registry is made of. */
export type Declared = Pick<Module, 'name' | 'tables' | 'triggers'>;

const typeOf: Readonly<Partial<Record<ColumnSpec['kind'], string>>> = {
  subject: 'uuid',
  sealed: 'bytea',
  blindIndex: 'bytea',
  searchTokens: 'bytea[]',
  tenantSealed: 'bytea',
};

/**
 * Holds PostgreSQL's own catalogue against the registry, both ways.
 *
 * Shape: one sentence for each column, view or trigger that only one of them knows, or whose type cannot hold what was
 * declared; empty when they agree. Source: privacy.md C1.
 */
export async function registryFaults(
  db: Pick<Database, 'statement'>,
  modules: readonly Declared[],
): Promise<string[]> {
  return [
    ...columnFaults(await selectColumns(db), tablesOf(modules)),
    ...triggerFaults(await selectTriggers(db), modules),
  ];
}

/** Why a process must not serve: registry and database differ, or its role could step over the wall. */
export async function bootFaults(
  db: Pick<Database, 'statement'>,
  modules: readonly Declared[],
): Promise<string[]> {
  const role = await selectRoleFaults(db);
  return [...(await registryFaults(db, modules)), ...role.map((fault) => `the runtime role ${fault}`)];
}

function tablesOf(modules: readonly Declared[]): Map<string, Table> {
  return new Map(
    modules.flatMap((module) => Object.values(module.tables).map((table) => [table.name, table] as const)),
  );
}

function columnFaults(there: readonly CatalogueColumn[], declared: ReadonlyMap<string, Table>): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const column of there) {
    const name = `${column.table}.${column.column}`;
    const spec = specByColumn(declared.get(column.table)).get(column.column);
    seen.add(name);
    if (column.kind !== 'r' && column.kind !== 'p')
      faults.push(`${name} belongs to a view or foreign table; declare a table or drop it`);
    else if (!spec) faults.push(`${name} exists in PostgreSQL but is not declared in the registry`);
    else if ((typeOf[spec.kind] ?? column.type) !== column.type)
      faults.push(
        `${name} is declared ${spec.kind} and so must be ${typeOf[spec.kind]}, but is ${column.type}`,
      );
    else if (spec.kind === 'plain' && column.type.startsWith('bytea') && !/hash|seal|key/i.test(spec.because))
      faults.push(`${name} holds bytes that are declared plain without saying why they are no envelope`);
  }
  for (const table of declared.values()) {
    for (const column of specByColumn(table).keys()) {
      if (!seen.has(`${table.name}.${column}`))
        faults.push(`${table.name}.${column} is declared in the registry but does not exist in PostgreSQL`);
    }
  }
  return faults;
}

const specByColumn = (table: Table | undefined): Map<string, ColumnSpec> =>
  new Map(Object.entries(table?.columns ?? {}).map(([name, column]) => [snakeCase(name), column.spec]));

function triggerFaults(there: readonly string[], modules: readonly Declared[]): string[] {
  const declared = new Set(modules.flatMap((module) => module.triggers ?? []));
  const faults = there
    .filter((name) => !/\.never_(changed|removed)$/.test(name) && !declared.has(name))
    .map((name) => `the trigger ${name} exists in PostgreSQL but no module declares it`);
  for (const name of declared)
    if (!there.includes(name))
      faults.push(`the trigger ${name} is declared but does not exist in PostgreSQL`);
  return faults;
}
