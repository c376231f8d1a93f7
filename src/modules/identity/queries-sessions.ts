import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import type { AccountId, AccountKind, Device, SessionId } from './account.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { IdentityRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IdentityRows> => ctx.tx;

export type SessionRow = Omit<Selectable<IdentityRows['identity.session']>, 'tenantId'>;
export type VerificationRow = Omit<Selectable<IdentityRows['identity.verification']>, 'tenantId'>;

const sessionColumns = [
  'id',
  'accountId',
  'subjectId',
  'kind',
  'tokenHash',
  'device',
  'createdAt',
  'seenAt',
  'expiresAt',
] as const;
const verificationColumns = ['id', 'identifierHash', 'accountId', 'value', 'createdAt', 'expiresAt'] as const;

interface NewSession {
  readonly id: SessionId;
  readonly accountId: AccountId;
  readonly subjectId: SubjectId;
  readonly kind: AccountKind;
  readonly tokenHash: Buffer;
  readonly device: Sealed<Device>;
  readonly expiresAt: Date;
}

export async function insertSession(ctx: Context, values: NewSession): Promise<SessionRow> {
  return rows(ctx)
    .insertInto('identity.session')
    .values({ ...values, createdAt: ctx.now, seenAt: ctx.now })
    .returning(sessionColumns)
    .executeTakeFirstOrThrow();
}

export async function findSessionByToken(
  ctx: Context,
  kind: AccountKind,
  tokenHash: Buffer,
): Promise<SessionRow | undefined> {
  return rows(ctx)
    .selectFrom('identity.session')
    .select(sessionColumns)
    .where('tokenHash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expiresAt', '>', ctx.now)
    .executeTakeFirst();
}

export async function selectSessions(ctx: Context, accountId: AccountId): Promise<SessionRow[]> {
  return rows(ctx)
    .selectFrom('identity.session')
    .select(sessionColumns)
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', ctx.now)
    .orderBy('seenAt', 'desc')
    .limit(200)
    .execute();
}

/** Ends sessions of an account: one, all, or all but one. */
export async function deleteSessions(
  ctx: Context,
  accountId: AccountId,
  which: { only?: SessionId; butHash?: Buffer } = {},
): Promise<number> {
  let query = rows(ctx).deleteFrom('identity.session').where('accountId', '=', accountId);
  if (which.only) query = query.where('id', '=', which.only);
  if (which.butHash) query = query.where('tokenHash', '<>', which.butHash);
  const result = await query.executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function deleteSessionByToken(ctx: Context, tokenHash: Buffer): Promise<number> {
  const result = await rows(ctx)
    .deleteFrom('identity.session')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export interface FoundVisitor {
  readonly accountId: AccountId;
  readonly subjectId: SubjectId;
  readonly emailVerified: boolean;
  readonly permissions: Permission[];
  readonly sessionId: SessionId;
  /** Until when a colleague may read people unmasked: the first end of promise and training. */
  readonly unmaskUntil: Date;
}

/** One statement, one round trip; the function enters the tenant itself. */
export async function findSessionVisitor(
  house: House,
  tenant: TenantId,
  hash: Buffer,
  side: AccountKind,
  lifetimeSeconds: number,
): Promise<FoundVisitor | undefined> {
  const [found] = await house.db.statement<{
    account_id: AccountId;
    subject_id: SubjectId;
    email_verified: boolean;
    permissions: Permission[];
    session_id: SessionId;
    unmask_until: Date;
  }>(
    'select account_id, subject_id, email_verified, permissions, session_id, unmask_until from identity.find_visitor($1, $2, $3, $4, $5)',
    [tenant, hash, side, house.clock(), `${lifetimeSeconds} seconds`],
  );
  return (
    found && {
      accountId: found.account_id,
      subjectId: found.subject_id,
      emailVerified: found.email_verified,
      permissions: found.permissions,
      sessionId: found.session_id,
      unmaskUntil: found.unmask_until,
    }
  );
}

/** Whether this kind of device signs in for the first time. Shape: `isFirst` when the account had no device at all. */
export async function noteDevice(
  ctx: Context,
  accountId: AccountId,
  deviceHash: Buffer,
): Promise<{ isNew: boolean; isFirst: boolean }> {
  const added = await rows(ctx)
    .insertInto('identity.known_device')
    .values({ accountId, deviceHash, firstSeenAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'accountId', 'deviceHash']).doNothing())
    .returning('accountId')
    .executeTakeFirst();
  if (!added) return { isNew: false, isFirst: false };
  const other = await rows(ctx)
    .selectFrom('identity.known_device')
    .select('accountId')
    .where('accountId', '=', accountId)
    .where('deviceHash', '<>', deviceHash)
    .limit(1)
    .executeTakeFirst();
  return { isNew: true, isFirst: other === undefined };
}

export async function insertVerification(
  ctx: Context,
  values: { id: string; identifierHash: Buffer; accountId: AccountId | null; value: Buffer; expiresAt: Date },
): Promise<VerificationRow> {
  return rows(ctx)
    .insertInto('identity.verification')
    .values({ ...values, createdAt: ctx.now })
    .returning(verificationColumns)
    .executeTakeFirstOrThrow();
}

export async function findVerification(
  ctx: Context,
  identifierHash: Buffer,
): Promise<VerificationRow | undefined> {
  return rows(ctx)
    .selectFrom('identity.verification')
    .select(verificationColumns)
    .where('identifierHash', '=', identifierHash)
    .where('expiresAt', '>', ctx.now)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
}

/** Uses a code up: whoever deletes the row has it. */
export async function consumeVerification(
  ctx: Context,
  identifierHash: Buffer,
): Promise<VerificationRow | undefined> {
  return rows(ctx)
    .deleteFrom('identity.verification')
    .where('identifierHash', '=', identifierHash)
    .where('expiresAt', '>', ctx.now)
    .returning(verificationColumns)
    .executeTakeFirst();
}

/** Uses a link up by its row. Shape: undefined when somebody else just did. */
export async function takeVerification(ctx: Context, id: string): Promise<VerificationRow | undefined> {
  return rows(ctx)
    .deleteFrom('identity.verification')
    .where('id', '=', id)
    .where('expiresAt', '>', ctx.now)
    .returning(verificationColumns)
    .executeTakeFirst();
}

export async function deleteVerificationsOf(ctx: Context, accountId: AccountId): Promise<void> {
  await rows(ctx).deleteFrom('identity.verification').where('accountId', '=', accountId).execute();
}

/** Counts tries under several keys at once. Shape: the counts in the order of the keys. */
export async function countAttempts(
  ctx: Context,
  tries: readonly { key: Buffer; endsAt: Date }[],
): Promise<Map<string, { count: number; endsAt: Date }>> {
  const counted = await rows(ctx)
    .insertInto('identity.attempt')
    .values(
      tries
        .toSorted((a, b) => Buffer.compare(a.key, b.key))
        .map(({ key, endsAt }) => ({ key, count: 1, endsAt })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'key']).doUpdateSet({
        count: sql<number>`case when attempt.ends_at <= ${ctx.now} then 1 else attempt.count + 1 end`,
        endsAt: sql<Date>`case when attempt.ends_at <= ${ctx.now} then excluded.ends_at else attempt.ends_at end`,
      }),
    )
    .returning(['key', 'count', 'endsAt'])
    .execute();
  return new Map(counted.map(({ key, count, endsAt }) => [key.toString('hex'), { count, endsAt }]));
}

export async function forgetAttempts(ctx: Context, key: Buffer): Promise<void> {
  await rows(ctx).deleteFrom('identity.attempt').where('key', '=', key).execute();
}

/** Removes what has run out: sessions, links, counters. */
/** Accounts whose holders were here after we last wrote it down, to a day. */
export async function noteSeen(ctx: Context): Promise<void> {
  await sql`update identity.account as a set seen_at = s.seen_at
    from (select v.account_id, max(v.seen_at) as seen_at from identity.session as v where v.tenant_id = ${ctx.tenant.id} group by v.account_id) as s
    where a.tenant_id = ${ctx.tenant.id} and a.id = s.account_id and a.seen_at < s.seen_at - interval '1 day'`.execute(
    ctx.tx,
  );
}

export async function deleteExpired(ctx: Context): Promise<void> {
  await rows(ctx).deleteFrom('identity.session').where('expiresAt', '<=', ctx.now).execute();
  await rows(ctx).deleteFrom('identity.verification').where('expiresAt', '<=', ctx.now).execute();
  await rows(ctx).deleteFrom('identity.attempt').where('endsAt', '<=', ctx.now).execute();
}
