import { store } from '#kernel/registry.ts';
import type { StoreSpec } from '#kernel/registry.ts';
import type { Said } from './words.ts';

interface CookieSpec {
  readonly name: string;
  /** What it is for, in a sentence for the reader. */
  readonly says: Said<string>;
  /** Units: seconds; 0 means until the browser is closed. */
  readonly lifetimeSeconds: number;
  readonly lasts: Said<string>;
}

const day = 86_400;

/**
 * Every cookie that buyers get. All of them are essential for something that the reader asked for, so none needs consent;
 * the cookie page is made from this table, and `setCookie` knows no others.
 *
 * Source: directive 2002/58/EC art. 5(3), second sentence.
 */
export const cookies = {
  cart: {
    name: 'kontor_cart',
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
  session: {
    name: 'kontor_session',
    says: {
      en: 'Keeps you signed in. It exists only when you have an account and signed in on this device.',
      de: 'Hält Sie angemeldet. Es gibt es nur, wenn Sie ein Konto haben und auf diesem Gerät angemeldet sind.',
    },
    lifetimeSeconds: 30 * day,
    lasts: {
      en: '30 days after you were last here, or until you sign out',
      de: '30 Tage nach Ihrem letzten Besuch, oder bis Sie sich abmelden',
    },
  },
  locale: {
    name: 'kontor_lang',
    says: {
      en: 'Remembers the language you chose at the foot of the page.',
      de: 'Merkt sich die Sprache, die Sie am Fuß der Seite gewählt haben.',
    },
    lifetimeSeconds: 180 * day,
    lasts: { en: '180 days', de: '180 Tage' },
  },
} as const satisfies Readonly<Record<string, CookieSpec>>;

/** The storefront's share of the registry: the two cookies that its pages set. */
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
];

/** Identity sets the session cookie itself; the pages set only these. */
type Ours = Exclude<keyof typeof cookies, 'session'>;

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
