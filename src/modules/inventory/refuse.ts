import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('inventory', {
  notEnough: {
    status: 409,
    says: 'There is not enough stock for this that is not promised to somebody.',
    sagt: 'Dafür ist nicht genug Bestand da, der nicht schon versprochen ist.',
  },
  unknownOffer: { status: 404, says: 'There is no such offer.', sagt: 'Dieses Angebot gibt es nicht.' },
  unknownItem: {
    status: 404,
    says: 'This offer has never been in stock.',
    sagt: 'Dieses Angebot war noch nie im Bestand.',
  },
  unknownLocation: { status: 404, says: 'There is no such place.', sagt: 'Diesen Lagerort gibt es nicht.' },
  notAShelf: {
    status: 422,
    says: 'Stock can only be put where it can be counted, not at suppliers, customers or losses.',
    sagt: 'Bestand kann nur liegen, wo man ihn zählen kann, nicht bei Lieferanten, Kunden oder Verlusten.',
  },
  archivedLocation: { status: 409, says: 'This place is archived.', sagt: 'Dieser Lagerort ist archiviert.' },
  fixedLocation: {
    status: 409,
    says: 'Every shop needs this place; it can be renamed, not archived or moved.',
    sagt: 'Diesen Lagerort braucht jeder Shop; er kann umbenannt, aber nicht archiviert oder verschoben werden.',
  },
  locationInUse: {
    status: 409,
    says: 'There is still stock here. Move it away first.',
    sagt: 'Hier liegt noch Bestand. Bitte zuerst umlagern.',
  },
  locationTaken: {
    status: 409,
    says: 'There is already a place with this code.',
    sagt: 'Es gibt schon einen Lagerort mit diesem Kürzel.',
  },
  locationLoop: {
    status: 422,
    says: 'A place cannot be inside itself.',
    sagt: 'Ein Lagerort kann nicht in sich selbst liegen.',
  },
  changedMeanwhile: {
    status: 412,
    says: 'Somebody changed this meanwhile. Please look again.',
    sagt: 'Das hat inzwischen jemand geändert. Bitte noch einmal ansehen.',
  },
  badQuantity: {
    status: 422,
    says: 'Quantities are whole numbers above zero.',
    sagt: 'Mengen sind ganze Zahlen über null.',
  },
  kitHasNoShelf: {
    status: 422,
    says: 'A kit has no stock of its own; its parts have.',
    sagt: 'Ein Set hat keinen eigenen Bestand; seine Teile haben ihn.',
  },
  kitInKit: {
    status: 422,
    says: 'A kit cannot contain a kit.',
    sagt: 'Ein Set kann kein Set enthalten.',
  },
  kitHasStock: {
    status: 409,
    says: 'This offer has had stock of its own, so it cannot become a kit.',
    sagt: 'Dieses Angebot hatte eigenen Bestand und kann deshalb kein Set werden.',
  },
  kitPartTwice: {
    status: 422,
    says: 'A kit names each part once.',
    sagt: 'Ein Set nennt jedes Teil einmal.',
  },
  notReserved: {
    status: 409,
    says: 'More is to be shipped than is still promised to this line.',
    sagt: 'Es soll mehr versendet werden, als dieser Position noch versprochen ist.',
  },
  notShipped: {
    status: 409,
    says: 'More is to come back than was shipped.',
    sagt: 'Es soll mehr zurückkommen, als versendet wurde.',
  },
  alreadyPromised: {
    status: 409,
    says: 'This checkout has already been completed.',
    sagt: 'Dieser Kauf ist schon abgeschlossen.',
  },
  scaleInUse: {
    status: 409,
    says: 'The unit of this offer cannot change any more: there are movements in it.',
    sagt: 'Die Einheit dieses Angebots lässt sich nicht mehr ändern: Es gibt schon Bewegungen darin.',
  },
  samePlace: {
    status: 422,
    says: 'Stock is moved from one place to another.',
    sagt: 'Bestand wird von einem Ort an einen anderen bewegt.',
  },
});
