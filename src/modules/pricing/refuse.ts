import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('pricing', {
  badAmount: {
    status: 400,
    says: 'A price is zero or more, and the price it is compared with is higher.',
    sagt: 'Ein Preis ist null oder mehr, und der Vergleichspreis liegt darüber.',
  },
  badPeriod: {
    status: 400,
    says: 'A price has to begin before it ends.',
    sagt: 'Ein Preis muss beginnen, bevor er endet.',
  },
  noLastingPrice: {
    status: 409,
    says: 'An offer needs a lasting price before it can have a temporary one.',
    sagt: 'Ein Angebot braucht einen dauerhaften Preis, bevor es einen befristeten haben kann.',
  },
  unknownCurrency: {
    status: 400,
    says: 'This currency is not known.',
    sagt: 'Diese Währung ist nicht bekannt.',
  },
  unknownPrice: {
    status: 404,
    says: 'There is no temporary price of this kind that could end.',
    sagt: 'Einen befristeten Preis, der enden könnte, gibt es hier nicht.',
  },
  unknownOffer: { status: 404, says: 'There is no such offer.', sagt: 'Dieses Angebot gibt es nicht.' },
  unknownZone: { status: 404, says: 'There is no such place.', sagt: 'Diesen Ort gibt es nicht.' },
  zoneTaken: {
    status: 409,
    says: 'There is a tax place of this code already.',
    sagt: 'Einen Steuerort mit diesem Kürzel gibt es schon.',
  },
  pastRate: {
    status: 409,
    says: 'A tax rate can be changed from today on; what was charged stays as it was.',
    sagt: 'Ein Steuersatz kann ab heute geändert werden; was berechnet wurde, bleibt.',
  },
  deliveryNotOffered: {
    status: 409,
    says: 'This way of delivery is not offered for this basket and address any more. Please choose another.',
    sagt: 'Diese Versandart gibt es für diesen Warenkorb und diese Adresse nicht mehr. Bitte eine andere wählen.',
  },
  badBands: {
    status: 400,
    says: 'Bands have to rise, and a price by weight or total needs at least one.',
    sagt: 'Staffeln müssen steigen, und ein Preis nach Gewicht oder Wert braucht mindestens eine.',
  },
  unknownCountry: {
    status: 400,
    says: 'One of these countries is not known.',
    sagt: 'Eines dieser Länder ist nicht bekannt.',
  },
  changedMeanwhile: {
    status: 412,
    says: 'Somebody changed this meanwhile. Please look again.',
    sagt: 'Das wurde inzwischen geändert. Bitte noch einmal ansehen.',
  },
});
