import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { purposes } from '#kernel/registry.ts';
import { isPurpose } from './consent.ts';
import type { ConsentEvent, ConsentEventId } from './consent.ts';
import { selectEvent, selectNotice } from './queries.ts';
import { refuse } from '../refuse.ts';

/** What somebody can keep to prove what they answered, in the fields of ISO/IEC TS 27560 and as DPV JSON-LD. */
export interface Receipt {
  readonly schema_version: '27560:2023';
  readonly record_id: string;
  readonly pii_principal_id: string;
  readonly privacy_notice: {
    readonly id: string | null;
    readonly language: string;
    readonly text: string | null;
  };
  readonly pii_controller: { readonly name: string; readonly country: string };
  readonly purpose: {
    readonly code: string;
    readonly says: string;
    readonly lawful_basis: string;
    readonly version: string | null;
  };
  readonly jurisdiction: string;
  readonly event: {
    readonly time: string;
    readonly type: string;
    readonly state: string;
    readonly interface: string;
    readonly entity: string;
    readonly replaces: string | null;
  };
  readonly withdrawal_method: string;
  readonly jsonld: Readonly<Record<string, unknown>>;
}

/**
 * The receipt of one answer, for the person who gave it.
 *
 * Refuses: privacy.noSuchAnswer, also when it is somebody else's. Source: ISO/IEC TS 27560:2023; W3C DPV 2.
 */
export async function receiptOf(ctx: Context, id: ConsentEventId, of?: SubjectId): Promise<Receipt> {
  const event = await selectEvent(ctx, id);
  if (!event || (of !== undefined && event.subjectId !== of)) throw refuse.noSuchAnswer();
  const notice = event.noticeHash === null ? undefined : await selectNotice(ctx, event.noticeHash);
  const controller = { name: ctx.tenant.name, country: ctx.tenant.country };
  return {
    schema_version: '27560:2023',
    record_id: event.id,
    pii_principal_id: event.subjectId,
    privacy_notice: { id: event.noticeHash, language: event.locale, text: notice?.text ?? null },
    pii_controller: controller,
    purpose: { code: event.topic, ...meaningOf(event), version: event.version },
    jurisdiction: event.jurisdiction,
    event: {
      time: event.happenedAt.toISOString(),
      type: event.kind,
      state: event.state,
      interface: event.ui,
      entity: event.actorKind,
      replaces: event.parentId,
    },
    withdrawal_method: '/privacy/choices',
    jsonld: jsonldOf(event, controller.name),
  };
}

function meaningOf({ kind, topic }: ConsentEvent): { says: string; lawful_basis: string } {
  if (kind === 'consent' && isPurpose(topic))
    return { says: purposes[topic].says, lawful_basis: purposes[topic].basis };
  return kind === 'contract'
    ? { says: 'the terms that were agreed to', lawful_basis: 'contract' }
    : { says: 'a document that was shown; it is the basis of nothing', lawful_basis: 'none' };
}

const dpvStates = {
  granted: 'dpv:ConsentGiven',
  withdrawn: 'dpv:ConsentWithdrawn',
  refused: 'dpv:ConsentRefused',
  objected: 'dpv:ConsentRefused',
  seen: 'dpv:NoticeProvided',
  continued: 'dpv:NoticeProvided',
  accepted: 'dpv:ContractAccepted',
} as const;

const dpvPurposes: Readonly<Record<string, string>> = {
  marketing: 'dpv:DirectMarketing',
  analytics: 'dpv:ServiceUsageAnalytics',
  personalise: 'dpv:ServicePersonalisation',
  advertise: 'dpv:TargetedAdvertising',
};

const dpvTypes = {
  consent: ['dpv:ConsentRecord'],
  acknowledgement: ['dpv:NoticeRecord'],
  contract: ['dpv:ContractRecord'],
} as const;

const jsonldOf = (event: ConsentEvent, controller: string): Readonly<Record<string, unknown>> => ({
  '@context': { dpv: 'https://w3id.org/dpv#', dct: 'http://purl.org/dc/terms/' },
  '@type': dpvTypes[event.kind],
  '@id': `urn:uuid:${event.id}`,
  'dct:issued': event.happenedAt.toISOString(),
  'dct:language': event.locale,
  'dpv:hasDataSubject': { '@id': `urn:uuid:${event.subjectId}` },
  'dpv:hasDataController': { '@type': 'dpv:DataController', 'dpv:hasName': controller },
  ...(event.kind === 'consent'
    ? {
        'dpv:hasPurpose': dpvPurposes[event.topic] ?? `urn:kontor:purpose:${event.topic}`,
        'dpv:hasLegalBasis': 'dpv:Consent',
        'dpv:hasConsentStatus': dpvStates[event.state],
      }
    : { 'dct:subject': event.topic, 'dpv:hasStatus': dpvStates[event.state] }),
  ...(event.noticeHash === null
    ? {}
    : {
        'dpv:hasNotice': { '@type': 'dpv:PrivacyNotice', 'dct:identifier': `sha256:${event.noticeHash}` },
      }),
  ...(event.parentId === null ? {} : { 'dct:replaces': { '@id': `urn:uuid:${event.parentId}` } }),
});
