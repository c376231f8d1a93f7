import type { Context } from '#kernel/context.ts';
import { knownUnderWay } from '#kernel/erasure.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Retention } from '#kernel/registry.ts';
import { keepFor } from './keeps.ts';
import type { NodeEnd } from './node-end.ts';
import { heldAmong } from './holds.ts';
import type { Held } from './holds.ts';
import { indexColumns, rowRetention, sealedColumns } from './paths.ts';
import { anchorsOf } from './reach.ts';
import type { Reached, Row } from './reach.ts';

type Retained = Extract<NodeEnd, { kind: 'retained' }>;

/** What an erasure does with the rows of one table. */
export interface Sorted {
  /** They go. */
  readonly gone: readonly Row[];
  /** They stay without what these columns say. */
  readonly cleared: ReadonlyMap<string, readonly Row[]>;
  /** What the law or a promise keeps: the whole row, or a column of it. */
  readonly kept: readonly { readonly part: string; readonly row: Row; readonly keep: Retained }[];
  /** They stay for money and goods, with nothing in them but a random key that leads nowhere any more. */
  readonly nameless: readonly Row[];
  /** They have to stay as they are for now. */
  readonly waiting: ReadonlyMap<Row, string>;
}

/**
 * Decides row by row and column by column how an erasure ends there: the registry's rule, unless a law, a hold or
 * something under way is stronger.
 *
 * Source: GDPR art. 17(3)(b) and (e), item by item; clauses K7-34, OK-18.
 */
export function sortRows(
  ctx: Context,
  subjects: readonly SubjectId[],
  reached: ReadonlyMap<string, Reached>,
  name: string,
): Promise<Sorted> {
  const known = sortedBefore.get(reached) ?? new Map<string, Promise<Sorted>>();
  sortedBefore.set(reached, known);
  const sorted = known.get(name) ?? sortOnce(ctx, subjects, reached, name);
  known.set(name, sorted);
  return sorted;
}

/** What was reached is sorted once for each table, however many tables belong to it. */
const sortedBefore = new WeakMap<ReadonlyMap<string, Reached>, Map<string, Promise<Sorted>>>();

async function sortOnce(
  ctx: Context,
  subjects: readonly SubjectId[],
  reached: ReadonlyMap<string, Reached>,
  name: string,
): Promise<Sorted> {
  const own = reached.get(name);
  if (!own || own.rows.length === 0) return nothing;
  const { person, rows } = own;
  const anchors = await anchorsOf(ctx, own);
  const above = await sortAbove(ctx, subjects, reached, own);
  const { waiting, heldIn } = await whatWaits(ctx, own, above.busy);
  const retention = rowRetention(person);
  const known = new Set<unknown>(subjects);

  const gone: Row[] = [];
  const cleared = new Map<string, Row[]>();
  const kept: { part: string; row: Row; keep: Retained }[] = [];
  const nameless: Row[] = [];
  for (const [index, row] of rows.entries()) {
    const held = heldIn(row);
    if (held === 'row') continue;
    const anchor = anchors[index] ?? null;
    const mine = [...sealedColumns(person.table), ...indexColumns(person.table)].filter(
      ([column, spec]) => isFilled(row[column]) && known.has(row[spec.of]) && !held.includes(column),
    );
    const owed = mine.flatMap(([column, spec]) => {
      const keep = spec.onErase === 'retain-until-law-ends' && keepByLaw(ctx, spec.retention, anchor);
      return keep ? [{ part: column, row, keep }] : [];
    });
    const goes =
      person.table.rules.onErase === 'delete-row' ||
      mine.some(([, spec]) => spec.onErase === 'delete-row') ||
      (person.parent !== undefined && above.gone.has(row[person.parent.by]));
    if (goes && owed.length === 0 && !waiting.has(row)) {
      gone.push(row);
      continue;
    }
    kept.push(...owed);
    for (const [column] of mine) {
      if (owed.some((one) => one.part === column)) continue;
      cleared.set(column, [...(cleared.get(column) ?? []), row]);
    }
    if (waiting.has(row)) continue;
    const rest = retention && keepAtAll(ctx, retention, anchor);
    if (rest) kept.push({ part: 'row', row, keep: rest });
    else nameless.push(row);
  }
  return { gone, cleared, kept, nameless, waiting };
}

const nothing: Sorted = { gone: [], cleared: new Map(), kept: [], nameless: [], waiting: new Map() };

/** An envelope that may not be null is emptied to no bytes. */
const isFilled = (value: unknown): boolean =>
  value !== null && !((Array.isArray(value) || value instanceof Uint8Array) && value.length === 0);

/** Only what was agreed starts the clock of a law: a draft owes nobody a record. */
function keepByLaw(ctx: Context, retention: Retention, anchor: Date | null): Retained | undefined {
  const keep = anchor && keepAtAll(ctx, retention, anchor);
  return keep && keep.ground === 'law' ? keep : undefined;
}

function keepAtAll(ctx: Context, retention: Retention, anchor: Date | null): Retained | undefined {
  if (anchor === null) return undefined;
  const { until, ground, cites } = keepFor(ctx, retention, anchor);
  if (ground === 'none' || until === null || until <= ctx.now) return undefined;
  return { kind: 'retained', ground, cites, until };
}

/** What is under way stays whole for now; what is held stays as far as it is held. */
async function whatWaits(
  ctx: Context,
  { person, rows }: Reached,
  busyAbove: ReadonlySet<unknown>,
): Promise<{ waiting: Map<Row, string>; heldIn: (row: Row) => Held }> {
  const waiting = new Map<Row, string>();
  const ids = rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const busy = knownUnderWay().filter(({ table }) => table === person.table.name);
  const found = await Promise.all(busy.map(({ among }) => among(ctx, ids)));
  const held = await heldAmong(ctx, person.table.name, ids);
  for (const row of rows) {
    const id = row['id'] as string;
    const isBusy = person.parent && busyAbove.has(row[person.parent.by]);
    if (isBusy || found.some((among) => among.has(id))) waiting.set(row, 'under-way');
    else if (held.has(id)) waiting.set(row, 'hold');
  }
  const heldIn = (row: Row): Held =>
    waiting.get(row) === 'under-way' ? 'row' : (held.get(row['id'] as string) ?? []);
  return { waiting, heldIn };
}

/** Rows go with the row they belong to, and wait with it for what is under way. */
async function sortAbove(
  ctx: Context,
  subjects: readonly SubjectId[],
  reached: ReadonlyMap<string, Reached>,
  { person }: Reached,
): Promise<{ gone: Set<unknown>; busy: Set<unknown> }> {
  const { parent } = person;
  if (!parent) return { gone: new Set(), busy: new Set() };
  const above = await sortRows(ctx, subjects, reached, parent.table.table.name);
  const busy = [...above.waiting].filter(([, why]) => why === 'under-way').map(([row]) => row);
  return {
    gone: new Set(above.gone.map((row) => row[parent.key])),
    busy: new Set(busy.map((row) => row[parent.key])),
  };
}
