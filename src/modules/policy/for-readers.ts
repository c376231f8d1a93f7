import type { DocumentRole, ProfileRole } from '#kernel/profile.ts';
import { purposes as knownPurposes, sources as knownSources } from '#kernel/registry.ts';
import type { Category, Purpose, Retention, Source } from '#kernel/registry.ts';
import type { DataMap, Holding, MapBrowserItem, MapField, MapStay } from './map.ts';
import type { Basis } from './words.ts';

const everybody: readonly DocumentRole[] = ['customer', 'account holder', 'vendor', 'staff'];
const addressed: readonly (readonly [RegExp, readonly DocumentRole[]])[] = [
  [/colleague|staff|member of/, ['staff']],
  [/seller|vendor/, ['vendor']],
  [/account holder/, ['account holder', 'vendor', 'staff']],
  [/buyer|visitor|lead/, ['customer', 'account holder', 'vendor']],
];

/** Whom a subject's role is told to. Shape: a role that nobody thought of is told to everybody. */
export const documentsOfRole = (role: string): readonly DocumentRole[] =>
  addressed.find(([pattern]) => pattern.test(role))?.[1] ?? everybody;

/** What a shop holds of one thing: what a policy says one entry about. */
export interface Use {
  readonly holding: Holding;
  readonly categories: readonly Category[];
  readonly sources: readonly Source[];
  readonly purposes: readonly Purpose[];
  readonly stay: Retention;
}

const order = Object.keys(knownPurposes);
const categoryOrder: readonly Category[] = [
  'identity.name',
  'identity.company',
  'identity.taxId',
  'contact.email',
  'contact.phone',
  'contact.address',
  'account.credential',
  'account.role',
  'order.reference',
  'payment.token',
  'content.message',
  'content.freetext',
  'file.upload',
  'verification.document',
  'tech.ip',
  'tech.device',
];
const sourceNames = Object.keys(knownSources) as Source[];
const holdings: readonly Holding[] = [
  'visit',
  'cart',
  'order',
  'bookkeeping',
  'mail',
  'news',
  'account',
  'session',
  'employment',
  'consent-proof',
  'request',
  'import',
  'security-log',
  'idempotency',
  'suppression',
];

/** In the order in which people meet them: browsing, ordering, shipping, and so on. */
export const inOrder = (purposes: Iterable<Purpose>): Purpose[] =>
  [...new Set(purposes)].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));

const holdingOf = ({ class: keyClass, retention }: MapField): Holding =>
  keyClass === 'marketing' && retention !== 'mail' ? 'news' : retention;

/** A shop that sends no news has nowhere to put them: the columns are there and stay empty. */
const isUsed = ({ class: keyClass, purposes }: MapField): boolean =>
  keyClass !== 'marketing' || purposes.includes('marketing');

/** What a document for `role` says is held. Shape: in the order in which people meet it, each holding and its end once. */
export function usesOf(map: Pick<DataMap, 'fields'>, role: DocumentRole): Use[] {
  const told = map.fields.filter(
    (one) => one.source !== null && isUsed(one) && documentsOfRole(one.role).includes(role),
  );
  const groups = Map.groupBy(told, (one) => `${holdingOf(one)} ${one.retention}`);
  return [...groups.values()]
    .flatMap(([first, ...rest]) => (first ? useOf([first, ...rest]) : []))
    .toSorted((a, b) => holdings.indexOf(a.holding) - holdings.indexOf(b.holding));
}

function useOf(fields: readonly [MapField, ...MapField[]]): Use {
  const [first] = fields;
  return {
    holding: holdingOf(first),
    categories: categoryOrder.filter((category) => fields.some((one) => one.category === category)),
    sources: sourceNames.filter((source) => fields.some((one) => one.source === source)),
    purposes: inOrder(fields.flatMap(({ purposes }) => [...purposes])),
    stay: first.retention,
  };
}

/** What everything in `uses` also serves: said once instead of in every entry. */
export function sharedPurposes(uses: readonly Use[]): Purpose[] {
  if (uses.length < 2) return [];
  return purposesOf(uses).filter((purpose) => uses.every(({ purposes }) => purposes.includes(purpose)));
}

/** What a use serves beside what everything does. Shape: never empty. */
export function ownPurposes(
  { purposes }: Pick<Use, 'purposes'>,
  shared: readonly Purpose[],
): readonly Purpose[] {
  const own = purposes.filter((purpose) => !shared.includes(purpose));
  return own.length > 0 ? own : purposes;
}

/** How long a use stays: what the map says of its kind, or nothing but the reason itself. */
export const stayOf = ({ stays }: Pick<DataMap, 'stays'>, { stay }: Use): MapStay =>
  stays.find(({ retention }) => retention === stay) ?? { retention: stay, promise: null, law: [] };

/** What is left in the browsers of a document's readers. */
export const browserItemsFor = (
  { browser }: Pick<DataMap, 'browser'>,
  role: DocumentRole,
): MapBrowserItem[] => browser.filter(({ on }) => role === 'staff' || on === 'shop');

export const purposesOf = (uses: readonly Use[]): Purpose[] =>
  inOrder(uses.flatMap(({ purposes }) => purposes));

/** Purposes by what allows them, in the order in which people meet them. */
export function basesOf(uses: readonly Use[]): { readonly basis: Basis; readonly purposes: Purpose[] }[] {
  const groups = Map.groupBy(purposesOf(uses), (purpose) => knownPurposes[purpose].basis);
  return [...groups].map(([basis, purposes]) => ({ basis, purposes }));
}

/** What is asked of the age of a document's readers: roles with the same answer together. */
export function agesFor(
  { promises }: Pick<DataMap, 'promises'>,
  role: DocumentRole,
): { readonly minAge: number | 'law'; readonly roles: ProfileRole['role'][] }[] {
  const asked = promises.ages.filter((one) => agesOf[role].includes(one.role));
  return [...Map.groupBy(asked, ({ minAge }) => minAge)].map(([minAge, ages]) => ({
    minAge,
    roles: [...new Set(ages.map((one) => one.role))],
  }));
}

const agesOf: Readonly<Record<DocumentRole, readonly string[]>> = {
  customer: ['visitor', 'buyer'],
  'account holder': ['buyer', 'business user'],
  vendor: ['seller'],
  staff: ['staff'],
};
