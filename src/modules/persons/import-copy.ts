import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Context } from '#kernel/context.ts';
import { isId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { keyClasses } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import type { CopyRow, CopySection, PersonCopy } from './copy.ts';
import { personCopySchema } from './copy-schema.ts';
import { indexesFor } from './indexes-of.ts';
import { indexColumns, personTables, sealedColumns } from './paths.ts';
import type { PersonTable } from './paths.ts';
import { insertRow, selectByKey } from './queries-reach.ts';
import { refuse } from './refuse.ts';
import { sealByName } from './vault-by-name.ts';
import type { Content } from './vault-by-name.ts';
import { readZip } from './zip-of.ts';

/** What a shop took over from a copy, and what it did not. */
export interface Imported {
  readonly subject: SubjectId;
  readonly brought: readonly { readonly table: string; readonly rows: number }[];
  /** Orders, payments and the like stay with the shop that sold: another one's books know nothing of them. */
  readonly left: readonly { readonly table: string; readonly rows: number }[];
}

const ajv = new Ajv2020({ allErrors: false, strict: false });
addFormats.default(ajv);
const isCopy = ajv.compile<PersonCopy>(personCopySchema as object);

/**
 * Takes somebody over from a copy that another shop made: the account, the address book, the wishes, as the schema marks
 * them. The person is new here, and nothing is believed of what they must prove: the address is unconfirmed, there is
 * no password.
 *
 * Refuses: persons.badCopy, persons.alreadyHere. Source: GDPR art. 20; clause K7-36; privacy.md P31.
 */
export async function importCopy(ctx: Context, zip: Uint8Array): Promise<Imported> {
  const copy = await readZip(zip);
  if (!isCopy(copy)) throw refuse.badCopy({ field: isCopy.errors?.[0]?.instancePath ?? '' });
  const subject = await vault.newSubject(ctx, 'buyer', keyClasses);
  const brought: { table: string; rows: number }[] = [];
  const ids = new Set<unknown>();
  for (const [name, person] of personTables()) {
    const section = copy.sections.find(({ table }) => table === name);
    if (!person.table.rules.imports || !section) continue;
    for (const row of section.rows) ids.add(await bring(ctx, person, subject, row, ids));
    brought.push({ table: name, rows: section.rows.length });
  }
  ctx.audit({ action: 'persons.imported', on: { table: 'privacy.subject', id: subject } });
  return { subject, brought, left: copy.sections.filter(isLeft).map(countOf) };
}

const isLeft = ({ table }: CopySection): boolean => !personTables().get(table)?.table.rules.imports;
const countOf = ({ table, rows }: CopySection) => ({ table, rows: rows.length });

/** Shape: the row's id. */
async function bring(
  ctx: Context,
  { table, about, parent }: PersonTable,
  subject: SubjectId,
  { values }: CopyRow,
  known: ReadonlySet<unknown>,
): Promise<unknown> {
  const { imports } = table.rules;
  assert(imports, `${table.name} takes nothing over`);
  const row: Record<string, unknown> = { ...imports.others };
  for (const column of about) row[column] = subject;
  for (const column of imports.columns)
    if (table.columns[column]?.spec.kind === 'plain') row[column] = plainValue(column, values[column]);
  // A row may only belong to what came with it, never to what is here.
  if (parent && imports.columns.includes(parent.by) && !known.has(row[parent.by])) throw refuse.badCopy();

  const contents = new Map<string, Content>();
  for (const [column, spec] of sealedColumns(table)) {
    if (!imports.columns.includes(column)) continue;
    const content = contentOf(values[column], Object.keys(spec.fields));
    if (!content) {
      if (!spec.nullable) throw refuse.badCopy({ field: column });
      row[column] = null;
      continue;
    }
    contents.set(column, content);
    row[column] = await sealByName(ctx, table, column, row, content);
  }
  const indexes = await indexesFor(ctx, table, contents);
  await refuseKnown(ctx, table.name, indexColumns(table), indexes);
  if (
    typeof row['id'] === 'string' &&
    (await selectByKey(ctx, table.name, 'id', [row['id']], ['id'])).length > 0
  )
    throw refuse.alreadyHere();
  await insertRow(ctx, table.name, { ...row, ...indexes });
  return row['id'];
}

function plainValue(column: string, value: unknown): unknown {
  const isKey = column === 'id' || column.endsWith('Id');
  if (isKey && !(typeof value === 'string' && isId(value))) throw refuse.badCopy({ field: column });
  if (typeof value === 'object' && value !== null) throw refuse.badCopy({ field: column });
  if (typeof value === 'string' && value.length > 200) throw refuse.badCopy({ field: column });
  return value ?? null;
}

/** Content of declared fields, in texts of a length that people type. */
function contentOf(value: unknown, fields: readonly string[]): Content | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw refuse.badCopy();
  for (const [field, text] of Object.entries(value)) {
    const isText = typeof text === 'string' && text.length <= 2_000;
    if (!fields.includes(field) || !(isText || text === null)) throw refuse.badCopy({ field });
  }
  return value as Content;
}

async function refuseKnown(
  ctx: Context,
  table: string,
  columns: ReturnType<typeof indexColumns>,
  indexes: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [name, { kind }] of columns) {
    const hash = indexes[name];
    if (kind !== 'blindIndex' || !hash) continue;
    if ((await selectByKey(ctx, table, name, [hash], [name])).length > 0) throw refuse.alreadyHere();
  }
}
