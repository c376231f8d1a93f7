import type { Table } from '#kernel/registry.ts';
import { indexColumns, personTables, sealedColumns } from './paths.ts';

/** That rows of one table point to rows of another, as PostgreSQL knows it. */
export interface ForeignKey {
  readonly child: string;
  readonly parent: string;
}

/**
 * What an erasure or a copy would miss: tables that point to somebody's rows and say neither that they belong to them
 * nor why not, content about a column that reaches nobody, look-up hashes that cannot be removed.
 *
 * Shape: one sentence for each; empty when everything personal is reached. Source: privacy.md C1, P1, P2.
 */
export function pathFaults(
  tables: ReadonlyMap<string, Table>,
  foreignKeys: readonly ForeignKey[],
  unchangeable: ReadonlySet<string>,
): string[] {
  const reaching = personTables(tables);
  const faults = foreignKeys
    .filter(({ child, parent }) => reaching.has(parent) && !reaching.has(child))
    .filter(({ child }) => tables.get(child)?.rules.impersonal === undefined)
    .map(
      ({ child, parent }) =>
        `${child} points to ${parent}, which reaches a person, and does not say whose its rows are`,
    );
  const people = namesOfPeople(tables);
  for (const table of tables.values()) {
    if (table.scope !== 'tenant') continue;
    faults.push(...columnFaults(table, people), ...belongsFaults(table, tables));
    if (unchangeable.has(table.name)) faults.push(...fixedFaults(table));
  }
  return [...new Set(faults)];
}

/** Every name under which some table keeps a person's key. */
const namesOfPeople = (tables: ReadonlyMap<string, Table>): Set<string> =>
  new Set(
    [...tables.values()].flatMap((table) =>
      Object.entries(table.columns).flatMap(([name, { spec }]) => (spec.kind === 'subject' ? [name] : [])),
    ),
  );

function columnFaults(table: Table, people: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  for (const [name, { of }] of [...sealedColumns(table), ...indexColumns(table)]) {
    const spec = table.columns[of]?.spec;
    if (spec?.kind !== 'subject' || spec.reach !== 'about')
      faults.push(`${table.name}.${name} is about ${of}, which names no person that its row is about`);
  }
  for (const [name, { spec }] of Object.entries(table.columns)) {
    if (spec.kind === 'plain' && people.has(name))
      faults.push(`${table.name}.${name} is called like a person's key and is declared plain`);
    if (spec.kind === 'subject' && spec.sameAs !== undefined && !(spec.sameAs in table.columns))
      faults.push(`${table.name}.${name} is said to be the same as ${spec.sameAs}, which is not there`);
  }
  return faults;
}

function belongsFaults({ name, columns, rules }: Table, tables: ReadonlyMap<string, Table>): string[] {
  const { belongsTo, aboutRow } = rules;
  const faults = Object.values(aboutRow ?? {})
    .filter((column) => !(column in columns))
    .map((column) => `${name} is about another row by ${column}, which it does not have`);
  if (!belongsTo) return faults;
  const above = tables.get(belongsTo.table);
  if (!above) return [...faults, `${name} belongs to ${belongsTo.table}, which no module declares`];
  if (!(belongsTo.by in columns)) faults.push(`${name} belongs by ${belongsTo.by}, which it does not have`);
  if (!((belongsTo.key ?? 'id') in above.columns))
    faults.push(`${name} belongs to ${belongsTo.table} by a key that is not there`);
  return faults;
}

/** The end of a key ends what is sealed; a row or a hash that cannot be removed stays. */
function fixedFaults(table: Table): string[] {
  const faults: string[] = [];
  if (table.rules.onErase === 'delete-row') faults.push(`${table.name} is to lose rows and never can`);
  for (const [name] of indexColumns(table))
    faults.push(`${table.name}.${name} can be looked somebody up by and can never be emptied`);
  return faults;
}
