import type { Locale } from '#kernel/context.ts';
import type { Id, TenantId } from '#kernel/ids.ts';
import { actor, blindIndex, maybeSealed, plain, sealed, store, subject, table } from '#kernel/registry.ts';
import type { Purpose, Rows } from '#kernel/registry.ts';
import type { PreferenceSender, PreferenceTopic } from '#modules/privacy/index.ts';
import type { Envelope, MailId, MailState, NewsEnvelope } from './mail.ts';

export type CampaignId = Id<'campaign'>;

const fields = {
  to: 'contact.email',
  name: 'identity.name',
  subject: 'content.message',
  text: 'content.message',
  html: 'content.message',
} as const;

export const mail = table(
  'notifications.mail',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<MailId>('random key; also the Message-ID, so that a second delivery is recognised'),
    recipientId: subject('recipient'),
    envelope: maybeSealed<Envelope>()({
      of: 'recipientId',
      class: 'service',
      source: 'observed',
      because: 'a mail waits here until it is delivered, and shows for a while what was sent',
      purposes: ['notify', 'security', 'support', 'administer', 'rights', 'disclose'],
      fields,
      retention: 'mail',
      onErase: 'delete-row',
    }),
    promotion: maybeSealed<NewsEnvelope>()({
      of: 'recipientId',
      class: 'marketing',
      source: 'observed',
      because: 'news that somebody asked for wait here until they are delivered',
      purposes: ['marketing', 'administer', 'rights'],
      fields: { ...fields, stop: 'content.message' },
      retention: 'mail',
      onErase: 'delete-row',
    }),
    kind: plain<string>('which template, as module.name'),
    purpose: plain<Purpose>('why it is sent'),
    topic: plain<PreferenceTopic | null>('for news: about what'),
    sender: plain<PreferenceSender | null>('for news: from whom'),
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
  {
    aboutRow: { table: 'aboutTable', key: 'aboutId' },
    onErase: 'delete-row',
    retention: 'mail',
    agesFrom: 'createdAt',
  },
);

/** Where somebody wants their news sent. */
export interface ReaderAddress {
  readonly email: string;
  readonly name: string;
}

export const reader = table(
  'notifications.reader',
  {
    tenantId: plain<TenantId>('tenant key'),
    subjectId: subject('reader'),
    address: sealed<ReaderAddress>()({
      of: 'subjectId',
      row: 'subjectId',
      class: 'marketing',
      source: 'person',
      because: 'news that somebody asked for need an address',
      purposes: ['marketing', 'rights'],
      fields: { email: 'contact.email', name: 'identity.name' },
      retention: 'account',
      onErase: 'delete-row',
    }),
    addressIndex: blindIndex({
      of: 'subjectId',
      category: 'contact.email',
      purposes: ['marketing', 'rights'],
      retention: 'account',
      onErase: 'delete-row',
    }),
    locale: plain<Locale>('language of their news'),
    since: plain<Date>('when they asked for them'),
  },
  { onErase: 'delete-row', retention: 'account', agesFrom: 'since' },
);

export const campaign = table('notifications.campaign', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<CampaignId>('random key'),
  topic: plain<PreferenceTopic>('about what'),
  title: plain<string>('words of the shop for all its readers'),
  text: plain<string>('words of the shop for all its readers'),
  state: plain<'sending' | 'done' | 'stopped'>('how far it is'),
  position: plain<string | null>('random key of the last reader that was dealt with'),
  queued: plain<number>('count'),
  passedOver: plain<number>('count of readers who do not want it'),
  origin: plain<string>("the shop's own address, for links in mails"),
  madeBy: actor('who sent it'),
  madeAt: plain<Date>('when'),
  finishedAt: plain<Date | null>('when'),
});

export const tables = { mail, reader, campaign };
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
