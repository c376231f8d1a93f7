import type { TenantId } from '#kernel/ids.ts';
import type { Address } from '#kernel/address.ts';
import type { Permission } from '#kernel/permissions.ts';
import {
  actor,
  blindIndex,
  maybeSealed,
  plain,
  sealed,
  searchTokens,
  store,
  subject,
  table,
  tenantSealed,
} from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { HowMet, StaffDuty, StaffRecordId } from './staff-record.ts';
import type {
  AccountId,
  AccountKind,
  AddressId,
  Device,
  InvitationId,
  Profile,
  RoleId,
  SessionId,
} from './account.ts';

export const account = table(
  'identity.account',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<AccountId>('random key'),
    kind: plain<AccountKind>('buyer or staff'),
    subjectId: subject('account holder'),
    profile: sealed<Profile>()({
      of: 'subjectId',
      class: 'service',
      source: 'person',
      because: 'an account needs an address to prove and a name to be called by',
      purposes: ['account', 'checkout', 'notify', 'support', 'administer', 'security', 'rights', 'disclose'],
      fields: { email: 'contact.email', name: 'identity.name' },
      retention: 'account',
      onErase: 'delete-row',
    }),
    emailIndex: blindIndex({
      of: 'subjectId',
      category: 'contact.email',
      purposes: ['account', 'checkout', 'security', 'administer', 'rights'],
      retention: 'account',
      onErase: 'delete-row',
    }),
    nameTokens: searchTokens({
      of: 'subjectId',
      category: 'identity.name',
      purposes: ['administer', 'support'],
      retention: 'account',
      onErase: 'delete-row',
    }),
    emailVerified: plain<boolean>('whether the holder has proven the address'),
    state: plain<'active' | 'suspended'>('whether it may be used'),
    locale: plain<string>('language of mails'),
    version: plain<number>('for If-Match'),
    createdAt: plain<Date>('when it was opened'),
    updatedAt: plain<Date>('when it was last changed'),
    seenAt: plain<Date>('when its holder was here last, to a day; an account that nobody uses goes'),
  },
  {
    onErase: 'delete-row',
    retention: 'account',
    agesFrom: 'seenAt',
    imports: {
      columns: ['id', 'profile', 'locale', 'createdAt', 'updatedAt', 'seenAt'],
      others: { kind: 'buyer', emailVerified: false, state: 'active', version: 1 },
    },
  },
);

export const credential = table(
  'identity.credential',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<string>('random key'),
    accountId: plain<AccountId>('whose password'),
    subjectId: subject('account holder'),
    secret: sealed<{ readonly hash: string }>()({
      of: 'subjectId',
      class: 'security',
      source: 'person',
      because: 'a password lets you in; only its hash is kept',
      withheld: 'a secret: whoever has it could try to guess the password from it',
      purposes: ['account', 'security', 'administer'],
      fields: { hash: 'account.credential' },
      retention: 'account',
      onErase: 'delete-row',
    }),
    createdAt: plain<Date>('when it was set first'),
    updatedAt: plain<Date>('when it was set last'),
  },
  { belongsTo: { table: 'identity.account', by: 'accountId' }, onErase: 'delete-row' },
);

export const session = table(
  'identity.session',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<SessionId>('random key'),
    accountId: plain<AccountId>('who is signed in'),
    subjectId: subject('account holder'),
    kind: plain<AccountKind>('which side of the counter'),
    tokenHash: plain<Buffer>('keyed hash of a random token; the token itself is only in the cookie'),
    device: maybeSealed<Device>()({
      of: 'subjectId',
      class: 'security',
      source: 'observed',
      because: 'you can see where you are signed in and end what is not yours',
      purposes: ['account', 'security', 'rights', 'disclose'],
      fields: { ip: 'tech.ip', userAgent: 'tech.device' },
      retention: 'session',
      onErase: 'delete-row',
    }),
    createdAt: plain<Date>('when it began'),
    seenAt: plain<Date>('when it was last used, to a quarter of an hour'),
    expiresAt: plain<Date>('when it ends unless used'),
  },
  {
    belongsTo: { table: 'identity.account', by: 'accountId' },
    onErase: 'delete-row',
    agesFrom: 'expiresAt',
    endedBy: {
      job: 'identity.sweep',
      because: 'a session that is over is a way in until it is gone: it goes within ten minutes',
    },
  },
);

export const knownDevice = table(
  'identity.known_device',
  {
    tenantId: plain<TenantId>('tenant key'),
    accountId: plain<AccountId>('whose device'),
    deviceHash: plain<Buffer>('keyed hash of account and kind of browser: tells a new one, names none'),
    firstSeenAt: plain<Date>('when it was first used'),
  },
  {
    belongsTo: { table: 'identity.account', by: 'accountId' },
    onErase: 'delete-row',
    withheld: 'a keyed hash that only tells a new device from a known one',
  },
);

export const verification = table(
  'identity.verification',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<string>('random key'),
    identifierHash: plain<Buffer>('keyed hash of a random code; the code itself is only in the mail'),
    accountId: plain<AccountId | null>('whose link, so that it goes with the account'),
    value: tenantSealed('what the link is good for; may name the address that is being proven', 'session'),
    createdAt: plain<Date>('when it was made'),
    expiresAt: plain<Date>('when it ends'),
  },
  {
    belongsTo: { table: 'identity.account', by: 'accountId' },
    onErase: 'delete-row',
    agesFrom: 'expiresAt',
    endedBy: {
      job: 'identity.sweep',
      because: 'a link that is over is a way in until it is gone: it goes within ten minutes',
    },
    withheld: 'a secret that is good for one use',
  },
);

export const attempt = table('identity.attempt', {
  tenantId: plain<TenantId>('tenant key'),
  key: plain<Buffer>('keyed hash of what was tried and by whom; deleted when its time is over'),
  count: plain<number>('how often in this stretch of time'),
  endsAt: plain<Date>('when counting starts anew'),
});

export const address = table(
  'identity.address',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<AddressId>('random key'),
    accountId: plain<AccountId>('whose address book'),
    subjectId: subject('account holder'),
    address: sealed<Address>()({
      of: 'subjectId',
      class: 'service',
      source: 'person',
      because: 'saved for the next order, if you saved it',
      purposes: ['account', 'checkout', 'support', 'administer', 'rights', 'disclose'],
      fields: {
        name: 'identity.name',
        company: 'identity.company',
        line1: 'contact.address',
        line2: 'contact.address',
        postcode: 'contact.address',
        city: 'contact.address',
        region: 'contact.address',
        country: 'contact.address',
        phone: 'contact.phone',
      },
      retention: 'account',
      onErase: 'delete-row',
    }),
    isDefault: plain<boolean>('whether checkout offers it first'),
    createdAt: plain<Date>('when it was saved'),
    updatedAt: plain<Date>('when it was last changed'),
  },
  {
    belongsTo: { table: 'identity.account', by: 'accountId' },
    onErase: 'delete-row',
    imports: { columns: ['id', 'accountId', 'address', 'isDefault', 'createdAt', 'updatedAt'], others: {} },
  },
);

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
      of: 'subjectId',
      class: 'service',
      source: 'staff',
      because: 'an invitation needs somebody to go to',
      purposes: ['account', 'administer', 'notify', 'rights'],
      fields: { email: 'contact.email', name: 'identity.name' },
      retention: 'employment',
      onErase: 'delete-row',
    }),
    emailIndex: blindIndex({
      of: 'subjectId',
      category: 'contact.email',
      purposes: ['account', 'administer', 'rights'],
      retention: 'employment',
      onErase: 'delete-row',
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
      of: 'subjectId',
      class: 'service',
      source: 'staff',
      because: 'who reads about customers must be trained, and the shop must be able to show it',
      purposes: ['administer', 'account', 'rights'],
      fields: { reference: 'content.freetext' },
      retention: 'employment',
      onErase: 'delete-row',
    }),
    recordedBy: actor('colleague who wrote it down'),
    doneAt: plain<Date>('when it was signed or learnt'),
    validUntil: plain<Date>('until when it counts'),
    createdAt: plain<Date>('when it was written down'),
  },
  { belongsTo: { table: 'identity.account', by: 'accountId' }, onErase: 'delete-row' },
);

export const tables = {
  account,
  credential,
  session,
  knownDevice,
  verification,
  attempt,
  address,
  role,
  membership,
  invitation,
  staffRecord,
};
export type IdentityRows = Rows<typeof tables>;

export const stores = [
  store({
    name: 'cookie kontor_session',
    kind: 'cookie',
    holds: 'ids only',
    because: 'a random token that keeps a buyer signed in',
    retention: '30 days after last use',
  }),
  store({
    name: 'cookie kontor_staff',
    kind: 'cookie',
    holds: 'ids only',
    because: 'a random token that keeps a colleague signed in',
    retention: '12 hours after last use',
  }),
  store({
    name: 'visitors of the last second',
    kind: 'cache',
    holds: 'ids only',
    because: 'several requests of one page need one look-up',
    retention: '0.9 seconds',
  }),
];
