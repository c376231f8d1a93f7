import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category } from '#kernel/registry.ts';
import { holdableTables } from '#modules/retention/index.ts';
import { findPersons } from './find-persons.ts';
import { heldAmong } from './holds.ts';
import { sealedColumns } from './paths.ts';
import { anchorsOf, keysIn, reach, reachBelow } from './reach.ts';
import type { Reached, Row } from './reach.ts';
import { refuse } from './refuse.ts';

/** Something of an order or a person that a hold can keep: one sealed field of a row, or a whole such as an order. */
export interface Holdable {
  readonly table: string;
  readonly rowId: string;
  /** The name of a column; null stands for the row. */
  readonly field: string | null;
  readonly kinds: readonly Category[];
  /** In which role the row is about somebody, where its table says so. */
  readonly role: string | null;
  /** The number of what it belongs to, such as its order. */
  readonly number: string | null;
  readonly at: Date | null;
  readonly isHeld: boolean;
}

/** One row with what belongs to it, or everything about a person and whoever is proven to be the same. */
export type HoldableOf = { readonly table: string; readonly id: string } | { readonly subject: SubjectId };

/**
 * What a legal hold could keep of an order or of a person, part by part. Opens nothing that is sealed.
 *
 * Shape: the newest first, at most 200. Refuses: persons.nothingToHold. Source: GDPR art. 17(3)(e); clause C6.
 */
export async function findHoldable(ctx: Context, of: HoldableOf): Promise<Holdable[]> {
  const reached = await reachedBy(ctx, of);
  const found: Holdable[] = [];
  for (const { table } of holdableTables()) {
    const here = reached.get(table);
    if (here && here.rows.length > 0) found.push(...(await partsOf(ctx, here, reached)));
  }
  if (found.length === 0) throw refuse.nothingToHold();
  return found.toSorted((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0)).slice(0, 200);
}

async function reachedBy(ctx: Context, of: HoldableOf): Promise<ReadonlyMap<string, Reached>> {
  if ('subject' in of) return reach(ctx, await findPersons(ctx, { subjects: [of.subject] }));
  return reachBelow(ctx, of.table, of.id);
}

async function partsOf(
  ctx: Context,
  here: Reached,
  reached: ReadonlyMap<string, Reached>,
): Promise<Holdable[]> {
  const { table } = here.person;
  const anchors = await anchorsOf(ctx, here);
  const held = await heldAmong(ctx, table.name, keysIn(here.rows, 'id') as string[]);
  const sealed = sealedColumns(table);
  return here.rows.flatMap((row, index) => {
    const rowId = row['id'] as string;
    const keeps = held.get(rowId) ?? [];
    const part = (field: string | null, kinds: readonly Category[]): Holdable => ({
      table: table.name,
      rowId,
      field,
      kinds: [...new Set(kinds)],
      role: typeof row['role'] === 'string' ? row['role'] : null,
      number: numberOf(row, here, reached),
      at: anchors[index] ?? null,
      isHeld: keeps === 'row' || (field !== null && keeps.includes(field)),
    });
    if (sealed.length === 0) return here.person.parent ? [] : [part(null, [])];
    return sealed.flatMap(([field, spec]) =>
      row[field] === null ? [] : [part(field, Object.values(spec.fields))],
    );
  });
}

/** The number of a row, or of the nearest row above it that has one. */
function numberOf(row: Row, { person }: Reached, reached: ReadonlyMap<string, Reached>): string | null {
  const number = row['number'] as bigint | null | undefined;
  if (number !== undefined && number !== null) return number.toString();
  const { parent } = person;
  const above = parent && reached.get(parent.table.table.name);
  const owner = above?.rows.find((one) => one[parent?.key ?? ''] === row[parent?.by ?? '']);
  return above && owner ? numberOf(owner, above, reached) : null;
}
