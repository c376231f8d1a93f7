import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';
import { sealedColumns } from './paths.ts';
import { selectPage } from './queries-reach.ts';
import type { Row } from './queries-reach.ts';
import { reach } from './reach.ts';
import { tracesOf } from './traces.ts';
import { openByName } from './vault-by-name.ts';

/** A place where somebody is spoken of in free text. */
export interface Mention {
  readonly table: string;
  readonly rowId: string;
  readonly column: string;
  readonly field: string;
  /** Whose row it is, if not theirs: taking it out changes what is kept about another. */
  readonly about: SubjectId;
  readonly isTheirs: boolean;
  /** The words around it. */
  readonly excerpt: string;
}

const batch = 500;
const around = 60;
/** Shorter words stand in too many texts to mean anybody. */
const shortest = 4;

/**
 * Searches what staff and people wrote, in everybody's rows, for the names, addresses and numbers of these persons, and
 * offers what it finds for somebody to look at. Changes nothing.
 *
 * The unit of work's purpose is `rights`; what is shown to a colleague is recorded as a reading of whose row it is.
 * Source: privacy.md, failure mode "staff notes about others"; GDPR art. 15(4), 17.
 */
export async function freeTextAbout(ctx: Context, subjects: readonly SubjectId[]): Promise<Mention[]> {
  const reader: Context = { ...ctx, actor: { ...ctx.actor, kind: 'system' } };
  const { emails, phones, names } = await tracesOf(reader, subjects, await reach(reader, subjects));
  const wanted = [...emails, ...phones, ...names].filter((text) => text.length >= shortest);
  if (wanted.length === 0) return [];
  const found: Mention[] = [];
  for (const table of declaredTables().values()) {
    for (const [column, spec] of sealedColumns(table)) {
      const fields = Object.keys(spec.fields).filter((field) => spec.fields[field] === 'content.freetext');
      if (fields.length === 0 || !spec.purposes.includes('rights')) continue;
      for await (const [row, content] of allOf(reader, table, column, [spec.row, spec.of])) {
        for (const field of fields) {
          const excerpt = excerptOf(content[field], wanted);
          if (excerpt === undefined) continue;
          const about = row[spec.of] as SubjectId;
          const rowId = row[spec.row] as string;
          const isTheirs = subjects.includes(about);
          found.push({ table: table.name, rowId, column, field, about, isTheirs, excerpt });
          if (ctx.actor.kind === 'staff')
            ctx.opened({ table: table.name, column, subject: about, row: rowId });
        }
      }
    }
  }
  return found;
}

async function* allOf(
  ctx: Context,
  table: Table,
  column: string,
  keys: readonly string[],
): AsyncGenerator<[Row, Readonly<Record<string, unknown>>]> {
  const [key = 'id'] = keys;
  for (let after: unknown = null; ;) {
    const rows = await selectPage(ctx, table.name, [...keys, column], key, after, batch);
    const contents = await openByName(ctx, table, column, rows);
    for (const [index, row] of rows.entries()) {
      const content = contents[index];
      if (content) yield [row, content];
    }
    const last = rows.at(-1);
    if (rows.length < batch || !last) return;
    after = last[key];
  }
}

function excerptOf(text: unknown, wanted: readonly string[]): string | undefined {
  if (typeof text !== 'string') return undefined;
  const lower = text.toLowerCase();
  for (const one of wanted) {
    const at = lower.indexOf(one.toLowerCase());
    if (at >= 0) return text.slice(Math.max(0, at - around), at + one.length + around);
  }
  return undefined;
}
