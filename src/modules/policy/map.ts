import type { DocumentRole, PolicyLink, Profile, ProfileName, ProfileRole, Span } from '#kernel/profile.ts';
import type { Mechanism, ProcessorRole } from '#kernel/processor.ts';
import type { BrowserItem } from '#kernel/browser-items.ts';
import type { Category, EraseRule, KeyClass, Purpose, Retention, Source } from '#kernel/registry.ts';

/** One field about a person, as the registry declares it. */
export interface MapField {
  readonly table: string;
  readonly column: string;
  /** Empty for a hash to look somebody up by. */
  readonly field: string;
  readonly category: Category;
  /** The role of the subject whose field it is. */
  readonly role: string;
  readonly class: KeyClass | null;
  readonly source: Source | null;
  readonly purposes: readonly Purpose[];
  readonly because: string;
  readonly retention: Retention;
  /** `ends-by-itself`: nobody can tell whose it is, so it goes with its time. */
  readonly onErase: EraseRule | 'ends-by-itself';
}

/** Rows that name a person by a random number only. */
export interface MapRecord {
  readonly table: string;
  readonly roles: readonly string[];
  readonly retention: Retention | null;
}

/** A company that gets data now. */
export interface MapRecipient {
  readonly name: string;
  readonly company: string;
  readonly role: ProcessorRole;
  readonly country: string | null;
  readonly mechanism: Mechanism;
  readonly purposes: readonly Purpose[];
  readonly categories: readonly Category[];
}

export interface MapBrowserItem {
  readonly kind: BrowserItem['kind'];
  readonly name: string;
  readonly category: BrowserItem['category'];
  readonly setBy: string;
  readonly lifetimeSeconds: number;
  /** On which side of the counter: buyers never get what the dashboard leaves. */
  readonly on: 'shop' | 'dashboard';
  readonly says: BrowserItem['says'];
}

/** What a law holds of a retention class. */
export interface LegalStay {
  readonly retention: Retention;
  readonly span: Span;
  /** The article: `DE AO § 147(3)`. */
  readonly cites: string;
}

export interface MapController {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string | null;
  readonly vatId: string | null;
  readonly registration: string | null;
}

/** What the profile promises beside what the tables show. */
export interface MapPromises {
  readonly regions: Profile['regions'];
  readonly statistics: Profile['statistics'];
  readonly advertising: Profile['advertising'];
  readonly marketing: Profile['marketing'];
  readonly notice: Profile['notice'];
  readonly deadline: Span;
  readonly extension: Span;
  readonly coolingOff: Span;
  readonly askAgainAfter: Span;
  readonly doors: Profile['rights']['doors'];
  readonly ages: readonly { readonly role: ProfileRole['role']; readonly minAge: number | 'law' }[];
  readonly links: readonly PolicyLink[];
  readonly everythingGoneAfter: Span | null;
}

/** What people would call one thing: what is kept for one reason and ends together. News end with the wish for them. */
export type Holding = Retention | 'news';

export interface MapStay {
  readonly retention: Retention;
  readonly promise: Span | null;
  readonly law: readonly { readonly span: Span; readonly cites: string }[];
}

/**
 * What a shop holds about people, what for, until when and who gets it: read from the registry that runs, the tenant's
 * agreements and its profile. Policies are printed from it, versions are kept as it, changes are told from two of it.
 */
export interface DataMap {
  readonly profile: ProfileName;
  readonly controller: MapController;
  readonly fields: readonly MapField[];
  readonly records: readonly MapRecord[];
  readonly stores: readonly {
    readonly name: string;
    readonly kind: string;
    readonly holds: string;
    readonly retention: string;
  }[];
  readonly recipients: readonly MapRecipient[];
  readonly browser: readonly MapBrowserItem[];
  readonly stays: readonly MapStay[];
  readonly promises: MapPromises;
  readonly documents: readonly DocumentRole[];
}
