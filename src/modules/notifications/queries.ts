import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Purpose, Sealed } from '#kernel/registry.ts';
import type { PreferenceSender, PreferenceTopic } from '#modules/privacy/index.ts';
import { leaseSeconds } from './mail.ts';
import type { Envelope, MailId, MailState, NewsEnvelope } from './mail.ts';
import type { NotificationsRows } from './tables.ts';

const rows = (ctx: Context): Kysely<NotificationsRows> => ctx.tx;

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

interface NewMail {
  readonly id: MailId;
  readonly recipientId: SubjectId;
  readonly envelope: Sealed<Envelope> | null;
  readonly promotion: Sealed<NewsEnvelope> | null;
  readonly kind: string;
  readonly purpose: Purpose;
  readonly topic: PreferenceTopic | null;
  readonly sender: PreferenceSender | null;
  readonly locale: string;
  readonly aboutTable: string;
  readonly aboutId: string;
  readonly dedupe: string;
}

export async function insertMail(ctx: Context, values: NewMail): Promise<boolean> {
  const row = await rows(ctx)
    .insertInto('notifications.mail')
    .values({
      ...values,
      state: 'queued',
      attempts: 0,
      createdAt: ctx.now,
      nextAt: ctx.now,
      leaseUntil: null,
      sentAt: null,
      errorCode: null,
    })
    .onConflict((conflict) => conflict.columns(['tenantId', 'dedupe']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findMailByDedupe(ctx: Context, dedupe: string): Promise<MailId> {
  const row = await rows(ctx)
    .selectFrom('notifications.mail')
    .select('id')
    .where('dedupe', '=', dedupe)
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface ClaimedMail {
  readonly id: MailId;
  readonly recipientId: SubjectId;
  readonly envelope: Sealed<Envelope> | null;
  readonly promotion: Sealed<NewsEnvelope> | null;
  readonly kind: string;
  readonly purpose: Purpose;
  readonly topic: PreferenceTopic | null;
  readonly sender: PreferenceSender | null;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** Takes mails that are due, and those whose sender died, for this process alone. */
export async function claimMails(ctx: Context, limit: number): Promise<ClaimedMail[]> {
  // A subquery in the condition may be run once per row, and its limit with it: only a CTE takes what it says.
  return rows(ctx)
    .with(
      (cte) => cte('due').materialized(),
      (db) =>
        db
          .selectFrom('notifications.mail')
          .select('id')
          .where('state', 'in', ['queued', 'sending'])
          .where('nextAt', '<=', ctx.now)
          .where((row) => row.or([row('leaseUntil', 'is', null), row('leaseUntil', '<', ctx.now)]))
          .orderBy('nextAt')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('notifications.mail')
    .from('due')
    .set({
      state: 'sending',
      attempts: sql<number>`attempts + 1`,
      leaseUntil: later(ctx.now, leaseSeconds * 1000),
    })
    .whereRef('notifications.mail.id', '=', 'due.id')
    .returning([
      'notifications.mail.id',
      'notifications.mail.recipientId',
      'notifications.mail.envelope',
      'notifications.mail.promotion',
      'notifications.mail.kind',
      'notifications.mail.purpose',
      'notifications.mail.topic',
      'notifications.mail.sender',
      'notifications.mail.attempts',
      'notifications.mail.createdAt',
    ])
    .execute();
}

export async function settleMail(
  ctx: Context,
  id: MailId,
  attempt: number,
  outcome: { state: 'sent' | 'failed' | 'dropped' } | { state: 'queued'; nextAt: Date; attempts?: number },
  errorCode: string | null,
): Promise<boolean> {
  const result = await rows(ctx)
    .updateTable('notifications.mail')
    .set({
      state: outcome.state,
      leaseUntil: null,
      errorCode,
      ...(outcome.state === 'sent' && { sentAt: ctx.now }),
      ...(outcome.state === 'queued' && {
        nextAt: outcome.nextAt,
        attempts: outcome.attempts ?? attempt,
      }),
    })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempt)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export interface MailRow extends ClaimedMail {
  readonly locale: string;
  readonly state: MailState;
  readonly aboutTable: string;
  readonly aboutId: string;
  readonly sentAt: Date | null;
  readonly nextAt: Date;
  readonly errorCode: string | null;
}

const shown = [
  'id',
  'recipientId',
  'envelope',
  'promotion',
  'kind',
  'purpose',
  'topic',
  'sender',
  'locale',
  'state',
  'attempts',
  'aboutTable',
  'aboutId',
  'createdAt',
  'sentAt',
  'nextAt',
  'errorCode',
] as const;

export async function selectMails(
  ctx: Context,
  asked: {
    state: MailState | undefined;
    kind: string | undefined;
    about: string | undefined;
    after: { createdAt: Date; id: MailId } | undefined;
    limit: number;
  },
): Promise<MailRow[]> {
  let query = rows(ctx).selectFrom('notifications.mail').select(shown);
  if (asked.state) query = query.where('state', '=', asked.state);
  if (asked.kind) query = query.where('kind', '=', asked.kind);
  if (asked.about) query = query.where('aboutId', '=', asked.about);
  if (asked.after) {
    const { createdAt, id } = asked.after;
    query = query.where((row) => row(row.refTuple('createdAt', 'id'), '<', row.tuple(createdAt, id)));
  }
  return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(asked.limit).execute();
}

export async function findMail(ctx: Context, id: MailId): Promise<MailRow | undefined> {
  return rows(ctx).selectFrom('notifications.mail').select(shown).where('id', '=', id).executeTakeFirst();
}

export async function requeueMail(ctx: Context, id: MailId): Promise<boolean> {
  const result = await rows(ctx)
    .updateTable('notifications.mail')
    .set({ state: 'queued', attempts: 0, nextAt: ctx.now, leaseUntil: null, errorCode: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Which of these mails still exist: a file whose row is gone must go too. */
export async function mailsAmong(ctx: Context, ids: readonly MailId[]): Promise<Set<MailId>> {
  const found = await rows(ctx)
    .selectFrom('notifications.mail')
    .select('id')
    .where('id', '=', sql<MailId>`any(${ids})`)
    .execute();
  return new Set(found.map(({ id }) => id));
}

/** Mails that were due before that moment and are neither sent nor failed. */
export async function selectStuckMails(ctx: Context, before: Date): Promise<MailId[]> {
  const found = await rows(ctx)
    .selectFrom('notifications.mail')
    .select('id')
    .where('state', 'in', ['queued', 'sending'])
    .where('nextAt', '<', before)
    .limit(100)
    .execute();
  return found.map(({ id }) => id);
}
