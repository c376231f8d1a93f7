import type { Tenant } from '#kernel/context.ts';
import type { Profile, ProfileRole, Span } from '#kernel/profile.ts';
import type { Retention } from '#kernel/registry.ts';
import { profileOf } from '#profiles/profiles.ts';
import { addSpan, dayOf, deadlineFrom, lawEnd, startOfDay } from './calendar.ts';
import { lawPack } from './law-packs/law-packs.ts';
import { ruleInForce, rulesAbout } from './law-pack.ts';
import type { LawMatter, LawPack } from './law-pack.ts';

/** Until when something stays, and what says so. */
export interface Keep {
  /** The first instant at which it goes; `null` while nothing has started its clock, or nothing ends it. */
  readonly until: Date | null;
  readonly ground: 'law' | 'promise' | 'none';
  /** Such as `DE AO § 147(3)` or `promise OK`. */
  readonly cites: string;
}

/** What we promise where a profile does not say otherwise. A class that is not here ends with what it belongs to. */
const houseSpans: Readonly<Partial<Record<Retention, Span>>> = {
  // Two years of guarantee from delivery, and half a year in which a claim may be on its way.
  order: { months: 30 },
  // Their anchor is the instant at which they expire.
  session: {},
  employment: {},
  cart: { days: 30 },
  'security-log': { days: 90 },
  mail: { days: 30 },
  import: { days: 14 },
  idempotency: { hours: 48 },
  visit: { hours: 48 },
  // As long as it may be disputed that we had the consent, or that we answered. Source: GDPR art. 5(2), 7(1).
  'consent-proof': { years: 3 },
  request: { years: 3 },
};

/** How long after its reason a class of data goes as promised. Shape: undefined for what ends with what it belongs to. */
export function promisedSpanOf(profile: Profile, retention: Retention): Span | undefined {
  const span = profile.retention[retention] ?? houseSpans[retention];
  return span && Object.keys(span).length > 0 ? span : undefined;
}

/** The laws that make us keep a class of data. */
const duties: Readonly<Partial<Record<Retention, LawMatter>>> = {
  bookkeeping: 'bookkeeping.vouchers',
};

/** The law that makes us keep a class of data, if one does. */
export const lawMatterOf = (retention: Retention): LawMatter | undefined => duties[retention];

/**
 * Until when data of a class stays that began to age at `anchor`: as long as the law asks or as we promise, whichever is longer.
 *
 * A function of the law pack and the promise of today: when either changes, so do the clocks that run.
 * Source: GDPR art. 5(1)(e), 17(3)(b); clauses A6-5, K7-34.
 */
export function keepOf(
  tenant: Pick<Tenant, 'country' | 'profile'>,
  retention: Retention,
  anchor: Date | null,
): Keep {
  const pack = lawPack(tenant.country);
  const profile = profileOf(tenant);
  const law = lawKeep(pack, duties[retention], anchor);
  const promised = profile.retention[retention];
  const span = promised ?? houseSpans[retention];
  const promise: Keep | undefined = span && {
    until: anchor && addSpan(anchor, span, pack.zone),
    ground: 'promise',
    cites: promised ? `promise ${profile.clauses}` : 'promise of the house',
  };
  if (law && promise) return (law.until ?? 0) >= (promise.until ?? 0) ? law : promise;
  return law ?? promise ?? { until: null, ground: 'none', cites: '' };
}

/** Each rule takes over from the one before where it reaches what already runs; nothing ends before the rule that ends it is in force. */
function lawKeep(pack: LawPack, about: LawMatter | undefined, anchor: Date | null): Keep | undefined {
  const rules = about ? rulesAbout(pack, about).filter((rule) => rule.span !== null) : [];
  const newest = rules.at(-1);
  if (!newest) return undefined;
  if (anchor === null) return { until: null, ground: 'law', cites: newest.cites };
  const begun = dayOf(anchor, pack.zone);
  let keep: Keep | undefined;
  for (const rule of rules) {
    const since = startOfDay(rule.validFrom, pack.zone);
    const reaches =
      keep === undefined ||
      begun >= rule.validFrom ||
      (rule.reachesRunningClocks && (keep.until ?? since) > since);
    if (!reaches || rule.span === null) continue;
    const end = lawEnd(anchor, rule.anchor, rule.span, pack.zone);
    const isOld = keep !== undefined && begun < rule.validFrom;
    keep = { until: isOld && end < since ? since : end, ground: 'law', cites: rule.cites };
  }
  return keep;
}

/** By when somebody who asks about their data has an answer: as we promise, and never later than the law. Source: GDPR art. 12(3). */
export function answerBy(tenant: Pick<Tenant, 'country' | 'profile'>, receivedAt: Date): Date {
  const pack = lawPack(tenant.country);
  const promised = deadlineFrom(tenant, receivedAt, profileOf(tenant).rights.deadline);
  const span = ruleInForce(pack, 'request.answer', dayOf(receivedAt, pack.zone))?.span;
  const lawful = span ? deadlineFrom(tenant, receivedAt, span) : promised;
  return lawful < promised ? lawful : promised;
}

/**
 * How old somebody must be to use the shop in a role: as the profile says or as the law of their country does, whichever is stricter.
 *
 * Units: years. Source: GDPR art. 8; clause A6-1.
 */
export function minAgeOf(role: ProfileRole['role'], country: string, profile: Profile): number {
  const asked = profile.roles.find((one) => one.role === role)?.minAge ?? 'law';
  const { age } = lawPack(country).digitalAge;
  return asked === 'law' ? age : Math.max(asked, age);
}
