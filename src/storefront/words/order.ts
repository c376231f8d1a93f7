import { words } from '../words.ts';

/** Words of the order page. */
export const orderWords = words({
  title: { en: (number: string) => `Order ${number}`, de: (number: string) => `Bestellung ${number}` },
  placedOn: { en: (date: string) => `Placed on ${date}`, de: (date: string) => `Bestellt am ${date}` },
  thanks: { en: 'Thank you. We have your order.', de: 'Danke. Ihre Bestellung ist bei uns.' },
  mailSent: {
    en: (email: string) =>
      `The confirmation goes to ${email}. Keep the link to this page: it shows where your order is.`,
    de: (email: string) =>
      `Die Bestätigung geht an ${email}. Merken Sie sich diese Seite: Sie zeigt, wo Ihre Bestellung ist.`,
  },
  waitMoney: { en: 'We are waiting for your payment.', de: 'Wir warten auf Ihre Zahlung.' },
  preparing: { en: 'We are packing your order.', de: 'Wir packen Ihre Bestellung.' },
  partly: { en: 'A part of your order is on its way.', de: 'Ein Teil Ihrer Bestellung ist unterwegs.' },
  shipped: { en: 'Your order is on its way.', de: 'Ihre Bestellung ist unterwegs.' },
  delivered: { en: 'Your order has arrived.', de: 'Ihre Bestellung ist angekommen.' },
  cancelled: { en: 'This order was cancelled.', de: 'Diese Bestellung wurde storniert.' },
  refunded: {
    en: 'The money for this order was sent back.',
    de: 'Das Geld für diese Bestellung wurde zurückgeschickt.',
  },
  steps: { en: 'Where your order is', de: 'Wo Ihre Bestellung ist' },
  stepPlaced: { en: 'Placed', de: 'Bestellt' },
  stepPaid: { en: 'Paid', de: 'Bezahlt' },
  stepShipped: { en: 'On its way', de: 'Unterwegs' },
  stepDone: { en: 'Delivered', de: 'Zugestellt' },
  howToPay: { en: 'How to pay', de: 'So zahlen Sie' },
  lines: { en: 'What you ordered', de: 'Was Sie bestellt haben' },
  shippedCount: {
    en: (shipped: number, all: number) => `${shipped} of ${all} sent`,
    de: (shipped: number, all: number) => `${shipped} von ${all} verschickt`,
  },
  refundedCount: { en: (count: number) => `${count} refunded`, de: (count: number) => `${count} erstattet` },
  parcels: { en: 'Parcels', de: 'Pakete' },
  sentOn: {
    en: (date: string, carrier: string) => `Sent on ${date} with ${carrier}`,
    de: (date: string, carrier: string) => `Verschickt am ${date} mit ${carrier}`,
  },
  ownCarrier: { en: 'our own delivery', de: 'eigener Zustellung' },
  track: {
    en: (number: string) => `Follow parcel ${number}`,
    de: (number: string) => `Paket ${number} verfolgen`,
  },
  trackingNumber: {
    en: (number: string) => `Tracking number ${number}`,
    de: (number: string) => `Sendungsnummer ${number}`,
  },
  refunds: { en: 'Refunds', de: 'Erstattungen' },
  refundOn: {
    en: (amount: string, date: string) => `${amount} on ${date}`,
    de: (amount: string, date: string) => `${amount} am ${date}`,
  },
  deliverTo: { en: 'Goes to', de: 'Geht an' },
  billTo: { en: 'Bill to', de: 'Rechnung an' },
  paidWith: { en: 'Payment', de: 'Zahlung' },
  history: { en: 'What happened so far', de: 'Was bisher geschah' },
  cancel: { en: 'Cancel this order', de: 'Bestellung stornieren' },
  cancelHint: {
    en: 'You can cancel as long as nothing has been sent.',
    de: 'Sie können stornieren, solange nichts verschickt ist.',
  },
  cancelTitle: {
    en: (number: string) => `Cancel order ${number}?`,
    de: (number: string) => `Bestellung ${number} stornieren?`,
  },
  cancelText: {
    en: 'Nothing will be sent. What you have paid goes back the way it came. This cannot be undone; you can order again at any time.',
    de: 'Es wird nichts verschickt. Was Sie gezahlt haben, geht auf demselben Weg zurück. Das lässt sich nicht rückgängig machen, neu bestellen können Sie jederzeit.',
  },
  cancelYes: { en: 'Yes, cancel the order', de: 'Ja, Bestellung stornieren' },
  cancelNo: { en: 'No, keep it', de: 'Nein, behalten' },
  gonePeople: {
    en: 'Name and address were erased, as asked.',
    de: 'Name und Adresse wurden wie gewünscht gelöscht.',
  },
});
