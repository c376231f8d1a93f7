import type { AccountKind } from './account.ts';
import { browserItems } from '#kernel/browser-items.ts';
import { sessionSeconds } from './account.ts';

/** What keeps people signed in; both exist only after somebody signed in. */
export const sessionItems = browserItems({
  buyer: {
    kind: 'cookie',
    name: 'kontor_session',
    category: 'essential',
    setBy: 'us',
    says: {
      en: 'Keeps you signed in. It exists only when you have an account and signed in on this device.',
      de: 'Hält Sie angemeldet. Es gibt es nur, wenn Sie ein Konto haben und auf diesem Gerät angemeldet sind.',
    },
    lifetimeSeconds: sessionSeconds.buyer,
    lasts: {
      en: '30 days after you were last here, or until you sign out',
      de: '30 Tage nach Ihrem letzten Besuch, oder bis Sie sich abmelden',
    },
  },
  staff: {
    kind: 'cookie',
    name: 'kontor_staff',
    category: 'essential',
    setBy: 'us',
    on: 'dashboard',
    says: {
      en: 'Keeps a colleague signed in to the dashboard.',
      de: 'Hält eine Kollegin oder einen Kollegen im Dashboard angemeldet.',
    },
    lifetimeSeconds: sessionSeconds.staff,
    lasts: {
      en: '12 hours after last use, or until signing out',
      de: '12 Stunden nach der letzten Benutzung, oder bis zum Abmelden',
    },
  },
});

type Cookies = Readonly<Record<string, string | undefined>>;

const plainName = { buyer: 'kontor_session', staff: 'kontor_staff' } as const;

/**
 * `__Host-` pins a buyer's cookie to this host and to https. The staff cookie is sent to the API alone, which `__Host-` does
 * not allow; it gets `__Secure-`.
 */
const secureName = { buyer: '__Host-kontor_session', staff: '__Secure-kontor_staff' } as const;

const path = { buyer: '/', staff: '/api' } as const;

const attributes = (side: AccountKind, isHttps: boolean): string =>
  `Path=${path[side]}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;

/** The Set-Cookie that keeps somebody signed in. */
export const sessionCookie = (side: AccountKind, token: string, isHttps: boolean): string =>
  `${(isHttps ? secureName : plainName)[side]}=${token}; ${attributes(side, isHttps)}; Max-Age=${sessionSeconds[side]}`;

/** The Set-Cookie that takes it away. */
export const endedCookie = (side: AccountKind, isHttps: boolean): string =>
  `${(isHttps ? secureName : plainName)[side]}=; ${attributes(side, isHttps)}; Max-Age=0`;

/** The session token among the cookies of a request. On a house that is served by https, only the pinned name counts. */
export function tokenIn(
  cookies: Cookies,
  side: AccountKind,
  publicUrl: string | undefined,
): string | undefined {
  const token =
    cookies[secureName[side]] ?? (publicUrl?.startsWith('https:') ? undefined : cookies[plainName[side]]);
  return token !== undefined && /^[A-Za-z0-9]{20,64}$/.test(token) ? token : undefined;
}

/** Reads a Cookie header. Source: RFC 6265, 4.2.1. */
export function readCookies(header: string | undefined): Cookies {
  const pairs = (header ?? '').split(';').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}
