import { words } from '../words.ts';

/** Words around every page. */
export const frameWords = words({
  skip: { en: 'Skip to the content', de: 'Zum Inhalt springen' },
  search: { en: 'Search', de: 'Suchen' },
  searchFor: { en: 'Search the shop', de: 'Im Shop suchen' },
  account: { en: 'Account', de: 'Konto' },
  cart: { en: 'Cart', de: 'Warenkorb' },
  inCart: {
    en: (count: number) => (count === 1 ? '1 item' : `${count} items`),
    de: (count: number) => (count === 1 ? '1 Artikel' : `${count} Artikel`),
  },
  shelves: { en: 'Collections', de: 'Kollektionen' },
  all: { en: 'Everything', de: 'Alles' },
  shop: { en: 'Shop', de: 'Shop' },
  about: { en: 'This shop', de: 'Dieser Shop' },
  privacy: { en: 'Your data', de: 'Ihre Daten' },
  policy: { en: 'Privacy policy', de: 'Datenschutzerklärung' },
  cookies: { en: 'Cookies', de: 'Cookies' },
  trust: { en: 'What we promise', de: 'Was wir versprechen' },
  imprint: { en: 'Imprint', de: 'Impressum' },
  language: { en: 'Language and currency', de: 'Sprache und Währung' },
  currency: { en: (code: string) => `Prices in ${code}`, de: (code: string) => `Preise in ${code}` },
  taxLine: {
    en: 'All prices include tax; delivery is added at checkout.',
    de: 'Alle Preise inklusive Mehrwertsteuer, zuzüglich Versand.',
  },
  netLine: {
    en: 'All prices without tax; tax and delivery are added at checkout.',
    de: 'Alle Preise ohne Steuer; Steuer und Versand kommen an der Kasse hinzu.',
  },
  backToCart: { en: 'Back to the cart', de: 'Zurück zum Warenkorb' },
  checkout: { en: 'Checkout', de: 'Kasse' },
  home: { en: 'Home', de: 'Startseite' },
  suggestions: { en: 'Suggestions', de: 'Vorschläge' },
  seeAll: {
    en: (what: string) => `All results for “${what}”`,
    de: (what: string) => `Alle Treffer für „${what}“`,
  },
});
