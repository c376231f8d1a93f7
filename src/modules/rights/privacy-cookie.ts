import { browserItems } from '#kernel/browser-items.ts';
import { visitMinutes } from './request.ts';

/** What keeps the privacy centre open after somebody has shown who they are. */
const privacyItems = browserItems({
  centre: {
    kind: 'cookie',
    name: 'kontor_privacy',
    category: 'essential',
    setBy: 'us',
    says: {
      en: 'Keeps the privacy centre open after you followed a link from our mail or gave your password.',
      de: 'Hält den Datenschutz-Bereich offen, nachdem Sie einem Link aus unserer Mail gefolgt sind oder Ihr Passwort eingegeben haben.',
    },
    lifetimeSeconds: visitMinutes * 60,
    lasts: { en: '30 minutes, or until you close it', de: '30 Minuten, oder bis Sie ihn schließen' },
  },
});

const { name, lifetimeSeconds } = privacyItems.centre;

const attributes = (isHttps: boolean): string => `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;

/** The Set-Cookie that opens the centre in a browser. */
export const centreCookie = (token: string, isHttps: boolean): string =>
  `${name}=${token}; ${attributes(isHttps)}; Max-Age=${lifetimeSeconds}`;

/** The Set-Cookie that closes it. */
export const endedCentreCookie = (isHttps: boolean): string => `${name}=; ${attributes(isHttps)}; Max-Age=0`;

/** The token among the cookies of a request. Shape: undefined when there is none that we could have made. */
export function centreToken(cookies: Readonly<Record<string, string | undefined>>): string | undefined {
  const token = cookies[name];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}
