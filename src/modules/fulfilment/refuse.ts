import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('fulfilment', {
  unknownCarrier: {
    status: 400,
    says: 'This carrier is not known. Choose "other" when it is not on the list.',
    sagt: 'Diesen Versanddienst kennen wir nicht. Wählen Sie „other“, wenn er nicht auf der Liste steht.',
  },
  nothingToShip: {
    status: 409,
    says: 'Everything of this order has left already.',
    sagt: 'Von dieser Bestellung ist schon alles unterwegs.',
  },
  noSuchShipment: {
    status: 404,
    says: 'This shipment does not exist.',
    sagt: 'Diese Sendung gibt es nicht.',
  },
  wrongState: {
    status: 409,
    says: 'The shipment is in a state that does not allow this.',
    sagt: 'Der Stand der Sendung lässt das nicht zu.',
  },
});
