import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { actor, plain, store, subject, table, tenantSealed } from '#kernel/registry.ts';
import type { Category, Rows } from '#kernel/registry.ts';
import type {
  Decision,
  EventId,
  Harm,
  IncidentId,
  IncidentRole,
  NoticeOutcome,
  Phase,
  Risk,
  ScopeQuery,
  Track,
} from './incident.ts';
import type { Ground, LegalEventId, LegalRequestId, LegalState } from './legal-request.ts';
import type { RecordId, RecordKind, RecordOutcome } from './record.ts';

const tenantId = plain<TenantId>('tenant key');
const story = 'what staff wrote down about it; may name people, so it is sealed under the shop’s own secret';

export const incident = table(
  'incidents.incident',
  {
    tenantId,
    id: plain<IncidentId>('random key'),
    number: plain<bigint>('number that people use for it'),
    track: plain<Track>('a breach of personal data, or a vulnerability of the software'),
    harms: plain<Harm[]>('confidentiality, integrity, availability'),
    role: plain<IncidentRole>('whether the shop decides about the data or works for somebody who does'),
    isDrill: plain<boolean>('whether it is an exercise'),
    phase: plain<Phase>('how far it is'),
    risk: plain<Risk | null>('how likely people are harmed'),
    authority: plain<Decision>('whether the authority is told'),
    people: plain<Decision>('whether the people are told'),
    awareAt: plain<Date>('when we became aware: the clocks start here'),
    authorityHours: plain<number | null>('how many hours the authority gives'),
    correctedAt: plain<Date | null>('when a remedy was available'),
    story: tenantSealed(story, 'request'),
    scope: plain<ScopeQuery | null>('how the affected were found: ids, codes and times'),
    scopeTakenAt: plain<Date | null>('when they were found'),
    affectedCount: plain<number | null>('how many they are'),
    categories: plain<Category[]>('kinds of data'),
    countries: plain<string[]>('where the people are'),
    openedBy: actor('colleague who opened it'),
    approvedBy: actor('colleague who agreed to the notices'),
    approvedAt: plain<Date | null>('when'),
    noticesDoneAt: plain<Date | null>('when everybody was told'),
    closedAt: plain<Date | null>('when it was closed'),
    version: plain<number>('for If-Match'),
    createdAt: plain<Date>('when it was written down'),
    updatedAt: plain<Date>('when it was changed'),
  },
  { retention: 'request', agesFrom: 'closedAt' },
);

export const event = table(
  'incidents.event',
  {
    tenantId,
    id: plain<EventId>('random key'),
    incidentId: plain<IncidentId>('what it belongs to'),
    kind: plain<string>('what was done, as a code'),
    bySubjectId: actor('colleague who did it'),
    happenedAt: plain<Date>('when'),
    details: plain<Readonly<Record<string, unknown>>, string>('codes and counts'),
    note: tenantSealed(story, 'request'),
  },
  { belongsTo: { table: 'incidents.incident', by: 'incidentId' } },
);

export const affected = table(
  'incidents.affected',
  {
    tenantId,
    incidentId: plain<IncidentId>('of which incident'),
    subjectId: subject('affected person'),
    categories: plain<Category[]>('which kinds of their data'),
    countries: plain<string[]>('where they are, as far as we know'),
  },
  { belongsTo: { table: 'incidents.incident', by: 'incidentId' } },
);

export const notice = table(
  'incidents.notice',
  {
    tenantId,
    incidentId: plain<IncidentId>('of which incident'),
    subjectId: subject('person who was told'),
    outcome: plain<NoticeOutcome>('what came of it'),
    mailId: plain<string | null>('key of the mail'),
    at: plain<Date>('when'),
  },
  { belongsTo: { table: 'incidents.incident', by: 'incidentId' } },
);

export const record = table(
  'incidents.record',
  {
    tenantId,
    id: plain<RecordId>('random key'),
    kind: plain<RecordKind>('audit, review, attestation, scan or drill'),
    about: plain<string>('name of the company in the register, or empty'),
    outcome: plain<RecordOutcome>('what came of it'),
    evidence: tenantSealed('where the evidence lies and what was found, as staff wrote it', 'request'),
    recordedBy: actor('colleague who wrote it down'),
    heldAt: plain<Date>('when it took place'),
    validUntil: plain<Date>('until when it counts'),
    createdAt: plain<Date>('when it was written down'),
  },
  { retention: 'request', agesFrom: 'validUntil' },
);

export const told = table('incidents.told', {
  tenantId,
  what: plain<string>('which deadline or lapse, made of codes and ids'),
  toldAt: plain<Date>('when staff were told last'),
});

export const legalRequest = table(
  'incidents.legal_request',
  {
    tenantId,
    id: plain<LegalRequestId>('random key'),
    number: plain<bigint>('number that people use for it'),
    ground: plain<Ground>('on which ground'),
    state: plain<LegalState>('how far it is'),
    paper: tenantSealed('who asks, their reference and the written reason; may name people', 'request'),
    categories: plain<Category[]>('which kinds of data, at most'),
    fromAt: plain<Date | null>('from when'),
    toAt: plain<Date | null>('until when'),
    informing: plain<'inform' | 'forbidden'>('whether the person may be told'),
    forbiddenUntil: plain<Date | null>('until when telling is forbidden'),
    openedBy: actor('colleague who opened it'),
    decidedBy: actor('another colleague, who said yes or no'),
    decidedAt: plain<Date | null>('when'),
    disclosedBy: actor('colleague who took the export'),
    disclosedAt: plain<Date | null>('when'),
    payloadHash: plain<Buffer | null>('hash of what was disclosed'),
    valuesDisclosed: plain<number | null>('how many values'),
    version: plain<number>('for If-Match'),
    createdAt: plain<Date>('when it was opened'),
  },
  { retention: 'request', agesFrom: 'decidedAt' },
);

export const legalSubject = table(
  'incidents.legal_subject',
  {
    tenantId,
    requestId: plain<LegalRequestId>('of which request'),
    subjectId: subject('person asked about'),
    informedAt: plain<Date | null>('when they were told'),
    informedHow: plain<'mailed' | 'no address' | 'gone' | null>('what came of it'),
  },
  { belongsTo: { table: 'incidents.legal_request', by: 'requestId' } },
);

export const legalEvent = table(
  'incidents.legal_event',
  {
    tenantId,
    id: plain<LegalEventId>('random key'),
    requestId: plain<LegalRequestId>('what it belongs to'),
    kind: plain<string>('what was done, as a code'),
    bySubjectId: actor('colleague who did it'),
    happenedAt: plain<Date>('when'),
    details: plain<Readonly<Record<string, unknown>>, string>('codes and counts'),
    note: tenantSealed('what the colleague wrote; may name people', 'request'),
  },
  { belongsTo: { table: 'incidents.legal_request', by: 'requestId' } },
);

export const setting = table('incidents.setting', {
  tenantId,
  authorityHours: plain<number | null>('how many hours the authority gives, where the shop decided it'),
  auditEveryDays: plain<number>('how often a security audit is due'),
  drillEveryDays: plain<number>('how often a breach is rehearsed'),
  firstDueAt: plain<Date>('when the first of each is due'),
  anchorMailedAt: plain<Date | null>('when a seal was last mailed to the data protection contact'),
  updatedAt: plain<Date>('when it was changed'),
});

export const tables = {
  incident,
  event,
  affected,
  notice,
  record,
  told,
  legalRequest,
  legalSubject,
  legalEvent,
  setting,
};
export type IncidentsRows = Rows<typeof tables>;
export type { SubjectId };

export const stores = [
  store({
    name: 'data/anchors/<tenant>/<number>.json',
    kind: 'files',
    holds: 'nothing personal',
    because:
      'the hash of each hour’s last audit seal, outside of the database, so that nobody can rewrite the log unseen',
    retention: 'as long as the audit log',
  }),
];
