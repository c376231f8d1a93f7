import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { anchorPlace, personTables } from './paths.ts';
import type { PersonTable } from './paths.ts';
import { selectByKey, selectReached } from './queries-reach.ts';
import type { Row } from './queries-reach.ts';

export type { Row } from './queries-reach.ts';

/** What the registry's paths reach in one table. */
export interface Reached {
  readonly person: PersonTable;
  readonly rows: readonly Row[];
}

/**
 * Everything in the house that is about these persons, one question for each table.
 *
 * Shape: by table name, those that others belong to first; `only` asks for one table and those it belongs to.
 */
export async function reach(
  ctx: Context,
  subjects: readonly SubjectId[],
  only?: PersonTable,
): Promise<Map<string, Reached>> {
  const reached = new Map<string, Reached>();
  const tables = only ? lineOf(only) : [...personTables().values()];
  for (const person of tables) {
    const { parent } = person;
    const above = parent && reached.get(parent.table.table.name);
    const parentKeys = above && parent ? keysIn(above.rows, parent.key) : [];
    const isOutOfReach = person.about.length === 0 && parentKeys.length === 0;
    const rows = isOutOfReach
      ? []
      : await selectReached(ctx, person, subjects, parentKeys, columnsOf(person));
    reached.set(person.table.name, { person, rows });
  }
  return reached;
}

/** One row and everything that belongs to it, by table name. */
export async function reachBelow(ctx: Context, top: string, id: string): Promise<Map<string, Reached>> {
  const reached = new Map<string, Reached>();
  for (const person of personTables().values()) {
    const { parent } = person;
    const above = parent && reached.get(parent.table.table.name);
    const [key, keys] =
      person.table.name === top
        ? ['id', [id]]
        : above && parent
          ? [parent.by, keysIn(above.rows, parent.key)]
          : [];
    if (key === undefined || keys === undefined || keys.length === 0) continue;
    const rows = await selectByKey(ctx, person.table.name, key, keys, columnsOf(person));
    reached.set(person.table.name, { person, rows });
  }
  return reached;
}

/** A table and those it belongs to, outermost first. */
function lineOf(person: PersonTable): PersonTable[] {
  const above = person.parent ? lineOf(person.parent.table) : [];
  return [...above, person];
}

const columnsOf = ({ table }: PersonTable): string[] =>
  Object.keys(table.columns).filter((name) => name !== 'tenantId');

export const keysIn = (rows: readonly Row[], column: string): unknown[] => [
  ...new Set(rows.map((row) => row[column]).filter((key) => key !== null && key !== undefined)),
];

/** When the clocks of rows began; null where nothing has begun. Asks for what is not at hand, once for each table above. */
export async function anchorsOf(ctx: Context, { person, rows }: Reached): Promise<(Date | null)[]> {
  const place = anchorPlace(person);
  if (!place) return rows.map(() => null);
  const instants = await climb(ctx, person, rows, place);
  return instants.map((instant) => (instant instanceof Date ? instant : null));
}

async function climb(
  ctx: Context,
  from: PersonTable,
  rows: readonly Row[],
  place: { readonly table: PersonTable; readonly column: string },
): Promise<unknown[]> {
  if (from === place.table) return rows.map((row) => row[place.column]);
  const { parent } = from;
  if (!parent) return rows.map(() => null);
  const columns = new Set([
    parent.key,
    parent.table.parent?.by,
    parent.table === place.table ? place.column : undefined,
  ]);
  const wanted = [...columns].filter((column) => column !== undefined);
  const above = await selectByKey(ctx, parent.table.table.name, parent.key, keysIn(rows, parent.by), wanted);
  const instants = await climb(ctx, parent.table, above, place);
  const byKey = new Map(above.map((row, index) => [row[parent.key], instants[index]]));
  return rows.map((row) => byKey.get(row[parent.by]) ?? null);
}
