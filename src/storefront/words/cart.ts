import { words } from '../words.ts';

/** Words of the cart and of sums anywhere. */
export const cartWords = words({
  title: { en: 'Cart', de: 'Warenkorb' },
  empty: { en: 'Your cart is empty.', de: 'Ihr Warenkorb ist leer.' },
  emptyHelp: {
    en: 'What you put in stays here for 30 days on this device.',
    de: 'Was Sie hineinlegen, bleibt auf diesem Gerät 30 Tage liegen.',
  },
  look: { en: 'Look around', de: 'Umsehen' },
  quantity: { en: 'Quantity', de: 'Menge' },
  quantityOf: { en: (what: string) => `Quantity of ${what}`, de: (what: string) => `Menge von ${what}` },
  update: { en: 'Update', de: 'Ändern' },
  remove: { en: 'Remove', de: 'Entfernen' },
  removeWhat: { en: (what: string) => `Remove ${what}`, de: (what: string) => `${what} entfernen` },
  each: { en: (price: string) => `${price} each`, de: (price: string) => `${price} pro Stück` },
  checkout: { en: 'Go to checkout', de: 'Zur Kasse' },
  goOn: { en: 'Keep looking', de: 'Weiter umsehen' },
  sums: { en: 'What it costs', de: 'Was es kostet' },
  goods: { en: 'Goods', de: 'Waren' },
  delivery: { en: 'Delivery', de: 'Versand' },
  deliveryLater: { en: 'worked out at checkout', de: 'wird an der Kasse berechnet' },
  free: { en: 'free', de: 'kostenlos' },
  total: { en: 'Total', de: 'Summe' },
  totalSoFar: { en: 'Total so far', de: 'Summe bisher' },
  taxIn: { en: (label: string) => `includes ${label}`, de: (label: string) => `enthält ${label}` },
  gone: { en: 'No longer on sale', de: 'Nicht mehr im Verkauf' },
  notMade: {
    en: 'This combination does not exist. Nothing was added.',
    de: 'Diese Kombination gibt es nicht. Es wurde nichts hinzugefügt.',
  },
  soldOut: {
    en: 'This is sold out at the moment. Nothing was added.',
    de: 'Das ist im Augenblick ausverkauft. Es wurde nichts hinzugefügt.',
  },
  problems: { en: 'Before you can order', de: 'Bevor Sie bestellen können' },
});
