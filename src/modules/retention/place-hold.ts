import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import { addSpan, zoneOf } from './calendar.ts';
import { findHeldRow } from './hold-rows.ts';
import type { Hold, HoldGround, HoldId } from './hold.ts';
import { insertHold } from './queries.ts';
import { takeTurn } from './queries-clocks.ts';
import { refuse } from './refuse.ts';

/** What is to be held: a row, or columns of it. */
export interface WantedRow {
  readonly table: string;
  readonly rowId: string;
  /** Names of columns; none means the row. */
  readonly fields: readonly string[];
}

export interface WantedHold extends WantedRow {
  readonly ground: HoldGround;
  /** What the case is called; kept sealed. */
  readonly reference: string;
}

/** People's accounts are never held: what is wanted of somebody is a row or a field with a reason. */
const neverHeld: ReadonlySet<string> = new Set(['privacy.subject', 'identity.account']);

/**
 * Keeps a row, or fields of it, from every clock and every erasure, because a court, an authority, a claim or an audit needs it.
 *
 * Holds from now on; another colleague is asked for the second yes, and somebody looks again after six months.
 * Refuses: retention.notHoldable, retention.notHere. Source: GDPR art. 17(3)(b), (e), 18(2); clause C6; P21.
 */
export async function placeHold(ctx: Context, wanted: WantedHold): Promise<HoldId> {
  const table = declaredTables().get(wanted.table);
  if (!table || !isHoldable(table, wanted.fields)) throw refuse.notHoldable({ field: 'table' });
  await takeTurn(ctx);
  const row = await findHeldRow(ctx, table, wanted.rowId);
  if (!row) throw refuse.notHere();
  const id = newId<HoldId>();
  const reference = await vault.sealForTenant(ctx, `hold|${id}`, Buffer.from(wanted.reference));
  await insertHold(
    ctx,
    {
      id,
      onTable: table.name,
      onId: wanted.rowId,
      fields: wanted.fields,
      subjectId: row.subjectId,
      ground: wanted.ground,
      reviewAt: addSpan(ctx.now, { months: 6 }, zoneOf(ctx.tenant)),
      reference,
    },
    row.kept,
  );
  ctx.audit({
    action: 'retention.holdPlaced',
    on: { table: 'retention.hold', id },
    details: { table: table.name, row: wanted.rowId, ground: wanted.ground, fields: wanted.fields.length },
  });
  return id;
}

/** Holds several rows for one case: all of them, or none. Refuses: as `placeHold`. */
export async function placeHolds(
  ctx: Context,
  { rows, ...why }: Pick<WantedHold, 'ground' | 'reference'> & { readonly rows: readonly WantedRow[] },
): Promise<HoldId[]> {
  const ids: HoldId[] = [];
  for (const row of rows) ids.push(await placeHold(ctx, { ...row, ...why }));
  return ids;
}

/** Rows with a key of their own that hold something of a person, or are about one; with the columns that are asked for. */
function isHoldable(table: Table, fields: readonly string[]): boolean {
  const personal = personalColumns(table);
  return personal.length > 0 && fields.every((field) => personal.includes(field));
}

function personalColumns(table: Table): string[] {
  if (table.scope !== 'tenant' || neverHeld.has(table.name) || !('id' in table.columns)) return [];
  if (table.rules.endedBy || table.name.startsWith('retention.')) return [];
  return Object.entries(table.columns).flatMap(([name, { spec }]) => (spec.kind === 'plain' ? [] : [name]));
}

/** What can be held, for whoever places a hold: tables, and the columns of each that hold something sealed. */
export const holdableTables = (): { table: string; fields: string[] }[] =>
  [...declaredTables().values()].flatMap((table) => {
    const personal = personalColumns(table);
    const sealed = personal.filter((name) => table.columns[name]?.spec.kind === 'sealed');
    return personal.length === 0 ? [] : [{ table: table.name, fields: sealed }];
  });

/** What a hold is called, for those who may see it. Shape: null when it was placed without a name. */
export async function referenceOf(
  ctx: Context,
  hold: Pick<Hold, 'id'> & { readonly reference: Buffer | null },
): Promise<string | null> {
  if (hold.reference === null) return null;
  return (await vault.openForTenant(ctx, `hold|${hold.id}`, hold.reference)).toString();
}
