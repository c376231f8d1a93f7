import type { Context } from '#kernel/context.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Purpose, Table } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';

type Row = Readonly<Record<string, unknown>>;

/** What may be read for these may be read of people who are restricted or forgotten, too. */
const mostAllowed: readonly Purpose[] = ['rights', 'bookkeeping', 'security', 'disclose'];

/** One envelope that some key still opens. */
export interface Readable {
  readonly table: string;
  readonly column: string;
  readonly subject: SubjectId;
  readonly text: string;
}

const openByName = vault.openMany as unknown as (
  ctx: Context,
  table: Table,
  column: string,
  rows: readonly Row[],
) => Promise<(object | null)[]>;

/** Every column of the house that holds people's data under seal, as `table.column`. */
export const sealedColumns = (): string[] =>
  [...declaredTables().values()].flatMap(({ name, columns }) =>
    Object.entries(columns).flatMap(([column, { spec }]) =>
      spec.kind === 'sealed' ? [`${name}.${column}`] : [],
    ),
  );

/**
 * Opens every envelope there is in this shop, whoever it is about, with whatever keys are left.
 *
 * It goes by columns and not by people, so it finds what no path from a person reaches any more.
 */
export async function everythingReadable(ctx: Context): Promise<Readable[]> {
  const found: Readable[] = [];
  for (const table of declaredTables().values()) {
    for (const [column, { spec }] of Object.entries(table.columns)) {
      if (spec.kind !== 'sealed') continue;
      const rows: Row[] = await ctx.tx
        .selectFrom(table.name)
        .selectAll()
        .where(column, 'is not', null)
        .execute();
      const purpose = mostAllowed.find((one) => spec.purposes.includes(one)) ?? spec.purposes[0] ?? 'rights';
      const reader = { ...ctx, actor: { ...ctx.actor, purpose } };
      const contents = await openByName(reader, table, column, rows);
      for (const [index, content] of contents.entries()) {
        const subject = rows[index]?.[spec.of] as SubjectId;
        if (content !== null)
          found.push({ table: table.name, column, subject, text: JSON.stringify(content) });
      }
    }
  }
  return found;
}
