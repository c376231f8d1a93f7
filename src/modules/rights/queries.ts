import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Outcome } from './outcome.ts';
import type { RequestId, State, Wish } from './request.ts';
import type { RightsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<RightsRows> => ctx.tx;

export type RequestRow = Omit<
  Selectable<RightsRows['rights.request']>,
  'tenantId' | 'emailIndex' | 'mailHash'
>;
export type EventRow = Omit<Selectable<RightsRows['rights.event']>, 'tenantId'>;

const requestColumns = [
  'id',
  'number',
  'kind',
  'door',
  'state',
  'subjectId',
  'contact',
  'said',
  'answer',
  'wish',
  'locale',
  'origin',
  'receivedAt',
  'targetAt',
  'monthEndsAt',
  'dueAt',
  'provenAt',
  'coolsUntil',
  'approvedAt',
  'runAt',
  'closedAt',
  'reason',
  'planId',
  'outcome',
  'alarm',
  'openedBy',
  'version',
] as const;

type NewRequest = Omit<RequestRow, 'wish' | 'outcome' | 'version' | 'alarm' | 'said' | 'answer'> & {
  readonly wish: string;
  readonly emailIndex: Buffer;
  readonly mailHash: Buffer | null;
  readonly said: RequestRow['said'];
};

/** Shape: false when this very mail is a request already. */
export async function insertRequest(ctx: Context, request: NewRequest): Promise<boolean> {
  const row = await rows(ctx)
    .insertInto('rights.request')
    .values({ ...request, answer: null, outcome: '{}', alarm: 'none', version: 1 })
    .onConflict((clash) =>
      clash.columns(['tenantId', 'mailHash']).where('mailHash', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findRequest(ctx: Context, id: RequestId): Promise<RequestRow | undefined> {
  return rows(ctx)
    .selectFrom('rights.request')
    .select(requestColumns)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** As `findRequest`, held until the transaction ends. */
export async function lockRequest(ctx: Context, id: RequestId): Promise<RequestRow | undefined> {
  return rows(ctx)
    .selectFrom('rights.request')
    .select(requestColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function hasMail(ctx: Context, mailHash: Buffer): Promise<boolean> {
  const row = await rows(ctx)
    .selectFrom('rights.request')
    .select('id')
    .where('mailHash', '=', mailHash)
    .executeTakeFirst();
  return row !== undefined;
}

type Change = Partial<Omit<RequestRow, 'id' | 'number' | 'wish' | 'version'>>;

export async function updateRequest(
  ctx: Context,
  id: RequestId,
  { outcome, ...change }: Change,
): Promise<void> {
  await rows(ctx)
    .updateTable('rights.request')
    .set({
      ...change,
      ...(outcome && { outcome: sql<Outcome>`${JSON.stringify(outcome)}::jsonb` }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function updateWish(ctx: Context, id: RequestId, wish: Wish): Promise<void> {
  await rows(ctx)
    .updateTable('rights.request')
    .set({ wish: sql<Wish>`${JSON.stringify(wish)}::jsonb` })
    .where('id', '=', id)
    .execute();
}

interface EventNote {
  readonly name: string;
  readonly state: State;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

export async function insertEvent(ctx: Context, requestId: RequestId, note: EventNote): Promise<void> {
  const isPerson = ctx.actor.kind === 'staff' || ctx.actor.kind === 'buyer';
  await rows(ctx)
    .insertInto('rights.event')
    .values({
      id: newId<Id<'rightsEvent'>>(),
      requestId,
      happenedAt: ctx.now,
      actorKind: ctx.actor.kind,
      actorId: isPerson ? (ctx.actor.id as SubjectId) : null,
      name: note.name,
      state: note.state,
      details: JSON.stringify(note.details ?? {}),
    })
    .execute();
}

export async function selectEvents(ctx: Context, requestId: RequestId): Promise<EventRow[]> {
  return rows(ctx)
    .selectFrom('rights.event')
    .select(['id', 'requestId', 'happenedAt', 'actorKind', 'actorId', 'name', 'state', 'details'])
    .where('requestId', '=', requestId)
    .orderBy('id')
    .limit(500)
    .execute();
}

export interface RequestFilter {
  readonly limit: number;
  readonly which: 'open' | 'closed' | 'all';
  readonly kind?: RequestRow['kind'] | undefined;
  /** The position to go on from: instant and id. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
}

/** What waits, by deadline; what is closed, the newest first. One row more than asked for when there are more. */
export async function selectRequests(ctx: Context, filter: RequestFilter): Promise<RequestRow[]> {
  const { limit, which, kind, after } = filter;
  let query = rows(ctx)
    .selectFrom('rights.request')
    .select(requestColumns)
    .limit(limit + 1);
  if (kind) query = query.where('kind', '=', kind);
  if (which === 'open') {
    query = query.where('closedAt', 'is', null).orderBy('dueAt').orderBy('id');
    if (after)
      query = query.where((row) =>
        row.or([
          row('dueAt', '>', after.at),
          row.and([row('dueAt', '=', after.at), row('id', '>', after.id as RequestId)]),
        ]),
      );
    return query.execute();
  }
  if (which === 'closed') query = query.where('closedAt', 'is not', null);
  if (after) query = query.where('id', '<', after.id as RequestId);
  return query.orderBy('id', 'desc').execute();
}

export interface Waiting {
  readonly open: number;
  readonly overdue: number;
  readonly soon: number;
}

/** How many wait, how many of them are near or past their deadline. */
export async function countWaiting(ctx: Context, soon: Date): Promise<Waiting> {
  const row = await rows(ctx)
    .selectFrom('rights.request')
    .select((eb) => [
      eb.cast<number>(eb.fn.countAll(), 'integer').as('open'),
      eb.cast<number>(eb.fn.countAll().filterWhere('dueAt', '<', ctx.now), 'integer').as('overdue'),
      eb.cast<number>(eb.fn.countAll().filterWhere('dueAt', '<', soon), 'integer').as('soon'),
    ])
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { open: row.open, overdue: row.overdue, soon: row.soon - row.overdue };
}

/** The requests of askers with any of these addresses, the newest first. */
export async function selectRequestsOf(ctx: Context, emailIndexes: readonly Buffer[]): Promise<RequestRow[]> {
  if (emailIndexes.length === 0) return [];
  return rows(ctx)
    .selectFrom('rights.request')
    .select(requestColumns)
    .where('emailIndex', 'in', [...emailIndexes])
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

/** Requests that the house may carry on now. */
export async function selectDue(ctx: Context, limit: number): Promise<RequestId[]> {
  const found = await rows(ctx)
    .selectFrom('rights.request')
    .select('id')
    .where('runAt', 'is not', null)
    .where('runAt', '<=', ctx.now)
    .where('closedAt', 'is', null)
    .orderBy('runAt')
    .limit(limit)
    .execute();
  return found.map(({ id }) => id);
}

/** Open requests whose next alarm may be due, the most urgent first. */
export async function selectForAlarm(ctx: Context, soon: Date): Promise<RequestRow[]> {
  return rows(ctx)
    .selectFrom('rights.request')
    .select(requestColumns)
    .where('closedAt', 'is', null)
    .where((row) => row.or([row('targetAt', '<=', ctx.now), row('dueAt', '<=', soon)]))
    .where('alarm', '!=', 'overdue')
    .orderBy('dueAt')
    .limit(500)
    .execute();
}

/** Requests whose asker never showed who they are. */
export async function selectNeverProven(ctx: Context, before: Date): Promise<RequestId[]> {
  const found = await rows(ctx)
    .selectFrom('rights.request')
    .select('id')
    .where('state', '=', 'awaiting_identity')
    .where('kind', 'not in', ['question', 'review'])
    .where('receivedAt', '<', before)
    .where('closedAt', 'is', null)
    .limit(200)
    .execute();
  return found.map(({ id }) => id);
}

/** Which of the subjects are only askers: the register of requests, not what it is about. */
export async function selectAskers(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<ReadonlySet<SubjectId>> {
  if (subjects.length === 0) return new Set();
  const known = new Set<SubjectId>();
  for (const name of ['rights.request', 'rights.visit', 'rights.proof'] as const) {
    const found = await rows(ctx)
      .selectFrom(name)
      .select('subjectId')
      .where('subjectId', 'in', [...subjects])
      .execute();
    for (const { subjectId } of found) known.add(subjectId);
  }
  return known;
}
