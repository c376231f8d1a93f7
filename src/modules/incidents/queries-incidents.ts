import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { AffectedPerson, EventId, IncidentId, NoticeOutcome } from './incident.ts';
import type { IncidentsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IncidentsRows> => ctx.tx;

export type IncidentRow = Omit<Selectable<IncidentsRows['incidents.incident']>, 'tenantId'>;
export type EventRow = Omit<Selectable<IncidentsRows['incidents.event']>, 'tenantId'>;

const incidentColumns = [
  'id',
  'number',
  'track',
  'harms',
  'role',
  'isDrill',
  'phase',
  'risk',
  'authority',
  'people',
  'awareAt',
  'authorityHours',
  'correctedAt',
  'story',
  'scope',
  'scopeTakenAt',
  'affectedCount',
  'categories',
  'countries',
  'openedBy',
  'approvedBy',
  'approvedAt',
  'noticesDoneAt',
  'closedAt',
  'version',
  'createdAt',
  'updatedAt',
] as const;

export async function insertIncident(
  ctx: Context,
  incident: Pick<
    IncidentRow,
    | 'id'
    | 'number'
    | 'track'
    | 'harms'
    | 'role'
    | 'isDrill'
    | 'awareAt'
    | 'authorityHours'
    | 'story'
    | 'openedBy'
  >,
): Promise<void> {
  await rows(ctx)
    .insertInto('incidents.incident')
    .values({
      ...incident,
      phase: 'open',
      risk: null,
      authority: 'undecided',
      people: 'undecided',
      correctedAt: null,
      scope: null,
      scopeTakenAt: null,
      affectedCount: null,
      categories: [],
      countries: [],
      approvedBy: null,
      approvedAt: null,
      noticesDoneAt: null,
      closedAt: null,
      version: 1,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute();
}

export async function selectIncidents(ctx: Context): Promise<IncidentRow[]> {
  return rows(ctx)
    .selectFrom('incidents.incident')
    .select(incidentColumns)
    .orderBy('number', 'desc')
    .limit(500)
    .execute();
}

export async function selectOpenIncidents(ctx: Context): Promise<IncidentRow[]> {
  return rows(ctx)
    .selectFrom('incidents.incident')
    .select(incidentColumns)
    .where('closedAt', 'is', null)
    .orderBy('number')
    .execute();
}

const incident = (ctx: Context, id: IncidentId) =>
  rows(ctx).selectFrom('incidents.incident').select(incidentColumns).where('id', '=', id);

export async function findIncident(ctx: Context, id: IncidentId): Promise<IncidentRow | undefined> {
  return incident(ctx, id).executeTakeFirst();
}

/** As `findIncident`, held until the transaction ends. */
export async function lockIncident(ctx: Context, id: IncidentId): Promise<IncidentRow | undefined> {
  return incident(ctx, id).forUpdate().executeTakeFirst();
}

type IncidentChange = Partial<
  Omit<IncidentRow, 'id' | 'number' | 'track' | 'isDrill' | 'version' | 'createdAt' | 'updatedAt'>
>;

export async function updateIncident(ctx: Context, id: IncidentId, change: IncidentChange): Promise<void> {
  await rows(ctx)
    .updateTable('incidents.incident')
    .set({ ...change, version: sql<number>`version + 1`, updatedAt: ctx.now })
    .where('id', '=', id)
    .execute();
}

export async function insertEvent(ctx: Context, event: Omit<EventRow, 'id' | 'happenedAt'>): Promise<void> {
  await rows(ctx)
    .insertInto('incidents.event')
    .values({ ...event, id: newId<EventId>(), happenedAt: ctx.now, details: JSON.stringify(event.details) })
    .execute();
}

/** What was done about it, in order. */
export async function selectEvents(ctx: Context, incidentId: IncidentId): Promise<EventRow[]> {
  return rows(ctx)
    .selectFrom('incidents.event')
    .select(['id', 'incidentId', 'kind', 'bySubjectId', 'happenedAt', 'details', 'note'])
    .where('incidentId', '=', incidentId)
    .orderBy('id')
    .execute();
}

/** Which steps of which open incidents are done. */
export async function selectStepsDone(
  ctx: Context,
  incidents: readonly IncidentId[],
): Promise<{ incidentId: IncidentId; step: string }[]> {
  if (incidents.length === 0) return [];
  return rows(ctx)
    .selectFrom('incidents.event')
    .select(['incidentId', sql<string>`details->>'step'`.as('step')])
    .distinct()
    .where('incidentId', 'in', incidents)
    .where('kind', '=', 'step done')
    .execute();
}

const chunk = 1_000;

/** Puts the affected in the place of those who were found before. */
export async function replaceAffected(
  ctx: Context,
  incidentId: IncidentId,
  people: readonly AffectedPerson[],
): Promise<void> {
  await rows(ctx).deleteFrom('incidents.affected').where('incidentId', '=', incidentId).execute();
  for (let from = 0; from < people.length; from += chunk)
    await rows(ctx)
      .insertInto('incidents.affected')
      .values(
        people.slice(from, from + chunk).map(({ subject, categories, countries }) => ({
          incidentId,
          subjectId: subject,
          categories: [...categories],
          countries: [...countries],
        })),
      )
      .execute();
}

/** Affected people by key, from a place on. */
export async function selectAffected(
  ctx: Context,
  incidentId: IncidentId,
  { after, limit }: { readonly after?: SubjectId | undefined; readonly limit: number },
): Promise<(AffectedPerson & { readonly outcome: NoticeOutcome | null; readonly at: Date | null })[]> {
  let query = rows(ctx)
    .selectFrom('incidents.affected as person')
    .leftJoin('incidents.notice as notice', (join) =>
      join
        .onRef('notice.incidentId', '=', 'person.incidentId')
        .onRef('notice.subjectId', '=', 'person.subjectId'),
    )
    .select([
      'person.subjectId as subject',
      'person.categories',
      'person.countries',
      'notice.outcome',
      'notice.at',
    ])
    .where('person.incidentId', '=', incidentId)
    .orderBy('person.subjectId')
    .limit(limit);
  if (after) query = query.where('person.subjectId', '>', after);
  return query.execute();
}

/** Affected people who have had no notice yet. */
export async function selectUntold(
  ctx: Context,
  incidentId: IncidentId,
  limit: number,
): Promise<AffectedPerson[]> {
  return rows(ctx)
    .selectFrom('incidents.affected as person')
    .leftJoin('incidents.notice as notice', (join) =>
      join
        .onRef('notice.incidentId', '=', 'person.incidentId')
        .onRef('notice.subjectId', '=', 'person.subjectId'),
    )
    .select(['person.subjectId as subject', 'person.categories', 'person.countries'])
    .where('person.incidentId', '=', incidentId)
    .where('notice.subjectId', 'is', null)
    .orderBy('person.subjectId')
    .limit(limit)
    .execute();
}

export async function insertNotice(
  ctx: Context,
  notice: {
    incidentId: IncidentId;
    subjectId: SubjectId;
    outcome: NoticeOutcome;
    mailId: string | null;
  },
): Promise<void> {
  await rows(ctx)
    .insertInto('incidents.notice')
    .values({ ...notice, at: ctx.now })
    .execute();
}

/** How many notices came to what. */
export async function countNotices(
  ctx: Context,
  incidentId: IncidentId,
): Promise<{ outcome: NoticeOutcome; count: number }[]> {
  return rows(ctx)
    .selectFrom('incidents.notice')
    .select((eb) => ['outcome', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('incidentId', '=', incidentId)
    .groupBy('outcome')
    .execute();
}

/** Incidents whose notices were approved and are not all out. */
export async function selectToTell(ctx: Context): Promise<IncidentId[]> {
  const found = await rows(ctx)
    .selectFrom('incidents.incident')
    .select('id')
    .where('approvedAt', 'is not', null)
    .where('noticesDoneAt', 'is', null)
    .orderBy('number')
    .execute();
  return found.map(({ id }) => id);
}
