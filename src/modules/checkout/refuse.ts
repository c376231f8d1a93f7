import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('checkout', {
  noSuchCart: {
    status: 404,
    says: 'This cart does not exist.',
    sagt: 'Diesen Warenkorb gibt es nicht.',
  },
  noSuchLine: {
    status: 404,
    says: 'This line is not in the cart.',
    sagt: 'Diese Position ist nicht im Warenkorb.',
  },
  cartDone: {
    status: 409,
    says: 'This cart has already become an order.',
    sagt: 'Aus diesem Warenkorb ist schon eine Bestellung geworden.',
  },
  paymentUnderWay: {
    status: 409,
    says: 'A payment for this cart is under way. Finish or cancel it before changing anything.',
    sagt: 'Für diesen Warenkorb läuft eine Zahlung. Bitte erst abschließen oder abbrechen.',
  },
  changedMeanwhile: {
    status: 412,
    says: 'The cart has changed since you looked at it.',
    sagt: 'Der Warenkorb hat sich inzwischen geändert.',
  },
  itemGone: {
    status: 409,
    says: 'This item is no longer on sale.',
    sagt: 'Dieser Artikel wird nicht mehr verkauft.',
  },
  tooMany: {
    status: 400,
    says: 'A line takes at most 9,999 pieces, and a cart at most 200 lines.',
    sagt: 'Eine Position fasst höchstens 9.999 Stück, ein Warenkorb höchstens 200 Positionen.',
  },
  badContact: {
    status: 400,
    says: 'Some of the contact data needs another look.',
    sagt: 'Einige Angaben müssen noch einmal geprüft werden.',
  },
  contactFirst: {
    status: 409,
    says: 'Tell us where the goods go before choosing the delivery.',
    sagt: 'Bitte erst angeben, wohin die Ware geht.',
  },
  notDelivered: {
    status: 409,
    says: 'This delivery is not offered for this address and these goods.',
    sagt: 'Diese Versandart gibt es für diese Adresse und diese Waren nicht.',
  },
  incomplete: {
    status: 409,
    says: 'Something is still missing before the order can be placed.',
    sagt: 'Für die Bestellung fehlt noch etwas.',
  },
  totalChanged: {
    status: 409,
    says: 'The total has changed since you looked at it. Please check it and order again.',
    sagt: 'Der Gesamtbetrag hat sich geändert. Bitte prüfen und noch einmal bestellen.',
  },
  short: {
    status: 409,
    says: 'Somebody else was faster: not everything in the cart is left.',
    sagt: 'Jemand war schneller: Nicht alles im Warenkorb ist noch da.',
  },
  noSuchAttempt: {
    status: 404,
    says: 'This payment does not exist.',
    sagt: 'Diese Zahlung gibt es nicht.',
  },
});
