import { randomBytes } from 'node:crypto';
import { browserItems } from '#kernel/browser-items.ts';

/** The part of the shop that sees which pages one visit goes through; off until a shop turns it on. */
export const visitFeature = {
  name: 'visit-paths',
  says: {
    en: 'Paths of visits: shows which pages people read before they order',
    de: 'Wege von Besuchen: zeigt, welche Seiten vor einer Bestellung gelesen werden',
    fr: 'Parcours des visites : montre les pages lues avant une commande',
    da: 'Besøgenes vej: viser, hvilke sider der læses før en bestilling',
  },
} as const;

/** The one thing that statistics leave in a browser, and only after a yes. Source: clauses OK-3, K7-14, K7-39. */
export const statisticsItems = browserItems({
  visit: {
    kind: 'cookie',
    name: 'kontor_visit',
    category: 'performance',
    setBy: 'us',
    feature: visitFeature,
    says: {
      en: 'A random number for this visit, so that we can see which pages people read before they order. It says nothing about you and is forgotten when you close the browser.',
      de: 'Eine Zufallszahl für diesen Besuch, damit wir sehen, welche Seiten vor einer Bestellung gelesen werden. Sie sagt nichts über Sie und wird vergessen, wenn Sie den Browser schließen.',
      fr: 'Un nombre aléatoire pour cette visite, afin de voir quelles pages sont lues avant une commande. Il ne dit rien de vous et est oublié à la fermeture du navigateur.',
      da: 'Et tilfældigt tal for dette besøg, så vi kan se, hvilke sider der læses før en bestilling. Det siger intet om dig og glemmes, når du lukker browseren.',
    },
    lifetimeSeconds: 0,
    lasts: {
      en: 'until the browser is closed',
      de: 'bis der Browser geschlossen wird',
      fr: "jusqu'à la fermeture du navigateur",
      da: 'til browseren lukkes',
    },
  },
});

export const newVisit = (): string => randomBytes(16).toString('base64url');

/** The number of a visit among the cookies of a request. Shape: undefined when it is none of ours. */
export function visitIn(
  cookies: Readonly<Record<string, string | undefined>> | undefined,
): string | undefined {
  const value = cookies?.[statisticsItems.visit.name];
  return value !== undefined && /^[\w-]{22}$/.test(value) ? value : undefined;
}

export const visitCookie = (visit: string, isHttps: boolean): string =>
  `${statisticsItems.visit.name}=${visit}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
