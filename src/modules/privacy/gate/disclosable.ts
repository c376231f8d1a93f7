import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Category, Table } from '#kernel/registry.ts';
import { selectKeyed, selectSealedOf } from '../audit/queries.ts';
import { openMany } from '../vault.ts';

/** One value of a person, with where it is from. */
export interface HeldValue {
  readonly subject: SubjectId;
  readonly table: string;
  readonly row: string;
  readonly field: string;
  readonly category: Category;
  readonly value: unknown;
  /** When what it belongs to happened, as far as the registry says. */
  readonly at: Date | null;
}

/**
 * What the shop holds about some persons, of some kinds, from some time: no value of another kind, person or time.
 *
 * Shape: values with a time outside of the period, or with none while one is asked for, stay out. Reads only columns that
 * may be opened for the actor's purpose; every envelope opened by staff is recorded.
 */
export async function heldWithin(
  ctx: Context,
  scope: {
    readonly subjects: readonly SubjectId[];
    readonly categories: readonly Category[];
    readonly from?: Date | undefined;
    readonly to?: Date | undefined;
  },
): Promise<HeldValue[]> {
  const wanted = new Set(scope.categories);
  const isWithin = (at: Date | null): boolean => {
    if (scope.from === undefined && scope.to === undefined) return true;
    if (at === null) return false;
    return (scope.from === undefined || at >= scope.from) && (scope.to === undefined || at <= scope.to);
  };
  const held: HeldValue[] = [];
  for (const table of declaredTables().values()) {
    for (const [column, { spec }] of Object.entries(table.columns)) {
      if (spec.kind !== 'sealed' || !spec.purposes.includes(ctx.actor.purpose)) continue;
      const fields = Object.entries(spec.fields).filter(([, category]) => wanted.has(category));
      if (fields.length === 0) continue;
      const rows = await rowsOf(ctx, table, column, spec.of, spec.row, scope.subjects);
      const inTime = rows.filter(({ at }) => isWithin(at));
      const contents = (await openMany(
        ctx,
        table,
        column as never,
        inTime.map(({ row }) => row) as never,
      )) as (Record<string, unknown> | null)[];
      for (const [index, { row, at }] of inTime.entries()) {
        const content = contents[index];
        for (const [field, category] of fields) {
          const value = content?.[field];
          if (value === undefined || value === '' || value === null) continue;
          const subject = row[spec.of] as SubjectId;
          held.push({ subject, table: table.name, row: String(row[spec.row]), field, category, value, at });
        }
      }
    }
  }
  return held;
}

/** Rows of a column about these persons, with the instant from which they age: their own, or that of what they belong to. */
async function rowsOf(
  ctx: Context,
  table: Table,
  column: string,
  owner: string,
  key: string,
  subjects: readonly SubjectId[],
): Promise<{ row: Record<string, unknown>; at: Date | null }[]> {
  const { agesFrom, belongsTo } = table.rules;
  const has = (name: string | undefined): name is string => name !== undefined && name in table.columns;
  const own = has(agesFrom) ? agesFrom : has('createdAt') ? 'createdAt' : undefined;
  const parent = belongsTo && declaredTables().get(belongsTo.table);
  const parentInstant = agesFrom ?? parent?.rules.agesFrom ?? 'createdAt';
  const climbs = own === undefined && belongsTo && parent && parentInstant in parent.columns;
  const columns = new Set([owner, key, column, ...(own ? [own] : []), ...(climbs ? [belongsTo.by] : [])]);
  const rows = await selectSealedOf(ctx, { table: table.name, columns: [...columns], owner }, subjects);
  if (!climbs) return rows.map((row) => ({ row, at: own ? (row[own] as Date | null) : null }));
  const parentKey = belongsTo.key ?? 'id';
  const above = await selectKeyed(
    ctx,
    { table: belongsTo.table, key: parentKey, columns: [parentKey, parentInstant] },
    rows.map((row) => row[belongsTo.by]),
  );
  const instants = new Map(above.map((row) => [row[parentKey], row[parentInstant] as Date | null]));
  return rows.map((row) => ({ row, at: instants.get(row[belongsTo.by]) ?? null }));
}
