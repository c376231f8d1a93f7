import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId } from './account.ts';
import { findAccountById } from './queries-accounts.ts';
import {
  insertStaffRecord,
  selectDutyStates,
  selectRolesOf,
  selectStaffDuties,
  selectStaffRecords,
  selectStaffWith,
  selectUnrecorded,
} from './queries-duties.ts';
import { refuse } from './refuse.ts';
import { daysAfter, graceDays, lapsedDuties, staffDuties, undertaking, validDays } from './staff-record.ts';
import type { DutyState, HowMet, StaffDuty, StaffRecordId } from './staff-record.ts';
import { staffRecord } from './tables-staff.ts';
import { account } from './tables.ts';
import { forgetVisitors } from './visitor-cache.ts';

interface Whose {
  readonly accountId: AccountId;
  readonly subject: SubjectId;
}

/**
 * Gives a new colleague thirty days to sign and to be trained; until then they may read people.
 *
 * Source: decision 0052.
 */
export async function giveGrace(ctx: Context, whose: Whose): Promise<void> {
  for (const duty of staffDuties)
    await keep(ctx, whose, {
      duty,
      how: 'grace',
      doneAt: ctx.now,
      validUntil: daysAfter(ctx.now, graceDays),
    });
}

/** Gives the same time to colleagues from before there were records; a timed job. */
export async function giveGraceToUnrecorded(ctx: Context): Promise<void> {
  for (const { accountId, subjectId } of await selectUnrecorded(ctx))
    await giveGrace(ctx, { accountId, subject: subjectId });
}

/** Keeps the promise of confidentiality that a colleague gives in person; it counts for a year. Source: clause KC-37; GDPR art. 32(4). */
export async function signConfidentiality(
  ctx: Context,
  whose: Whose,
  how: 'joined' | 'signed' = 'signed',
): Promise<void> {
  await keep(ctx, whose, {
    duty: 'confidentiality',
    how,
    textVersion: undertaking.version,
    doneAt: ctx.now,
    validUntil: daysAfter(ctx.now, validDays),
  });
  ctx.audit({
    action: 'identity.confidentialitySigned',
    on: { table: 'identity.account', id: whose.accountId },
    details: { version: undertaking.version },
  });
}

/**
 * Writes down that a colleague met a duty, with the reference of the evidence.
 *
 * Refuses: identity.noAccount, identity.dutyDates. Source: clause KC-37.
 */
export async function recordDuty(
  ctx: Context,
  accountId: AccountId,
  met: {
    readonly duty: StaffDuty;
    readonly doneAt: Date;
    readonly validUntil?: Date | undefined;
    readonly reference: string;
  },
): Promise<void> {
  const validUntil = met.validUntil ?? daysAfter(met.doneAt, validDays);
  if (met.doneAt > ctx.now || validUntil <= met.doneAt) throw refuse.dutyDates({ field: 'doneAt' });
  const row = await findAccountById(ctx, accountId);
  if (row?.kind !== 'staff') throw refuse.noAccount();
  await keep(ctx, { accountId, subject: row.subjectId }, { ...met, how: 'recorded', validUntil });
  ctx.audit({
    action: 'identity.dutyRecorded',
    on: { table: 'identity.account', id: accountId },
    details: { duty: met.duty },
  });
}

async function keep(
  ctx: Context,
  { accountId, subject }: Whose,
  met: {
    readonly duty: StaffDuty;
    readonly how: HowMet;
    readonly doneAt: Date;
    readonly validUntil: Date;
    readonly textVersion?: string;
    readonly reference?: string;
  },
): Promise<void> {
  const id = newId<StaffRecordId>();
  const row = { id, subjectId: subject };
  await insertStaffRecord(ctx, {
    ...row,
    accountId,
    duty: met.duty,
    how: met.how,
    textVersion: met.textVersion ?? null,
    evidence:
      met.reference === undefined
        ? null
        : await vault.seal(ctx, staffRecord, 'evidence', row, { reference: met.reference }),
    recordedBy: ctx.actor.kind === 'staff' ? (ctx.actor.id as SubjectId) : null,
    doneAt: met.doneAt,
    validUntil: met.validUntil,
  });
  ctx.afterCommit(forgetVisitors);
}

/** Whether somebody may see people unmasked now. Shape: the duties that stand in the way. */
export type MayUnmask =
  { readonly kind: 'yes' } | { readonly kind: 'no'; readonly lapsed: readonly StaffDuty[] };

/**
 * Says whether whoever acts may read people unmasked, as far as promise and training go; the house and buyers always may.
 *
 * Source: clause KC-37.
 */
export async function mayUnmask(ctx: Context): Promise<MayUnmask> {
  if (ctx.actor.kind !== 'staff') return { kind: 'yes' };
  const states = await selectDutyStates(ctx, { subject: ctx.actor.id as SubjectId });
  const lapsed = lapsedDuties(states, ctx.now).map(({ duty }) => duty);
  return lapsed.length === 0 ? { kind: 'yes' } : { kind: 'no', lapsed };
}

/** Refuses who may not read people unmasked now. Refuses: identity.dutyLapsed. */
export async function refuseLapsed(ctx: Context): Promise<void> {
  const may = await mayUnmask(ctx);
  if (may.kind === 'no') throw refuse.dutyLapsed({ lapsed: may.lapsed.join(' ') });
}

/** How far one's own duties are met. */
export const dutiesOf = (ctx: Context, subject: SubjectId): Promise<DutyState[]> =>
  selectDutyStates(ctx, { subject });

/** Every active colleague with how far their duties are met, the longest there first. */
export const listDuties = (
  ctx: Context,
): Promise<{ accountId: AccountId; subjectId: SubjectId; states: DutyState[] }[]> => selectStaffDuties(ctx);

export interface KeptRecord {
  readonly id: StaffRecordId;
  readonly accountId: AccountId;
  readonly duty: StaffDuty;
  readonly how: HowMet;
  readonly doneAt: Date;
  readonly validUntil: Date;
  readonly reference: string | null;
}

/** What was written down about promises and trainings, the newest first; reading the references is recorded. */
export async function listStaffRecords(ctx: Context): Promise<KeptRecord[]> {
  const rows = await selectStaffRecords(ctx);
  const evidence = await vault.openMany(ctx, staffRecord, 'evidence', rows);
  return rows.map(({ id, accountId, duty, how, doneAt, validUntil }, index) => ({
    id,
    accountId,
    duty,
    how,
    doneAt,
    validUntil,
    reference: evidence[index]?.reference ?? null,
  }));
}

/** The roles that colleagues have now, by subject; who has none any more is absent. */
export async function rolesBySubject(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<Map<SubjectId, { code: string; name: string }>> {
  const found = await selectRolesOf(ctx, [...new Set(subjects)]);
  return new Map(found.toReversed().map(({ subjectId, code, name }) => [subjectId, { code, name }]));
}

export interface AbleColleague {
  readonly accountId: AccountId;
  readonly subject: SubjectId;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

/** Colleagues who have a permission, to write to them; opened as the house, for mails. */
export async function staffWith(ctx: Context, permission: Permission): Promise<AbleColleague[]> {
  const rows = await selectStaffWith(ctx, permission);
  const profiles = await vault.openMany(ctx, account, 'profile', rows);
  return rows.flatMap(({ id, subjectId, locale }, index) => {
    const profile = profiles[index];
    return profile ? [{ accountId: id, subject: subjectId, locale, ...profile }] : [];
  });
}
