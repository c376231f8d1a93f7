import { purposes as knownPurposes } from '#kernel/registry.ts';
import type { Category, Purpose } from '#kernel/registry.ts';
import type { ProcessorRole } from '#kernel/processor.ts';
import { recordOfProcessing } from './record-of-processing.ts';
import type { DataMap } from './map.ts';
import type { Basis } from './words.ts';

/** Terms of the Data Privacy Vocabulary 2.0 and its extensions. Source: https://w3id.org/dpv, https://w3id.org/dpv/pd, https://w3id.org/dpv/legal/eu/gdpr. */
const purposeTerms: Readonly<Record<Purpose, string>> = {
  browse: 'dpv:ServiceProvision',
  checkout: 'dpv:SellProducts',
  fulfil: 'dpv:DeliveryOfGoods',
  support: 'dpv:CustomerCare',
  notify: 'dpv:CustomerOrderManagement',
  account: 'dpv:CustomerManagement',
  pay: 'dpv:PaymentManagement',
  bookkeeping: 'dpv:LegalCompliance',
  security: 'dpv:EnforceSecurity',
  administer: 'dpv:OrganisationGovernance',
  rights: 'dpv:RightsFulfillment',
  suppress: 'dpv:LegalCompliance',
  disclose: 'dpv:LegalCompliance',
  verify: 'dpv:IdentityVerification',
  improve: 'dpv:ServiceOptimisation',
  insight: 'dpv:SellInsightsFromData',
  marketing: 'dpv:DirectMarketing',
  analytics: 'dpv:ServiceUsageAnalytics',
  personalise: 'dpv:Personalisation',
  advertise: 'dpv:PersonalisedAdvertising',
};

const basisTerms: Readonly<Record<Basis, string>> = {
  contract: 'eu-gdpr:A6-1-b',
  'legal obligation': 'eu-gdpr:A6-1-c',
  'legitimate interest': 'eu-gdpr:A6-1-f',
  consent: 'eu-gdpr:A6-1-a',
};

const categoryTerms: Readonly<Partial<Record<Category, string>>> = {
  'identity.name': 'pd:Name',
  'identity.taxId': 'pd:TaxID',
  'contact.email': 'pd:EmailAddress',
  'contact.phone': 'pd:TelephoneNumber',
  'contact.address': 'pd:PhysicalAddress',
  'account.credential': 'pd:Authenticating',
  'tech.ip': 'pd:IPAddress',
  'tech.device': 'pd:DeviceBased',
  'content.message': 'pd:Communication',
  'verification.document': 'pd:OfficialID',
  'payment.token': 'pd:Payment',
};

const roleTerms: Readonly<Partial<Record<ProcessorRole, string>>> = {
  sale: 'dpv:ThirdParty',
  partner: 'dpv:ThirdParty',
};

/** The map in the Data Privacy Vocabulary, for machines of others. Shape: JSON-LD, one process for each purpose. */
export function asDpv(map: DataMap, base: string): Record<string, unknown> {
  const { controller } = map;
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      pd: 'https://w3id.org/dpv/pd#',
      'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
      dct: 'http://purl.org/dc/terms/',
    },
    '@graph': [
      {
        '@id': `${base}#controller`,
        '@type': 'dpv:DataController',
        'dpv:hasName': controller.name,
        'dpv:hasAddress': controller.address,
        'dpv:hasContact': controller.email,
      },
      ...map.recipients.map((one) => ({
        '@id': `${base}#recipient-${encodeURIComponent(one.name)}`,
        '@type': roleTerms[one.role] ?? 'dpv:DataProcessor',
        'dpv:hasName': one.company,
        ...(one.country === null ? {} : { 'dpv:hasLocation': one.country }),
      })),
      ...recordOfProcessing(map).activities.map((one) => ({
        '@id': `${base}#${one.purpose}`,
        '@type': 'dpv:Process',
        'dct:title': one.says,
        'dpv:hasDataController': { '@id': `${base}#controller` },
        'dpv:hasPurpose': { '@id': purposeTerms[one.purpose] },
        'dpv:hasLegalBasis': { '@id': basisTerms[knownPurposes[one.purpose].basis] },
        'dpv:hasPersonalData': categoriesFor(map, one.purpose),
        'dpv:hasDataSubject': one.peopleConcerned,
        'dpv:hasStorageCondition': one.limits,
        'dpv:hasRecipient': map.recipients
          .filter(({ purposes }) => purposes.includes(one.purpose))
          .map(({ name }) => ({ '@id': `${base}#recipient-${encodeURIComponent(name)}` })),
      })),
    ],
  };
}

const categoriesFor = (map: DataMap, purpose: Purpose): { '@id': string }[] => {
  const held = map.fields
    .filter(({ purposes }) => purposes.includes(purpose))
    .map(({ category }) => category);
  return [...new Set(held)]
    .toSorted()
    .map((category) => ({ '@id': categoryTerms[category] ?? 'dpv:PersonalData' }));
};
