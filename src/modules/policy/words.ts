import type { DocumentRole, NoticeChannel, Profile, ProfileRole } from '#kernel/profile.ts';
import type { Mechanism, ProcessorRole } from '#kernel/processor.ts';
import type { BrowserItem, CookieCategory } from '#kernel/browser-items.ts';
import type { Category, Purpose, Retention, Source } from '#kernel/registry.ts';

import type { Holding } from './map.ts';
import type { MapField } from './map.ts';

/** The languages that policies are printed in. */
export const policyLanguages = ['en', 'de', 'fr', 'da'] as const;
export type PolicyLanguage = (typeof policyLanguages)[number];

export type Basis = 'contract' | 'legal obligation' | 'legitimate interest' | 'consent';

const sectionNames = [
  'summary',
  'controller',
  'uses',
  'bases',
  'recipients',
  'browser',
  'stays',
  'protection',
  'choices',
  'rights',
  'children',
  'changes',
  'contact',
  'fields',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** Sentences that carry a part of the map; the parser reads them back. Source: invariant P25. */
export type LineName =
  | 'name'
  | 'address'
  | 'country'
  | 'email'
  | 'phone'
  | 'vatId'
  | 'registration'
  | 'use'
  | 'everyUse'
  | 'basis'
  | 'recipient'
  | 'browserItem'
  | 'stayPromise'
  | 'stayLaw'
  | 'stayOnly'
  | 'age'
  | 'ageByLaw'
  | 'region'
  | 'statistics'
  | 'advertising'
  | 'ownMarketing'
  | 'importedMarketing'
  | 'noticeOfMaterial'
  | 'noticeOfEvery'
  | 'deadline'
  | 'coolingOff'
  | 'askAgain'
  | 'doors';

/** Sentences of promises; which of them a policy prints follows from the clauses of its profile. */
export type SentenceName =
  | 'scope'
  | 'printed'
  | 'kinds'
  | 'centre'
  | 'receivers'
  | 'noReceivers'
  | 'parcels'
  | 'consentCookies'
  | 'noConsentCookies'
  | 'necessary'
  | 'pseudonyms'
  | 'collection'
  | 'otherSources'
  | 'channelData'
  | 'cardsElsewhere'
  | 'neverSold'
  | 'boundProcessors'
  | 'legalRequests'
  | 'businessTransfer'
  | 'transferBasis'
  | 'regionCheck'
  | 'processorReview'
  | 'thirdPartyPurposes'
  | 'staysEnd'
  | 'everythingGone'
  | 'remainder'
  | 'noAbsolutes'
  | 'sealed'
  | 'transit'
  | 'staffAccess'
  | 'integrity'
  | 'audits'
  | 'training'
  | 'incidents'
  | 'restores'
  | 'vulnerabilities'
  | 'passwords'
  | 'browserChoice'
  | 'globalPrivacyControl'
  | 'statisticsApart'
  | 'securityLog'
  | 'stopMarketing'
  | 'stopLists'
  | 'serviceMails'
  | 'noBundle'
  | 'access'
  | 'correction'
  | 'erasure'
  | 'portability'
  | 'objection'
  | 'withdrawal'
  | 'humanReview'
  | 'complaint'
  | 'minors'
  | 'versions'
  | 'newPurposes'
  | 'questions'
  | 'urgent'
  | 'vendors'
  | 'secondChannel'
  | 'links'
  | 'partners';

/** What a change of the map is called, and what it means for the reader. Source: clauses KC-48, KC-49. */
export type ChangeName =
  | 'categoryAdded'
  | 'categoryRemoved'
  | 'purposeAdded'
  | 'purposeRemoved'
  | 'recipientAdded'
  | 'recipientRemoved'
  | 'recipientWidened'
  | 'recipientNarrowed'
  | 'countryAdded'
  | 'countryRemoved'
  | 'longerStay'
  | 'shorterStay'
  | 'browserAdded'
  | 'browserRemoved'
  | 'promiseLoosened'
  | 'promiseTightened'
  | 'controllerChanged'
  | 'fieldAdded'
  | 'fieldChanged'
  | 'fieldRemoved';

type Table<Key extends string> = Readonly<Record<Key, string>>;

/** Everything that a policy says, in one language; leave one out and it does not compile. `{slots}` are filled from the map. */
export interface PolicyWords {
  readonly title: string;
  readonly updated: string;
  readonly draft: string;
  readonly documents: Table<DocumentRole>;
  readonly sections: Table<SectionName>;
  readonly categories: Table<Category>;
  readonly purposes: Table<Purpose>;
  readonly bases: Table<Basis>;
  readonly sources: Table<Source>;
  /** What is held together, as a title. */
  readonly holdings: Table<Holding>;
  /** From when its time counts. */
  readonly since: Table<Holding>;
  /** How long it stays when neither a promise nor a law counts. */
  readonly stays: Table<Retention>;
  readonly mechanisms: Table<Mechanism>;
  readonly processorRoles: Table<ProcessorRole>;
  readonly cookieCategories: Table<CookieCategory>;
  readonly browserKinds: Table<BrowserItem['kind']>;
  readonly roles: Table<ProfileRole['role']>;
  readonly regions: Table<Profile['regions']>;
  readonly statistics: Table<Profile['statistics']>;
  readonly advertising: Table<Profile['advertising']>;
  readonly ownMarketing: Table<Profile['marketing']['own']>;
  readonly importedMarketing: Table<Profile['marketing']['imported']>;
  readonly channels: Table<NoticeChannel>;
  readonly doors: Table<Profile['rights']['doors'][number]>;
  readonly erasures: Table<MapField['onErase']>;
  /** One and many. */
  readonly units: Readonly<
    Record<'years' | 'months' | 'days' | 'hours' | 'minutes' | 'seconds', readonly [string, string]>
  >;
  /** Between the members of a list. */
  readonly separator: string;
  readonly and: string;
  readonly us: string;
  /** A span that a law asks for. */
  readonly byLaw: string;
  readonly untilClosed: string;
  readonly tenantChooses: string;
  readonly anyAuthority: string;
  readonly columns: Table<
    'name' | 'kind' | 'setBy' | 'says' | 'lasts' | 'what' | 'from' | 'because' | 'erasure' | 'field'
  >;
  readonly lines: Table<LineName>;
  readonly sentences: Table<SentenceName>;
  readonly changes: Table<ChangeName>;
  readonly means: Table<ChangeName>;
}

/** Which language a reader gets who asks for `language`. */
export const languageOr = (asked: string | undefined, otherwise: PolicyLanguage): PolicyLanguage =>
  policyLanguages.find((one) => one === asked) ?? otherwise;
