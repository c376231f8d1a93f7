import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('privacy', {
  keystoreDown: {
    status: 503,
    says: 'Personal data cannot be opened or stored right now. Nothing was changed; please try again in a moment.',
    sagt: 'Personenbezogene Daten können gerade nicht geöffnet oder gespeichert werden. Es wurde nichts geändert; bitte gleich noch einmal versuchen.',
  },
  gone: {
    status: 410,
    says: 'This personal data has been erased.',
    sagt: 'Diese personenbezogenen Daten wurden gelöscht.',
  },
  restricted: {
    status: 423,
    says: 'This person has asked that their data be kept and not used.',
    sagt: 'Diese Person hat verlangt, dass ihre Daten nur aufbewahrt und nicht verwendet werden.',
  },
  wrongPurpose: {
    status: 403,
    says: 'This personal data may not be used for that purpose.',
    sagt: 'Diese personenbezogenen Daten dürfen dafür nicht verwendet werden.',
  },
  subjectGone: {
    status: 409,
    says: 'This person is being erased; nothing more can be stored about them.',
    sagt: 'Diese Person wird gerade gelöscht; es kann nichts mehr über sie gespeichert werden.',
  },
  noConsentNeeded: {
    status: 400,
    says: 'This purpose does not rest on consent, so there is nothing to agree to.',
    sagt: 'Dieser Zweck beruht nicht auf Einwilligung; es gibt nichts zuzustimmen.',
  },
  purposeNotUsed: {
    status: 409,
    says: 'This shop does not use data for that purpose.',
    sagt: 'Dieser Shop verwendet Daten nicht für diesen Zweck.',
  },
  objected: {
    status: 409,
    says: 'You have asked us not to, in general. Say so explicitly if this is to be an exception.',
    sagt: 'Sie haben uns das allgemein untersagt. Sagen Sie ausdrücklich, wenn dies eine Ausnahme sein soll.',
  },
  noSuchFeature: {
    status: 404,
    says: 'This shop has no such part, or its profile promises to do without.',
    sagt: 'Diesen Teil gibt es in diesem Shop nicht, oder sein Profil verspricht, ohne ihn auszukommen.',
  },
  noSuchAnswer: {
    status: 404,
    says: 'There is no such answer.',
    sagt: 'Diese Antwort gibt es nicht.',
  },
  processorUnknown: {
    status: 400,
    says: 'No part of Kontor knows this company, so nothing can be agreed with it.',
  },
  saleRefused: {
    status: 422,
    says: 'This shop promises that it never sells data about people, so no company can get it in that role.',
  },
  purposeTooWide: {
    status: 422,
    says: 'This company may not be used for that purpose, or no purpose was given.',
  },
  hostNotUsable: {
    status: 422,
    says: 'This is no address of a company: a host such as api.example.com is needed, and it is reached over HTTPS.',
  },
  agreementGone: { status: 404, says: 'There is no such agreement.' },
  agreementEnded: {
    status: 409,
    says: 'This agreement has ended; to work with the company again, write down a new one.',
  },
  reviewInThePast: { status: 422, says: 'The next review has to lie ahead.' },
  gateClosed: {
    status: 409,
    says: 'The gate to this company is closed; nothing was sent.',
  },
});
