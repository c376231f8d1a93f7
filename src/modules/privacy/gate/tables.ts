import type { Id, TenantId } from '#kernel/ids.ts';
import type { Mechanism } from '#kernel/processor.ts';
import { plain, subject, table } from '#kernel/registry.ts';
import type { Purpose, Source } from '#kernel/registry.ts';
import type { AgreementId, AgreementState, TransferPaper } from './agreement.ts';
import type { DisclosureOutcome } from './disclosure.ts';
import type { Door, PreferenceChannel, PreferenceSender, PreferenceTopic, Wish } from './preference.ts';

export type { AgreementId } from './agreement.ts';
export type DisclosureId = Id<'disclosure'>;

const tenantId = plain<TenantId>('tenant key');

export const agreement = table('privacy.agreement', {
  tenantId,
  id: plain<AgreementId>('random key'),
  processor: plain<string>('name of a company in the register'),
  host: plain<string>("where it listens, as host or origin; empty where the installation's settings say"),
  reference: plain<string>('where the paper lies'),
  purposes: plain<Purpose[]>('what it may be used for'),
  country: plain<string>('where the data goes, ISO 3166'),
  mechanism: plain<Mechanism>('how the transfer is allowed'),
  mechanismDetail: plain<TransferPaper | null>('which paper allows it'),
  assessmentAt: plain<Date | null>('when the transfer was assessed'),
  validFrom: plain<Date>('when it begins'),
  validUntil: plain<Date | null>('when it ends'),
  reviewBy: plain<Date>('when it has to be looked at again'),
  state: plain<AgreementState>('open, paused or ended'),
  reachesPrivate: plain<boolean>('whether the operator lets it reach a private network address'),
  told: plain<string | null>('which fault the operator was told of last, as a code'),
  madeAt: plain<Date>('when it was written down'),
  changedAt: plain<Date>('when it was changed'),
});

export const disclosure = table(
  'privacy.disclosure',
  {
    tenantId,
    id: plain<DisclosureId>('random key'),
    processor: plain<string>('name of a company in the register'),
    host: plain<string>('where it was sent'),
    agreementId: plain<AgreementId>('the agreement that allowed it'),
    purpose: plain<Purpose>('what for'),
    basis: plain<string>('on which lawful basis'),
    country: plain<string>('where it went, ISO 3166'),
    mechanism: plain<Mechanism>('how the transfer was allowed'),
    fieldNames: plain<string[]>('names of the fields, never their values'),
    payloadHash: plain<Buffer>('keyed hash of what was sent'),
    aboutTable: plain<string>('name of a table'),
    aboutId: plain<string>('random key of a row'),
    queuedAt: plain<Date>('when it was decided'),
    at: plain<Date | null>('when it was sent last'),
    outcome: plain<DisclosureOutcome>('what came of it'),
    code: plain<string | null>('why it failed or was dropped, as a code'),
    attempts: plain<number>('how often it was sent'),
  },
  { retention: 'consent-proof', agesFrom: 'queuedAt' },
);

export const disclosureSubject = table(
  'privacy.disclosure_subject',
  {
    tenantId,
    disclosureId: plain<DisclosureId>('the disclosure'),
    subjectId: subject('whose data left'),
    queuedAt: plain<Date>('when it was decided; the database lets no row go before its time'),
  },
  { belongsTo: { table: 'privacy.disclosure', by: 'disclosureId' }, retention: 'consent-proof' },
);

export const arrival = table(
  'privacy.arrival',
  {
    tenantId,
    id: plain<Id<'arrival'>>('random key'),
    subjectId: subject('whose data came'),
    processor: plain<string>('name of the company that brought it'),
    object: plain<string>('kind of thing it came as'),
    source: plain<Source>('where it came from; binds what it may be used for'),
    fieldNames: plain<string[]>('names of the fields, never their values'),
    at: plain<Date>('when it came'),
  },
  { onErase: 'delete-row', retention: 'account', agesFrom: 'at' },
);

export const preference = table(
  'privacy.preference',
  {
    tenantId,
    subjectId: subject('whose wish it is'),
    topic: plain<PreferenceTopic | '*'>('about what'),
    channel: plain<PreferenceChannel | '*'>('by which way'),
    sender: plain<PreferenceSender | '*'>('from whom'),
    wish: plain<Wish>('yes, no, or asked at a sale and not refused'),
    door: plain<Door>('through which door it was said'),
    at: plain<Date>('when'),
  },
  { onErase: 'delete-row', retention: 'account', agesFrom: 'at' },
);

export const suppression = table('privacy.suppression', {
  tenantId,
  channel: plain<PreferenceChannel>('by which way'),
  hash: plain<Buffer>('keyed hash of an address; leads back to nobody'),
  because: plain<'asked' | 'erased' | 'bounced'>('why, as a code'),
  since: plain<Date>('when'),
  reviewBy: plain<Date>('when somebody looks whether it is still needed'),
});

export const tombstone = table('privacy.tombstone', {
  tenantId,
  category: plain<string>('kind of identifier'),
  hash: plain<Buffer>('keyed hash of an identifier; leads back to nobody'),
  laidAt: plain<Date>('when'),
  until: plain<Date>('when it is forgotten'),
});

export const egressTables = {
  agreement,
  disclosure,
  disclosureSubject,
  arrival,
  preference,
  suppression,
  tombstone,
};
