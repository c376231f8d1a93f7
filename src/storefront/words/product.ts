import { words } from '../words.ts';

/** Words of the product page. */
export const productWords = words({
  trail: { en: 'Where this is', de: 'Wo das hier ist' },
  pictures: { en: 'Pictures', de: 'Bilder' },
  enlarge: {
    en: (no: number, all: number) => `Picture ${no} of ${all}, in full size`,
    de: (no: number, all: number) => `Bild ${no} von ${all} in voller Größe`,
  },
  taxIn: { en: 'Tax included, plus', de: 'Inkl. MwSt., zzgl.' },
  taxOut: { en: 'Without tax, plus', de: 'Ohne Steuer, zzgl.' },
  delivery: { en: 'delivery', de: 'Versand' },
  soldOutState: { en: 'sold out', de: 'ausverkauft' },
  notMadeState: { en: 'not made', de: 'gibt es nicht' },
  quantity: { en: 'Quantity', de: 'Menge' },
  add: { en: 'Add to cart', de: 'In den Warenkorb' },
  soldOut: { en: 'Sold out', de: 'Ausverkauft' },
  notMade: { en: 'Not made like this', de: 'Gibt es so nicht' },
  notMadeHelp: {
    en: 'This combination does not exist. Choose another one.',
    de: 'Diese Kombination gibt es nicht. Wählen Sie eine andere.',
  },
  soldOutHelp: {
    en: 'This one is sold out at the moment.',
    de: 'Das ist im Augenblick ausverkauft.',
  },
  showChoice: { en: 'Show this choice', de: 'Diese Auswahl zeigen' },
  left: {
    en: (count: number) => `Only ${count} left`,
    de: (count: number) => `Nur noch ${count} da`,
  },
  inStock: { en: 'In stock', de: 'Auf Lager' },
  arrives: {
    en: (days: string) => `Arrives ${days}`,
    de: (days: string) => `Kommt an: ${days}`,
  },
  deliveryFrom: {
    en: (price: string, country: string) => `Delivery to ${country} from ${price}`,
    de: (price: string, country: string) => `Versand nach ${country} ab ${price}`,
  },
  deliveryFree: {
    en: (country: string) => `Delivery to ${country} is free`,
    de: (country: string) => `Versand nach ${country} ist kostenlos`,
  },
  deliveryLater: {
    en: 'Delivery is worked out at checkout, before you pay',
    de: 'Der Versand wird an der Kasse berechnet, bevor Sie zahlen',
  },
  guest: { en: 'Buy without an account', de: 'Kauf ohne Konto' },
  data: {
    en: 'Nothing follows you around: only cookies that the cart needs or you allow',
    de: 'Nichts verfolgt Sie: nur Cookies, die der Warenkorb braucht oder Sie erlauben',
  },
  description: { en: 'About it', de: 'Beschreibung' },
  details: { en: 'Details', de: 'Einzelheiten' },
  sku: { en: 'Article number', de: 'Artikelnummer' },
  gtin: { en: 'GTIN', de: 'GTIN' },
  weight: { en: 'Weight', de: 'Gewicht' },
  condition: { en: 'Condition', de: 'Zustand' },
  vendor: { en: 'Made by', de: 'Hersteller' },
  added: {
    en: (what: string) => `${what} is in your cart.`,
    de: (what: string) => `${what} liegt im Warenkorb.`,
  },
  viewCart: { en: 'View cart', de: 'Zum Warenkorb' },
});
