import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('persons', {
  nobody: {
    status: 404,
    says: 'Nobody is known by that.',
    sagt: 'Darunter ist niemand bekannt.',
  },
  worksHere: {
    status: 409,
    says: 'Somebody who works here is known by that: their account is closed under Staff first.',
    sagt: 'Darunter ist jemand bekannt, der hier arbeitet: Das Konto wird zuerst unter Team geschlossen.',
  },
  nothingToHold: {
    status: 404,
    says: 'Nothing is kept here that a hold could keep.',
    sagt: 'Hier ist nichts aufbewahrt, das eine Sperre halten könnte.',
  },
  noSuchErasure: { status: 404, says: 'There is no such erasure.' },
  erasureBegun: {
    status: 409,
    says: 'This erasure has begun and cannot be taken back.',
    sagt: 'Diese Löschung hat begonnen und lässt sich nicht mehr zurücknehmen.',
  },
  nodeClosed: { status: 409, says: 'This part of the erasure has ended already.' },
  notByHand: {
    status: 422,
    says: 'Only what a company has to be told by hand is ended by hand, and with evidence.',
  },
  notCorrectable: {
    status: 422,
    says: 'This cannot be corrected here; it is changed where it belongs.',
    sagt: 'Das lässt sich hier nicht berichtigen; es wird dort geändert, wo es hingehört.',
  },
  sameAlready: { status: 409, says: 'These two are one person already, or one of them is gone.' },
  badCopy: {
    status: 422,
    says: 'This file is no copy of personal data as Kontor makes it.',
    sagt: 'Diese Datei ist keine Datenkopie, wie Kontor sie macht.',
  },
  copyTooLarge: {
    status: 413,
    says: 'The file data.json in this copy unpacks to more than 256 MB. No copy is that large.',
    sagt: 'Die Datei data.json in dieser Kopie entpackt sich auf mehr als 256 MB. So groß ist keine Kopie.',
  },
  alreadyHere: {
    status: 409,
    says: 'Somebody with this e-mail address is known here already.',
    sagt: 'Jemand mit dieser E-Mail-Adresse ist hier schon bekannt.',
  },
});
