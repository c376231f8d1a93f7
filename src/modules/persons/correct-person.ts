import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category, Table } from '#kernel/registry.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { indexesAfter } from './indexes-of.ts';
import { indexColumns, sealedColumns } from './paths.ts';
import type { SealedSpec } from './paths.ts';
import { leavesOf, withLeaf } from './leaves.ts';
import type { Leaf } from './leaves.ts';
import { updateRow } from './queries-erase.ts';
import { insertCorrection } from './queries-tell.ts';
import { reach } from './reach.ts';
import type { Reached, Row } from './reach.ts';
import { refuse } from './refuse.ts';
import { correction } from './tables.ts';
import type { CorrectedPlace, CorrectionId, ErasureId } from './tables.ts';
import { planTelling } from './tell-companies.ts';
import { companiesThatGot, toldAbout } from './told.ts';
import { tracesOf } from './traces.ts';
import type { News } from './traces.ts';
import { openByName, sealByName } from './vault-by-name.ts';
import type { Content } from './vault-by-name.ts';

/** What was wrong and what is right. */
export interface Correction {
  readonly field: Category;
  readonly value: string;
  /** The wrong value; without it every value of that kind becomes the right one. A line of an address needs it. */
  readonly was?: string | undefined;
  /** What shows that it is right; kept sealed. */
  readonly evidence?: string | undefined;
}

export interface Corrected {
  readonly id: CorrectionId;
  readonly places: readonly CorrectedPlace[];
  /** Where the value is the key of a door, and is changed there. */
  readonly elsewhere: readonly { readonly table: string; readonly column: string }[];
  /** Companies that got the wrong value and have to hear of it. Source: GDPR art. 19. */
  readonly tell: readonly string[];
  /** How far they are with it; null when there is nobody to tell. */
  readonly planId: ErasureId | null;
}

const correctable: readonly Category[] = [
  'identity.name',
  'identity.company',
  'identity.taxId',
  'contact.email',
  'contact.phone',
  'contact.address',
];

/**
 * Puts a value right in every open place where it stands about these persons: sealed anew, its look-up hashes renewed,
 * the old one gone. What was issued under a law stays as it was issued; a sign-in address is changed at the door.
 * Companies that got that kind of data hear of it as soon as this commits.
 *
 * The unit of work's purpose is `rights`. Refuses: persons.notCorrectable. Announces: persons.corrected.
 * Source: GDPR art. 16, 19; clauses OK-17, KC-24.
 */
export async function correctPerson(
  ctx: Context,
  subjects: readonly SubjectId[],
  wanted: Correction,
): Promise<Corrected> {
  const [first] = subjects;
  const isVague = wanted.field === 'contact.address' && wanted.was === undefined;
  if (!first || !correctable.includes(wanted.field) || wanted.value.trim() === '' || isVague)
    throw refuse.notCorrectable({ field: 'field' });
  const places: CorrectedPlace[] = [];
  const elsewhere: { table: string; column: string }[] = [];
  const wrong: Leaf[] = [];
  const everything = await reach(ctx, subjects);
  // Companies may know the person by what is wrong.
  const traces = await tracesOf(ctx, subjects, everything);
  for (const reached of everything.values()) {
    const { table } = reached.person;
    for (const [column, spec] of sealedColumns(table)) {
      if (spec.onErase === 'retain-until-law-ends' || !spec.purposes.includes('rights')) continue;
      const isHere = Object.values(spec.fields).includes(wanted.field);
      if (isHere && isDoor(table, spec, wanted.field)) {
        if (reached.rows.length > 0) elsewhere.push({ table: table.name, column });
        continue;
      }
      const rows = await correctColumn(ctx, subjects, reached, column, spec, wanted);
      if (rows.length > 0) places.push({ table: table.name, column, rows: rows.length });
      wrong.push(...rows.flat());
    }
  }
  const tell = places.length === 0 ? [] : companiesThatGot(await toldAbout(ctx, subjects), wanted.field);
  const id = await note(ctx, first, wanted, places, tell);
  const news = newsOf(wanted, wrong, places);
  const planId =
    tell.length === 0 ? null : await planTelling(ctx, subjects, tell, { because: 'corrected', news }, traces);
  return { id, places, elsewhere, tell, planId };
}

const newsOf = (
  { field, value }: Correction,
  wrong: readonly Leaf[],
  places: readonly CorrectedPlace[],
): News => ({
  category: field,
  value,
  was: [...new Set(wrong.map(({ text }) => text))],
  parts: [...new Set(wrong.flatMap(({ path }) => path.slice(-1)))],
  from: places.map(({ table, column }) => ({ table, column })),
});

/** Whoever is let in by a value changes it where they prove that it is theirs. */
const isDoor = (table: Table, { of }: SealedSpec, category: Category): boolean =>
  indexColumns(table).some(
    ([, index]) =>
      index.kind === 'blindIndex' &&
      index.of === of &&
      index.category === category &&
      index.purposes.includes('security'),
  );

/** Shape: for every row that was put right, what was wrong in it. */
async function correctColumn(
  ctx: Context,
  subjects: readonly SubjectId[],
  { person: { table }, rows }: Reached,
  column: string,
  spec: SealedSpec,
  wanted: Correction,
): Promise<(readonly Leaf[])[]> {
  const mine = rows.filter((row) => row[column] !== null && subjects.includes(row[spec.of] as SubjectId));
  const contents = await openByName(ctx, table, column, mine);
  const corrected: (readonly Leaf[])[] = [];
  for (const [index, row] of mine.entries()) {
    const content = contents[index];
    const wrong = content ? await correctRow(ctx, table, column, spec, row, content, wanted) : [];
    if (wrong.length > 0) corrected.push(wrong);
  }
  return corrected;
}

async function correctRow(
  ctx: Context,
  table: Table,
  column: string,
  spec: SealedSpec,
  row: Row,
  content: Content,
  { field: category, value, was }: Correction,
): Promise<readonly Leaf[]> {
  const wrong = leavesOf(spec, content).filter(
    ({ category: kind, text }) =>
      kind === category &&
      text !== value &&
      (was === undefined || text.trim().toLowerCase() === was.trim().toLowerCase()),
  );
  if (wrong.length === 0) return wrong;
  let right = content;
  let indexes: Record<string, unknown> = {};
  for (const { path, text } of wrong) {
    right = withLeaf(right, path, value);
    const change = { of: spec.of, category, was: text, value };
    indexes = { ...indexes, ...(await indexesAfter(ctx, table, { ...row, ...indexes }, change)) };
  }
  const sealed = await sealByName(ctx, table, column, row, right);
  await updateRow(ctx, table.name, spec.row, row[spec.row], { [column]: sealed, ...indexes });
  return wrong;
}

async function note(
  ctx: Context,
  subjectId: SubjectId,
  { field, evidence }: Correction,
  places: readonly CorrectedPlace[],
  told: readonly string[],
): Promise<CorrectionId> {
  const id = newId<CorrectionId>();
  await vault.ensureKeys(ctx, subjectId, ['service']);
  const sealed =
    evidence === undefined
      ? null
      : await vault.seal(ctx, correction, 'evidence', { id, subjectId }, { text: evidence });
  await insertCorrection(ctx, { id, subjectId, category: field, places, told, evidence: sealed });
  ctx.audit({
    action: 'persons.corrected',
    on: { table: 'persons.correction', id },
    details: { field, places: places.length },
  });
  ctx.emit(facts.corrected({ correctionId: id, subjectId }));
  return id;
}
