import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Category } from '#kernel/registry.ts';
import { knownProcessors } from '../gate/processor.ts';
import { selectLooks, selectReadings, selectSent } from './queries.ts';
import type { LookRow, ReadingFilter } from './queries.ts';

/** A person with the kinds of their data that somebody got to see. */
export interface Exposure {
  readonly subject: SubjectId;
  readonly categories: readonly Category[];
}

/** The kinds of data in a sealed column. Shape: empty for a column that is no more. */
export function categoriesIn(table: string, column: string): Category[] {
  const spec = declaredTables().get(table)?.columns[column]?.spec;
  return spec?.kind === 'sealed' ? [...new Set(Object.values(spec.fields))] : [];
}

/** Whose data staff opened, by account, session, table and time, as the audit log has it. Shape: each person once. */
export async function readingsBy(ctx: Context, filter: ReadingFilter): Promise<Exposure[]> {
  const rows = await selectReadings(ctx, filter);
  return gather(
    rows.map(({ subject, table, column }) => ({ subject, categories: categoriesIn(table, column) })),
  );
}

/** Whose data a company received in a time, as the egress ledger has it. Shape: each person once. */
export async function sentTo(
  ctx: Context,
  asked: { readonly processor: string; readonly from: Date; readonly to: Date },
): Promise<Exposure[]> {
  const fields = knownProcessors().get(asked.processor)?.fields ?? {};
  const rows = await selectSent(ctx, asked);
  return gather(
    rows.map(({ subject, fieldNames }) => ({
      subject,
      categories: fieldNames.flatMap((name) => fields[name] ?? []),
    })),
  );
}

/** Puts what is known of each person together. */
export function gather(exposures: readonly Exposure[]): Exposure[] {
  const bySubject = new Map<SubjectId, Set<Category>>();
  for (const { subject, categories } of exposures) {
    const known = bySubject.get(subject) ?? new Set();
    for (const category of categories) known.add(category);
    bySubject.set(subject, known);
  }
  return [...bySubject].map(([subject, categories]) => ({ subject, categories: [...categories].toSorted() }));
}

/** What staff opened about some persons, the newest first. Shape: at most `limit`, 500 unless told. */
export const looksAt = (ctx: Context, subjects: readonly SubjectId[], limit = 500): Promise<LookRow[]> =>
  selectLooks(ctx, subjects, limit);
