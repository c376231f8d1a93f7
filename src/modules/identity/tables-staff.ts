import type { TenantId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import { actor, blindIndex, maybeSealed, plain, sealed, subject, table } from '#kernel/registry.ts';
import type { AccountId, InvitationId, Profile, RoleId } from './account.ts';
import type { HowMet, StaffDuty, StaffRecordId } from './staff-record.ts';

/** What is about a colleague, or may become one. */
const whileTheyWorkHere = { of: 'subjectId', retention: 'employment', onErase: 'delete-row' } as const;

export const role = table('identity.role', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<RoleId>('random key'),
  code: plain<string>('short name, unique in the shop'),
  name: plain<string>('what the shop calls it'),
  permissions: plain<Permission[]>('what its members may do'),
  isShipped: plain<boolean>('comes with the house and follows its updates'),
  version: plain<number>('for If-Match'),
});

export const membership = table(
  'identity.membership',
  {
    tenantId: plain<TenantId>('tenant key'),
    accountId: plain<AccountId>('who'),
    roleId: plain<RoleId>('has which role'),
    grantedAt: plain<Date>('since when'),
  },
  { belongsTo: { table: 'identity.account', by: 'accountId' }, onErase: 'delete-row' },
);

export const invitation = table(
  'identity.invitation',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<InvitationId>('random key'),
    subjectId: subject('invited colleague'),
    contact: sealed<Profile>()({
      ...whileTheyWorkHere,
      class: 'service',
      source: 'staff',
      because: 'an invitation needs somebody to go to',
      purposes: ['account', 'administer', 'notify', 'rights'],
      fields: { email: 'contact.email', name: 'identity.name' },
    }),
    emailIndex: blindIndex({
      ...whileTheyWorkHere,
      category: 'contact.email',
      purposes: ['account', 'administer', 'rights'],
    }),
    roleIds: plain<RoleId[]>('roles that wait for the colleague'),
    locale: plain<string>('language of the mail'),
    state: plain<'open' | 'accepted' | 'withdrawn'>('what came of it'),
    createdAt: plain<Date>('when it was sent'),
    expiresAt: plain<Date>('when the link ends'),
  },
  { onErase: 'delete-row', retention: 'employment', agesFrom: 'expiresAt' },
);

export const staffRecord = table(
  'identity.staff_record',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<StaffRecordId>('random key'),
    accountId: plain<AccountId>('whose duty'),
    subjectId: subject('colleague'),
    duty: plain<StaffDuty>('promise of confidentiality or training'),
    how: plain<HowMet>('how it was met'),
    textVersion: plain<string | null>('which text was promised'),
    evidence: maybeSealed<{ readonly reference: string }>()({
      ...whileTheyWorkHere,
      class: 'service',
      source: 'staff',
      because: 'who reads about customers must be trained, and the shop must be able to show it',
      purposes: ['administer', 'account', 'rights'],
      fields: { reference: 'content.freetext' },
    }),
    recordedBy: actor('colleague who wrote it down'),
    doneAt: plain<Date>('when it was signed or learnt'),
    validUntil: plain<Date>('until when it counts'),
    createdAt: plain<Date>('when it was written down'),
  },
  { belongsTo: { table: 'identity.account', by: 'accountId' }, onErase: 'delete-row' },
);
