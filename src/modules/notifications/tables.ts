import type { TenantId } from '#kernel/ids.ts';
import { plain, sealed, store, subject, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { Envelope, MailId, MailState } from './mail.ts';

export const mail = table(
  'notifications.mail',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<MailId>('random key; also the Message-ID, so that a second delivery is recognised'),
    recipientId: subject('recipient'),
    envelope: sealed<Envelope>()({
      of: 'recipientId',
      class: 'service',
      source: 'staff',
      because: 'a mail waits here until it is delivered, and shows for a while what was sent',
      purposes: ['notify', 'support', 'administer', 'rights'],
      fields: {
        to: 'contact.email',
        name: 'identity.name',
        subject: 'content.message',
        text: 'content.message',
        html: 'content.message',
      },
      retention: 'mail',
      onErase: 'delete-row',
    }),
    kind: plain<string>('which template, as module.name'),
    locale: plain<string>('language of the text'),
    state: plain<MailState>('where the mail is on its way'),
    attempts: plain<number>('how often delivery was tried'),
    aboutTable: plain<string>('what the mail is about'),
    aboutId: plain<string>('key of what the mail is about'),
    dedupe: plain<string>('made of ids and codes; the same news is never mailed twice'),
    createdAt: plain<Date>('when it was queued'),
    nextAt: plain<Date>('when delivery is tried next'),
    leaseUntil: plain<Date | null>('until when the process that is sending it is believed to live'),
    sentAt: plain<Date | null>('when the mail server, or the folder, took it'),
    errorCode: plain<string | null>('what the last attempt failed with, as a code'),
  },
  { onErase: 'delete-row', retention: 'mail', agesFrom: 'createdAt' },
);

export const tables = { mail };
export type NotificationsRows = Rows<typeof tables>;

export const stores = [
  store({
    name: 'data/mail/<tenant>/<id>.eml.sealed',
    kind: 'files',
    holds: 'sealed',
    because:
      "without a mail server, mails are kept to be read under Dashboard > Outbox; bytes are the row's own envelope, so the key of the recipient opens both",
    retention: 'as long as its row: 30 days after sending, or until the recipient is erased',
  }),
];
