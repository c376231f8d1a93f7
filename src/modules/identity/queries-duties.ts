import type { Kysely, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { AccountId } from './account.ts';
import { staffDuties } from './staff-record.ts';
import type { DutyState } from './staff-record.ts';
import type { IdentityRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IdentityRows> => ctx.tx;

type StaffRecordRow = Omit<Selectable<IdentityRows['identity.staff_record']>, 'tenantId'>;

export async function insertStaffRecord(
  ctx: Context,
  record: Omit<StaffRecordRow, 'createdAt'>,
): Promise<void> {
  await rows(ctx)
    .insertInto('identity.staff_record')
    .values({ ...record, createdAt: ctx.now })
    .execute();
}

/** Every record, the newest first. */
export async function selectStaffRecords(ctx: Context): Promise<StaffRecordRow[]> {
  return rows(ctx)
    .selectFrom('identity.staff_record')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute();
}

/** How far each duty of a colleague is met, by the record that counts longest. */
export async function selectDutyStates(ctx: Context, who: { subject: SubjectId }): Promise<DutyState[]> {
  const kept = await rows(ctx)
    .selectFrom('identity.staff_record')
    .select(['duty', 'how', 'validUntil'])
    .where('subjectId', '=', who.subject)
    .orderBy('validUntil', 'desc')
    .execute();
  return staffDuties.map((duty) => {
    const best = kept.find((one) => one.duty === duty);
    return { duty, how: best?.how ?? null, until: best?.validUntil ?? null };
  });
}

/** Colleagues for whom nothing was ever written down, as after an upgrade. */
export async function selectUnrecorded(
  ctx: Context,
): Promise<{ accountId: AccountId; subjectId: SubjectId }[]> {
  return rows(ctx)
    .selectFrom('identity.account as account')
    .leftJoin('identity.staff_record as record', 'record.accountId', 'account.id')
    .select(['account.id as accountId', 'account.subjectId'])
    .where('account.kind', '=', 'staff')
    .where('record.id', 'is', null)
    .limit(200)
    .execute();
}

/** Active colleagues with each duty's end. */
export async function selectStaffDuties(
  ctx: Context,
): Promise<{ accountId: AccountId; subjectId: SubjectId; states: DutyState[] }[]> {
  const staff = await rows(ctx)
    .selectFrom('identity.account')
    .select(['id', 'subjectId'])
    .where('kind', '=', 'staff')
    .where('state', '=', 'active')
    .orderBy('createdAt')
    .execute();
  const kept = await rows(ctx)
    .selectFrom('identity.staff_record')
    .select(['accountId', 'duty', 'how', 'validUntil'])
    .orderBy('validUntil', 'desc')
    .execute();
  return staff.map(({ id, subjectId }) => ({
    accountId: id,
    subjectId,
    states: staffDuties.map((duty) => {
      const best = kept.find((one) => one.accountId === id && one.duty === duty);
      return { duty, how: best?.how ?? null, until: best?.validUntil ?? null };
    }),
  }));
}

/** What the roles of colleagues are called, by subject. */
export async function selectRolesOf(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<{ subjectId: SubjectId; code: string; name: string }[]> {
  if (subjects.length === 0) return [];
  return rows(ctx)
    .selectFrom('identity.account as account')
    .innerJoin('identity.membership as membership', 'membership.accountId', 'account.id')
    .innerJoin('identity.role as role', 'role.id', 'membership.roleId')
    .select(['account.subjectId', 'role.code', 'role.name'])
    .where('account.kind', '=', 'staff')
    .where('account.subjectId', 'in', subjects)
    .orderBy('role.isShipped', 'desc')
    .orderBy('role.code')
    .execute();
}

/** Active colleagues who have a permission by one of their roles. */
export async function selectStaffWith(
  ctx: Context,
  permission: string,
): Promise<Pick<Selectable<IdentityRows['identity.account']>, 'id' | 'subjectId' | 'profile' | 'locale'>[]> {
  const found = await rows(ctx)
    .selectFrom('identity.account as account')
    .innerJoin('identity.membership as membership', 'membership.accountId', 'account.id')
    .innerJoin('identity.role as role', 'role.id', 'membership.roleId')
    .select([
      'account.id',
      'account.subjectId',
      'account.profile',
      'account.locale',
      'account.createdAt',
      'role.permissions',
    ])
    .where('account.kind', '=', 'staff')
    .where('account.state', '=', 'active')
    .orderBy('account.createdAt')
    .execute();
  const able = found.filter((row) => (row.permissions as readonly string[]).includes(permission));
  return [...new Map(able.map((row) => [row.id, row])).values()];
}
