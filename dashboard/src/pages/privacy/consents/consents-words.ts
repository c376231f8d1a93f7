import { words } from '../../../words/words.ts';

export const consentsWords = words({
  counts: ['What people answered', 'Was Menschen geantwortet haben'],
  countsSay: [
    'Everybody counts once per question, with their last answer. Visitors nobody knows keep their answer in their own browser and are not counted here.',
    'Alle zählen einmal je Frage, mit ihrer letzten Antwort. Wen niemand kennt, bei dem bleibt die Antwort im eigenen Browser und zählt hier nicht.',
  ],
  question: ['Question', 'Frage'],
  answer: ['Answer', 'Antwort'],
  shown: ['Words that were shown', 'Gezeigter Wortlaut'],
  people: ['People', 'Menschen'],
  since: [(day: string) => `since ${day}`, (day: string) => `seit ${day}`],
  noNotice: ['no words: a signal or a wish', 'kein Wortlaut: ein Signal oder ein Wunsch'],
  none: ['Nobody has answered anything yet.', 'Noch hat niemand etwas beantwortet.'],
  consent: ['Consent', 'Einwilligung'],
  acknowledgement: ['Shown, no consent', 'Gezeigt, keine Einwilligung'],
  contract: ['Contract, no consent', 'Vertrag, keine Einwilligung'],
  granted: ['Yes', 'Ja'],
  withdrawn: ['Taken back', 'Zurückgenommen'],
  refused: ['No', 'Nein'],
  objected: ['Objected', 'Widersprochen'],
  seen: ['Shown', 'Gezeigt'],
  continued: ['Told, went on', 'Mitgeteilt, weiter benutzt'],
  accepted: ['Accepted', 'Angenommen'],
  marketing: ['News and offers', 'Neuigkeiten und Angebote'],
  analytics: ['See how the shop is used', 'Sehen, wie der Shop benutzt wird'],
  personalise: ['Remember what somebody likes', 'Merken, was jemandem gefällt'],
  advertise: ['Advertising, selling, sharing', 'Werbung, Verkauf, Weitergabe'],
  features: ['What visitors are asked about', 'Wonach Besuchende gefragt werden'],
  featuresSay: [
    'While everything here is off, the shop asks nobody anything. Turning something on shows visitors a quiet bar until they answer.',
    'Solange hier alles aus ist, fragt der Shop niemanden. Ist etwas an, sehen Besuchende einen ruhigen Streifen, bis sie antworten.',
  ],
  notPossible: [
    'The profile of this shop promises to do without.',
    'Das Profil dieses Shops verspricht, ohne auszukommen.',
  ],
  turnedOn: ['Visitors are asked from now on.', 'Besuchende werden ab jetzt gefragt.'],
  turnedOff: ['Nobody is asked about it any more.', 'Danach wird niemand mehr gefragt.'],
  again: ['Asking again', 'Noch einmal fragen'],
  againSays: [
    (span: string) =>
      `Whoever said no is not asked again for ${span}, whoever objected never. The profile sets it.`,
    (span: string) =>
      `Wer Nein gesagt hat, wird ${span} lang nicht wieder gefragt, wer widersprochen hat, nie. Das Profil legt es fest.`,
  ],
  minor: ['A child', 'Ein Kind'],
  minorSays: [
    'When you learn that data is about a child who is too young for this shop, it is deleted at once and everywhere, and every company that got it is told.',
    'Erfahren Sie, dass Daten von einem Kind stammen, das zu jung für diesen Shop ist, werden sie sofort und überall gelöscht, und jede Firma, die sie bekam, wird benachrichtigt.',
  ],
  report: ['Report a child', 'Kind melden'],
  reportDo: ['Delete at once', 'Sofort löschen'],
  email: ['E-mail address', 'E-Mail-Adresse'],
  reportEnds: [
    'Account, orders and everything about this person.',
    'Konto, Bestellungen und alles über diese Person.',
  ],
  reportStays: [
    'What a law orders to keep stays, closed, until it may go.',
    'Was ein Gesetz aufzubewahren verlangt, bleibt verschlossen, bis es gehen darf.',
  ],
  reportFinal: ['This cannot be undone.', 'Das lässt sich nicht rückgängig machen.'],
  reported: ['The data was deleted.', 'Die Daten wurden gelöscht.'],
  reportWaits: [
    'Deletion has begun and still waits for others.',
    'Die Löschung läuft und wartet noch auf andere.',
  ],
});
