import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('rights', {
  noRequest: {
    status: 404,
    says: 'There is no such request.',
    sagt: 'Diese Anfrage gibt es nicht.',
  },
  linkGone: {
    status: 410,
    says: 'This link is no longer good: it was used, or its time is over. Ask for a new one.',
    sagt: 'Dieser Link gilt nicht mehr: er wurde benutzt, oder seine Zeit ist um. Bitte fordern Sie einen neuen an.',
  },
  notProven: {
    status: 409,
    says: 'We do not know yet that these data are yours. Follow the link in our mail, or confirm your password, and we go on.',
    sagt: 'Wir wissen noch nicht, dass diese Daten Ihre sind. Folgen Sie dem Link in unserer Mail oder bestätigen Sie Ihr Passwort, dann geht es weiter.',
  },
  wrongPassword: {
    status: 422,
    says: 'That is not the password of this account.',
    sagt: 'Das ist nicht das Passwort dieses Kontos.',
  },
  confirmAddressFirst: {
    status: 409,
    says: 'The address of this account is not confirmed, so we cannot know that it is yours. Ask for a link to it below.',
    sagt: 'Die Adresse dieses Kontos ist nicht bestätigt, wir können also nicht wissen, dass sie Ihre ist. Fordern Sie unten einen Link an diese Adresse an.',
  },
  wrongState: {
    status: 409,
    says: 'That cannot be done with the request as it is now.',
    sagt: 'Das geht mit der Anfrage in ihrem jetzigen Stand nicht.',
  },
  changedMeanwhile: {
    status: 412,
    says: 'Somebody else has worked on this request meanwhile. Look at it again.',
    sagt: 'Jemand anders hat diese Anfrage inzwischen bearbeitet. Bitte sehen Sie sie noch einmal an.',
  },
  answerMissing: {
    status: 422,
    says: 'A request is not closed without an answer. Write one.',
    sagt: 'Eine Anfrage wird nicht ohne Antwort geschlossen. Bitte schreiben Sie eine.',
  },
  tooLateToExtend: {
    status: 409,
    says: 'A request may only be extended within its first month, and once.',
    sagt: 'Eine Anfrage darf nur innerhalb ihres ersten Monats verlängert werden, und nur einmal.',
  },
  notThisDoor: {
    status: 422,
    says: 'This shop does not take requests this way.',
    sagt: 'Dieser Shop nimmt Anfragen auf diesem Weg nicht an.',
  },
  valueMissing: {
    status: 422,
    says: 'Say how it should read.',
    sagt: 'Bitte schreiben Sie, wie es richtig heißt.',
  },
  textMissing: {
    status: 422,
    says: 'Write a line about what you would like.',
    sagt: 'Bitte schreiben Sie eine Zeile dazu, worum es geht.',
  },
  packageGone: {
    status: 410,
    says: 'This copy is no longer there: its two weeks are over, or it was fetched as often as it may be. Ask for a new one.',
    sagt: 'Diese Kopie ist nicht mehr da: ihre zwei Wochen sind um, oder sie wurde so oft geholt, wie es geht. Fordern Sie eine neue an.',
  },
  calledOff: {
    status: 409,
    says: 'It is too late to call this off: the erasure has begun.',
    sagt: 'Das lässt sich nicht mehr zurücknehmen: das Löschen hat begonnen.',
  },
  mustBeCarriedOut: {
    status: 409,
    says: 'This request is carried out, not only answered in words.',
    sagt: 'Diese Anfrage wird ausgeführt, nicht nur mit Worten beantwortet.',
  },
});
