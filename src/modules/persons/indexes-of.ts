import type { Context } from '#kernel/context.ts';
import type { Category, Table } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import { indexColumns, sealedColumns } from './paths.ts';
import type { Row } from './reach.ts';
import type { Content } from './vault-by-name.ts';

/** The texts of a kind that a row's sealed content holds. */
const textsOf = (table: Table, column: string, content: Content, category: Category): string[] => {
  const spec = table.columns[column]?.spec;
  if (spec?.kind !== 'sealed') return [];
  return Object.entries(spec.fields).flatMap(([field, kind]) => {
    const value = content[field];
    return kind === category && typeof value === 'string' && value !== '' ? [value] : [];
  });
};

/** Look-up columns of a new row, made from what it holds under seal. */
export async function indexesFor(
  ctx: Context,
  table: Table,
  contents: ReadonlyMap<string, Content>,
): Promise<Record<string, unknown>> {
  const made: Record<string, unknown> = {};
  for (const [name, spec] of indexColumns(table)) {
    const texts = sealedColumns(table).flatMap(([column]) =>
      textsOf(table, column, contents.get(column) ?? {}, spec.category),
    );
    const [first] = texts;
    if (spec.kind === 'searchTokens')
      made[name] = await vault.searchTokens(ctx, table, name, texts.join(' '));
    else made[name] = first === undefined ? null : await vault.blind(ctx, table, name, first);
  }
  return made;
}

/** Look-up columns of a row in which one value took the place of another. Shape: only those that change. */
export async function indexesAfter(
  ctx: Context,
  table: Table,
  row: Row,
  change: { readonly of: string; readonly category: Category; readonly was: string; readonly value: string },
): Promise<Record<string, unknown>> {
  const made: Record<string, unknown> = {};
  for (const [name, spec] of indexColumns(table)) {
    if (spec.category !== change.category || spec.of !== change.of) continue;
    const now = row[name];
    if (spec.kind === 'blindIndex') {
      const old = await vault.blind(ctx, table, name, change.was);
      if (Buffer.isBuffer(now) && now.equals(old))
        made[name] = await vault.blind(ctx, table, name, change.value);
    } else if (Array.isArray(now)) {
      const old = await vault.searchTokens(ctx, table, name, change.was);
      const kept = (now as Buffer[]).filter((token) => !old.some((one) => one.equals(token)));
      made[name] = [...kept, ...(await vault.searchTokens(ctx, table, name, change.value))];
    }
  }
  return made;
}
