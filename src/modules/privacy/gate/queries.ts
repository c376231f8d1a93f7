import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Mechanism } from '#kernel/processor.ts';
import type { Purpose, Source } from '#kernel/registry.ts';
import type { DisclosureOutcome } from './disclosure.ts';
import type { PrivacyRows } from '../tables.ts';
import type { AgreementId, DisclosureId } from './tables.ts';

const rows = (ctx: Context): Kysely<PrivacyRows> => ctx.tx;

/** The states of several people, held until the transaction ends so that no erasure begins between check and commit. */
export const shareSubjects = (
  ctx: Context,
  ids: readonly SubjectId[],
): Promise<{ id: SubjectId; state: 'active' | 'restricted' | 'erasing' | 'erased' }[]> =>
  rows(ctx)
    .selectFrom('privacy.subject')
    .select(['id', 'state'])
    .where('id', '=', sql<SubjectId>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forShare()
    .execute();

interface NewDisclosure {
  readonly id: DisclosureId;
  readonly processor: string;
  readonly host: string;
  readonly agreementId: AgreementId;
  readonly purpose: Purpose;
  readonly basis: string;
  readonly country: string;
  readonly mechanism: Mechanism;
  readonly fieldNames: string[];
  readonly payloadHash: Buffer;
  readonly aboutTable: string;
  readonly aboutId: string;
}

export async function insertDisclosure(
  ctx: Context,
  values: NewDisclosure,
  outcome: DisclosureOutcome,
  about: readonly SubjectId[],
): Promise<void> {
  const isSending = outcome === 'sending';
  await rows(ctx)
    .insertInto('privacy.disclosure')
    .values({
      ...values,
      queuedAt: ctx.now,
      at: isSending ? ctx.now : null,
      outcome,
      code: null,
      attempts: isSending ? 1 : 0,
    })
    .execute();
  if (about.length > 0)
    await rows(ctx)
      .insertInto('privacy.disclosure_subject')
      .values(about.map((subjectId) => ({ disclosureId: values.id, subjectId, queuedAt: ctx.now })))
      .execute();
}

/** What held at the last check is what the ledger says: purpose, basis, country and paper of the moment of sending. */
export async function updateDisclosureSending(
  ctx: Context,
  id: DisclosureId,
  checked: Pick<NewDisclosure, 'agreementId' | 'basis' | 'country' | 'mechanism' | 'host'>,
): Promise<boolean> {
  const result = await rows(ctx)
    .updateTable('privacy.disclosure')
    .set((eb) => ({
      ...checked,
      outcome: 'sending',
      at: ctx.now,
      code: null,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('outcome', 'in', ['waiting', 'sending', 'failed'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function updateDisclosureOutcome(
  ctx: Context,
  id: DisclosureId,
  outcome: DisclosureOutcome,
  code: string | null,
): Promise<void> {
  await rows(ctx)
    .updateTable('privacy.disclosure')
    .set({ outcome, code })
    .where('id', '=', id)
    .where('outcome', '!=', 'sent')
    .execute();
}

export async function findDisclosureAbout(
  ctx: Context,
  processor: string,
  about: { readonly table: string; readonly id: string },
): Promise<DisclosureId | undefined> {
  const row = await rows(ctx)
    .selectFrom('privacy.disclosure')
    .select('id')
    .where('processor', '=', processor)
    .where('aboutTable', '=', about.table)
    .where('aboutId', '=', about.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

const shown = [
  'id',
  'processor',
  'host',
  'purpose',
  'basis',
  'country',
  'mechanism',
  'fieldNames',
  'aboutTable',
  'aboutId',
  'queuedAt',
  'at',
  'outcome',
  'code',
  'attempts',
] as const;

export interface DisclosureFilter {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly processor?: string | undefined;
  readonly purpose?: Purpose | undefined;
  readonly subject?: SubjectId | undefined;
}

/** Newest first, one row more than asked for when there are more. */
export function selectDisclosures(ctx: Context, filter: DisclosureFilter) {
  const { subject } = filter;
  let query = rows(ctx)
    .selectFrom('privacy.disclosure')
    .select(shown)
    .orderBy('id', 'desc')
    .limit(filter.limit + 1);
  if (filter.before) query = query.where('id', '<', filter.before as DisclosureId);
  if (filter.processor) query = query.where('processor', '=', filter.processor);
  if (filter.purpose) query = query.where('purpose', '=', filter.purpose);
  if (subject)
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('privacy.disclosure_subject').select('disclosureId').where('subjectId', '=', subject),
    );
  return query.execute();
}

export type DisclosureRow = Awaited<ReturnType<typeof selectDisclosures>>[number];

/** What left about a person, oldest first; what was dropped or only decided did not leave. */
export const selectDisclosuresOf = (ctx: Context, subject: SubjectId) =>
  rows(ctx)
    .selectFrom('privacy.disclosure as disclosure')
    .innerJoin('privacy.disclosure_subject as person', 'person.disclosureId', 'disclosure.id')
    .select([
      'disclosure.id',
      'disclosure.processor',
      'disclosure.purpose',
      'disclosure.fieldNames',
      'disclosure.at',
    ])
    .where('person.subjectId', '=', subject)
    .where('disclosure.outcome', 'in', ['sending', 'sent', 'failed'])
    .where('disclosure.at', 'is not', null)
    .orderBy('disclosure.id')
    .execute();

/** When each company last got something, and how often. */
export const selectLastSent = (
  ctx: Context,
): Promise<{ processor: string; last: Date | null; times: number }[]> =>
  rows(ctx)
    .selectFrom('privacy.disclosure')
    .select((eb) => [
      'processor',
      eb.fn.max('at').as('last'),
      eb.cast<number>(eb.fn.countAll(), 'integer').as('times'),
    ])
    .where('outcome', '=', 'sent')
    .groupBy('processor')
    .execute();

export async function insertArrival(
  ctx: Context,
  arrival: {
    readonly subjectId: SubjectId;
    readonly processor: string;
    readonly object: string;
    readonly source: Source;
    readonly fieldNames: string[];
  },
): Promise<void> {
  await rows(ctx)
    .insertInto('privacy.arrival')
    .values({ ...arrival, id: newId<Id<'arrival'>>(), at: ctx.now })
    .execute();
}

/** Which of these people were brought by a company of one of these kinds. */
export async function selectBroughtBy(
  ctx: Context,
  ids: readonly SubjectId[],
  sources: readonly Source[],
): Promise<SubjectId[]> {
  const found = await rows(ctx)
    .selectFrom('privacy.arrival')
    .select('subjectId')
    .distinct()
    .where('subjectId', '=', sql<SubjectId>`any(${ids}::uuid[])`)
    .where('source', 'in', sources)
    .execute();
  return found.map(({ subjectId }) => subjectId);
}

/** Where data about a person came from, oldest first. */
export const selectArrivals = (ctx: Context, subject: SubjectId) =>
  rows(ctx)
    .selectFrom('privacy.arrival')
    .select(['processor', 'object', 'source', 'fieldNames', 'at'])
    .where('subjectId', '=', subject)
    .orderBy('at')
    .execute();
