import type { Kysely, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { LegalEventId, LegalRequestId } from './legal-request.ts';
import type { IncidentsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IncidentsRows> => ctx.tx;

export type LegalRow = Omit<Selectable<IncidentsRows['incidents.legal_request']>, 'tenantId'>;
export type LegalEventRow = Omit<Selectable<IncidentsRows['incidents.legal_event']>, 'tenantId'>;

const columns = [
  'id',
  'number',
  'ground',
  'state',
  'paper',
  'categories',
  'fromAt',
  'toAt',
  'informing',
  'forbiddenUntil',
  'openedBy',
  'decidedBy',
  'decidedAt',
  'disclosedBy',
  'disclosedAt',
  'payloadHash',
  'valuesDisclosed',
  'version',
  'createdAt',
] as const;

export async function insertLegalRequest(
  ctx: Context,
  request: Pick<
    LegalRow,
    | 'id'
    | 'number'
    | 'ground'
    | 'paper'
    | 'categories'
    | 'fromAt'
    | 'toAt'
    | 'informing'
    | 'forbiddenUntil'
    | 'openedBy'
  >,
  subjects: readonly SubjectId[],
): Promise<void> {
  await rows(ctx)
    .insertInto('incidents.legal_request')
    .values({
      ...request,
      state: 'open',
      decidedBy: null,
      decidedAt: null,
      disclosedBy: null,
      disclosedAt: null,
      payloadHash: null,
      valuesDisclosed: null,
      version: 1,
      createdAt: ctx.now,
    })
    .execute();
  await rows(ctx)
    .insertInto('incidents.legal_subject')
    .values(
      subjects.map((subjectId) => ({
        requestId: request.id,
        subjectId,
        informedAt: null,
        informedHow: null,
      })),
    )
    .execute();
}

export async function selectLegalRequests(ctx: Context): Promise<LegalRow[]> {
  return rows(ctx)
    .selectFrom('incidents.legal_request')
    .select(columns)
    .orderBy('number', 'desc')
    .limit(500)
    .execute();
}

const legalRequest = (ctx: Context, id: LegalRequestId) =>
  rows(ctx).selectFrom('incidents.legal_request').select(columns).where('id', '=', id);

export async function findLegalRequest(ctx: Context, id: LegalRequestId): Promise<LegalRow | undefined> {
  return legalRequest(ctx, id).executeTakeFirst();
}

/** As `findLegalRequest`, held until the transaction ends. */
export async function lockLegalRequest(ctx: Context, id: LegalRequestId): Promise<LegalRow | undefined> {
  return legalRequest(ctx, id).forUpdate().executeTakeFirst();
}

export async function updateLegalRequest(
  ctx: Context,
  id: LegalRequestId,
  change: Partial<Omit<LegalRow, 'id' | 'number' | 'version' | 'createdAt'>>,
): Promise<void> {
  await rows(ctx)
    .updateTable('incidents.legal_request')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function selectLegalSubjects(
  ctx: Context,
  requestId: LegalRequestId,
): Promise<Omit<Selectable<IncidentsRows['incidents.legal_subject']>, 'tenantId'>[]> {
  return rows(ctx)
    .selectFrom('incidents.legal_subject')
    .select(['requestId', 'subjectId', 'informedAt', 'informedHow'])
    .where('requestId', '=', requestId)
    .orderBy('subjectId')
    .execute();
}

/** What was disclosed about whom, as far as the person may know it now. */
const disclosures = (ctx: Context) =>
  rows(ctx)
    .selectFrom('incidents.legal_subject as person')
    .innerJoin('incidents.legal_request as request', 'request.id', 'person.requestId')
    .where('request.state', '=', 'disclosed')
    .where((eb) =>
      eb.or([eb('request.informing', '=', 'inform'), eb('request.forbiddenUntil', '<=', ctx.now)]),
    );

/** Disclosures about which the people may be told now, and were not. */
export async function selectToInform(
  ctx: Context,
): Promise<{ requestId: LegalRequestId; subjectId: SubjectId }[]> {
  return disclosures(ctx)
    .select(['person.requestId', 'person.subjectId'])
    .where('person.informedAt', 'is', null)
    .orderBy('person.requestId')
    .limit(200)
    .execute();
}

export async function markInformed(
  ctx: Context,
  requestId: LegalRequestId,
  subjectId: SubjectId,
  informedHow: 'mailed' | 'no address' | 'gone',
): Promise<void> {
  await rows(ctx)
    .updateTable('incidents.legal_subject')
    .set({ informedAt: ctx.now, informedHow })
    .where('requestId', '=', requestId)
    .where('subjectId', '=', subjectId)
    .execute();
}

export async function insertLegalEvent(
  ctx: Context,
  event: Omit<LegalEventRow, 'id' | 'happenedAt'>,
): Promise<void> {
  await rows(ctx)
    .insertInto('incidents.legal_event')
    .values({
      ...event,
      id: newId<LegalEventId>(),
      happenedAt: ctx.now,
      details: JSON.stringify(event.details),
    })
    .execute();
}

export async function selectLegalEvents(ctx: Context, requestId: LegalRequestId): Promise<LegalEventRow[]> {
  return rows(ctx)
    .selectFrom('incidents.legal_event')
    .select(['id', 'requestId', 'kind', 'bySubjectId', 'happenedAt', 'details', 'note'])
    .where('requestId', '=', requestId)
    .orderBy('id')
    .execute();
}

/** Disclosures about some persons of which they may know now. */
export async function selectTold(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<Pick<LegalRow, 'id' | 'ground' | 'categories' | 'disclosedAt'>[]> {
  if (subjects.length === 0) return [];
  return disclosures(ctx)
    .select(['request.id', 'request.ground', 'request.categories', 'request.disclosedAt'])
    .distinct()
    .where('person.subjectId', 'in', subjects)
    .orderBy('request.disclosedAt', 'desc')
    .execute();
}
