import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { AccountId, InvitationId, Profile, RoleId } from './account.ts';
import type { IdentityRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IdentityRows> => ctx.tx;

export type RoleRow = Omit<Selectable<IdentityRows['identity.role']>, 'tenantId'>;
export type InvitationRow = Omit<Selectable<IdentityRows['identity.invitation']>, 'tenantId' | 'emailIndex'>;

const roleColumns = ['id', 'code', 'name', 'permissions', 'isShipped', 'version'] as const;
const invitationColumns = [
  'id',
  'subjectId',
  'contact',
  'roleIds',
  'locale',
  'state',
  'createdAt',
  'expiresAt',
] as const;

export async function upsertShippedRoles(
  ctx: Context,
  roles: readonly { id: RoleId; code: string; name: string; permissions: Permission[] }[],
): Promise<void> {
  await rows(ctx)
    .insertInto('identity.role')
    .values(roles.map((role) => ({ ...role, isShipped: true, version: 1 })))
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'code']).doUpdateSet({
        permissions: sql<Permission[]>`excluded.permissions`,
        name: sql<string>`excluded.name`,
        isShipped: true,
      }),
    )
    .execute();
}

export async function selectRoles(ctx: Context): Promise<RoleRow[]> {
  return rows(ctx)
    .selectFrom('identity.role')
    .select(roleColumns)
    .orderBy('isShipped', 'desc')
    .orderBy('id')
    .execute();
}

export async function findRoleByCode(ctx: Context, code: string): Promise<RoleRow | undefined> {
  return rows(ctx)
    .selectFrom('identity.role')
    .select(roleColumns)
    .where('code', '=', code)
    .executeTakeFirst();
}

export async function insertRole(
  ctx: Context,
  role: { id: RoleId; code: string; name: string; permissions: Permission[] },
): Promise<RoleRow | undefined> {
  return rows(ctx)
    .insertInto('identity.role')
    .values({ ...role, isShipped: false, version: 1 })
    .onConflict((conflict) => conflict.columns(['tenantId', 'code']).doNothing())
    .returning(roleColumns)
    .executeTakeFirst();
}

export async function updateRole(
  ctx: Context,
  id: RoleId,
  change: { name: string; permissions: Permission[] },
  ifVersion: number | undefined,
): Promise<RoleRow | undefined> {
  let query = rows(ctx)
    .updateTable('identity.role')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('isShipped', '=', false);
  if (ifVersion !== undefined) query = query.where('version', '=', ifVersion);
  return query.returning(roleColumns).executeTakeFirst();
}

export async function deleteRole(ctx: Context, id: RoleId): Promise<void> {
  await rows(ctx).deleteFrom('identity.role').where('id', '=', id).where('isShipped', '=', false).execute();
}

export async function countMembers(ctx: Context, roleId: RoleId): Promise<number> {
  const { count } = await rows(ctx)
    .selectFrom('identity.membership')
    .select((row) => row.fn.countAll<bigint>().as('count'))
    .where('roleId', '=', roleId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

interface StaffRow {
  readonly id: AccountId;
  readonly subjectId: SubjectId;
  readonly profile: Sealed<Profile>;
  readonly state: 'active' | 'suspended';
  readonly createdAt: Date;
  readonly roleIds: RoleId[];
}

export async function selectStaff(ctx: Context): Promise<StaffRow[]> {
  return rows(ctx)
    .selectFrom('identity.account')
    .leftJoin('identity.membership', 'identity.membership.accountId', 'identity.account.id')
    .select([
      'identity.account.id',
      'identity.account.subjectId',
      'identity.account.profile',
      'identity.account.state',
      'identity.account.createdAt',
    ])
    .select(
      sql<
        RoleId[]
      >`coalesce(array_agg("identity"."membership"."role_id") filter (where "identity"."membership"."role_id" is not null), '{}')`.as(
        'roleIds',
      ),
    )
    .where('identity.account.kind', '=', 'staff')
    .groupBy(['identity.account.tenantId', 'identity.account.id'])
    .orderBy('identity.account.createdAt')
    .limit(500)
    .execute();
}

export async function selectRoleIdsOf(ctx: Context, accountId: AccountId): Promise<RoleId[]> {
  const found = await rows(ctx)
    .selectFrom('identity.membership')
    .select('roleId')
    .where('accountId', '=', accountId)
    .execute();
  return found.map(({ roleId }) => roleId);
}

export async function replaceMemberships(
  ctx: Context,
  accountId: AccountId,
  roleIds: readonly RoleId[],
): Promise<void> {
  await rows(ctx).deleteFrom('identity.membership').where('accountId', '=', accountId).execute();
  if (roleIds.length === 0) return;
  await rows(ctx)
    .insertInto('identity.membership')
    .values(roleIds.map((roleId) => ({ accountId, roleId, grantedAt: ctx.now })))
    .execute();
}

/** The owners who can sign in, held until the transaction ends so that two cannot remove each other at once. */
export async function lockOwners(ctx: Context, ownerRole: RoleId): Promise<AccountId[]> {
  await rows(ctx).selectFrom('identity.role').select('id').where('id', '=', ownerRole).forUpdate().execute();
  return selectOwners(ctx, ownerRole);
}

export async function selectOwners(ctx: Context, ownerRole: RoleId): Promise<AccountId[]> {
  const found = await rows(ctx)
    .selectFrom('identity.membership')
    .innerJoin('identity.account', 'identity.account.id', 'identity.membership.accountId')
    .select('identity.account.id')
    .where('identity.membership.roleId', '=', ownerRole)
    .where('identity.account.state', '=', 'active')
    .execute();
  return found.map(({ id }) => id);
}

export async function insertInvitation(
  ctx: Context,
  values: {
    id: InvitationId;
    subjectId: SubjectId;
    contact: Sealed<Profile>;
    emailIndex: Buffer;
    roleIds: RoleId[];
    locale: string;
    expiresAt: Date;
  },
): Promise<void> {
  await rows(ctx)
    .insertInto('identity.invitation')
    .values({ ...values, state: 'open', createdAt: ctx.now })
    .execute();
}

export async function selectOpenInvitations(ctx: Context): Promise<InvitationRow[]> {
  return rows(ctx)
    .selectFrom('identity.invitation')
    .select(invitationColumns)
    .where('state', '=', 'open')
    .where('expiresAt', '>', ctx.now)
    .orderBy('createdAt', 'desc')
    .limit(200)
    .execute();
}

export async function findInvitation(ctx: Context, id: InvitationId): Promise<InvitationRow | undefined> {
  return rows(ctx)
    .selectFrom('identity.invitation')
    .select(invitationColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Closes an open invitation. Shape: false when it was closed already. */
export async function closeInvitation(
  ctx: Context,
  id: InvitationId,
  state: 'accepted' | 'withdrawn',
): Promise<boolean> {
  const result = await rows(ctx)
    .updateTable('identity.invitation')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** A new invitation takes the place of one that is still open for the same address. */
export async function withdrawInvitationsTo(ctx: Context, emailIndex: Buffer): Promise<void> {
  await rows(ctx)
    .updateTable('identity.invitation')
    .set({ state: 'withdrawn' })
    .where('state', '=', 'open')
    .where('emailIndex', '=', emailIndex)
    .execute();
}

/** Invitations that came to nothing are forgotten a month after their end. */
