import assert from 'node:assert/strict';
import type { Said } from './registry.ts';

/** Why a cookie, a storage entry or a script is there; only `essential` needs nobody's consent. Source: directive 2002/58/EC art. 5(3). */
export const cookieCategories = ['essential', 'performance', 'functionality', 'targeting'] as const;
export type CookieCategory = (typeof cookieCategories)[number];

/** A part of the shop that leaves something in a browser beyond the essential; a shop turns it on, and only then anybody is asked. */
interface BrowserFeature {
  readonly name: string;
  readonly says: Said;
}

/** Where a script comes from and what it reaches, for the Content-Security-Policy: origins without a path. */
export interface ScriptReach {
  readonly src: string;
  readonly connect?: readonly string[];
  readonly img?: readonly string[];
  readonly frame?: readonly string[];
}

/** Something that a page leaves in, or loads into, a browser. What is not declared is dropped before it leaves the house. */
export interface BrowserItem {
  readonly kind: 'cookie' | 'local-storage' | 'session-storage' | 'script';
  /** The cookie's name without `__Host-` or `__Secure-`, the storage key, or the script's origin. */
  readonly name: string;
  readonly category: CookieCategory;
  /** Who sets it: `us`, or the processor of that name. */
  readonly setBy: string;
  /** What it is for, in a sentence for the reader. */
  readonly says: Said;
  /** Units: seconds; 0 means until the browser is closed. */
  readonly lifetimeSeconds: number;
  readonly lasts: Said;
  /** Whose browser gets it; buyers' unless told. */
  readonly on?: 'dashboard';
  /** What has to be turned on first; everything that is not essential has one. */
  readonly feature?: BrowserFeature;
  readonly script?: ScriptReach;
}

const declared = new Map<string, BrowserItem>();

const keyOf = ({ kind, name }: Pick<BrowserItem, 'kind' | 'name'>): string => `${kind} ${name}`;

/**
 * Declares what a layer leaves in browsers: `browserItems({ cart: { kind: 'cookie', name: 'kontor_cart', … } })`.
 *
 * The cookie page, the filter on every answer and the Content-Security-Policy are made from what is declared here.
 */
export function browserItems<const T extends Readonly<Record<string, BrowserItem>>>(items: T): T {
  for (const item of Object.values<BrowserItem>(items)) {
    assert(
      item.category === 'essential' || item.feature,
      `${item.name} is not essential: name the feature that has to be turned on for it`,
    );
    assert(item.kind !== 'script' || item.script, `${item.name} is a script: say where it comes from`);
    declared.set(keyOf(item), item);
  }
  return items;
}

/** Everything that any layer leaves in a browser, in the order in which it was declared. */
export const declaredBrowserItems = (): readonly BrowserItem[] => [...declared.values()];

/** A cookie by its name on the wire, with or without the prefix that pins it. Shape: undefined when nobody declared it. */
export const findCookie = (name: string): BrowserItem | undefined =>
  declared.get(`cookie ${name.replace(/^__(Host|Secure)-/, '')}`);

/** Every feature that leaves something beyond the essential, once. */
export function declaredFeatures(): readonly (BrowserFeature & { readonly category: CookieCategory })[] {
  const features = new Map(
    declaredBrowserItems().flatMap(({ feature, category }) =>
      feature ? [[feature.name, { ...feature, category }] as const] : [],
    ),
  );
  return [...features.values()];
}

/** What may be in this browser, at this shop, now. */
export interface BrowserState {
  /** `essential` always; others when the reader said yes, and only where the profile of the shop knows them. */
  readonly permitted: ReadonlySet<CookieCategory>;
  /** Categories that something in use here needs an answer for. */
  readonly asked: readonly CookieCategory[];
  /** Everything in use here, permitted or not. */
  readonly items: readonly BrowserItem[];
  /** What was answered, by category. */
  readonly answers: ReadonlyMap<CookieCategory, BrowserAnswer>;
  /** True when the reader has not been asked about something that is in use, or long enough ago. */
  readonly mayAsk: boolean;
  /** The browser asks not to sell or share: Global Privacy Control. */
  readonly gpc: boolean;
}

export interface BrowserAnswer {
  readonly isGranted: boolean;
  /** Said yes although the browser, or the person in general, says no. */
  readonly isConfirmed: boolean;
  /** Objected in general, in any browser. */
  readonly isObjected: boolean;
  readonly at: Date;
}

/** What nobody has to be asked for: what holds where nothing is known. */
export const onlyEssential: BrowserState = {
  permitted: new Set<CookieCategory>(['essential']),
  asked: [],
  items: [],
  answers: new Map(),
  mayAsk: false,
  gpc: false,
};

/** Whether something may be left in, or loaded into, this browser now. */
export const isPermitted = (state: BrowserState, item: BrowserItem): boolean =>
  item.category === 'essential' ||
  (state.permitted.has(item.category) &&
    state.items.some(({ kind, name }) => kind === item.kind && name === item.name));

/** The Clear-Site-Data that takes away what scripts stored for these categories. Shape: undefined when they store nothing. */
export function storageToClear(categories: readonly (CookieCategory | undefined)[]): string | undefined {
  const isStored = declaredBrowserItems().some(
    ({ kind, category }) =>
      kind.endsWith('storage') && category !== 'essential' && categories.includes(category),
  );
  return isStored ? '"storage"' : undefined;
}

/**
 * Reads Global Privacy Control as its specification says: a field that is exactly `1` counts, everything else is as if
 * it were absent, and of several fields one is enough. Source: W3C GPC working draft, section 3.3.
 */
export function readsGpc(header: string | readonly string[] | undefined): boolean {
  if (header === undefined) return false;
  if (header === '1') return true;
  // Node joins several fields of one name with a comma and a space.
  return [header].flat().some((line) => line.split(/, ?/).includes('1'));
}
