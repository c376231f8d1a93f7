import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('payments', {
  unknownProvider: {
    status: 400,
    says: 'This way to pay is not offered here.',
    sagt: 'Diese Zahlungsart wird hier nicht angeboten.',
  },
  unknownOption: {
    status: 400,
    says: 'This choice is not known for this way to pay.',
    sagt: 'Diese Auswahl gibt es bei dieser Zahlungsart nicht.',
  },
  noSuchPayment: {
    status: 404,
    says: 'This payment does not exist.',
    sagt: 'Diese Zahlung gibt es nicht.',
  },
  wrongState: {
    status: 409,
    says: 'The payment is in a state that does not allow this.',
    sagt: 'Der Stand der Zahlung lässt das nicht zu.',
  },
  tooMuch: {
    status: 409,
    says: 'More than was paid cannot be given back.',
    sagt: 'Es kann nicht mehr zurückgezahlt werden, als bezahlt wurde.',
  },
  noSuchRefund: {
    status: 404,
    says: 'This refund does not exist.',
    sagt: 'Diese Rückzahlung gibt es nicht.',
  },
  noSuchIncident: {
    status: 404,
    says: 'This incident does not exist.',
    sagt: 'Diesen Vorfall gibt es nicht.',
  },
  noSuchTestCard: {
    status: 404,
    says: 'There is no test card payment here.',
    sagt: 'Hier gibt es keine Testkartenzahlung.',
  },
});
