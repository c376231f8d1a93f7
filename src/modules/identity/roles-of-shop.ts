import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import type { RoleId } from './account.ts';
import {
  countMembers,
  deleteRole,
  insertRole,
  selectRoles,
  updateRole,
  upsertShippedRoles,
} from './queries-staff.ts';
import type { RoleRow } from './queries-staff.ts';
import { refuse } from './refuse.ts';
import { shippedRoles } from './roles.ts';
import { forgetVisitors } from './visitor-cache.ts';

interface Role {
  readonly id: RoleId;
  readonly code: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly isShipped: boolean;
  readonly version: number;
}

/** Puts the house's own roles into a shop, or brings them up to date; the shop's own roles are left alone. */
export async function seedRoles(ctx: Context): Promise<void> {
  await upsertShippedRoles(
    ctx,
    shippedRoles.map(({ code, name, permissions }) => ({
      id: newId<RoleId>(),
      code,
      name,
      permissions: [...permissions],
    })),
  );
}

/** The roles a shop can give, the house's first. */
export const listRoles = (ctx: Context): Promise<Role[]> => selectRoles(ctx);

interface RoleWish {
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** Makes a role of the shop's own. Refuses: identity.beyondYou, identity.roleExists. */
export async function createRole(
  ctx: Context,
  granter: ReadonlySet<Permission>,
  { name, permissions }: RoleWish,
): Promise<Role> {
  refuseBeyond(granter, permissions);
  const role = await insertRole(ctx, {
    id: newId<RoleId>(),
    code: codeOf(name),
    name,
    permissions: [...new Set(permissions)],
  });
  if (!role) throw refuse.roleExists({ field: 'name' });
  ctx.audit({
    action: 'identity.roleCreated',
    on: { table: 'identity.role', id: role.id },
    details: { permissions: permissions.join(' ') },
  });
  return role;
}

/** Changes a role of the shop's own, for all its members. Refuses: identity.beyondYou, identity.noRole, identity.roleIsShipped, identity.changedMeanwhile. */
export async function changeRole(
  ctx: Context,
  granter: ReadonlySet<Permission>,
  id: RoleId,
  { name, permissions }: RoleWish,
  ifVersion?: number,
): Promise<Role> {
  const before = await ownRole(ctx, id);
  refuseBeyond(granter, [...before.permissions, ...permissions]);
  const role = await updateRole(ctx, id, { name, permissions: [...new Set(permissions)] }, ifVersion);
  if (!role) throw refuse.changedMeanwhile();
  ctx.audit({
    action: 'identity.roleChanged',
    on: { table: 'identity.role', id },
    details: { permissions: permissions.join(' ') },
  });
  ctx.afterCommit(forgetVisitors);
  return role;
}

/** Removes a role that nobody has. Refuses: identity.noRole, identity.roleIsShipped, identity.roleInUse. */
export async function removeRole(ctx: Context, id: RoleId): Promise<void> {
  await ownRole(ctx, id);
  if ((await countMembers(ctx, id)) > 0) throw refuse.roleInUse();
  await deleteRole(ctx, id);
  ctx.audit({ action: 'identity.roleRemoved', on: { table: 'identity.role', id } });
}

async function ownRole(ctx: Context, id: RoleId): Promise<RoleRow> {
  const role = (await selectRoles(ctx)).find((one) => one.id === id);
  if (!role) throw refuse.noRole();
  if (role.isShipped) throw refuse.roleIsShipped();
  return role;
}

/** Nobody gives away more than they have: otherwise whoever may invite could make themselves owner. */
export function refuseBeyond(granter: ReadonlySet<Permission>, granted: readonly Permission[]): void {
  const beyond = granted.filter((permission) => !granter.has(permission));
  if (beyond.length > 0) throw refuse.beyondYou({ permissions: [...new Set(beyond)] });
}

const codeOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'role';
