import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import type { KeyClass } from '#kernel/registry.ts';
import { keyClasses } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { sealedColumns } from './paths.ts';
import type { PersonTable } from './paths.ts';
import { clearColumn, deleteReached, selectUnchangeable } from './queries-erase.ts';
import { keysIn, reach } from './reach.ts';
import { sortRows } from './sort-rows.ts';
import type { Sorted } from './sort-rows.ts';

/**
 * Erases what is to be erased in one table: removes rows, empties columns, leaves what has to stay.
 *
 * Doing it again finds nothing to do. Where rows can never be changed, the end of the key is the end of what they say.
 */
export async function eraseRows(
  ctx: Context,
  subjects: readonly SubjectId[],
  person: PersonTable,
): Promise<Sorted> {
  const { table } = person;
  const reached = await reach(ctx, subjects, person);
  const sorted = await sortRows(ctx, subjects, reached, table.name);
  const isFixed = (await selectUnchangeable(ctx, [table.name])).has(table.name);
  if (isFixed) return sorted;

  if (sorted.gone.length > 0) {
    const above = person.parent && reached.get(person.parent.table.table.name);
    const parents = above && person.parent ? keysIn(above.rows, person.parent.key) : [];
    const hasId = 'id' in table.columns;
    await deleteReached(ctx, person, subjects, {
      ...(hasId && { ids: keysIn(sorted.gone, 'id') }),
      parents,
    });
  }
  for (const [column, rows] of sorted.cleared) {
    const spec = table.columns[column]?.spec;
    const key = spec?.kind === 'sealed' ? spec.row : 'id';
    const empty =
      spec?.kind === 'searchTokens'
        ? 'empty list'
        : spec?.kind === 'sealed' && !spec.nullable
          ? 'no bytes'
          : 'null';
    assert(spec && 'of' in spec, `${table.name}.${column} is about nobody`);
    await clearColumn(ctx, table.name, key, keysIn(rows, key), column, empty, {
      column: spec.of,
      subjects,
    });
  }
  return sorted;
}

/** Which of a person's keys nobody has a ground to keep any more. Shape: by person. */
export async function endedClasses(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<Map<SubjectId, KeyClass[]>> {
  const reached = await reach(ctx, subjects);
  const needed = new Map(subjects.map((subject) => [subject, new Set<KeyClass>()]));
  for (const [name, { person }] of reached) {
    const { kept, waiting } = await sortRows(ctx, subjects, reached, name);
    for (const [column, spec] of sealedColumns(person.table)) {
      const rows = [
        ...kept.filter(({ part }) => part === column).map(({ row }) => row),
        ...[...waiting.keys()].filter((row) => row[column] !== null),
      ];
      for (const row of rows) needed.get(row[spec.of] as SubjectId)?.add(spec.class);
    }
  }
  return new Map(
    subjects.map((subject) => [subject, keyClasses.filter((one) => !needed.get(subject)?.has(one))]),
  );
}
