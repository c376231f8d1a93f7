import { hashPassword } from 'better-auth/crypto';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, RoleId } from './account.ts';
import { saveSecret } from './adapter-credential.ts';
import { sealProfile } from './adapter-user.ts';
import { findByEmail } from './find-account.ts';
import { giveGrace } from './keep-duties.ts';
import { isWeakPassword } from './password.ts';
import { insertAccount } from './queries-accounts.ts';
import { findRoleByCode, replaceMemberships } from './queries-staff.ts';
import { refuse } from './refuse.ts';
import { ownerCode } from './roles.ts';
import { seedRoles } from './roles-of-shop.ts';

interface NewColleague {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Opens a colleague's account whose address counts as proven: by the invitation that came there, or by who set the shop up.
 *
 * Refuses: identity.weakPassword, identity.alreadyStaff.
 */
export async function openStaffAccount(
  ctx: Context,
  { email, name, password }: NewColleague,
  roleIds: readonly RoleId[],
  known?: SubjectId,
): Promise<{ accountId: AccountId; subject: SubjectId }> {
  if (isWeakPassword(password, [email, name])) throw refuse.weakPassword({ field: 'password' });
  if (await findByEmail(ctx, 'staff', email)) throw refuse.alreadyStaff({ field: 'email' });
  const subjectId = known ?? (await vault.newSubject(ctx, 'staff', ['service', 'security']));
  const id = newId<AccountId>();
  const sealed = await sealProfile(ctx, id, subjectId, { email: email.trim().toLowerCase(), name });
  await insertAccount(ctx, {
    id,
    kind: 'staff',
    subjectId,
    ...sealed,
    emailVerified: true,
    locale: ctx.locale,
  });
  await saveSecret(ctx, { id, subjectId }, newId<never>(), await hashPassword(password));
  await replaceMemberships(ctx, id, roleIds);
  await giveGrace(ctx, { accountId: id, subject: subjectId });
  return { accountId: id, subject: subjectId };
}

/**
 * Makes somebody the owner of a shop, with every right; for setting a shop up and for the command line.
 *
 * Refuses: identity.weakPassword, identity.alreadyStaff.
 */
export async function createOwner(ctx: Context, owner: NewColleague): Promise<AccountId> {
  await seedRoles(ctx);
  const role = await findRoleByCode(ctx, ownerCode);
  if (!role) throw refuse.noRole();
  const { accountId } = await openStaffAccount(ctx, owner, [role.id]);
  ctx.audit({ action: 'identity.ownerCreated', on: { table: 'identity.account', id: accountId } });
  return accountId;
}
