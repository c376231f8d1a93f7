import { addressCategories } from '#kernel/address/categories.ts';
import type { Address } from '#kernel/address.ts';
import type { TenantId } from '#kernel/ids.ts';
import {
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
import type { AccountId, AccountKind, AddressId, Device, Profile, SessionId } from './account.ts';
import { invitation, membership, role, staffRecord } from './tables-staff.ts';

/** What is about the holder of an account goes with the account. */
const ofTheAccount = { of: 'subjectId', retention: 'account', onErase: 'delete-row' } as const;

export const account = table(
  'identity.account',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<AccountId>('random key'),
    kind: plain<AccountKind>('buyer or staff'),
    subjectId: subject('account holder'),
    profile: sealed<Profile>()({
      ...ofTheAccount,
      class: 'service',
      source: 'person',
      because: 'an account needs an address to prove and a name to be called by',
      purposes: ['account', 'checkout', 'notify', 'support', 'administer', 'security', 'rights', 'disclose'],
      fields: { email: 'contact.email', name: 'identity.name' },
    }),
    emailIndex: blindIndex({
      ...ofTheAccount,
      category: 'contact.email',
      purposes: ['account', 'checkout', 'security', 'administer', 'rights'],
    }),
    nameTokens: searchTokens({
      ...ofTheAccount,
      category: 'identity.name',
      purposes: ['administer', 'support'],
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
      ...ofTheAccount,
      class: 'security',
      source: 'person',
      because: 'a password lets you in; only its hash is kept',
      withheld: 'a secret: whoever has it could try to guess the password from it',
      purposes: ['account', 'security', 'administer'],
      fields: { hash: 'account.credential' },
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
      ...ofTheAccount,
      class: 'service',
      source: 'person',
      because: 'saved for the next order, if you saved it',
      purposes: ['account', 'checkout', 'support', 'administer', 'rights', 'disclose'],
      fields: addressCategories,
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
