import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Category, Table } from '#kernel/registry.ts';
import { findHeldRow } from './hold-rows.ts';
import type { Numbered } from './hold-rows.ts';
import { holdsFields } from './hold.ts';
import type { Hold, HoldId } from './hold.ts';
import { referenceOf } from './place-hold.ts';
import { selectHolds, selectKeptRows } from './queries.ts';

/** Standing holds on rows of a table, by row. A hold may be on fields of it only: see `holdsFields`. */
export async function heldRows(
  ctx: Context,
  table: string,
  ids: readonly string[],
): Promise<Map<string, Hold[]>> {
  return Map.groupBy(await selectHolds(ctx, { table, ids }), (hold) => hold.onId);
}

/** Which rows must not be deleted, because they or something that would go with them is held. */
export async function keptRows(
  ctx: Context,
  table: string,
  ids: readonly string[],
): Promise<Map<string, HoldId>> {
  return new Map((await selectKeptRows(ctx, table, ids)).map(({ onId, holdId }) => [onId, holdId]));
}

/** Standing holds on anything about a person. */
export const holdsOf = (ctx: Context, subject: SubjectId): Promise<Hold[]> => selectHolds(ctx, { subject });

/** A standing hold as the desk shows it. */
export interface ListedHold extends Hold {
  /** What the case is called. */
  readonly called: string | null;
  /** The order or request that it is about, by the number people know. */
  readonly numbered: Numbered | null;
  readonly role: string | null;
  /** What it keeps of a person, as kinds of data. */
  readonly kinds: readonly Category[];
}

/** Every standing hold with what it is called and what it keeps. */
export async function listHolds(ctx: Context): Promise<ListedHold[]> {
  const listed: ListedHold[] = [];
  for (const { reference, ...hold } of await selectHolds(ctx)) {
    const table = declaredTables().get(hold.onTable);
    const row = table && (await findHeldRow(ctx, table, hold.onId));
    listed.push({
      ...hold,
      called: await referenceOf(ctx, { id: hold.id, reference }),
      numbered: row?.numbered ?? null,
      role: row?.role ?? null,
      kinds: table ? kindsIn(table, hold.fields) : [],
    });
  }
  return listed;
}

/** Kinds of personal data in sealed columns of a table; in all of them when none is named. */
function kindsIn(table: Table, fields: readonly string[]): Category[] {
  const kinds = Object.entries(table.columns).flatMap(([name, { spec }]) =>
    spec.kind === 'sealed' && holdsFields({ fields }, [name]) ? Object.values(spec.fields) : [],
  );
  return [...new Set(kinds)];
}
