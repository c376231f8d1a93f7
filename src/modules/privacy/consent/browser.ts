import { declaredBrowserItems } from '#kernel/browser-items.ts';
import type { BrowserAnswer, BrowserItem, BrowserState, CookieCategory } from '#kernel/browser-items.ts';
import type { Profile } from '#kernel/profile.ts';
import { askedCategories, mayAskAgain, purposeOfCategory } from './consent.ts';
import type { AskedCategory, Choices, ConsentNow, Settled, CookieWish } from './consent.ts';

type Promised = Pick<Profile, 'cookies' | 'purposes' | 'askAgainAfter'>;

/** Categories that a profile knows at all; the others stay shut whatever anybody answers. */
export const categoriesOf = (profile: Promised): readonly AskedCategory[] =>
  askedCategories.filter(
    (category) =>
      profile.cookies.categories.includes(category) && profile.purposes.includes(purposeOfCategory[category]),
  );

interface Ground {
  readonly profile: Promised;
  readonly known: readonly AskedCategory[];
  readonly items: readonly BrowserItem[];
  readonly asked: readonly AskedCategory[];
}

/** The same for everybody who visits within a moment: worked out once for each list of features that was read. */
const grounds = new WeakMap<readonly string[], Ground>();

function groundOf(profile: Promised, features: readonly string[]): Ground {
  const there = grounds.get(features);
  if (there?.profile === profile) return there;
  const known = categoriesOf(profile);
  const items = itemsInUse(profile, features);
  const asked = known.filter((category) => items.some((item) => item.category === category));
  const ground = { profile, known, items, asked };
  grounds.set(features, ground);
  return ground;
}

/** What buyers' browsers may get at a shop at all: what is essential, and what belongs to features that are turned on. */
export function itemsInUse(profile: Promised, features: readonly string[]): readonly BrowserItem[] {
  const categories: readonly CookieCategory[] = categoriesOf(profile);
  return declaredBrowserItems().filter(
    ({ on, category, feature }) =>
      on === undefined &&
      (category === 'essential' ||
        (categories.includes(category) && feature !== undefined && features.includes(feature.name))),
  );
}

/**
 * What wishes become: nothing under Global Privacy Control opens targeting, unless it is said explicitly.
 *
 * Source: clause K7-41; 11 CCR 7025(c)(4).
 */
export function settleWishes(
  wishes: ReadonlyMap<AskedCategory, CookieWish>,
  isOptedOut: boolean,
): Map<AskedCategory, Settled> {
  return new Map(
    [...wishes].map(([category, wish]) => {
      if (wish === 'no') return [category, 'refused'];
      if (category !== 'targeting' || !isOptedOut) return [category, 'granted'];
      return [category, wish === 'confirmed' ? 'confirmed' : 'refused'];
    }),
  );
}

interface Known {
  readonly profile: Promised;
  readonly features: readonly string[];
  /** What a signed-in person answered. */
  readonly ledger: readonly ConsentNow[];
  /** What this browser answered. */
  readonly cookie: Choices | undefined;
  readonly gpc: boolean;
  readonly now: Date;
}

/**
 * What may be in a browser now.
 *
 * What a signed-in person answered goes before what the browser remembers; Global Privacy Control only ever narrows.
 * Invariant: P16.
 */
export function judgeBrowser({ profile, features, ledger, cookie, gpc, now }: Known): BrowserState {
  const { known, items, asked } = groundOf(profile, features);
  const answers = new Map(
    known.flatMap((category) => {
      const answer = answerOf(category, ledger, cookie);
      return answer ? [[category, answer] as const] : [];
    }),
  );
  const permitted = new Set<CookieCategory>(['essential']);
  for (const category of asked) {
    const answer = answers.get(category);
    const isOptedOut = category === 'targeting' && gpc && answer?.isConfirmed !== true;
    if (answer?.isGranted === true && !isOptedOut) permitted.add(category);
  }
  const mayAsk = asked.some((category) => {
    if (category === 'targeting' && gpc) return false;
    const answer = answers.get(category);
    const state = answer?.isObjected ? 'objected' : answer?.isGranted ? 'granted' : 'refused';
    return mayAskAgain(answer && { state, at: answer.at }, profile.askAgainAfter, now);
  });
  return { permitted, asked, items, answers, mayAsk, gpc };
}

function answerOf(
  category: AskedCategory,
  ledger: readonly ConsentNow[],
  cookie: Choices | undefined,
): BrowserAnswer | undefined {
  const told = ledger.find(({ purpose }) => purpose === purposeOfCategory[category]);
  if (told) {
    const { state, isConfirmed, at } = told;
    return { isGranted: state === 'granted', isConfirmed, isObjected: state === 'objected', at };
  }
  const settled = cookie?.answers.get(category);
  if (!cookie || !settled) return undefined;
  const isConfirmed = settled === 'confirmed';
  return { isGranted: settled !== 'refused', isConfirmed, isObjected: false, at: cookie.at };
}
