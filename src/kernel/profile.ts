import type { Mechanism } from './processor.ts';
import type { CookieCategory } from './browser-items.ts';
import type { Purpose, Retention, Said } from './registry.ts';

/** A face of Kontor that a tenant may have. Faces that do not exist yet are named in profiles all the same. */
export type Face =
  'shop' | 'marketplace' | 'channels' | 'accounting' | 'crm' | 'subscriptions' | 'partners' | 'seller';

export type ProfileName = 'openkommerce' | 'k7tracks' | 'k-commerce' | 'opencrm' | 'koopseri';

/** A span of the civil calendar, anchored at an event: `{ months: 3 }` is three calendar months. */
export interface Span {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
  readonly hours?: number;
}

/** A role in which people meet the shop, and from which age. `law` asks the law pack of the person's country. */
export interface ProfileRole {
  readonly role: 'visitor' | 'buyer' | 'seller' | 'business user' | 'staff';
  readonly minAge: number | 'law';
  readonly says: Said;
}

/** A processor as this profile names it in its policy. */
interface ProfileProcessor {
  readonly name: string;
  readonly company: string;
  readonly role: string;
  readonly country: string | null;
  readonly mechanism: Mechanism;
  readonly purposes: readonly Purpose[];
  readonly fields: readonly string[];
  /** The face without which it does not exist. */
  readonly face: Face;
  readonly says: Said;
}

/** For whom a policy is written. Source: clauses KC-2, K7-47. */
export const documentRoles = ['customer', 'account holder', 'vendor', 'staff'] as const;
export type DocumentRole = (typeof documentRoles)[number];

/** A way out of something that the policy names on somebody else's site. Source: clause OC-25. */
export interface PolicyLink {
  readonly url: string;
  readonly says: Said;
  readonly clause: string;
}

export type NoticeChannel = 'post' | 'banner' | 'in-app' | 'e-mail';

/** One of the systems that Kontor is, as typed data: what it promises, and what the policy compiler prints from. */
export interface Profile {
  readonly name: ProfileName;
  /** The prefix of its clauses: OK, K7, KC, OC, KS. */
  readonly clauses: 'OK' | 'K7' | 'KC' | 'OC' | 'KS';
  readonly says: string;
  readonly faces: readonly Face[];
  readonly roles: readonly ProfileRole[];
  /** Purposes this profile uses at all; what is not here cannot be opened for, whatever a column allows. */
  readonly purposes: readonly Purpose[];
  /** Where data may go. */
  readonly regions: 'eea-strict' | 'eea-plus-merchant-directed' | 'global-scc';
  readonly processors: readonly ProfileProcessor[];
  readonly cookies: { readonly categories: readonly CookieCategory[] };
  readonly statistics: 'off' | 'aggregate' | 'consented' | 'consented and aggregate';
  readonly advertising: 'off' | 'consent';
  readonly marketing: { readonly own: 'off' | 'soft opt-in' | 'consent'; readonly imported: 'off' | 'never' };
  /** What it promises beside the law, per retention class; the longer of promise and legal duty wins, field by field. */
  readonly retention: Readonly<Partial<Record<Retention, Span>>>;
  /** How people hear of a material change of the policy. */
  readonly notice: { readonly channels: readonly NoticeChannel[]; readonly everyChange: boolean };
  readonly rights: {
    readonly deadline: Span;
    /** Internal target. */
    readonly target: Span;
    readonly extension: Span;
    /** How long an erasure waits, undoable, before it runs. */
    readonly coolingOff: Span;
    readonly doors: readonly ('privacy centre' | 'account' | 'e-mail' | 'staff')[];
  };
  /** For how long somebody who refused is not asked again. */
  readonly askAgainAfter: Span;
  /** For whom a policy is printed. */
  readonly documents: readonly DocumentRole[];
  /** Purposes that nothing carries yet, and what is missing; the policy does not speak of them until something does. */
  readonly laterPurposes: Readonly<Partial<Record<Purpose, string>>>;
  /** What other companies may get data for at all; without it, whatever the columns allow. Source: clause OC-44. */
  readonly thirdPartyPurposes?: readonly Purpose[];
  /** It promises that everything is gone a while after the account ends; law may forbid that. Source: clauses KS-16, KS-17. */
  readonly everythingGoneAfter?: { readonly span: Span; readonly remainder: 'disclosed' | 'none' };
  /** Ways out on other companies' sites. */
  readonly links: readonly PolicyLink[];
}
