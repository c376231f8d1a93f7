import type { Context } from '#kernel/context.ts';
import { isId, newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Table } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { indexColumns, personTables, sealedColumns } from './paths.ts';
import type { PersonTable } from './paths.ts';
import { deleteLink, findLink, insertLink, insertMoved, selectMoved } from './queries-link.ts';
import { selectSubjects, selectUnchangeable, updateRow } from './queries-erase.ts';
import { selectByKey } from './queries-reach.ts';
import type { Row } from './queries-reach.ts';
import { keysIn } from './reach.ts';
import { refuse } from './refuse.ts';
import type { LinkId } from './tables.ts';
import { openByName, sealByName } from './vault-by-name.ts';

/**
 * Makes one person of two: rows about the one who goes name the one who is kept, their content sealed anew for them.
 * What cannot be changed, such as proofs, is found through the link. What was moved is noted, so that it can be undone.
 *
 * The caller has made sure that one human controls both. The unit of work's purpose is `rights`.
 * Refuses: persons.sameAlready, also for two who can both sign in. Announces: persons.merged. Source: privacy.md C2.
 */
export async function mergePersons(
  ctx: Context,
  keep: SubjectId,
  gone: SubjectId,
  because: 'proven' | 'staff' = 'proven',
): Promise<LinkId> {
  const here = await selectSubjects(ctx, [keep, gone]);
  if (here.length !== 2 || here.some(({ state }) => state !== 'active')) throw refuse.sameAlready();
  const id = newId<LinkId>();
  const linkedBy = isId(ctx.actor.id) ? (ctx.actor.id as SubjectId) : null;
  await insertLink(ctx, { id, keptId: keep, goneId: gone, because, linkedBy });
  for (const person of await movableTables(ctx)) {
    for (const column of person.about) {
      const rows = await selectByKey(ctx, person.table.name, column, [gone], allColumns(person));
      if (rows.length > 0 && isDoor(person.table)) throw refuse.sameAlready();
      for (const row of rows) await moveRow(ctx, person.table, column, row, keep);
      await insertMoved(
        ctx,
        id,
        person.table.name,
        column,
        rows.map((row) => row['id'] as string),
      );
    }
  }
  ctx.audit({ action: 'persons.merged', on: { table: 'persons.link', id } });
  ctx.emit(facts.merged({ linkId: id, keptId: keep, goneId: gone }));
  return id;
}

/**
 * Makes two persons of one again: what was moved goes back, and with it what has been written about it since, such as
 * a letter about an order. Refuses: persons.sameAlready. Announces: persons.unmerged. Source: privacy.md C2.
 */
export async function undoMerge(ctx: Context, id: LinkId): Promise<void> {
  const link = await findLink(ctx, id);
  if (!link) throw refuse.sameAlready();
  const returned = await returnMoved(ctx, id, link);
  await returnWhatFollowed(ctx, link, returned);
  await deleteLink(ctx, id);
  ctx.audit({ action: 'persons.unmerged', on: { table: 'persons.link', id } });
  ctx.emit(facts.unmerged({ linkId: id, keptId: link.keptId, goneId: link.goneId }));
}

interface Link {
  readonly keptId: SubjectId;
  readonly goneId: SubjectId;
}

/** Rows that belong to the one who had gone, by the name of their table. */
type Returned = Map<string, Row[]>;

async function returnMoved(ctx: Context, id: LinkId, link: Link): Promise<Returned> {
  const returned: Returned = new Map();
  for (const { tableName, columnName, rowId } of await selectMoved(ctx, id)) {
    const person = personTables().get(tableName);
    if (!person) continue;
    const rows = await selectByKey(ctx, tableName, 'id', [rowId], allColumns(person));
    await returnRows(ctx, person, columnName, rows, link, returned);
  }
  return returned;
}

/** A row that came while the two were one follows the row that it belongs to, or is about. */
async function returnWhatFollowed(ctx: Context, link: Link, returned: Returned): Promise<void> {
  for (const person of await movableTables(ctx)) {
    const followed = await selectFollowers(ctx, person, returned);
    for (const column of person.about) await returnRows(ctx, person, column, followed, link, returned);
    if (person.about.length === 0) note(returned, person.table.name, followed);
  }
}

async function selectFollowers(ctx: Context, person: PersonTable, returned: Returned): Promise<Row[]> {
  const { table, parent } = person;
  const { aboutRow } = table.rules;
  const above = parent && returned.get(parent.table.table.name);
  const belonging = above
    ? await selectByKey(ctx, table.name, parent.by, keysIn(above, parent.key), allColumns(person))
    : [];
  if (!aboutRow) return belonging;
  const keys = [...returned.values()].flatMap((rows) => keysIn(rows, 'id'));
  const speaking = await selectByKey(ctx, table.name, aboutRow.key, keys, allColumns(person));
  const isOfReturned = (row: Row) =>
    returned.get(String(row[aboutRow.table]))?.some(({ id }) => id === row[aboutRow.key]) ?? false;
  return [...belonging, ...speaking.filter(isOfReturned)];
}

async function returnRows(
  ctx: Context,
  { table }: PersonTable,
  column: string,
  rows: readonly Row[],
  { keptId, goneId }: Link,
  returned: Returned,
): Promise<void> {
  const theirs = rows.filter((row) => row[column] === keptId);
  for (const row of theirs) await moveRow(ctx, table, column, row, goneId);
  note(returned, table.name, theirs);
}

const note = (returned: Returned, table: string, rows: readonly Row[]): void => {
  returned.set(table, [...(returned.get(table) ?? []), ...rows]);
};

async function moveRow(ctx: Context, table: Table, about: string, row: Row, to: SubjectId): Promise<void> {
  const moved = { ...row, [about]: to };
  const changed: Record<string, unknown> = { [about]: to };
  for (const [column, spec] of sealedColumns(table)) {
    if (spec.of !== about || row[column] === null) continue;
    const [content] = await openByName(ctx, table, column, [row]);
    if (!content) continue;
    await vault.ensureKeys(ctx, to, [spec.class]);
    changed[column] = await sealByName(ctx, table, column, moved, content);
  }
  await updateRow(ctx, table.name, 'id', row['id'], changed);
}

/** Those whose rows may become somebody else's: not what can never be changed, such as proofs. */
async function movableTables(ctx: Context): Promise<PersonTable[]> {
  const ofPeople = [...personTables().values()].filter(
    ({ table }) => 'id' in table.columns && !isOurs(table),
  );
  const fixed = await selectUnchangeable(
    ctx,
    ofPeople.map(({ table }) => table.name),
  );
  return ofPeople.filter(({ table }) => !fixed.has(table.name));
}

const allColumns = ({ table }: PersonTable): string[] =>
  Object.keys(table.columns).filter((name) => name !== 'tenantId');

const isOurs = (table: Table): boolean => table.name.startsWith('persons.');

/** A table whose rows let somebody in: two of them cannot become one. */
const isDoor = (table: Table): boolean =>
  indexColumns(table).some(
    ([, { kind, purposes }]) => kind === 'blindIndex' && purposes.includes('security'),
  );
