import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Retention } from '#kernel/registry.ts';
import type { CopyColumn, CopyKeep, CopyRow, CopyWithheld, Json } from './copy.ts';
import { isAbout } from './copy-columns.ts';
import { keepFor } from './keeps.ts';
import { rowRetention } from './paths.ts';
import { anchorsOf } from './reach.ts';
import type { Reached, Row } from './reach.ts';
import { openByName } from './vault-by-name.ts';

const somebodyElse = 'it is about somebody else';

/** The rows of one table as the person gets them. Shape: `others` is what was left out because it is somebody else's. */
export async function copyRows(
  ctx: Context,
  subjects: readonly SubjectId[],
  reached: Reached,
  columns: readonly CopyColumn[],
): Promise<{ columns: readonly CopyColumn[]; rows: CopyRow[]; others: CopyWithheld[] }> {
  const { person, rows } = reached;
  const { table } = person;
  const known = new Set<string>(subjects);
  const anchors = await anchorsOf(ctx, reached);
  const opened = await openAll(ctx, reached, columns, known);
  const hidden = new Map<string, number>();
  const keeps = keepsFor(ctx);

  const made = rows.map((row, index): CopyRow => {
    const values: Record<string, Json> = {};
    const keep: Record<string, CopyKeep> = {};
    const anchor = anchors[index] ?? null;
    for (const { name, kind } of columns) {
      const spec = table.columns[name]?.spec;
      if (kind === 'plain') {
        const isStranger = isAbout(table, name) && row[name] !== null && !known.has(row[name] as string);
        if (isStranger) hidden.set(name, (hidden.get(name) ?? 0) + 1);
        else if (!holdsBytes(row[name])) values[name] = toJson(row[name]);
      } else if (spec?.kind === 'sealed' && row[name] !== null) {
        if (!known.has(row[spec.of] as string)) hidden.set(name, (hidden.get(name) ?? 0) + 1);
        else {
          values[name] = toJson(opened.get(name)?.get(row) ?? null);
          keep[name] = keeps(spec.retention, anchor);
        }
      }
    }
    const retention = rowRetention(person);
    if (retention) keep['row'] = keeps(retention, anchor);
    return { values, keep };
  });
  const others = [...hidden].map(([part, count]) => ({
    table: table.name,
    part,
    because: somebodyElse,
    count,
  }));
  const bytes = columns.filter(
    ({ name, kind }) => kind === 'plain' && rows.some((row) => holdsBytes(row[name])),
  );
  return {
    columns: columns.filter((column) => !bytes.includes(column)),
    rows: made,
    others: [
      ...others,
      ...bytes.map(({ name, because }) => ({ table: table.name, part: name, because, count: rows.length })),
    ],
  };
}

/** Opens every sealed column of the rows, one question to the keystore for each column. */
async function openAll(
  ctx: Context,
  { person, rows }: Reached,
  columns: readonly CopyColumn[],
  known: ReadonlySet<string>,
): Promise<Map<string, Map<Row, unknown>>> {
  const opened = new Map<string, Map<Row, unknown>>();
  for (const { name, kind } of columns) {
    const spec = person.table.columns[name]?.spec;
    if (kind !== 'sealed' || spec?.kind !== 'sealed') continue;
    const mine = rows.filter((row) => row[name] !== null && known.has(row[spec.of] as string));
    const contents = await openByName(ctx, person.table, name, mine);
    opened.set(name, new Map(mine.map((row, index) => [row, contents[index]])));
  }
  return opened;
}

/** Clocks are asked once for each class and instant: the orders of a year share few. */
function keepsFor(ctx: Context): (retention: Retention, anchor: Date | null) => CopyKeep {
  const known = new Map<string, CopyKeep>();
  return (retention, anchor) => {
    const name = `${retention} ${anchor?.getTime() ?? ''}`;
    const keep = known.get(name) ?? keepAsJson(ctx, retention, anchor);
    known.set(name, keep);
    return keep;
  };
}

function keepAsJson(ctx: Context, retention: Retention, anchor: Date | null): CopyKeep {
  const { until, ground, cites } = keepFor(ctx, retention, anchor);
  return { until: until?.toISOString() ?? null, ground, cites };
}

const holdsBytes = (value: unknown): boolean =>
  value instanceof Uint8Array || (Array.isArray(value) && value[0] instanceof Uint8Array);

/** Instants and large numbers become texts; everything else is JSON already. */
function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, toJson(part)]])),
    );
  return value as string | number | boolean;
}
