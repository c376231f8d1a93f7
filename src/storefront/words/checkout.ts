import { words } from '../words.ts';

/** Words of the checkout. */
export const checkoutWords = words({
  title: { en: 'Checkout', de: 'Kasse' },
  yourOrder: {
    en: (count: number) => (count === 1 ? 'Your order, 1 item' : `Your order, ${count} items`),
    de: (count: number) => (count === 1 ? 'Ihre Bestellung, 1 Artikel' : `Ihre Bestellung, ${count} Artikel`),
  },
  contact: { en: 'Contact and address', de: 'Kontakt und Adresse' },
  delivery: { en: 'Delivery', de: 'Versand' },
  payment: { en: 'Payment', de: 'Zahlung' },
  review: { en: 'Review', de: 'Prüfen' },
  edit: { en: 'Edit', de: 'Ändern' },
  editWhat: { en: (what: string) => `Edit ${what}`, de: (what: string) => `${what} ändern` },
  done: { en: 'done', de: 'erledigt' },
  guest: {
    en: 'You buy as a guest. Have an account?',
    de: 'Sie kaufen als Gast. Haben Sie ein Konto?',
  },
  signIn: { en: 'Sign in', de: 'Anmelden' },
  emailWhy: {
    en: 'For the order confirmation and news about this parcel. Nothing else.',
    de: 'Für die Bestellbestätigung und Nachrichten zu diesem Paket. Für nichts anderes.',
  },
  whereTo: { en: 'Where should it go?', de: 'Wohin soll es gehen?' },
  billOther: { en: 'The bill goes to another address', de: 'Die Rechnung geht an eine andere Adresse' },
  billTo: { en: 'Where does the bill go?', de: 'Wohin geht die Rechnung?' },
  toDelivery: { en: 'Continue to delivery', de: 'Weiter zum Versand' },
  toPayment: { en: 'Continue to payment', de: 'Weiter zur Zahlung' },
  toReview: { en: 'Continue to review', de: 'Weiter zum Prüfen' },
  chooseDelivery: { en: 'Choose how it should be sent.', de: 'Wählen Sie, wie es verschickt werden soll.' },
  choosePayment: { en: 'Choose how you want to pay.', de: 'Wählen Sie, wie Sie zahlen möchten.' },
  noDelivery: {
    en: (country: string) => `We do not deliver to ${country} yet. Choose another address, or write to us.`,
    de: (country: string) =>
      `Nach ${country} liefern wir noch nicht. Wählen Sie eine andere Adresse, oder schreiben Sie uns.`,
  },
  arrives: { en: (days: string) => `Arrives ${days}`, de: (days: string) => `Kommt an: ${days}` },
  free: { en: 'free', de: 'kostenlos' },
  bankSays: {
    en: 'You get our account number with the confirmation. We send your order when the money is there.',
    de: 'Unsere Kontonummer kommt mit der Bestätigung. Wir verschicken, sobald das Geld da ist.',
  },
  codSays: {
    en: 'You pay when the parcel is handed over.',
    de: 'Sie zahlen, wenn das Paket übergeben wird.',
  },
  testSays: {
    en: 'For trying the shop out. No card, no money, no goods.',
    de: 'Zum Ausprobieren. Keine Karte, kein Geld, keine Ware.',
  },
  scenarios: { en: 'Test card: what should the bank answer?', de: 'Testkarte: Was soll die Bank antworten?' },
  scenariosSays: {
    en: 'This choice exists only in the demo shop.',
    de: 'Diese Auswahl gibt es nur im Demo-Shop.',
  },
  noPayment: {
    en: 'There is no way to pay for this address yet. Write to us and we will find one.',
    de: 'Für diese Adresse gibt es noch keine Zahlungsart. Schreiben Sie uns, wir finden eine.',
  },
  payNow: { en: (sum: string) => `Pay ${sum} now`, de: (sum: string) => `Jetzt ${sum} zahlen` },
  orderBank: {
    en: (sum: string) => `Order now, pay ${sum} by bank transfer`,
    de: (sum: string) => `Zahlungspflichtig bestellen: ${sum} per Überweisung`,
  },
  orderCash: {
    en: (sum: string) => `Order now, pay ${sum} on delivery`,
    de: (sum: string) => `Zahlungspflichtig bestellen: ${sum} bei Lieferung`,
  },
  declined: {
    en: 'The payment was declined. Nothing was taken; your cart is as it was. Choose another way to pay, or try again.',
    de: 'Die Zahlung wurde abgelehnt. Es wurde nichts abgebucht, Ihr Warenkorb ist unverändert. Wählen Sie eine andere Zahlungsart, oder versuchen Sie es noch einmal.',
  },
  changed: {
    en: 'The total has changed since you last saw it. Check it and press the button again.',
    de: 'Die Summe hat sich inzwischen geändert. Prüfen Sie sie und drücken Sie den Knopf noch einmal.',
  },
  cancelled: {
    en: 'The payment was cancelled. Nothing was taken; your cart is as it was.',
    de: 'Die Zahlung wurde abgebrochen. Es wurde nichts abgebucht, Ihr Warenkorb ist unverändert.',
  },
  returned: {
    en: 'The goods were gone by the time your payment arrived. You get all of it back.',
    de: 'Die Ware war vergriffen, als Ihre Zahlung eintraf. Sie bekommen alles zurück.',
  },
  underWay: {
    en: 'A payment for this cart is under way. As long as it is, nothing in the cart can change.',
    de: 'Für diesen Warenkorb läuft eine Zahlung. Solange sie läuft, lässt sich im Warenkorb nichts ändern.',
  },
  letGo: { en: 'Cancel the payment and go back', de: 'Zahlung abbrechen und zurück' },
  pendingTitle: { en: 'Your bank has not answered yet', de: 'Ihre Bank hat noch nicht geantwortet' },
  pendingText: {
    en: 'That can take a minute. You can close this page: as soon as the answer is there, you get an e-mail. You will not be charged twice.',
    de: 'Das kann eine Minute dauern. Sie können diese Seite schließen: Sobald die Antwort da ist, bekommen Sie eine E-Mail. Es wird nicht doppelt abgebucht.',
  },
  askAgain: { en: 'Ask again now', de: 'Jetzt nachfragen' },
});
