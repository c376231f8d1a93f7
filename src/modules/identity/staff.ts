import type { Context } from '#kernel/context.ts';
import type { Permission } from '#kernel/permissions.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, RoleId } from './account.ts';
import { grantable } from './invitations.ts';
import { findAccountById, updateAccount } from './queries-accounts.ts';
import { deleteSessions } from './queries-sessions.ts';
import {
  findRoleByCode,
  lockOwners,
  replaceMemberships,
  selectRoleIdsOf,
  selectStaff,
} from './queries-staff.ts';
import { refuse } from './refuse.ts';
import { ownerCode } from './roles.ts';
import { account } from './tables.ts';
import { forgetVisitors } from './visitor-cache.ts';

interface Colleague {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly state: 'active' | 'suspended';
  readonly roleIds: readonly RoleId[];
  readonly since: string;
}

/** Everybody who works in the shop, the longest there first. */
export async function listStaff(ctx: Context): Promise<Colleague[]> {
  const rows = await selectStaff(ctx);
  const profiles = await vault.openMany(ctx, account, 'profile', rows);
  return rows.map(({ id, state, roleIds, createdAt }, index) => ({
    id,
    state,
    roleIds,
    since: createdAt.toISOString(),
    name: profiles[index]?.name ?? '',
    email: profiles[index]?.email ?? '',
  }));
}

/** Gives a colleague other roles, from the next request on. Refuses: identity.noAccount, identity.noRole, identity.beyondYou, identity.lastOwner. */
export async function setStaffRoles(
  ctx: Context,
  granter: ReadonlySet<Permission>,
  id: AccountId,
  wanted: readonly RoleId[],
): Promise<void> {
  await staffAccount(ctx, id);
  await grantable(
    ctx,
    granter,
    await selectRoleIdsOf(ctx, id).then((now) => (now.length > 0 ? now : wanted)),
  );
  const roleIds = await grantable(ctx, granter, wanted);
  const owner = await findRoleByCode(ctx, ownerCode);
  if (owner && !roleIds.includes(owner.id)) await keepAnOwner(ctx, owner.id, id);
  await replaceMemberships(ctx, id, roleIds);
  ctx.audit({
    action: 'identity.rolesChanged',
    on: { table: 'identity.account', id },
    details: { roles: roleIds.length },
  });
  ctx.afterCommit(forgetVisitors);
}

/** Shuts a colleague out at once and ends all sessions; nothing of theirs is lost. Refuses: identity.noAccount, identity.lastOwner, identity.beyondYou. */
export async function suspendStaff(
  ctx: Context,
  granter: ReadonlySet<Permission>,
  id: AccountId,
): Promise<void> {
  await staffAccount(ctx, id);
  const now = await selectRoleIdsOf(ctx, id);
  if (now.length > 0) await grantable(ctx, granter, now);
  const owner = await findRoleByCode(ctx, ownerCode);
  if (owner) await keepAnOwner(ctx, owner.id, id);
  await updateAccount(ctx, id, { state: 'suspended' });
  await deleteSessions(ctx, id);
  ctx.audit({ action: 'identity.suspended', on: { table: 'identity.account', id } });
  ctx.afterCommit(forgetVisitors);
}

/** Lets a suspended colleague in again. Refuses: identity.noAccount, identity.beyondYou. */
export async function restoreStaff(
  ctx: Context,
  granter: ReadonlySet<Permission>,
  id: AccountId,
): Promise<void> {
  await staffAccount(ctx, id);
  const now = await selectRoleIdsOf(ctx, id);
  if (now.length > 0) await grantable(ctx, granter, now);
  await updateAccount(ctx, id, { state: 'active' });
  ctx.audit({ action: 'identity.restored', on: { table: 'identity.account', id } });
}

async function staffAccount(ctx: Context, id: AccountId): Promise<void> {
  const row = await findAccountById(ctx, id);
  if (row?.kind !== 'staff') throw refuse.noAccount();
}

/** A shop nobody can run is worse than an owner who cannot leave. */
async function keepAnOwner(ctx: Context, ownerRole: RoleId, leaving: AccountId): Promise<void> {
  const owners = await lockOwners(ctx, ownerRole);
  if (owners.includes(leaving) && owners.length === 1) throw refuse.lastOwner();
}
