import type { Table } from '#kernel/registry.ts';
import type { Anchor, Clock } from './clock.ts';
import { unremovable } from './clock.ts';

/** Tables whose rows nobody may remove by right, as PostgreSQL's catalogue knows them. */
export interface Lock {
  /** Rows are only ever added; otherwise they change in their lifetime and are only not removed. */
  readonly isLog: boolean;
  /** The column by which the database itself judges whether a row is old enough to end; `null`: rows never end. */
  readonly agedBy: string | null;
}

/** By name of the table. */
export type Locks = ReadonlyMap<string, Lock>;

/** Rows that end in the same moment as the row they belong to. */
export interface Follower {
  readonly table: Table;
  readonly by: string;
}

/** Tables whose rows cannot end at all: logs without an end, and what rows of those belong to. */
export const endless = (tables: readonly Table[], locks: Locks): Set<string> =>
  unremovable(tables, new Set([...locks].flatMap(([name, { agedBy }]) => (agedBy === null ? [name] : []))));

/** Which tables' rows go along when rows of this one are deleted, beyond what PostgreSQL's own keys take along. */
export function followersOf(table: Table, tables: readonly Table[], locks: Locks): Follower[] {
  return tables.flatMap((one) => {
    const { belongsTo, retention } = one.rules;
    if (belongsTo?.table !== table.name || (belongsTo.key ?? 'id') !== 'id') return [];
    const follows =
      locks.has(table.name) ||
      locks.has(one.name) ||
      (retention !== undefined && retention === table.rules.retention);
    return follows ? [{ table: one, by: belongsTo.by }] : [];
  });
}

/** Where a clock of a row with a log reads: nothing goes before its youngest entry is old enough. */
export function anchorWithLog(clock: Clock, anchor: Anchor, tables: readonly Table[], locks: Locks): Anchor {
  if (clock.end !== 'delete row' || anchor.through.length > 0) return anchor;
  const entries = followersOf(clock.table, tables, locks).flatMap(({ table, by }) => {
    const agedBy = locks.get(table.name)?.agedBy;
    return agedBy ? [{ table: table.name, by, column: agedBy }] : [];
  });
  return entries.length === 0 ? anchor : { ...anchor, entries };
}

/** Whether ending rows of the table is up to the database's clock as well as to ours. */
export const isGuarded = (table: Table, followers: readonly Follower[], locks: Locks): boolean =>
  [table, ...followers.map((one) => one.table)].some(({ name }) => locks.has(name));
