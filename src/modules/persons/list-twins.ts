import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import { indexColumns } from './paths.ts';
import { selectTwins } from './queries-link.ts';

/** Persons who may be one human: their rows carry the same look-up hash. */
export interface Twins {
  readonly table: string;
  readonly column: string;
  readonly people: readonly SubjectId[];
}

/** Who may be one human twice in the house, by equal hashes of the same column. Opens nothing. Units: at most `limit` for each column. */
export async function listTwins(ctx: Context, limit = 50): Promise<Twins[]> {
  const found: Twins[] = [];
  for (const table of declaredTables().values()) {
    for (const [column, spec] of indexColumns(table)) {
      if (spec.kind !== 'blindIndex') continue;
      const groups = await selectTwins(ctx, table.name, column, spec.of, limit);
      found.push(...groups.map((people) => ({ table: table.name, column, people })));
    }
  }
  return found;
}
