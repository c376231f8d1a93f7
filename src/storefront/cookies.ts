import { store } from '#kernel/registry.ts';
import type { StoreSpec } from '#kernel/registry.ts';
import { browserItems } from '#kernel/browser-items.ts';

const day = 86_400;

/** The part of the shop that shows again what was looked at; off until a shop turns it on. */
export const recentlySeenFeature = {
  name: 'recently-seen',
  says: {
    en: 'Recently seen: shows a reader again what they looked at',
    de: 'Zuletzt angesehen: zeigt noch einmal, was jemand sich angesehen hat',
  },
} as const;

/**
 * Every cookie that the pages set. What is essential serves something that the reader asked for and needs no consent; the
 * rest is off until allowed. `setCookie` knows no others, and the cookie page is made from what is declared here.
 *
 * Source: directive 2002/58/EC art. 5(3), second sentence; clauses OK-3, K7-38, K7-40.
 */
export const cookies = browserItems({
  cart: {
    kind: 'cookie',
    name: 'kontor_cart',
    category: 'essential',
    setBy: 'us',
    says: {
      en: 'Remembers which cart is yours. It holds a random number and how many things are in the cart, and nothing about you.',
      de: 'Merkt sich, welcher Warenkorb Ihrer ist. Es enthält eine Zufallszahl und wie viel im Warenkorb liegt, und nichts über Sie.',
    },
    lifetimeSeconds: 30 * day,
    lasts: {
      en: '30 days after the last change of the cart',
      de: '30 Tage nach der letzten Änderung des Warenkorbs',
    },
  },
  locale: {
    kind: 'cookie',
    name: 'kontor_lang',
    category: 'essential',
    setBy: 'us',
    says: {
      en: 'Remembers the language you chose at the foot of the page.',
      de: 'Merkt sich die Sprache, die Sie am Fuß der Seite gewählt haben.',
    },
    lifetimeSeconds: 180 * day,
    lasts: { en: '180 days', de: '180 Tage' },
  },
  seen: {
    kind: 'cookie',
    name: 'kontor_seen',
    category: 'functionality',
    setBy: 'us',
    feature: recentlySeenFeature,
    says: {
      en: 'Remembers the last eight things you looked at, so that you find them again. It holds the addresses of their pages and stays in your browser.',
      de: 'Merkt sich die letzten acht Dinge, die Sie sich angesehen haben, damit Sie sie wiederfinden. Es enthält die Adressen ihrer Seiten und bleibt in Ihrem Browser.',
    },
    lifetimeSeconds: 30 * day,
    lasts: {
      en: '30 days after you last looked at something',
      de: '30 Tage, nachdem Sie zuletzt etwas angesehen haben',
    },
  },
});

/** The storefront's share of the registry: the cookies that its pages set. */
export const storefrontStores: readonly StoreSpec[] = [
  store({
    name: cookies.cart.name,
    kind: 'cookie',
    holds: 'ids only',
    because: cookies.cart.says.en,
    retention: cookies.cart.lasts.en,
  }),
  store({
    name: cookies.locale.name,
    kind: 'cookie',
    holds: 'nothing personal',
    because: cookies.locale.says.en,
    retention: cookies.locale.lasts.en,
  }),
  store({
    name: cookies.seen.name,
    kind: 'cookie',
    holds: 'ids only',
    because: cookies.seen.says.en,
    retention: cookies.seen.lasts.en,
  }),
];

type Ours = keyof typeof cookies;

interface Jar {
  header(name: string, value: string | string[]): unknown;
  getHeader(name: string): number | string | string[] | undefined;
}

/** Sets one of our cookies: for this host alone, out of reach of scripts, not sent along from other sites. */
export function setCookie(reply: Jar, which: Ours, value: string, isHttps: boolean): void {
  const { name, lifetimeSeconds } = cookies[which];
  addCookie(
    reply,
    `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}; Max-Age=${lifetimeSeconds}`,
  );
}

/** Takes one of our cookies away. */
export function dropCookie(reply: Jar, which: Ours, isHttps: boolean): void {
  addCookie(
    reply,
    `${cookies[which].name}=; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}; Max-Age=0`,
  );
}

/** Adds a Set-Cookie line to those that are there already. */
export function addCookie(reply: Jar, line: string): void {
  const there = reply.getHeader('set-cookie');
  const before = there === undefined ? [] : Array.isArray(there) ? there : [String(there)];
  reply.header('set-cookie', [...before, line]);
}
