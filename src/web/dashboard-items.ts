import { browserItems } from '#kernel/browser-items.ts';

/** What the dashboard keeps in a colleague's browser: what they chose about how it looks, and nothing of the shop. */
export const dashboardItems = browserItems({
  look: {
    kind: 'local-storage',
    name: 'mantine-color-scheme-value',
    category: 'essential',
    setBy: 'us',
    on: 'dashboard',
    says: {
      en: 'Remembers whether a colleague wants the dashboard light or dark.',
      de: 'Merkt sich, ob jemand das Dashboard hell oder dunkel möchte.',
    },
    lifetimeSeconds: 400 * 86_400,
    lasts: { en: 'until it is changed or cleared', de: 'bis es geändert oder gelöscht wird' },
  },
  place: {
    kind: 'session-storage',
    name: 'tsr-scroll-restoration*',
    category: 'essential',
    setBy: 'us',
    on: 'dashboard',
    says: {
      en: 'Remembers how far a colleague had scrolled, for going back.',
      de: 'Merkt sich, wie weit jemand gescrollt hatte, für den Weg zurück.',
    },
    lifetimeSeconds: 0,
    lasts: { en: 'until the browser is closed', de: 'bis der Browser geschlossen wird' },
  },
  choices: {
    kind: 'local-storage',
    name: 'kontor.*',
    category: 'essential',
    setBy: 'us',
    on: 'dashboard',
    says: {
      en: 'Remembers the language, the columns and the views that a colleague chose in the dashboard.',
      de: 'Merkt sich Sprache, Spalten und Ansichten, die jemand im Dashboard gewählt hat.',
    },
    lifetimeSeconds: 400 * 86_400,
    lasts: { en: 'until it is changed or cleared', de: 'bis es geändert oder gelöscht wird' },
  },
});
