import assert from 'node:assert/strict';
import type { Retention, RowRules, Table } from '#kernel/registry.ts';

/** Where a clock reads when something began to age: a column of the row, or of the row it belongs to. */
export interface Anchor {
  readonly column: string;
  /** The way there: each row belongs to the next. Empty when the column is the row's own. */
  readonly through: readonly { readonly table: string; readonly by: string; readonly key: string }[];
  /** It does not age before another row of the table takes its place, or its person is erased. */
  readonly holdsUntilNext?: RowRules['holdsUntilNext'] | undefined;
  /** The row's own log: it is as old as its youngest entry. */
  readonly entries?: readonly { readonly table: string; readonly by: string; readonly column: string }[];
}

/**
 * What ends together: a row, or columns of it, of one retention class.
 *
 * `with` says that the row goes with the row it belongs to; `endedBy` that a job of its module ends it.
 */
export interface Clock {
  /** Such as `orders.party.contact`, or `orders.note` for whole rows. */
  readonly name: string;
  readonly table: Table;
  readonly retention: Retention;
  readonly end: 'delete row' | 'clear columns';
  /** What is cleared; for rows that are deleted, what they hold. */
  readonly columns: readonly string[];
  readonly anchor: Anchor | { readonly with: string };
  readonly endedBy: RowRules['endedBy'];
}

interface Aging {
  readonly column: string;
  readonly retention: Retention;
  readonly end: Clock['end'];
}

/** Every clock that the tables ask for, and why some cannot be computed: a test keeps those at none, and one bad table stops no other clock. */
function compute(tables: readonly Table[]): { clocks: Clock[]; faults: string[] } {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const clocks: Clock[] = [];
  const faults: string[] = [];
  for (const table of tables) {
    try {
      clocks.push(...clocksIn(table, byName));
    } catch (error) {
      if (!(error instanceof assert.AssertionError)) throw error;
      faults.push(error.message);
    }
  }
  return { clocks, faults };
}

/** Every clock of these tables that can be computed. */
export const clocksOf = (tables: readonly Table[]): Clock[] => compute(tables).clocks;

/** Tables whose rows cannot be removed: they never end, or rows that never end belong to them. */
export function unremovable(tables: readonly Table[], neverEnding: ReadonlySet<string>): Set<string> {
  const found = new Set(neverEnding);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const { name, rules } of tables)
      if (found.has(name) && rules.belongsTo) found.add(rules.belongsTo.table);
  }
  return found;
}

/** Tables whose clocks cannot be computed, with the reason; empty when all can. */
export const clockFaults = (tables: readonly Table[]): string[] => compute(tables).faults;

function clocksIn(table: Table, byName: ReadonlyMap<string, Table>): Clock[] {
  if (table.scope !== 'tenant') return [];
  const aging = Object.entries(table.columns).flatMap(([column, { spec }]): Aging[] => {
    if (spec.kind === 'tenantSealed')
      return [{ column, retention: table.rules.retention ?? spec.retention, end: 'delete row' }];
    if (spec.kind !== 'sealed' && spec.kind !== 'blindIndex' && spec.kind !== 'searchTokens') return [];
    return [
      {
        column,
        retention: spec.retention,
        end: spec.onErase === 'delete-row' ? 'delete row' : 'clear columns',
      },
    ];
  });
  if (aging.length === 0 && table.rules.retention === undefined) return [];

  const groups = Map.groupBy(aging, (one) => `${one.end}|${one.retention}`);
  const whole = aging.filter((one) => one.end === 'delete row');
  const rowRetention = table.rules.retention ?? whole[0]?.retention;
  const clocks: Clock[] = [];
  if (rowRetention !== undefined && !isFigures(rowRetention, whole)) {
    const other = whole.find((one) => one.retention !== rowRetention);
    assert(
      !other,
      `${table.name}.${other?.column} ends its row after another time than the rest of it: ${other?.retention}, not ${rowRetention}`,
    );
    clocks.push(
      clockOf(
        table,
        byName,
        rowRetention,
        'delete row',
        whole.map((one) => one.column),
      ),
    );
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first?.end !== 'clear columns') continue;
    clocks.push(
      clockOf(
        table,
        byName,
        first.retention,
        'clear columns',
        group.map((one) => one.column),
      ),
    );
  }
  return clocks;
}

function clockOf(
  table: Table,
  byName: ReadonlyMap<string, Table>,
  retention: Retention,
  end: Clock['end'],
  columns: readonly string[],
): Clock {
  const sealed = columns.find((column) => table.columns[column]?.spec.kind === 'sealed') ?? columns[0];
  return {
    name: end === 'delete row' ? table.name : `${table.name}.${sealed}`,
    table,
    retention,
    end,
    columns,
    anchor: anchorOf(table, byName, end),
    endedBy: table.rules.endedBy,
  };
}

/** Rows of the books without anything personal in them: when the names around them are gone they are figures, and stay. */
const isFigures = (retention: Retention, whole: readonly unknown[]): boolean =>
  retention === 'bookkeeping' && whole.length === 0;

/**
 * Rows that last as long as we have to do with the person, such as their wishes about mail: they are no reason of their
 * own to know somebody, and go when nothing else is left. The account itself ages, with what belongs to it.
 */
export const goesWithPerson = (table: Table): boolean =>
  table.rules.retention === 'account' &&
  table.name !== accountTable &&
  table.rules.belongsTo?.table !== accountTable &&
  !Object.values(table.columns).some(({ spec }) => spec.kind === 'sealed');

const accountTable = 'identity.account';

function anchorOf(table: Table, byName: ReadonlyMap<string, Table>, end: Clock['end']): Clock['anchor'] {
  if (goesWithPerson(table)) return { with: 'privacy.subject' };
  const wanted = table.rules.agesFrom;
  const { belongsTo } = table.rules;
  if (wanted === undefined && belongsTo && end === 'delete row') {
    assert(byName.has(belongsTo.table), `${table.name} belongs to ${belongsTo.table}, which is not declared`);
    return { with: belongsTo.table };
  }
  assert(
    wanted !== undefined,
    `${table.name} has personal data or a retention and no agesFrom: nothing starts its clock`,
  );
  const through: { table: string; by: string; key: string }[] = [];
  for (let here = table; ;) {
    if (wanted in here.columns)
      return { column: wanted, through, holdsUntilNext: table.rules.holdsUntilNext };
    const next = here.rules.belongsTo;
    const there = next && byName.get(next.table);
    assert(next && there, `${table.name} ages from ${wanted}, which neither it nor what it belongs to has`);
    through.push({ table: next.table, by: next.by, key: next.key ?? 'id' });
    here = there;
  }
}
