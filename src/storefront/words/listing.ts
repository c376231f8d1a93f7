import { words } from '../words.ts';

/** Words of the home page, the lists and the search. */
export const listingWords = words({
  heroLink: { en: 'See everything', de: 'Alles ansehen' },
  heroText: {
    en: 'Well made, fairly priced, sent with care.',
    de: 'Gut gemacht, fair im Preis, sorgfältig verschickt.',
  },
  collections: { en: 'Collections', de: 'Kollektionen' },
  fresh: { en: 'New in the shop', de: 'Neu im Shop' },
  everything: { en: 'Everything', de: 'Alles' },
  everythingText: { en: 'The whole shop on one page.', de: 'Der ganze Shop auf einer Seite.' },
  found: { en: (what: string) => `Results for “${what}”`, de: (what: string) => `Treffer für „${what}“` },
  search: { en: 'Search', de: 'Suche' },
  searchHint: {
    en: 'Type what you are looking for into the field above.',
    de: 'Geben Sie oben ein, wonach Sie suchen.',
  },
  results: {
    en: (count: number, shown: string) =>
      count === 1 ? '1 item' : count > 1000 ? 'More than 1,000 items' : `${shown} items`,
    de: (count: number, shown: string) =>
      count === 1 ? '1 Artikel' : count > 1000 ? 'Mehr als 1.000 Artikel' : `${shown} Artikel`,
  },
  moreValues: { en: (count: number) => `${count} more`, de: (count: number) => `${count} weitere` },
  filter: { en: 'Filter', de: 'Filtern' },
  filterCount: {
    en: (count: number) => `Filter, ${count} chosen`,
    de: (count: number) => `Filtern, ${count} gewählt`,
  },
  chosen: { en: 'Chosen filters', de: 'Gewählte Filter' },
  takeOff: {
    en: (what: string) => `Remove filter ${what}`,
    de: (what: string) => `Filter ${what} entfernen`,
  },
  clear: { en: 'Clear all', de: 'Alle entfernen' },
  sort: { en: 'Sort by', de: 'Sortieren nach' },
  apply: { en: 'Apply', de: 'Anwenden' },
  sortNewest: { en: 'Newest', de: 'Neueste' },
  sortRelevance: { en: 'Best match', de: 'Beste Treffer' },
  sortPriceUp: { en: 'Price, low to high', de: 'Preis aufsteigend' },
  sortPriceDown: { en: 'Price, high to low', de: 'Preis absteigend' },
  sortTitle: { en: 'Name', de: 'Name' },
  more: { en: 'Show more', de: 'Mehr anzeigen' },
  from: { en: (price: string) => `from ${price}`, de: (price: string) => `ab ${price}` },
  was: { en: 'before', de: 'vorher' },
  now: { en: 'now', de: 'jetzt' },
  low: {
    en: (price: string) => `Lowest price in the last 30 days: ${price}`,
    de: (price: string) => `Niedrigster Preis der letzten 30 Tage: ${price}`,
  },
  less: { en: (percent: string) => `${percent} less`, de: (percent: string) => `${percent} günstiger` },
  soldOut: { en: 'Sold out', de: 'Ausverkauft' },
  noPrice: { en: 'Price on the page', de: 'Preis auf der Seite' },
  none: { en: 'Nothing matches these filters.', de: 'Zu diesen Filtern passt nichts.' },
  noneHelp: { en: 'Take one off, or start again.', de: 'Entfernen Sie einen, oder fangen Sie neu an.' },
  noneFound: {
    en: (what: string) => `Nothing in the shop matches “${what}”.`,
    de: (what: string) => `Zu „${what}“ gibt es nichts im Shop.`,
  },
  noneFoundHelp: {
    en: 'Try fewer or more general words, or look through the collections.',
    de: 'Versuchen Sie weniger oder allgemeinere Wörter, oder sehen Sie die Kollektionen durch.',
  },
  nothingYet: { en: 'There is nothing on sale yet.', de: 'Noch ist nichts im Verkauf.' },
  nothingYetHelp: {
    en: 'The shop is being set up. Come back soon.',
    de: 'Der Shop wird gerade eingerichtet. Schauen Sie bald wieder vorbei.',
  },
});

/** How used a thing is; new things say nothing. Shape: the conditions of the catalogue. */
export const conditionWords = words({
  open_box: { en: 'Open box', de: 'Geöffnete Verpackung' },
  refurbished: { en: 'Refurbished', de: 'Aufgearbeitet' },
  used_like_new: { en: 'Used, like new', de: 'Gebraucht, wie neu' },
  used_good: { en: 'Used, good', de: 'Gebraucht, gut' },
  used_fair: { en: 'Used, with wear', de: 'Gebraucht, mit Spuren' },
  for_parts: { en: 'For parts', de: 'Für Bastler' },
});
