import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { PrivacyRows } from '../tables.ts';

const rows = (ctx: Context): Kysely<PrivacyRows> => ctx.tx;

export interface ReadingFilter {
  readonly actor?: string | undefined;
  readonly session?: string | undefined;
  readonly table?: string | undefined;
  readonly from: Date;
  readonly to: Date;
}

interface ReadingRow {
  readonly subject: SubjectId;
  readonly table: string;
  readonly column: string;
}

/** Whose data was opened by staff, and which column of it; each once. */
export async function selectReadings(ctx: Context, filter: ReadingFilter): Promise<ReadingRow[]> {
  let query = rows(ctx)
    .selectFrom('privacy.audit_entry')
    .select(['subjectId', 'onTable', sql<string>`details->>'column'`.as('column')])
    .distinct()
    .where('action', '=', 'privacy.opened')
    .where('happenedAt', '>=', filter.from)
    .where('happenedAt', '<=', filter.to)
    .where('subjectId', 'is not', null);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.session !== undefined) query = query.where(sql`details->>'session'`, '=', filter.session);
  if (filter.table !== undefined) query = query.where('onTable', '=', filter.table);
  const found = await query.execute();
  return found.flatMap(({ subjectId, onTable: table, column }) =>
    subjectId === null ? [] : [{ subject: subjectId, table, column }],
  );
}

interface SentRow {
  readonly subject: SubjectId;
  readonly processor: string;
  readonly fieldNames: readonly string[];
}

/** Whose data went to a company, or may have arrived there. */
export async function selectSent(
  ctx: Context,
  { processor, from, to }: { readonly processor: string; readonly from: Date; readonly to: Date },
): Promise<SentRow[]> {
  const found = await rows(ctx)
    .selectFrom('privacy.disclosure as disclosure')
    .innerJoin('privacy.disclosure_subject as person', 'person.disclosureId', 'disclosure.id')
    .select(['person.subjectId', 'disclosure.processor', 'disclosure.fieldNames'])
    .where('disclosure.processor', '=', processor)
    .where('disclosure.outcome', 'in', ['sent', 'sending'])
    .where('disclosure.at', '>=', from)
    .where('disclosure.at', '<=', to)
    .execute();
  return found.map(({ subjectId: subject, ...row }) => ({ subject, ...row }));
}

export interface LookRow {
  readonly happenedAt: Date;
  readonly actor: SubjectId;
  readonly purpose: string;
  readonly onTable: string;
  readonly onId: string;
  readonly column: string;
}

/** What staff opened about these persons, the newest first; as many as asked for. */
export async function selectLooks(
  ctx: Context,
  subjects: readonly SubjectId[],
  limit: number,
): Promise<LookRow[]> {
  if (subjects.length === 0) return [];
  const found = await rows(ctx)
    .selectFrom('privacy.audit_entry')
    .select([
      'happenedAt',
      'actor',
      'purpose',
      'onTable',
      'onId',
      sql<string>`details->>'column'`.as('column'),
    ])
    .where('subjectId', 'in', subjects)
    .where('action', '=', 'privacy.opened')
    .where('actorKind', '=', 'staff')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return found.map((row) => ({ ...row, actor: row.actor as SubjectId }));
}

interface HeadRow {
  readonly number: bigint;
  readonly sealedAt: Date;
  readonly hash: Buffer;
}

/** The last seal of the audit log. */
export async function selectHead(ctx: Context): Promise<HeadRow | undefined> {
  return rows(ctx)
    .selectFrom('privacy.audit_seal')
    .select(['number', 'sealedAt', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function selectSealsNumbered(ctx: Context, numbers: readonly bigint[]): Promise<HeadRow[]> {
  if (numbers.length === 0) return [];
  return rows(ctx)
    .selectFrom('privacy.audit_seal')
    .select(['number', 'sealedAt', 'hash'])
    .where('number', 'in', numbers)
    .execute();
}

/** Rows of any declared table about some persons, the newest first: their owner, key, envelope and language. */
export async function selectSealedOf(
  ctx: Context,
  at: { readonly table: string; readonly columns: readonly string[]; readonly owner: string },
  subjects: readonly SubjectId[],
): Promise<Record<string, unknown>[]> {
  const tx: Kysely<Record<string, Record<string, unknown>>> = ctx.tx;
  return tx
    .selectFrom(at.table)
    .select([...at.columns])
    .where(at.owner, 'in', subjects)
    .execute();
}

/** Some columns of the rows of any declared table with these keys. */
export async function selectKeyed(
  ctx: Context,
  at: { readonly table: string; readonly key: string; readonly columns: readonly string[] },
  keys: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  if (keys.length === 0) return [];
  const tx: Kysely<Record<string, Record<string, unknown>>> = ctx.tx;
  return tx
    .selectFrom(at.table)
    .select([...at.columns])
    .where(at.key, 'in', [...new Set(keys)])
    .execute();
}
