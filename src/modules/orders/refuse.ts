import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('orders', {
  noSuchOrder: {
    status: 404,
    says: 'This order does not exist, or the link is not complete.',
    sagt: 'Diese Bestellung gibt es nicht, oder der Link ist nicht vollständig.',
  },
  noSuchLine: {
    status: 400,
    says: 'This line does not belong to the order.',
    sagt: 'Diese Position gehört nicht zur Bestellung.',
  },
  wrongState: {
    status: 409,
    says: 'The order is in a state that does not allow this.',
    sagt: 'Der Stand der Bestellung lässt das nicht zu.',
  },
  alreadyShipped: {
    status: 409,
    says: 'Something of this order has already been shipped, so it cannot be cancelled any more. You can return it instead.',
    sagt: 'Ein Teil der Bestellung ist schon unterwegs und kann nicht mehr storniert werden. Eine Rücksendung ist möglich.',
  },
  notPaid: {
    status: 409,
    says: 'Nothing has been paid for this order, so nothing can be given back. Cancel it instead.',
    sagt: 'Für diese Bestellung ist nichts bezahlt, also kann nichts zurückgezahlt werden. Stornieren Sie sie stattdessen.',
  },
  unpaid: {
    status: 409,
    says: 'The money for this order has not arrived yet. Mark it as paid before it leaves.',
    sagt: 'Das Geld für diese Bestellung ist noch nicht da. Bitte erst als bezahlt markieren.',
  },
  tooMany: {
    status: 409,
    says: 'There are fewer pieces of this line left than you named.',
    sagt: 'Von dieser Position sind weniger Stücke übrig, als Sie angegeben haben.',
  },
  nothingToRefund: {
    status: 400,
    says: 'Name at least one piece, or the delivery, to give back.',
    sagt: 'Nennen Sie mindestens ein Stück oder den Versand, der erstattet werden soll.',
  },
  tooManyReveals: {
    status: 429,
    says: 'You have read twenty people within an hour. Wait a while, or ask somebody whose role reads people.',
    sagt: 'Sie haben in einer Stunde zwanzig Personen gelesen. Warten Sie, oder fragen Sie jemanden, dessen Rolle Personendaten liest.',
  },
  orderChanged: {
    status: 412,
    says: 'Somebody has changed this order since you looked at it. Load it again and see whether your change is still needed.',
    sagt: 'Die Bestellung wurde inzwischen geändert. Laden Sie sie neu und prüfen Sie, ob Ihre Änderung noch nötig ist.',
  },
  changedMeanwhile: {
    status: 409,
    says: 'The amount differs from the preview, because the order has changed meanwhile. Look at it again.',
    sagt: 'Der Betrag weicht von der Vorschau ab, weil sich die Bestellung inzwischen geändert hat. Bitte erneut prüfen.',
  },
});
