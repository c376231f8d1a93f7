import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('retention', {
  notHere: {
    status: 404,
    says: 'There is no such row.',
    sagt: 'Diesen Eintrag gibt es nicht.',
  },
  noSuchHold: {
    status: 404,
    says: 'This hold does not exist, or it was released.',
    sagt: 'Diese Sperre gibt es nicht, oder sie wurde aufgehoben.',
  },
  notHoldable: {
    status: 400,
    says: 'This cannot be held: a hold is for rows with personal data and for fields of them, never for an account.',
    sagt: 'Das kann nicht gesperrt werden: Eine Sperre gilt für Einträge mit personenbezogenen Daten und Felder darin, nie für ein Konto.',
  },
  sameColleague: {
    status: 409,
    says: 'Another colleague must agree to this.',
    sagt: 'Hier muss jemand anderes zustimmen.',
  },
  notAsked: {
    status: 409,
    says: 'Nobody has asked to release this hold yet.',
    sagt: 'Noch hat niemand darum gebeten, diese Sperre aufzuheben.',
  },
  notBlocked: {
    status: 409,
    says: 'Nothing of this clock is waiting for a yes.',
    sagt: 'Bei dieser Frist wartet nichts auf eine Zustimmung.',
  },
});
