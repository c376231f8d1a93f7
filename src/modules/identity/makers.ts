import { hashPassword } from 'better-auth/crypto';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId } from './account.ts';
import { saveSecret } from './adapter-credential.ts';
import { sealProfile } from './adapter-user.ts';
import { facts } from './facts.ts';
import { openStaffAccount } from './open-staff-account.ts';
import { insertAccount } from './queries-accounts.ts';
import { findRoleByCode } from './queries-staff.ts';
import { seedRoles } from './roles-of-shop.ts';

export const goodPassword = 'lantern-over-quiet-harbour';

/** A buyer with an account; confirmed unless told otherwise. For tests and the demo shop. */
export async function anAccount(
  ctx: Context,
  {
    email = 'buyer@example.org',
    name = 'Bo Buyer',
    password = goodPassword,
    verified = true,
  }: { email?: string; name?: string; password?: string; verified?: boolean } = {},
): Promise<{ accountId: AccountId; subject: SubjectId }> {
  const subject = await vault.newSubject(ctx, 'buyer', ['service', 'security']);
  const accountId = newId<AccountId>();
  const sealed = await sealProfile(ctx, accountId, subject, { email, name });
  await insertAccount(ctx, {
    id: accountId,
    kind: 'buyer',
    subjectId: subject,
    ...sealed,
    emailVerified: verified,
    locale: ctx.locale,
  });
  await saveSecret(ctx, { id: accountId, subjectId: subject }, newId<never>(), await hashPassword(password));
  ctx.emit(facts.accountCreated({ accountId, subjectId: subject }));
  if (verified) ctx.emit(facts.emailVerified({ accountId, subjectId: subject }));
  return { accountId, subject };
}

/** A colleague with one of the shipped roles. For tests and the demo shop. */
export async function aColleague(
  ctx: Context,
  {
    email = 'colleague@example.org',
    name = 'Co League',
    password = goodPassword,
    role = 'owner',
  }: { email?: string; name?: string; password?: string; role?: string } = {},
): Promise<{ accountId: AccountId; subject: SubjectId }> {
  await seedRoles(ctx);
  const found = await findRoleByCode(ctx, role);
  if (!found) throw new RangeError(`no shipped role ${role}`);
  return openStaffAccount(ctx, { email, name, password }, [found.id]);
}
