import { words } from '../../words/words.ts';

export const homeWords = words({
  title: ['Home', 'Start'],
  hello: [(name: string) => `Hello, ${name}`, (name: string) => `Hallo, ${name}`],
  today: ['Today', 'Heute'],
  orders: [
    (count: number) => (count === 1 ? 'order' : 'orders'),
    (count: number) => (count === 1 ? 'Bestellung' : 'Bestellungen'),
  ],
  revenue: ['revenue', 'Umsatz'],
  waits: ['What waits for you', 'Was auf dich wartet'],
  toShip: [
    (count: number) => (count === 1 ? 'order to ship' : 'orders to ship'),
    (count: number) => (count === 1 ? 'Bestellung zu versenden' : 'Bestellungen zu versenden'),
  ],
  toBePaid: [
    (count: number) => (count === 1 ? 'order to be paid' : 'orders to be paid'),
    (count: number) => (count === 1 ? 'Bestellung zu bezahlen' : 'Bestellungen zu bezahlen'),
  ],
  refunds: [
    (count: number) => (count === 1 ? 'refund to send by hand' : 'refunds to send by hand'),
    (count: number) => (count === 1 ? 'Erstattung von Hand zu senden' : 'Erstattungen von Hand zu senden'),
  ],
  incidents: [
    (count: number) => (count === 1 ? 'payment to look at' : 'payments to look at'),
    (count: number) => (count === 1 ? 'Zahlung anzusehen' : 'Zahlungen anzusehen'),
  ],
  privacyRequests: [
    (count: number) => (count === 1 ? 'request about personal data' : 'requests about personal data'),
    (count: number) => (count === 1 ? 'Anfrage zu persönlichen Daten' : 'Anfragen zu persönlichen Daten'),
  ],
  failedMails: ['mails that could not be sent', 'Mails, die sich nicht senden ließen'],
  nothing: ['Nothing waits. All is done.', 'Nichts wartet. Alles ist erledigt.'],
  low: ['Runs low', 'Wird knapp'],
  lowAll: ['All that is low', 'Alles, was knapp ist'],
  noLow: ['Nothing runs low.', 'Nichts wird knapp.'],
  left: [(count: string) => `${count} left`, (count: string) => `noch ${count}`],
  latest: ['Latest orders', 'Letzte Bestellungen'],
  allOrders: ['All orders', 'Alle Bestellungen'],
  noOrders: ['The first order will appear here.', 'Hier wird die erste Bestellung stehen.'],
  steps: ['First steps', 'Erste Schritte'],
  stepsSays: ['Four things, and your shop can sell.', 'Vier Dinge, und dein Laden kann verkaufen.'],
  stepLegal: ['Say who you are', 'Sag, wer du bist'],
  stepLegalSays: [
    'Name and address of the legal entity stand in the imprint and on every mail.',
    'Name und Anschrift stehen im Impressum und auf jeder Mail.',
  ],
  stepProduct: ['Enter a product', 'Lege einen Artikel an'],
  stepProductSays: [
    'By hand, or a whole catalogue from a file.',
    'Von Hand, oder einen ganzen Katalog aus einer Datei.',
  ],
  stepDelivery: ['Say where you deliver', 'Sag, wohin du lieferst'],
  stepDeliverySays: [
    'Zones, ways of delivery and what they cost.',
    'Zonen, Versandarten und was sie kosten.',
  ],
  stepOrder: ['Take the first order', 'Nimm die erste Bestellung an'],
  stepOrderSays: [
    'Buy something from yourself to see what buyers see.',
    'Kauf etwas bei dir selbst und sieh, was andere sehen.',
  ],
  done: ['done', 'erledigt'],
  handRefunds: ['Refunds to send by hand', 'Von Hand zu sendende Erstattungen'],
  handRefundsSays: [
    'Send the money from your bank, then say so here.',
    'Sende das Geld von deiner Bank und sag es dann hier.',
  ],
  confirm: ['It is sent', 'Ist gesendet'],
  confirmed: ['The refund is booked as sent.', 'Die Erstattung ist als gesendet gebucht.'],
  toOrder: ['Order', 'Bestellung'],
  incidentsTitle: ['Payments to look at', 'Zahlungen anzusehen'],
  resolve: ['It is settled', 'Ist geklärt'],
  resolved: ['Taken off the list.', 'Von der Liste genommen.'],
});
