import { words } from '../../words/words.ts';

export const customersWords = words({
  title: ['Customers', 'Kundschaft'],
  search: ['Name or e-mail', 'Name oder E-Mail'],
  name: ['Name', 'Name'],
  email: ['E-mail', 'E-Mail'],
  since: ['Since', 'Seit'],
  verified: ['Address confirmed', 'Adresse bestätigt'],
  yes: ['confirmed', 'bestätigt'],
  no: ['not confirmed', 'nicht bestätigt'],
  erased: ['erased', 'gelöscht'],
  empty: ['No customers yet', 'Noch keine Kundschaft'],
  emptyDo: [
    'Whoever opens an account appears here. Guests do not: their data belongs to their orders alone.',
    'Wer ein Konto eröffnet, steht hier. Gäste nicht: Ihre Daten gehören allein zu ihren Bestellungen.',
  ],
  emptyFiltered: ['Nobody is called that', 'Niemand heißt so'],
  emptyFilteredDo: [
    'Search for the beginning of a name or for a whole e-mail address.',
    'Suche nach dem Anfang eines Namens oder nach einer ganzen E-Mail-Adresse.',
  ],
  maskedList: [
    'Sealed. Your role shows names masked, and cannot search by them; open somebody to reveal them for a reason.',
    'Versiegelt. Deine Rolle zeigt Namen verdeckt und kann nicht nach ihnen suchen; öffne jemanden, um mit einem Grund zu lesen.',
  ],
  read: [
    'Sealed data. Your reading of it is recorded.',
    'Versiegelte Daten. Dass du sie liest, wird vermerkt.',
  ],
  account: ['Account', 'Konto'],
  addresses: ['Address book', 'Adressbuch'],
  addressesSealed: ['Sealed.', 'Versiegelt.'],
  noAddresses: ['No saved addresses.', 'Keine gespeicherten Adressen.'],
  usual: ['usual', 'üblich'],
  orders: ['Orders', 'Bestellungen'],
  noOrders: ['No orders under this address.', 'Keine Bestellungen unter dieser Adresse.'],
  allOrders: ['All orders', 'Alle Bestellungen'],
  audit: ['Who read these data', 'Wer diese Daten gelesen hat'],
});
