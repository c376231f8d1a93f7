import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { AccountId, AccountKind, Profile } from './account.ts';
import type { IdentityRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IdentityRows> => ctx.tx;

export type AccountRow = Omit<
  Selectable<IdentityRows['identity.account']>,
  'tenantId' | 'emailIndex' | 'nameTokens' | 'seenAt'
>;
export type CredentialRow = Omit<Selectable<IdentityRows['identity.credential']>, 'tenantId'>;

const accountColumns = [
  'id',
  'kind',
  'subjectId',
  'profile',
  'emailVerified',
  'state',
  'locale',
  'version',
  'createdAt',
  'updatedAt',
] as const;
const credentialColumns = ['id', 'accountId', 'subjectId', 'secret', 'createdAt', 'updatedAt'] as const;

interface NewAccount {
  readonly id: AccountId;
  readonly kind: AccountKind;
  readonly subjectId: SubjectId;
  readonly profile: Sealed<Profile>;
  readonly emailIndex: Buffer;
  readonly nameTokens: Buffer[];
  readonly emailVerified: boolean;
  readonly locale: string;
}

export async function insertAccount(ctx: Context, values: NewAccount): Promise<AccountRow> {
  return rows(ctx)
    .insertInto('identity.account')
    .values({
      ...values,
      state: 'active',
      version: 1,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      seenAt: ctx.now,
    })
    .returning(accountColumns)
    .executeTakeFirstOrThrow();
}

/** The buyer's account of a person. */
export const findBuyerBySubject = (ctx: Context, subject: SubjectId): Promise<AccountRow | undefined> =>
  rows(ctx)
    .selectFrom('identity.account')
    .select(accountColumns)
    .where('subjectId', '=', subject)
    .where('kind', '=', 'buyer')
    .executeTakeFirst();

export async function findAccountById(ctx: Context, id: AccountId): Promise<AccountRow | undefined> {
  return rows(ctx)
    .selectFrom('identity.account')
    .select(accountColumns)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findAccountByEmail(
  ctx: Context,
  kind: AccountKind,
  emailIndex: Buffer,
): Promise<AccountRow | undefined> {
  return rows(ctx)
    .selectFrom('identity.account')
    .select(accountColumns)
    .where('kind', '=', kind)
    .where('emailIndex', '=', emailIndex)
    .executeTakeFirst();
}

interface AccountChange {
  readonly profile?: Sealed<Profile>;
  readonly emailIndex?: Buffer;
  readonly nameTokens?: Buffer[];
  readonly emailVerified?: boolean;
  readonly state?: 'active' | 'suspended';
  readonly locale?: string;
}

export async function updateAccount(
  ctx: Context,
  id: AccountId,
  change: AccountChange,
  ifVersion?: number,
): Promise<AccountRow | undefined> {
  let query = rows(ctx)
    .updateTable('identity.account')
    .set({ ...change, version: sql<number>`version + 1`, updatedAt: ctx.now })
    .where('id', '=', id);
  if (ifVersion !== undefined) query = query.where('version', '=', ifVersion);
  return query.returning(accountColumns).executeTakeFirst();
}

export async function deleteAccount(ctx: Context, id: AccountId): Promise<void> {
  await rows(ctx).deleteFrom('identity.account').where('id', '=', id).execute();
}

/** Sign-ups that nobody confirmed: the account goes, and whoever wants the address signs up anew. */
export async function selectStaleSignUps(ctx: Context, before: Date, limit: number): Promise<AccountRow[]> {
  return rows(ctx)
    .selectFrom('identity.account')
    .select(accountColumns)
    .where('emailVerified', '=', false)
    .where('createdAt', '<', before)
    .limit(limit)
    .execute();
}

export async function upsertCredential(
  ctx: Context,
  values: { id: string; accountId: AccountId; subjectId: SubjectId; secret: Sealed<{ hash: string }> },
): Promise<CredentialRow> {
  return rows(ctx)
    .insertInto('identity.credential')
    .values({ ...values, createdAt: ctx.now, updatedAt: ctx.now })
    .returning(credentialColumns)
    .executeTakeFirstOrThrow();
}

export async function findCredential(
  ctx: Context,
  by: { id: string } | { accountId: AccountId },
): Promise<CredentialRow | undefined> {
  const query = rows(ctx).selectFrom('identity.credential').select(credentialColumns);
  return (
    'id' in by ? query.where('id', '=', by.id) : query.where('accountId', '=', by.accountId)
  ).executeTakeFirst();
}

export async function updateCredential(
  ctx: Context,
  id: string,
  secret: Sealed<{ hash: string }>,
): Promise<CredentialRow> {
  return rows(ctx)
    .updateTable('identity.credential')
    .set({ secret, updatedAt: ctx.now })
    .where('id', '=', id)
    .returning(credentialColumns)
    .executeTakeFirstOrThrow();
}

export async function deleteCredentials(ctx: Context, accountId: AccountId): Promise<number> {
  const result = await rows(ctx)
    .deleteFrom('identity.credential')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function selectAccounts(
  ctx: Context,
  asked: {
    kind: AccountKind;
    emailIndex?: Buffer | undefined;
    nameTokens?: Buffer[] | undefined;
    after?: { createdAt: Date; id: AccountId } | undefined;
    limit: number;
  },
): Promise<AccountRow[]> {
  let query = rows(ctx).selectFrom('identity.account').select(accountColumns).where('kind', '=', asked.kind);
  if (asked.emailIndex) query = query.where('emailIndex', '=', asked.emailIndex);
  if (asked.nameTokens) query = query.where(sql<boolean>`name_tokens @> ${asked.nameTokens}::bytea[]`);
  if (asked.after) {
    const { createdAt, id } = asked.after;
    query = query.where((row) => row(row.refTuple('createdAt', 'id'), '<', row.tuple(createdAt, id)));
  }
  return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(asked.limit).execute();
}
