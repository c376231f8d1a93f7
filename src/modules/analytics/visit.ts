/** What pages are counted by; each is a list of its own, none is crossed with another. */
export const dimensions = ['all', 'page', 'site', 'browser', 'device', 'led'] as const;
export type Dimension = (typeof dimensions)[number];

/** Counts below this are never stored past their day and never answered. Source: privacy.md P27; clause K7-32. */
export const smallest = 5;

/** The key of what was too small to stand alone. */
export const others = 'other';
/** The key of arrivals that no other site led to. */
export const direct = 'direct';

/** How long folded counts are kept. Source: CNIL, audience measurement exemption: 25 months. */
export const keptMonths = 25;
/** What counts are made of lives shorter than this, salts included. Units: milliseconds. */
export const rawLivesMs = 48 * 3_600_000;
/** After midnight, for processes whose last counts are still on their way. Units: milliseconds. */
export const foldAfterMs = 5 * 60_000;

export const device = ['desktop', 'mobile', 'tablet', 'tv', 'other'] as const;
export type Device = (typeof device)[number];

/** The day of an instant, in UTC: `2026-11-23`. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What a page view says before it is counted; nothing of it is kept. */
export interface Hit {
  readonly ip: string;
  readonly userAgent: string | undefined;
  readonly referrer: string | undefined;
  readonly host: string;
  readonly page: string;
  /** The random number of this visit, in browsers that allowed to see which pages one visit goes through. */
  readonly visit?: string | undefined;
}

/** How many, under one heading of one day. */
export interface Counted {
  readonly dimension: Dimension;
  readonly key: string;
  readonly visitors: number;
  readonly views: number;
}

/** As `Counted`, fit to be stored and shown: at least five, or null where only the views can be told. */
export interface Told {
  readonly dimension: Dimension;
  readonly key: string;
  readonly visitors: number | null;
  readonly views: number;
}
