import { words } from '../../../words/words.ts';

export const requestsWords = words({
  requests: ['Requests', 'Anfragen'],
  open: ['Waiting', 'Wartend'],
  closed: ['Closed', 'Abgeschlossen'],
  number: ['No.', 'Nr.'],
  kind: ['Asked for', 'Worum es geht'],
  state: ['State', 'Stand'],
  due: ['Answer by', 'Antwort bis'],
  received: ['Received', 'Eingegangen'],
  door: ['Came in', 'Kam herein'],
  empty: ['Nothing waits', 'Nichts wartet'],
  emptyDo: [
    'Whoever asks about their data, in the privacy centre, by mail or through you, appears here with the day by which they must have an answer.',
    'Wer nach seinen Daten fragt, im Datenschutz-Bereich, per Mail oder über Sie, erscheint hier mit dem Tag, bis zu dem die Antwort da sein muss.',
  ],
  emptyFiltered: ['No request is like that', 'Keine Anfrage ist so'],
  thatAsk: ['that ask for', 'mit der Bitte um'],
  write: ['Write one down', 'Anfrage aufnehmen'],

  overdue: ['overdue', 'überfällig'],
  soon: ['due soon', 'bald fällig'],
  late: ['past our target', 'über unserem Ziel'],
  cools: ['cools off until', 'widerrufbar bis'],
  proven: ['Who asks is proven', 'Wer fragt, ist belegt'],
  notProven: ['not yet', 'noch nicht'],
  target: ['Our target', 'Unser Ziel'],
  by: ['From', 'Von'],
  theirWords: ['In their words', 'In eigenen Worten'],
  readsNow: ['Reads now', 'Steht jetzt da'],
  shouldRead: ['Should read', 'Soll heißen'],
  ourAnswer: ['Our answer', 'Unsere Antwort'],
  plan: ['What will happen', 'Was geschehen wird'],
  outcome: ['What happened', 'Was geschehen ist'],
  planFirst: ['Work out the plan', 'Plan ausrechnen'],
  planSays: [
    'Nothing is touched: you see, table by table, what would go and what would stay, and why.',
    'Es wird nichts angefasst: Sie sehen Tabelle für Tabelle, was ginge, was bliebe und warum.',
  ],
  what: ['What', 'Was'],
  rows: ['Rows', 'Zeilen'],
  end: ['End', 'Ende'],
  told: ['Who is told', 'Wer es erfährt'],
  mentions: ['Where others wrote of them', 'Wo andere über sie schrieben'],
  mentionsSays: [
    'Notes and messages are searched for their name, address and numbers. What is found is shown to you and recorded; nothing is changed.',
    'Notizen und Nachrichten werden nach Namen, Adresse und Nummern durchsucht. Was sich findet, wird Ihnen gezeigt und vermerkt; geändert wird nichts.',
  ],
  mentionsFind: ['Search', 'Suchen'],
  mentionsNone: ['Nobody wrote of them.', 'Niemand hat über sie geschrieben.'],
  mentionsTheirs: ['their own', 'eigenes'],
  mentionsOthers: ['about somebody else', 'über jemand anderen'],
  log: ['What happened to it', 'Was damit geschah'],

  approve: ['Carry it out', 'Ausführen'],
  approved: ['The house carries it out.', 'Das Haus führt es aus.'],
  approveTitle: ['Carry this request out?', 'Diese Anfrage ausführen?'],
  approveSays: [
    'It is done for everything under the addresses that were proven, and the person gets the answer by mail.',
    'Es geschieht für alles unter den belegten Adressen, und die Person bekommt die Antwort per Mail.',
  ],
  approveErase: ['Deleting cannot be undone.', 'Löschen lässt sich nicht rückgängig machen.'],
  answer: ['Answer', 'Antworten'],
  answerTitle: ['Answer and close', 'Antworten und schließen'],
  answerText: ['What the person reads', 'Was die Person liest'],
  answered: ['The answer is on its way.', 'Die Antwort ist unterwegs.'],
  extend: ['Take longer', 'Verlängern'],
  extendTitle: ['Take longer over this', 'Länger brauchen'],
  extendSays: [
    'Once, within the first month, for up to two months more. The person is told now, with your reason.',
    'Einmal, im ersten Monat, um bis zu zwei Monate. Die Person erfährt es jetzt, mit Ihrem Grund.',
  ],
  extended: ['Extended; the person is told.', 'Verlängert; die Person erfährt es.'],
  because: ['Because', 'Weil'],
  complex: ['it is complex', 'sie umfangreich ist'],
  numerous: ['there are many at once', 'viele zugleich da sind'],
  refuse: ['Refuse', 'Ablehnen'],
  refuseTitle: ['Refuse this request', 'Diese Anfrage ablehnen'],
  refuseSays: [
    'The person reads your reason, and where to complain.',
    'Die Person liest Ihren Grund, und wo sie sich beschweren kann.',
  ],
  refused: ['Refused; the person is told why.', 'Abgelehnt; die Person erfährt, warum.'],
  readAs: ['It asks for something else', 'Es geht um etwas anderes'],
  readAsTitle: ['What does it really ask for?', 'Worum geht es wirklich?'],
  readAsSays: [
    'A link goes to the address, so that we know who asks. The clock goes on from when it came.',
    'Ein Link geht an die Adresse, damit wir wissen, wer fragt. Die Frist läuft weiter seit dem Eingang.',
  ],
  readAsDone: ['A link for proof is on its way.', 'Ein Link zum Nachweis ist unterwegs.'],
  writeTitle: ['A request that came by letter or phone', 'Eine Anfrage per Brief oder Telefon'],
  writeSays: [
    'A link goes to the address, so that we know who asks. The clock runs from the day it reached you.',
    'Ein Link geht an die Adresse, damit wir wissen, wer fragt. Die Frist läuft ab dem Tag, an dem sie Sie erreichte.',
  ],
  email: ['E-mail address', 'E-Mail-Adresse'],
  text: ['What was said', 'Was gesagt wurde'],
  reached: ['Reached us on', 'Erreichte uns am'],
  written: ['Written down; a link is on its way.', 'Aufgenommen; ein Link ist unterwegs.'],
  mayNot: [
    'What was said is shown to those who answer requests.',
    'Was gesagt wurde, sehen die, die Anfragen beantworten.',
  ],
});

type Pair = readonly [en: string, de: string];

export const kindWords: Readonly<Record<string, Pair>> = {
  access: ['A copy', 'Kopie'],
  portability: ['Data to take along', 'Daten zum Mitnehmen'],
  rectify: ['A correction', 'Berichtigung'],
  erase: ['Deletion', 'Löschung'],
  restrict: ['Leave untouched', 'Nicht nutzen'],
  object: ['An objection', 'Widerspruch'],
  withdraw: ['Consent taken back', 'Einwilligung zurück'],
  'opt-out': ['No sale or sharing', 'Kein Verkauf, keine Weitergabe'],
  review: ['A person’s look', 'Prüfung durch Menschen'],
  question: ['A question', 'Frage'],
};

export const stateWords: Readonly<Record<string, Pair>> = {
  open: ['arrived', 'eingegangen'],
  awaiting_identity: ['waits for proof', 'wartet auf Nachweis'],
  in_progress: ['in progress', 'in Arbeit'],
  extended: ['extended', 'verlängert'],
  awaiting_processor: ['a company has yet to answer', 'eine Firma muss noch antworten'],
  fulfilled: ['done', 'erledigt'],
  denied: ['refused', 'abgelehnt'],
  revoked: ['called off', 'zurückgenommen'],
  expired: ['never proven', 'nie belegt'],
};

export const doorWords: Readonly<Record<string, Pair>> = {
  'privacy centre': ['privacy centre', 'Datenschutz-Bereich'],
  account: ['account', 'Konto'],
  'e-mail': ['e-mail', 'E-Mail'],
  staff: ['staff', 'Mitarbeitende'],
};

export const denialWords: Readonly<Record<string, Pair>> = {
  'nothing-held': ['we hold nothing', 'wir haben nichts'],
  excessive: ['it was asked too often', 'zu oft gefragt'],
  'legal-duty': ['the law asks us to keep it', 'das Gesetz verlangt, es aufzubewahren'],
  claims: ['it is needed for legal claims', 'es wird für Rechtsansprüche gebraucht'],
  'others-rights': ['it would give others away', 'es würde andere preisgeben'],
  'no-ground': ['the law gives no such right here', 'das Gesetz gibt dieses Recht hier nicht'],
  'suspected-fraud': ['somebody else may be asking', 'vielleicht fragt jemand anders'],
  'not-proven': ['we could not tell who asks', 'wir konnten nicht erkennen, wer fragt'],
};

export const endWords: Readonly<Record<string, Pair>> = {
  erased: ['goes', 'geht'],
  shredded: ['is shredded', 'wird vernichtet'],
  retained: ['stays', 'bleibt'],
  waiting: ['waits', 'wartet'],
  rectified: ['corrected', 'berichtigt'],
  exported: ['handed over', 'übergeben'],
  processor_confirmed: ['confirmed', 'bestätigt'],
  processor_manual: ['told in writing', 'schriftlich informiert'],
  processor_refused: ['refused', 'abgelehnt'],
  to_be_told: ['has to be told', 'muss es erfahren'],
  awaiting: ['no answer yet', 'noch keine Antwort'],
};

export const eventWords: Readonly<Record<string, Pair>> = {
  opened: ['came in', 'kam herein'],
  proven: ['the asker followed our link', 'unserem Link wurde gefolgt'],
  approved: ['may be carried out', 'darf ausgeführt werden'],
  'cooling off': ['cools off', 'widerrufbar'],
  planned: ['plan worked out', 'Plan ausgerechnet'],
  extended: ['extended, notice sent', 'verlängert, Nachricht verschickt'],
  reminded: ['staff reminded', 'Mitarbeitende erinnert'],
  overdue: ['deadline broken', 'Frist verletzt'],
  answered: ['answered', 'beantwortet'],
  denied: ['refused', 'abgelehnt'],
  fulfilled: ['done, answer sent', 'erledigt, Antwort verschickt'],
  revoked: ['called off', 'zurückgenommen'],
  expired: ['closed: never proven', 'geschlossen: nie belegt'],
  'read as': ['read as something else', 'anders verstanden'],
  'awaiting processor': ['waits for a company', 'wartet auf eine Firma'],
  'needs a person': ['needs a person', 'braucht einen Menschen'],
  looked: ['looked again', 'noch einmal nachgesehen'],
  'put off': ['could not go on, is tried again', 'ging nicht weiter, wird wiederholt'],
};

export const said = (table: Readonly<Record<string, Pair>>, key: string, language: string): string =>
  table[key]?.[language === 'de' ? 1 : 0] ?? key;
