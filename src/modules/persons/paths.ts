import assert from 'node:assert/strict';
import { declaredTables } from '#kernel/registry.ts';
import type { ColumnSpec, Retention, Table } from '#kernel/registry.ts';

/** A table whose rows can be about a person, and how they reach one. */
export interface PersonTable {
  readonly table: Table;
  /** Its columns that name the person a row is about. */
  readonly about: readonly string[];
  /** The table about a person to whose rows its rows belong. */
  readonly parent?: { readonly table: PersonTable; readonly by: string; readonly key: string };
}

export type SealedSpec = Extract<ColumnSpec, { kind: 'sealed' }>;
type IndexSpec = Extract<ColumnSpec, { kind: 'blindIndex' | 'searchTokens' }>;

/** Every table that reaches a person, those that others belong to before those others. */
export function personTables(
  declared: ReadonlyMap<string, Table> = declaredTables(),
): ReadonlyMap<string, PersonTable> {
  const found = new Map<string, PersonTable>();
  const visit = (table: Table, below: readonly string[]): PersonTable | undefined => {
    assert(!below.includes(table.name), `tables belong to each other in a circle: ${below.join(', ')}`);
    const known = found.get(table.name);
    if (known) return known;
    const { belongsTo } = table.rules;
    const above = belongsTo && declared.get(belongsTo.table);
    const parent = above && visit(above, [...below, table.name]);
    const about = aboutColumns(table);
    if (table.scope !== 'tenant' || (about.length === 0 && !parent)) return undefined;
    const made: PersonTable = {
      table,
      about,
      ...(parent && belongsTo && { parent: { table: parent, by: belongsTo.by, key: belongsTo.key ?? 'id' } }),
    };
    found.set(table.name, made);
    return made;
  };
  for (const table of declared.values()) visit(table, []);
  return found;
}

const aboutColumns = (table: Table): string[] =>
  Object.entries(table.columns)
    .filter(([, { spec }]) => spec.kind === 'subject' && spec.reach === 'about')
    .map(([name]) => name);

/** A table's sealed columns, by name. */
export const sealedColumns = (table: Table): [string, SealedSpec][] =>
  Object.entries(table.columns).flatMap(([name, { spec }]) => (spec.kind === 'sealed' ? [[name, spec]] : []));

/** A table's columns by which people are looked up: blind indexes and search tokens. */
export const indexColumns = (table: Table): [string, IndexSpec][] =>
  Object.entries(table.columns).flatMap(([name, { spec }]) =>
    spec.kind === 'blindIndex' || spec.kind === 'searchTokens' ? [[name, spec]] : [],
  );

/** The table whose column starts the clock of a table's rows, and that column: its own, or of one it belongs to. */
export function anchorPlace(
  person: PersonTable,
): { readonly table: PersonTable; readonly column: string } | undefined {
  const wanted = person.table.rules.agesFrom;
  for (let at: PersonTable | undefined = person; at; at = at.parent?.table) {
    const column: string | undefined = wanted ?? at.table.rules.agesFrom;
    if (column !== undefined && column in at.table.columns) return { table: at, column };
  }
  return undefined;
}

/** How long a row as a whole stays: as its table says, or the one it belongs to. */
export function rowRetention(person: PersonTable): Retention | undefined {
  for (let at: PersonTable | undefined = person; at; at = at.parent?.table)
    if (at.table.rules.retention) return at.table.rules.retention;
  return undefined;
}
