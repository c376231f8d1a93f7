import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { selectRow } from './queries-rows.ts';

export interface HeldRow {
  readonly subjectId: SubjectId | null;
  /** The row and those it would go with, should they be deleted. */
  readonly kept: readonly { readonly table: string; readonly id: string }[];
  /** What people know it by, such as the number of its order. */
  readonly numbered: Numbered | null;
  /** In which role it is about somebody, where its table says so. */
  readonly role: string | null;
}

export interface Numbered {
  readonly table: string;
  readonly number: string;
}

/** Finds a row and everything that deleting would take it along. Shape: undefined when there is no such row. */
export async function findHeldRow(ctx: Context, table: Table, id: string): Promise<HeldRow | undefined> {
  const kept: { table: string; id: string }[] = [];
  let subjectId: SubjectId | null = null;
  let numbered: Numbered | null = null;
  let role: string | null = null;
  let [here, key, value]: [Table, string, string] = [table, 'id', id];
  for (;;) {
    const row = await selectRow(ctx, here, key, value);
    if (!row) return kept.length === 0 ? undefined : { subjectId, kept, numbered, role };
    kept.push({ table: here.name, id: row.id });
    subjectId ??= row.subjectId;
    role ??= row.role;
    if (row.number !== null) numbered = { table: here.name, number: row.number };
    const { belongsTo } = here.rules;
    const next = belongsTo && row.belongsTo;
    if (!next) return { subjectId, kept, numbered, role };
    const there = declaredTables().get(belongsTo.table);
    assert(there, `${here.name} belongs to ${belongsTo.table}, which is not declared`);
    [here, key, value] = [there, belongsTo.key ?? 'id', next];
  }
}
