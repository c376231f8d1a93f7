import type { TenantId } from '#kernel/ids.ts';
import { plain, table, tenantSealed } from '#kernel/registry.ts';
import type { SecurityEntryId } from './security-log.ts';

const securityEntry = table(
  'privacy.security_entry',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<SecurityEntryId>('random key'),
    happenedAt: plain<Date>('when it was answered; says which key of a day opens it'),
    route: plain<string>('pattern of our own route'),
    status: plain<number>('what was answered'),
    sender: tenantSealed(
      'address and browser of a request that matters for security, under a key of its day; opened for security alone',
      'security-log',
      {
        role: 'visitor',
        source: 'observed',
        because: 'who tries a door again and again is recognised by where they try from',
        purposes: ['security'],
        fields: { ip: 'tech.ip', userAgent: 'tech.device' },
      },
    ),
  },
  {
    retention: 'security-log',
    agesFrom: 'happenedAt',
    endedBy: {
      job: 'forget-security-log',
      because: 'the keys of its days are destroyed with it, so that no backup opens it either',
    },
    withheld: 'whose request it was cannot be told without opening the entries of everybody',
  },
);

export const securityLogTables = { securityEntry };
