import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, AccountKind } from './account.ts';
import { findAccountByEmail, findAccountById } from './queries-accounts.ts';
import type { AccountRow } from './queries-accounts.ts';
import { refuse } from './refuse.ts';
import { account } from './tables.ts';

/** An account, opened. */
export interface Account {
  readonly id: AccountId;
  readonly kind: AccountKind;
  readonly subject: SubjectId;
  readonly email: string;
  readonly name: string;
  readonly emailVerified: boolean;
  readonly locale: string;
  readonly version: number;
  readonly createdAt: Date;
}

/** An account with its holder's name and address. Refuses: identity.noAccount, privacy.gone, privacy.wrongPurpose. */
export async function getAccount(ctx: Context, id: AccountId): Promise<Account> {
  const row = await findAccountById(ctx, id);
  if (!row) throw refuse.noAccount();
  return accountOf(ctx, row);
}

export async function accountOf(ctx: Context, row: AccountRow): Promise<Account> {
  const { id, kind, subjectId: subject, emailVerified, locale, version, createdAt } = row;
  return {
    id,
    kind,
    subject,
    ...(await vault.open(ctx, account, 'profile', row)),
    emailVerified,
    locale,
    version,
    createdAt,
  };
}

/**
 * Who holds the account of a proven address; opens nothing.
 *
 * Why: a guest's order joins an account only when the account's address is verified.
 */
export async function findVerifiedSubjectByEmail(
  ctx: Context,
  email: string,
): Promise<{ subject: SubjectId; accountId: AccountId } | undefined> {
  const row = await findByEmail(ctx, 'buyer', email);
  return row?.emailVerified && row.state === 'active'
    ? { subject: row.subjectId, accountId: row.id }
    : undefined;
}

/**
 * Who opened an account on an address without ever proving it; opens nothing.
 *
 * Why: whoever reads the mail of that address is not thereby the one who opened the account.
 */
export async function findUnverifiedSubjectByEmail(
  ctx: Context,
  email: string,
): Promise<SubjectId | undefined> {
  const row = await findByEmail(ctx, 'buyer', email);
  return row && !row.emailVerified ? row.subjectId : undefined;
}

export async function findByEmail(
  ctx: Context,
  kind: AccountKind,
  email: string,
): Promise<AccountRow | undefined> {
  return findAccountByEmail(ctx, kind, await vault.blind(ctx, account, 'emailIndex', email));
}
