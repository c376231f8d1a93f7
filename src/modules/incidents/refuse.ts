import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('incidents', {
  noIncident: { status: 404, says: 'There is no such incident.', sagt: 'Diesen Vorfall gibt es nicht.' },
  awareInFuture: {
    status: 422,
    says: 'Nobody becomes aware of something in the future.',
    sagt: 'Niemand erfährt etwas in der Zukunft.',
  },
  reasonNeeded: {
    status: 422,
    says: 'Not telling somebody needs a written reason; it is kept.',
    sagt: 'Jemanden nicht zu benachrichtigen braucht eine schriftliche Begründung; sie wird aufbewahrt.',
  },
  riskNeedsNotice: {
    status: 422,
    says: 'With this risk they have to be told; lower the risk with a reason first.',
    sagt: 'Bei diesem Risiko müssen sie benachrichtigt werden; senken Sie zuerst das Risiko mit einer Begründung.',
  },
  stillOpen: {
    status: 409,
    says: 'The incident cannot be closed yet: something is undecided or has not been done.',
    sagt: 'Der Vorfall kann noch nicht geschlossen werden: Etwas ist unentschieden oder nicht getan.',
  },
  closed: { status: 409, says: 'This incident is closed.', sagt: 'Dieser Vorfall ist geschlossen.' },
  scopeEmpty: {
    status: 422,
    says: 'Say whose account, which session, which company, which table or which people.',
    sagt: 'Nennen Sie Konto, Sitzung, Firma, Tabelle oder Personen.',
  },
  scopeFirst: {
    status: 409,
    says: 'Find out first who is affected.',
    sagt: 'Stellen Sie zuerst fest, wer betroffen ist.',
  },
  scopeApproved: {
    status: 409,
    says: 'The notices have been approved for those who were found; who is affected no longer changes.',
    sagt: 'Die Benachrichtigungen sind für die Gefundenen freigegeben; wer betroffen ist, ändert sich nicht mehr.',
  },
  notDecided: {
    status: 409,
    says: 'It has not been decided that the people are told.',
    sagt: 'Es ist nicht entschieden, dass die Personen benachrichtigt werden.',
  },
  changedMeanwhile: {
    status: 412,
    says: 'Somebody changed this meanwhile. Load it again and repeat your change.',
    sagt: 'Das wurde zwischenzeitlich geändert. Laden Sie es neu und wiederholen Sie Ihre Änderung.',
  },
  wrongDates: {
    status: 422,
    says: 'The dates do not fit: it took place already, and it counts for some time.',
    sagt: 'Die Daten passen nicht: Es hat schon stattgefunden und gilt eine Zeit lang.',
  },
  noSuchCompany: {
    status: 404,
    says: 'There is no agreement with this company.',
    sagt: 'Mit dieser Firma gibt es keine Vereinbarung.',
  },
  noRequest: {
    status: 404,
    says: 'There is no such disclosure in the register.',
    sagt: 'Diese Offenlegung steht nicht im Verzeichnis.',
  },
  writtenReason: {
    status: 422,
    says: 'A disclosure needs a written reason and the name of who asks.',
    sagt: 'Eine Offenlegung braucht eine schriftliche Begründung und den Namen derer, die fragen.',
  },
  scopeNeeded: {
    status: 422,
    says: 'Say about whom and which kinds of data; everything is not an answer.',
    sagt: 'Sagen Sie, über wen und welche Arten von Daten; alles ist keine Antwort.',
  },
  untilNeeded: {
    status: 422,
    says: 'Not telling the person needs the reason why that is forbidden, and until when.',
    sagt: 'Die Person nicht zu informieren braucht den Grund des Verbots und sein Ende.',
  },
  secondPerson: {
    status: 403,
    says: 'The second yes has to come from somebody else.',
    sagt: 'Das zweite Ja muss von jemand anderem kommen.',
  },
  notApproved: {
    status: 409,
    says: 'Nothing is disclosed without a second yes.',
    sagt: 'Ohne ein zweites Ja wird nichts offengelegt.',
  },
  decided: { status: 409, says: 'This has been decided already.', sagt: 'Das ist schon entschieden.' },
});
