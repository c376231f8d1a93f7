import type { Locale } from '#kernel/context.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { actor, blindIndex, maybeSealed, plain, sealed, store, subject, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type {
  Alarm,
  Answer,
  Contact,
  Door,
  Kind,
  PackageId,
  ProofId,
  RequestId,
  Said,
  State,
  VisitId,
  Wish,
} from './request.ts';
import type { Outcome } from './outcome.ts';

const asker = 'who asked about their data';

/** Kept under the key class of legal duties: we must be able to show that and how we answered. Source: GDPR art. 5(2). */
const proof = {
  of: 'subjectId',
  class: 'legal',
  source: 'person',
  purposes: ['rights', 'notify', 'support', 'administer'],
  retention: 'request',
  onErase: 'retain-until-law-ends',
} as const;

export const request = table(
  'rights.request',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<RequestId>('random key'),
    number: plain<bigint>('the number people see'),
    kind: plain<Kind>('what is asked'),
    door: plain<Door>('how it came in'),
    state: plain<State>('where it is'),
    subjectId: subject(asker),
    contact: sealed<Contact>()({
      ...proof,
      because: 'an answer has to go somewhere, and we must be able to show to whom it went',
      fields: { email: 'contact.email', name: 'identity.name' },
    }),
    emailIndex: blindIndex({
      of: 'subjectId',
      category: 'contact.email',
      purposes: ['rights'],
      retention: 'request',
      onErase: 'retain-until-law-ends',
    }),
    said: maybeSealed<Said>()({
      ...proof,
      because: 'what you asked for, in your own words',
      fields: { text: 'content.message', value: 'content.freetext', was: 'content.freetext' },
    }),
    answer: maybeSealed<Answer>()({
      ...proof,
      source: 'staff',
      because: 'what we answered',
      fields: { text: 'content.message' },
    }),
    wish: plain<Wish, string>('codes: which field, which use'),
    mailHash: plain<Buffer | null>('keyed hash of a Message-ID: one mail is one request'),
    locale: plain<Locale>('language of the answer'),
    origin: plain<string>("the shop's own address, for links in mails"),
    receivedAt: plain<Date>('from when the clock runs'),
    targetAt: plain<Date>('by when we want to have answered'),
    monthEndsAt: plain<Date>('until when it may be extended'),
    dueAt: plain<Date>('by when we must have answered'),
    provenAt: plain<Date | null>('since when we know who asks'),
    coolsUntil: plain<Date | null>('until when an erasure can be called off'),
    approvedAt: plain<Date | null>('since when it may be carried out'),
    runAt: plain<Date | null>('when the house carries it on next'),
    closedAt: plain<Date | null>('when it was answered'),
    reason: plain<string | null>('code: why not, or why later'),
    planId: plain<string | null>('key of the plan of an erasure'),
    outcome: plain<Outcome, string>('codes and counts of what was done'),
    alarm: plain<Alarm>('which reminder went out last'),
    openedBy: actor('member of staff who wrote it down'),
    version: plain<number>('for If-Match'),
  },
  { retention: 'request', agesFrom: 'closedAt' },
);

export const event = table(
  'rights.event',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<string>('random key'),
    requestId: plain<RequestId>('of which request'),
    happenedAt: plain<Date>('when'),
    actorKind: plain<string>('guest, buyer, staff or system'),
    actorId: actor('who did it'),
    name: plain<string>('what happened'),
    state: plain<State>('where the request was then'),
    details: plain<Readonly<Record<string, unknown>>, string>('codes and counts; never text from a person'),
  },
  { belongsTo: { table: 'rights.request', by: 'requestId' } },
);

export const visit = table(
  'rights.visit',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<VisitId>('random key'),
    subjectId: subject(asker),
    tokenHash: plain<Buffer | null>('keyed hash of a random token; the token itself is only in the cookie'),
    accountId: plain<string | null>('the account whose password opened it'),
    locale: plain<Locale>('language of mails'),
    createdAt: plain<Date>('when it was asked for'),
    expiresAt: plain<Date>('when it ends'),
  },
  {
    onErase: 'delete-row',
    retention: 'session',
    agesFrom: 'expiresAt',
    withheld: 'a sitting in the privacy centre, gone within a day',
  },
);

export const proofOfControl = table(
  'rights.proof',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<ProofId>('random key'),
    subjectId: subject(asker),
    visitId: plain<VisitId | null>('for which sitting'),
    requestId: plain<RequestId | null>('for which request'),
    address: sealed<{ readonly email: string }>()({
      of: 'subjectId',
      class: 'service',
      source: 'person',
      because: 'only whoever reads the mail of an address gets what is kept under it',
      purposes: ['rights', 'notify'],
      fields: { email: 'contact.email' },
      withheld: 'the address of a link that we mailed you',
      retention: 'request',
      onErase: 'delete-row',
    }),
    emailIndex: blindIndex({
      of: 'subjectId',
      category: 'contact.email',
      purposes: ['rights'],
      retention: 'request',
      onErase: 'delete-row',
    }),
    createdAt: plain<Date>('when the link was mailed'),
    expiresAt: plain<Date>('until when the link is good'),
    provenAt: plain<Date | null>('when it was followed'),
  },
  { onErase: 'delete-row', retention: 'request', agesFrom: 'createdAt' },
);

export const parcel = table(
  'rights.package',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<PackageId>('random key'),
    requestId: plain<RequestId>('which request it answers'),
    aboutIds: plain<SubjectId[]>('whose data it holds, so that it goes when they do'),
    subjectId: subject(asker),
    content: sealed<{ readonly zip: string }>()({
      of: 'subjectId',
      class: 'service',
      source: 'observed',
      because: 'your copy lies ready until you have fetched it',
      purposes: ['rights'],
      fields: { zip: 'file.upload' },
      withheld: 'a copy of what is in this copy',
      retention: 'import',
      onErase: 'delete-row',
    }),
    sizeBytes: plain<number>('how large it is'),
    madeAt: plain<Date>('when it was made'),
    expiresAt: plain<Date>('until when it lies ready'),
    downloadsLeft: plain<number>('how often it may still be fetched'),
  },
  { onErase: 'delete-row', retention: 'import', agesFrom: 'madeAt' },
);

export const tables = { request, event, visit, proofOfControl, parcel };
export type RightsRows = Rows<typeof tables>;

export const privacyCookie = 'kontor_privacy';

export const stores = [
  store({
    name: `cookie ${privacyCookie}`,
    kind: 'cookie',
    holds: 'ids only',
    because: 'a random token that keeps the privacy centre open after a mailed link or a password',
    retention: '30 minutes',
  }),
];
