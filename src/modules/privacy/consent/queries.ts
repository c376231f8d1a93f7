import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Rows } from '#kernel/registry.ts';
import type { ConsentEvent, ConsentEventId, EventKind, EventState } from './consent.ts';
import type { PrivacyRows } from '../tables.ts';
import type { consentTables } from './tables.ts';

const rows = (ctx: Context): Kysely<PrivacyRows & Rows<typeof consentTables>> => ctx.tx;

const eventColumns = [
  'id',
  'subjectId',
  'kind',
  'topic',
  'number',
  'state',
  'version',
  'noticeHash',
  'locale',
  'ui',
  'jurisdiction',
  'actorKind',
  'actorId',
  'evidence',
  'parentId',
  'happenedAt',
] as const;

export interface NoticeRow {
  readonly hash: string;
  readonly code: string;
  readonly locale: string;
  readonly text: string;
}

/** Keeps the words once. */
export async function insertNotice(ctx: Context, notice: NoticeRow): Promise<void> {
  await rows(ctx)
    .insertInto('privacy.notice')
    .values({ ...notice, firstShownAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'hash']).doNothing())
    .execute();
}

export async function selectNotice(
  ctx: Context,
  hash: string,
): Promise<(NoticeRow & { readonly firstShownAt: Date }) | undefined> {
  return rows(ctx)
    .selectFrom('privacy.notice')
    .select(['hash', 'code', 'locale', 'text', 'firstShownAt'])
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** One writer at a time for the answers of a person, so that they have an order. */
export async function lockAnswersOf(ctx: Context, subject: SubjectId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consent ${ctx.tenant.id} ${subject}`}, 0))`.execute(
    ctx.tx,
  );
}

export async function selectLastAnswer(
  ctx: Context,
  subject: SubjectId,
  kind: EventKind,
  topic: string,
): Promise<ConsentEvent | undefined> {
  return rows(ctx)
    .selectFrom('privacy.consent_event')
    .select(eventColumns)
    .where('subjectId', '=', subject)
    .where('kind', '=', kind)
    .where('topic', '=', topic)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertAnswer(ctx: Context, { evidence, ...event }: ConsentEvent): Promise<void> {
  await rows(ctx)
    .insertInto('privacy.consent_event')
    .values({ ...event, evidence: JSON.stringify(evidence) })
    .execute();
}

/** The last consent answer of each purpose, of somebody who is not being erased. */
export async function selectConsentAnswers(ctx: Context, subject: SubjectId): Promise<ConsentEvent[]> {
  return rows(ctx)
    .selectFrom('privacy.consent_event as event')
    .innerJoin('privacy.subject as person', 'person.id', 'event.subjectId')
    .select(eventColumns.map((column) => `event.${column}` as const))
    .distinctOn('event.topic')
    .where('event.subjectId', '=', subject)
    .where('event.kind', '=', 'consent')
    .where('person.state', 'in', ['active', 'restricted'])
    .orderBy('event.topic')
    .orderBy('event.number', 'desc')
    .execute() as Promise<ConsentEvent[]>;
}

/** Everything that somebody answered, newest first. */
export async function selectHistory(
  ctx: Context,
  subject: SubjectId,
  limit: number,
): Promise<ConsentEvent[]> {
  return rows(ctx)
    .selectFrom('privacy.consent_event')
    .select(eventColumns)
    .where('subjectId', '=', subject)
    .orderBy('happenedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

export async function selectEvent(ctx: Context, id: ConsentEventId): Promise<ConsentEvent | undefined> {
  return rows(ctx)
    .selectFrom('privacy.consent_event')
    .select(eventColumns)
    .where('id', '=', id)
    .executeTakeFirst();
}

export interface CountRow {
  readonly kind: EventKind;
  readonly topic: string;
  readonly state: EventState;
  readonly noticeHash: string | null;
  readonly code: string | null;
  readonly locale: string | null;
  readonly firstShownAt: Date | null;
  readonly people: number;
}

/** How many people's last answer is what, by topic and by the words they were shown. */
export async function countAnswers(ctx: Context): Promise<CountRow[]> {
  return rows(ctx)
    .with('last', (db) =>
      db
        .selectFrom('privacy.consent_event')
        .select(['kind', 'topic', 'state', 'noticeHash', 'subjectId'])
        .distinctOn(['kind', 'topic', 'subjectId'])
        .orderBy('kind')
        .orderBy('topic')
        .orderBy('subjectId')
        .orderBy('number', 'desc'),
    )
    .selectFrom('last')
    .leftJoin('privacy.notice as notice', 'notice.hash', 'last.noticeHash')
    .select((row) => [
      'last.kind',
      'last.topic',
      'last.state',
      'last.noticeHash',
      'notice.code',
      'notice.locale',
      'notice.firstShownAt',
      row.cast<number>(row.fn.countAll(), 'integer').as('people'),
    ])
    .groupBy([
      'last.kind',
      'last.topic',
      'last.state',
      'last.noticeHash',
      'notice.code',
      'notice.locale',
      'notice.firstShownAt',
    ])
    .orderBy('last.kind')
    .orderBy('last.topic')
    .orderBy('people', 'desc')
    .limit(500)
    .execute();
}

/** One more visitor whom we do not know gave that answer to these words. */
export async function countGuestAnswer(
  ctx: Context,
  answer: { readonly topic: string; readonly state: 'granted' | 'refused'; readonly noticeHash: string },
): Promise<void> {
  await rows(ctx)
    .insertInto('privacy.guest_answer')
    .values({ ...answer, answers: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'topic', 'state', 'noticeHash'])
        .doUpdateSet((eb) => ({ answers: eb('privacy.guest_answer.answers', '+', 1) })),
    )
    .execute();
}

export const selectGuestAnswers = (ctx: Context) =>
  rows(ctx)
    .selectFrom('privacy.guest_answer as answer')
    .innerJoin('privacy.notice as notice', 'notice.hash', 'answer.noticeHash')
    .select([
      'answer.topic',
      'answer.state',
      'answer.noticeHash',
      'answer.answers',
      'notice.code',
      'notice.locale',
      'notice.firstShownAt',
    ])
    .orderBy('answer.topic')
    .orderBy('answer.answers', 'desc')
    .limit(500)
    .execute();

export async function upsertFeature(ctx: Context, feature: string, inUse: boolean): Promise<void> {
  const values = { inUse, changedAt: ctx.now, changedBy: ctx.actor.id };
  await rows(ctx)
    .insertInto('privacy.browser_feature')
    .values({ feature, ...values })
    .onConflict((conflict) => conflict.columns(['tenantId', 'feature']).doUpdateSet(values))
    .execute();
}

export async function selectFeaturesInUse(ctx: Context): Promise<string[]> {
  const found = await rows(ctx)
    .selectFrom('privacy.browser_feature')
    .select('feature')
    .where('inUse', '=', true)
    .orderBy('feature')
    .execute();
  return found.map(({ feature }) => feature);
}
