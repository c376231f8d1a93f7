import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, InvitationId, RoleId } from './account.ts';
import { invitationDays } from './account.ts';
import { facts } from './facts.ts';
import { findByEmail } from './find-account.ts';
import { signConfidentiality } from './keep-duties.ts';
import { localeOf, writeLetter } from './letters.ts';
import { openStaffAccount } from './open-staff-account.ts';
import {
  closeInvitation,
  findInvitation,
  insertInvitation,
  selectOpenInvitations,
  selectRoles,
  withdrawInvitationsTo,
} from './queries-staff.ts';
import type { InvitationRow } from './queries-staff.ts';
import { refuse } from './refuse.ts';
import { refuseBeyond } from './roles-of-shop.ts';
import { invitation } from './tables-staff.ts';

const linkKind = 'identity.invitation';

interface InvitationWish {
  readonly email: string;
  readonly name: string;
  readonly roleIds: readonly RoleId[];
  readonly locale?: string;
  readonly origin: string;
}

/**
 * Invites a colleague by mail; the link is good for seven days, works once, and takes the place of an earlier one.
 *
 * Refuses: identity.noRole, identity.beyondYou, identity.alreadyStaff. Announces: identity.staffInvited.
 */
export async function inviteStaff(
  ctx: Context,
  granter: ReadonlySet<Permission>,
  wish: InvitationWish,
): Promise<InvitationId> {
  const roleIds = await grantable(ctx, granter, wish.roleIds);
  if (await findByEmail(ctx, 'staff', wish.email)) throw refuse.alreadyStaff({ field: 'email' });
  const emailIndex = await vault.blind(ctx, invitation, 'emailIndex', wish.email);
  await withdrawInvitationsTo(ctx, emailIndex);

  const row = {
    id: newId<InvitationId>(),
    subjectId: await vault.newSubject(ctx, 'staff', ['service', 'security']),
  };
  const contact = { email: wish.email.trim().toLowerCase(), name: wish.name };
  const locale = localeOf(wish.locale, ctx.locale);
  await insertInvitation(ctx, {
    ...row,
    emailIndex,
    roleIds,
    locale,
    contact: await vault.seal(ctx, invitation, 'contact', row, contact),
    expiresAt: new Date(ctx.now.getTime() + invitationDays * 86_400_000),
  });
  const code = await vault.linkCode(ctx, linkKind, row.id);
  await writeLetter(ctx, {
    kind: 'invitation',
    subject: row.subjectId,
    to: contact,
    locale,
    about: { table: 'identity.invitation', id: row.id },
    url: `${wish.origin}/dashboard/invitation?code=${code}`,
    dedupe: `identity.invitation:${row.id}`,
  });
  ctx.emit(facts.staffInvited({ invitationId: row.id, subjectId: row.subjectId }));
  ctx.audit({
    action: 'identity.invited',
    on: { table: 'identity.invitation', id: row.id },
    details: { roles: roleIds.length },
  });
  return row.id;
}

/**
 * Takes an invitation up: the colleague promises confidentiality, chooses a password, and the account is open.
 *
 * Refuses: identity.linkGone, identity.weakPassword, identity.alreadyStaff. Announces: identity.staffJoined.
 */
export async function acceptInvitation(
  ctx: Context,
  { code, password }: { code: string; password: string },
): Promise<AccountId> {
  const id = await vault.readLinkCode<InvitationId>(ctx, linkKind, code);
  const row = id && (await findInvitation(ctx, id));
  if (!row || row.state !== 'open' || row.expiresAt <= ctx.now) throw refuse.linkGone();
  const contact = await vault.open(ctx, invitation, 'contact', row);
  const { accountId, subject } = await openStaffAccount(
    ctx,
    { ...contact, password },
    row.roleIds,
    row.subjectId,
  );
  await signConfidentiality(ctx, { accountId, subject }, 'joined');
  await closeInvitation(ctx, row.id, 'accepted');
  ctx.emit(facts.staffJoined({ accountId, subjectId: subject }));
  ctx.audit({ action: 'identity.joined', on: { table: 'identity.account', id: accountId } });
  return accountId;
}

/** Takes an open invitation back; its link is dead. Refuses: identity.noInvitation. */
export async function withdrawInvitation(ctx: Context, id: InvitationId): Promise<void> {
  if (!(await closeInvitation(ctx, id, 'withdrawn'))) throw refuse.noInvitation();
  ctx.audit({ action: 'identity.invitationWithdrawn', on: { table: 'identity.invitation', id } });
}

interface OpenInvitation {
  readonly id: InvitationId;
  readonly email: string;
  readonly name: string;
  readonly roleIds: readonly RoleId[];
  readonly expiresAt: string;
}

/** Invitations that wait for an answer, the newest first. */
export async function listInvitations(ctx: Context): Promise<OpenInvitation[]> {
  const rows = await selectOpenInvitations(ctx);
  const contacts = await vault.openMany(ctx, invitation, 'contact', rows);
  return rows.flatMap((row: InvitationRow, index) => {
    const contact = contacts[index];
    return contact
      ? [{ id: row.id, ...contact, roleIds: row.roleIds, expiresAt: row.expiresAt.toISOString() }]
      : [];
  });
}

/** The roles somebody may give, each once. Refuses: identity.noRole, identity.beyondYou. */
export async function grantable(
  ctx: Context,
  granter: ReadonlySet<Permission>,
  wanted: readonly RoleId[],
): Promise<RoleId[]> {
  const byId = new Map((await selectRoles(ctx)).map((role) => [role.id, role]));
  const roles = [...new Set(wanted)].map((id) => byId.get(id));
  if (roles.length === 0 || roles.some((role) => role === undefined))
    throw refuse.noRole({ field: 'roleIds' });
  refuseBeyond(
    granter,
    roles.flatMap((role) => role?.permissions ?? []),
  );
  return roles.flatMap((role) => (role ? [role.id] : []));
}
