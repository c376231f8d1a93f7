import { words } from '../words.ts';

/** What somebody can do about their data, and what each button says. */
export const deedWords = words({
  doTitle: { en: 'What you can do', de: 'Was Sie tun können' },
  exportTitle: { en: 'Take it with you', de: 'Mitnehmen' },
  exportText: {
    en: 'One file with a page to read, and the same as JSON and CSV for other programs.',
    de: 'Eine Datei mit einer Seite zum Lesen und demselben als JSON und CSV für andere Programme.',
  },
  export: { en: 'Make my copy', de: 'Kopie machen' },
  correctTitle: { en: 'Correct it', de: 'Berichtigen' },
  correctText: {
    en: 'A name, a phone number or a part of an address is put right at once, everywhere but on invoices; for the rest somebody of us looks at it.',
    de: 'Ein Name, eine Telefonnummer oder ein Teil einer Anschrift wird sofort überall berichtigt, nur nicht auf Rechnungen; alles andere sieht sich jemand von uns an.',
  },
  correctField: { en: 'What is wrong?', de: 'Was stimmt nicht?' },
  fieldName: { en: 'My name', de: 'Mein Name' },
  fieldPhone: { en: 'My phone number', de: 'Meine Telefonnummer' },
  fieldEmail: { en: 'My e-mail address', de: 'Meine E-Mail-Adresse' },
  fieldAddress: { en: 'An address', de: 'Eine Anschrift' },
  fieldOther: { en: 'Something else', de: 'Etwas anderes' },
  correctWas: { en: 'How does it read now?', de: 'Wie steht es jetzt da?' },
  correctWasHint: {
    en: 'For an address: only the part that is wrong, such as street and number.',
    de: 'Bei einer Anschrift: nur den falschen Teil, etwa Straße und Hausnummer.',
  },
  correctValue: { en: 'How should it read?', de: 'Wie heißt es richtig?' },
  correct: { en: 'Correct it', de: 'Berichtigen' },
  deleteTitle: { en: 'Delete it', de: 'Löschen' },
  deleteText: {
    en: 'We delete everything but what the law makes us keep; you see right away what that is. We wait three days, and until then one click calls it off.',
    de: 'Wir löschen alles außer dem, was wir nach dem Gesetz aufbewahren müssen. Was das ist, sehen Sie gleich danach. Wir warten drei Tage; bis dahin können Sie es mit einem Klick zurücknehmen.',
  },
  delete: { en: 'Delete my data', de: 'Meine Daten löschen' },
  deleteSure: {
    en: 'Yes, delete what you know about me',
    de: 'Ja, löschen Sie, was Sie über mich wissen',
  },
  stopTitle: { en: 'Stop a use of it', de: 'Eine Nutzung beenden' },
  stopText: {
    en: 'Each takes effect at once and costs you nothing.',
    de: 'Alles gilt sofort und kostet Sie nichts.',
  },
  stopMarketing: { en: 'No more news and offers', de: 'Keine Neuigkeiten und Angebote mehr' },
  stopConsents: { en: 'Take back every consent', de: 'Alle Einwilligungen zurücknehmen' },
  stopSale: { en: 'Do not sell or share my data', de: 'Meine Daten nicht verkaufen oder weitergeben' },
  restrict: { en: 'Keep it, but leave it untouched', de: 'Aufbewahren, aber nicht nutzen' },
  unrestrict: { en: 'It may be used again', de: 'Darf wieder genutzt werden' },
  objectTitle: { en: 'Object, or ask for a person', de: 'Widersprechen, oder einen Menschen verlangen' },
  objectText: {
    en: 'Object to any other use, or have a person look at something that a program decided about you.',
    de: 'Widersprechen Sie jeder anderen Nutzung, oder lassen Sie einen Menschen ansehen, was ein Programm über Sie entschieden hat.',
  },
  objectKind: { en: 'What would you like?', de: 'Was möchten Sie?' },
  kindObject: { en: 'I object to a use', de: 'Ich widerspreche einer Nutzung' },
  kindReview: { en: 'A person should look at a decision', de: 'Ein Mensch soll eine Entscheidung ansehen' },
});
