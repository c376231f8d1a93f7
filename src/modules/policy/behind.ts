import type { Profile } from '#kernel/profile.ts';
import type { Clause } from './clause.ts';
import { clausesSaying } from './clauses.ts';
import type { Sentence } from './document.ts';
import type { LineName, SentenceName } from './words.ts';

type Name = NonNullable<Clause['says']>;

/** Which article of law asks for a sentence, or for what it says. A sentence with neither law nor clause is not printed. */
const law: Readonly<Partial<Record<SentenceName | LineName | 'updated', readonly string[]>>> = {
  updated: ['GDPR art. 12(1)'],
  scope: ['GDPR art. 12(1)'],
  printed: ['GDPR art. 5(2)'],
  kinds: ['GDPR art. 13(1)', 'GDPR art. 14(1)'],
  centre: ['GDPR art. 12(2)'],
  receivers: ['GDPR art. 13(1)(e)'],
  noReceivers: ['GDPR art. 13(1)(e)'],
  parcels: ['GDPR art. 13(1)(e)'],
  consentCookies: ['directive 2002/58/EC art. 5(3)'],
  noConsentCookies: ['directive 2002/58/EC art. 5(3)'],
  pseudonyms: ['GDPR art. 4(5)'],
  name: ['GDPR art. 13(1)(a)'],
  address: ['GDPR art. 13(1)(a)'],
  country: ['GDPR art. 13(1)(a)'],
  email: ['GDPR art. 13(1)(a)'],
  phone: ['GDPR art. 13(1)(a)'],
  vatId: ['directive 2000/31/EC art. 5(1)(g)'],
  registration: ['directive 2000/31/EC art. 5(1)(d)'],
  use: ['GDPR art. 13(1)(c)', 'GDPR art. 13(2)(a)'],
  necessary: ['GDPR art. 5(1)(c)'],
  everyUse: ['GDPR art. 13(1)(c)'],
  basis: ['GDPR art. 13(1)(c)'],
  recipient: ['GDPR art. 13(1)(e)'],
  boundProcessors: ['GDPR art. 28(3)'],
  region: ['GDPR art. 13(1)(f)'],
  browserItem: ['directive 2002/58/EC art. 5(3)'],
  globalPrivacyControl: ['11 CCR § 7025'],
  stayPromise: ['GDPR art. 13(2)(a)'],
  stayLaw: ['GDPR art. 13(2)(a)'],
  stayOnly: ['GDPR art. 13(2)(a)'],
  staysEnd: ['GDPR art. 5(1)(e)'],
  noAbsolutes: ['GDPR art. 5(1)(a)'],
  statistics: ['directive 2002/58/EC art. 5(3)'],
  advertising: ['directive 2002/58/EC art. 5(3)'],
  ownMarketing: ['directive 2002/58/EC art. 13'],
  importedMarketing: ['GDPR art. 5(1)(b)'],
  stopMarketing: ['GDPR art. 21(2)'],
  noBundle: ['GDPR art. 7(4)'],
  askAgain: ['GDPR art. 7(3)'],
  access: ['GDPR art. 15'],
  correction: ['GDPR art. 16', 'GDPR art. 19'],
  erasure: ['GDPR art. 17'],
  portability: ['GDPR art. 20'],
  objection: ['GDPR art. 18', 'GDPR art. 21'],
  withdrawal: ['GDPR art. 7(3)'],
  complaint: ['GDPR art. 77'],
  deadline: ['GDPR art. 12(3)'],
  coolingOff: ['GDPR art. 12(3)'],
  doors: ['GDPR art. 12(2)'],
  age: ['GDPR art. 8'],
  ageByLaw: ['GDPR art. 8'],
  noticeOfMaterial: ['GDPR art. 13(3)'],
  noticeOfEvery: ['GDPR art. 13(3)'],
  versions: ['GDPR art. 5(2)'],
  newPurposes: ['GDPR art. 6(1)(a)'],
  questions: ['GDPR art. 12(2)'],
};

/** A sentence with what stands behind it in this profile. */
export const sentence = (
  profile: Pick<Profile, 'clauses'>,
  name: Name,
  text: string,
  url?: string,
): Sentence => ({
  text,
  clauses: clausesSaying(profile, name),
  law: law[name] ?? [],
  ...(url === undefined ? {} : { url }),
});

/** Whether anything stands behind a sentence. */
export const isBacked = ({ clauses, law: articles }: Sentence): boolean =>
  clauses.length > 0 || articles.length > 0;
