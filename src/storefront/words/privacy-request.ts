import { words } from '../words.ts';

/** A request, its copy and its end, as its asker reads of them. */
export const requestWords = words({
  requestNo: {
    en: (number: string) => `Request no. ${number}`,
    de: (number: string) => `Anfrage Nr. ${number}`,
  },
  back: { en: 'Back to your data', de: 'Zurück zu Ihren Daten' },
  received: { en: 'Received', de: 'Eingegangen' },
  answerBy: { en: 'Answer by', de: 'Antwort bis' },
  closedOn: { en: 'Answered', de: 'Beantwortet' },
  stateIs: { en: 'State', de: 'Stand' },
  answer: { en: 'Our answer', de: 'Unsere Antwort' },
  planTitle: { en: 'What will happen', de: 'Was geschehen wird' },
  doneTitle: { en: 'What happened', de: 'Was geschehen ist' },
  planWhen: {
    en: (moment: string) => `We begin on ${moment}. Until then you can call it off.`,
    de: (moment: string) => `Wir beginnen am ${moment}. Bis dahin können Sie es zurücknehmen.`,
  },
  corrected: { en: 'put right', de: 'berichtigt' },
  goes: { en: 'is deleted', de: 'wird gelöscht' },
  went: { en: 'deleted', de: 'gelöscht' },
  stays: {
    en: (until: string, ground: string) => `stays ${until} (${ground})`,
    de: (until: string, ground: string) => `bleibt ${until} (${ground})`,
  },
  staysUntil: { en: (day: string) => `until ${day}`, de: (day: string) => `bis ${day}` },
  staysOpen: { en: 'for now', de: 'vorerst' },
  waits: { en: 'waits until what is under way is over', de: 'wartet, bis vorbei ist, was noch läuft' },
  rowsCount: {
    en: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
    de: (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
  },
  toldTitle: { en: 'Who was told', de: 'Wer es erfahren hat' },
  callOff: { en: 'Call it off', de: 'Zurücknehmen' },
  fetchTitle: { en: 'Your copy', de: 'Ihre Kopie' },
  fetchText: {
    en: (size: string, day: string, times: number) =>
      `${size}, ready until ${day}; it can be fetched ${times === 1 ? 'once more' : `${times} more times`}.`,
    de: (size: string, day: string, times: number) =>
      `${size}, bereit bis ${day}; noch ${times}-mal abzuholen.`,
  },
  fetchNeedsAll: {
    en: 'Your copy lies ready. It is about more than one address: show here that each of them is yours, and you can fetch it.',
    de: 'Ihre Kopie liegt bereit. In ihr geht es um mehr als eine Adresse: zeigen Sie hier, dass jede davon Ihre ist, dann können Sie sie holen.',
  },
  fetch: { en: 'Fetch my copy', de: 'Kopie holen' },
  undoTitle: { en: 'Call the deletion off', de: 'Das Löschen zurücknehmen' },
  undoText: {
    en: 'Nothing has been deleted yet. With this button it stays like that.',
    de: 'Noch ist nichts gelöscht. Mit diesem Knopf bleibt es dabei.',
  },
  undo: { en: 'Do not delete anything', de: 'Nichts löschen' },
  undoneTitle: { en: 'Called off', de: 'Zurückgenommen' },
  undoneText: {
    en: 'Nothing was deleted. If it was not you who asked, change the password of your mail and of your account here.',
    de: 'Es wurde nichts gelöscht. Wenn nicht Sie darum baten, ändern Sie das Passwort Ihres Postfachs und Ihres Kontos hier.',
  },
});

/** What is asked for, as the name of a request. */
export const kindWords = words({
  access: { en: 'A copy of your data', de: 'Eine Kopie Ihrer Daten' },
  portability: { en: 'Your data to take along', de: 'Ihre Daten zum Mitnehmen' },
  rectify: { en: 'A correction', de: 'Eine Berichtigung' },
  erase: { en: 'Deletion', de: 'Löschung' },
  restrict: { en: 'Leave it untouched', de: 'Nicht nutzen' },
  object: { en: 'An objection', de: 'Ein Widerspruch' },
  withdraw: { en: 'Consent taken back', de: 'Einwilligung zurückgenommen' },
  'opt-out': { en: 'No sale, no sharing', de: 'Kein Verkauf, keine Weitergabe' },
  review: { en: 'A person looks at it', de: 'Ein Mensch sieht es an' },
  question: { en: 'A question', de: 'Eine Frage' },
});

/** Where a request is. */
export const stateWords = words({
  open: { en: 'arrived', de: 'eingegangen' },
  awaiting_identity: {
    en: 'waits for you to follow our link',
    de: 'wartet darauf, dass Sie unserem Link folgen',
  },
  in_progress: { en: 'we are at it', de: 'wir sind dabei' },
  extended: { en: 'takes longer; we told you why', de: 'dauert länger; wir haben gesagt, warum' },
  awaiting_processor: {
    en: 'done here; another company has yet to answer',
    de: 'hier erledigt; eine andere Firma muss noch antworten',
  },
  fulfilled: { en: 'done', de: 'erledigt' },
  denied: { en: 'refused, with the reason', de: 'abgelehnt, mit Begründung' },
  revoked: { en: 'called off', de: 'zurückgenommen' },
  expired: { en: 'closed: nobody followed the link', de: 'geschlossen: niemand folgte dem Link' },
});
