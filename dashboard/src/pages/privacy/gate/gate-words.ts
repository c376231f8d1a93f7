import { words } from '../../../words/words.ts';

type Two = readonly [en: string, de: string];

export const gateWords = words({
  says: [
    'What may leave the house, to whom and for what. Where nothing is agreed, or what was agreed has run out, nothing goes.',
    'Was das Haus verlassen darf, an wen und wofür. Wo nichts vereinbart oder die Vereinbarung abgelaufen ist, geht nichts hinaus.',
  ],
  open: ['open', 'offen'],
  closed: ['closed', 'geschlossen'],
  none: ['nothing agreed', 'nichts vereinbart'],
  due: ['review due', 'Prüfung fällig'],
  dueSays: [
    (day: string) => `Somebody has to look at this company again; after ${day} nothing goes there any more.`,
    (day: string) =>
      `Dieses Unternehmen muss erneut geprüft werden; nach dem ${day} geht nichts mehr dorthin.`,
  ],
  modulePaper: [(number: string) => `module ${number}`, (number: string) => `Modul ${number}`],
  gets: ['May get at most', 'Darf höchstens bekommen'],
  getsNothing: ['nothing about anybody', 'nichts über jemanden'],
  forWhat: ['For', 'Wofür'],
  agreedFor: ['Agreed for', 'Vereinbart für'],
  last: ['Last sent', 'Zuletzt gesendet'],
  never: ['never', 'nie'],
  times: [(count: string) => `${count} times`, (count: string) => `${count} Mal`],
  host: ['Reached at', 'Erreicht unter'],
  settings: ['where the settings of the installation say', 'wo die Einstellungen der Installation es sagen'],
  where: ['Goes to', 'Geht nach'],
  reference: ['Agreement', 'Vereinbarung'],
  until: ['Valid until', 'Gültig bis'],
  openEnd: ['no end', 'ohne Ende'],
  reviewBy: ['Look again by', 'Erneut prüfen bis'],
  agree: ['Write down an agreement', 'Vereinbarung eintragen'],
  agreeTitle: [(company: string) => `Agreement: ${company}`, (company: string) => `Vereinbarung: ${company}`],
  pause: ['Pause', 'Anhalten'],
  resume: ['Open again', 'Wieder öffnen'],
  end: ['End', 'Beenden'],
  endTitle: ['End this agreement?', 'Diese Vereinbarung beenden?'],
  endWill: [
    'From now on nothing goes there. What waits, waits for a new agreement.',
    'Ab sofort geht nichts mehr dorthin. Was wartet, wartet auf eine neue Vereinbarung.',
  ],
  endNoUndo: ['This cannot be undone.', 'Das lässt sich nicht rückgängig machen.'],
  review: ['Reviewed: fine for a year', 'Geprüft: für ein Jahr in Ordnung'],
  done: ['Noted.', 'Notiert.'],
  referenceSays: ['Where the paper lies', 'Wo das Papier liegt'],
  country: ['Country the data goes to', 'Land, in das die Daten gehen'],
  hostSays: ['Such as api.example.com', 'Etwa api.example.com'],
  mechanism: ['What allows it', 'Was es erlaubt'],
  module: ['Module of the clauses', 'Modul der Klauseln'],
  signed: ['Signed on', 'Unterzeichnet am'],
  certificate: ['Name in the list of certified companies', 'Name in der Liste zertifizierter Unternehmen'],
  assessed: ['Transfer assessed on', 'Übermittlung bewertet am'],
  save: ['Write it down', 'Eintragen'],
  // disclosures
  ledgerSays: [
    'Everything that left the house, with names of fields, never their values. Each line was written before the first byte left.',
    'Alles, was das Haus verließ, mit Namen von Feldern, nie ihren Werten. Jede Zeile stand da, bevor das erste Byte hinausging.',
  ],
  ledgerEmpty: ['Nothing has left the house', 'Nichts hat das Haus verlassen'],
  ledgerEmptyDo: [
    'As soon as a company gets something, such as a mail server a mail, it stands here.',
    'Sobald ein Unternehmen etwas bekommt, etwa ein Mailserver eine Mail, steht es hier.',
  ],
  company: ['To', 'An'],
  what: ['What', 'Was'],
  why: ['Why', 'Warum'],
  outcome: ['Outcome', 'Ergebnis'],
  when: ['When', 'Wann'],
  all: ['Everyone', 'Alle'],
  more: ['Show more', 'Mehr zeigen'],
  // news
  newsSays: [
    'News go only to readers who said yes to their topic. One click in each mail ends them, and who ends them in the meantime gets none that wait.',
    'Nachrichten gehen nur an Leser, die zu ihrem Thema Ja gesagt haben. Ein Klick in jeder Mail beendet sie, und wer sie zwischendurch beendet, bekommt keine wartende mehr.',
  ],
  newsEmpty: ['No news yet', 'Noch keine Nachrichten'],
  newsEmptyDo: ['Write some for those who asked.', 'Schreib welche für alle, die gefragt haben.'],
  write: ['Write news', 'Nachricht schreiben'],
  topic: ['Topic', 'Thema'],
  subject: ['Subject', 'Betreff'],
  text: ['Text', 'Text'],
  send: ['Send to who asked', 'An alle senden, die gefragt haben'],
  sendWill: [
    'It goes to every reader who said yes to this topic, and cannot be taken back once sent.',
    'Sie geht an alle, die zu diesem Thema Ja gesagt haben, und lässt sich nach dem Senden nicht zurückholen.',
  ],
  stop: ['Stop', 'Anhalten'],
  queued: ['Written', 'Geschrieben'],
  sent: ['Sent', 'Gesendet'],
  dropped: ['Dropped, no longer wanted', 'Entfallen, nicht mehr gewollt'],
  passedOver: ['Readers who want others', 'Leser, die anderes wollen'],
});

export const faultWords: Readonly<Record<string, Two>> = {
  paused: ['paused by somebody here', 'von jemandem hier angehalten'],
  ended: ['ended', 'beendet'],
  'not-yet-valid': ['not valid yet', 'noch nicht gültig'],
  expired: ['run out', 'abgelaufen'],
  'review-overdue': ['not looked at again in time', 'nicht rechtzeitig erneut geprüft'],
  'sale-refused': ['this shop never sells data', 'dieser Laden verkauft nie Daten'],
  'profile-purpose': ['for nothing this shop does', 'für nichts, was dieser Laden tut'],
  'outside-region': [
    'outside of where this shop promises to keep data',
    'außerhalb dessen, wo dieser Laden Daten zu halten verspricht',
  ],
  'paper-missing': ['the paper for the transfer is missing', 'das Papier für die Übermittlung fehlt'],
  'no-mechanism': ['nothing allows the transfer', 'nichts erlaubt die Übermittlung'],
};

export const mechanismWords: Readonly<Record<string, Two>> = {
  'inside the EEA': ['inside the EEA', 'im EWR'],
  adequacy: ['adequacy decision', 'Angemessenheitsbeschluss'],
  scc: ['standard contractual clauses', 'Standardvertragsklauseln'],
  none: ['nothing is transferred', 'nichts wird übermittelt'],
};

export const outcomeWords: Readonly<
  Record<string, readonly [...Two, tone: 'green' | 'amber' | 'red' | 'plain']>
> = {
  waiting: ['waits', 'wartet', 'amber'],
  sending: ['on its way', 'unterwegs', 'amber'],
  sent: ['sent', 'gesendet', 'green'],
  failed: ['not taken', 'nicht angenommen', 'red'],
  dropped: ['dropped', 'entfallen', 'plain'],
};

export const campaignWords: Readonly<Record<string, readonly [...Two, tone: 'green' | 'amber' | 'plain']>> = {
  sending: ['being written', 'wird geschrieben', 'amber'],
  done: ['done', 'fertig', 'green'],
  stopped: ['stopped', 'angehalten', 'plain'],
};

export const topicWords: Readonly<Record<string, Two>> = {
  news: ['News', 'Neuigkeiten'],
  offers: ['Offers', 'Angebote'],
  similar: ['Similar products', 'Ähnliche Artikel'],
  events: ['Events', 'Veranstaltungen'],
};

export const purposeNames: Readonly<Record<string, Two>> = {
  administer: ['running the shop', 'Betrieb des Ladens'],
  fulfil: ['sending goods', 'Versand'],
  marketing: ['news and offers', 'Neuigkeiten und Angebote'],
  notify: ['mails about orders and accounts', 'Mails zu Bestellungen und Konten'],
  pay: ['payment', 'Zahlung'],
  rights: ['rights of people', 'Rechte der Personen'],
  security: ['security', 'Sicherheit'],
};

export const fieldNames: Readonly<Record<string, Two>> = {
  to: ['address', 'Adresse'],
  name: ['name', 'Name'],
  subject: ['subject', 'Betreff'],
  text: ['text', 'Text'],
  html: ['text as a page', 'Text als Seite'],
  stop: ['link to end it', 'Link zum Beenden'],
};

/** A code in the reader's words; a code without words stands as it is. */
export const inWords = (
  table: Readonly<Record<string, readonly [string, string, ...unknown[]]>>,
  code: string,
  language: 'en' | 'de',
): string => table[code]?.[language === 'de' ? 1 : 0] ?? code;

/** Companies that are no company's name, as the reader's language calls them. */
export const companyWords: Readonly<Record<string, readonly [en: string, de: string]>> = {
  "The shop's mail server": ["The shop's mail server", 'Der Mailserver des Ladens'],
  'Hosts of product pictures': ['Hosts of product pictures', 'Server mit Artikelbildern'],
};
