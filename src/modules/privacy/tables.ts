import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { maybeSubject, plain, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import { egressTables } from './gate/tables.ts';
import { securityLogTables } from './security-log/tables.ts';
import { consentTables } from './consent/tables.ts';

const subject = table('privacy.subject', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<SubjectId>('random key; says nothing of who it is'),
  role: plain<string>('in which role we first met: buyer, recipient, staff'),
  state: plain<'active' | 'restricted' | 'erasing' | 'erased'>('the fence of an erasure'),
  createdAt: plain<Date>('when we first met'),
  endedAt: plain<Date | null>('since when nobody is behind it any more'),
});

const auditEntry = table(
  'privacy.audit_entry',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<string>('random key'),
    happenedAt: plain<Date>('when it happened'),
    actorKind: plain<string>('guest, buyer, staff, system or operator'),
    actor: plain<string>('random subject id of the person who acted, or the name of a job'),
    purpose: plain<string>('for which purpose'),
    action: plain<string>('verb of our code'),
    onTable: plain<string>('name of a table'),
    onId: plain<string>('random key of a row'),
    subjectId: maybeSubject('the person whose data was opened'),
    details: plain<Readonly<Record<string, unknown>>, string>('codes and counts; never text from a person'),
  },
  { withheld: 'told as who looked at your data, by kind of reader and purpose; colleagues are persons too' },
);

const auditSeal = table('privacy.audit_seal', {
  tenantId: plain<TenantId>('tenant key'),
  number: plain<bigint>('place in the chain'),
  sealedAt: plain<Date>('when'),
  entries: plain<number>('how many entries lie under it'),
  previousHash: plain<Buffer>('hash'),
  hash: plain<Buffer>('hash'),
});

const auditSealed = table(
  'privacy.audit_sealed',
  {
    tenantId: plain<TenantId>('tenant key'),
    entryId: plain<string>('random key'),
    sealNumber: plain<bigint>('place in the chain'),
    position: plain<number>('place in the batch'),
  },
  { impersonal: 'only the place of an entry in the chain' },
);

export const tables = {
  subject,
  auditEntry,
  auditSeal,
  auditSealed,
  ...consentTables,
  ...egressTables,
  ...securityLogTables,
};
export type PrivacyRows = Rows<typeof tables>;
