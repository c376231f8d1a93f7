import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { copySchema, copyVersion } from './copy.ts';
import type { CopyRow, CopySection, CopyWithheld, PersonCopy } from './copy.ts';
import { shownColumns } from './copy-columns.ts';
import { copyRows } from './copy-rows.ts';
import { selectSubjects } from './queries-erase.ts';
import { reach } from './reach.ts';
import type { Reached } from './reach.ts';
import { toldAbout } from './told.ts';

/**
 * Everything that is kept about these persons: every value that the registry's paths reach, with what it is for, on
 * what ground, where it came from, until when it stays, who got it and who looked. Nothing of anybody else.
 *
 * The unit of work's purpose is `rights`. Shape: as the published schema says; what is left out is listed with the reason.
 * Refuses: privacy.wrongPurpose. Source: GDPR art. 15, 20; clauses OK-16, K7-36; privacy.md P2.
 */
export async function copyOf(ctx: Context, subjects: readonly SubjectId[]): Promise<PersonCopy> {
  const reader = asTheHouse(ctx, subjects);
  const shop = await getShop(ctx);
  const reached = await reach(reader, subjects);
  const sections: CopySection[] = [];
  const withheld: CopyWithheld[] = [];
  for (const [table, own] of reached) {
    const count = own.rows.length;
    if (count === 0) continue;
    const because = own.person.table.rules.withheld;
    if (because !== undefined) {
      withheld.push({ table, part: 'row', because, count });
      continue;
    }
    const shown = shownColumns(own.person);
    const { columns, rows, others } = await copyRows(reader, subjects, own, shown.columns);
    sections.push({ table, columns, rows: inOrder(rows) });
    withheld.push(...shown.withheld.map((one) => ({ table, ...one, count })), ...others);
  }
  const persons = await selectSubjects(ctx, subjects);
  return {
    schema: copySchema,
    version: copyVersion,
    madeAt: ctx.now.toISOString(),
    shop: { name: shop.name, country: shop.country },
    persons: persons.map(({ id, role, createdAt }) => ({ id, role, since: createdAt.toISOString() })),
    sections,
    recipients: (await toldAbout(ctx, subjects)).map(({ processor, company, purpose, fields, at }) => ({
      processor,
      company,
      purpose,
      fields,
      at: at.toISOString(),
    })),
    readings: readingsIn(reached.get('privacy.audit_entry')),
    withheld,
  };
}

/** Two copies of the same say it in the same order, oldest first: ids grow with time. */
const inOrder = (rows: readonly CopyRow[]): CopyRow[] =>
  rows
    .map((row) => ({ row, key: JSON.stringify(row.values) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);

/** A copy is one reading of each person, not one of each value: it is recorded as such when a colleague makes it. */
function asTheHouse(ctx: Context, subjects: readonly SubjectId[]): Context {
  if (ctx.actor.kind === 'staff')
    for (const subject of subjects)
      ctx.opened({ table: 'privacy.subject', column: 'copy', subject, row: subject });
  return { ...ctx, actor: { ...ctx.actor, kind: 'system' } };
}

const readingsIn = (audit: Reached | undefined): PersonCopy['readings'] =>
  (audit?.rows ?? [])
    .filter((row) => row['action'] === 'privacy.opened')
    .map((row) => ({
      at: (row['happenedAt'] as Date).toISOString(),
      by: String(row['actorKind']),
      purpose: String(row['purpose']),
      table: String(row['onTable']),
      column: (row['details'] as { column?: string }).column ?? '',
    }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
