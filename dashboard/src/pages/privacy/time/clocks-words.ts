import { words } from '../../../words/words.ts';

export const clocksWords = words({
  due: ['Due now', 'Jetzt fällig'],
  dueSays: [
    'Every hour what is due ends by itself. What you see here is exactly what the next run does.',
    'Jede Stunde endet, was fällig ist, von selbst. Was hier steht, ist genau, was der nächste Lauf tut.',
  ],
  nothingDue: [
    'Nothing is due: everything that is kept is still within its time.',
    'Nichts ist fällig: Alles, was aufbewahrt wird, ist noch in seiner Zeit.',
  ],
  runNow: ['End it now', 'Jetzt beenden'],
  runEnds: [
    (rows: string) => `${rows} rows end: deleted, or emptied where the books need the row.`,
    (rows: string) => `${rows} Einträge enden: gelöscht, oder geleert, wo die Bücher den Eintrag brauchen.`,
  ],
  runFinal: ['This cannot be undone.', 'Das lässt sich nicht rückgängig machen.'],
  runHolds: ['What is held stays.', 'Was gesperrt ist, bleibt.'],
  ran: [(rows: string) => `${rows} rows have ended.`, (rows: string) => `${rows} Einträge sind beendet.`],
  what: ['What', 'Was'],
  rows: ['Rows', 'Einträge'],
  happens: ['What happens', 'Was geschieht'],
  ground: ['Kept until now by', 'Bis jetzt aufbewahrt durch'],
  keptBy: ['Kept by', 'Aufbewahrt durch'],
  deleted: ['deleted', 'gelöscht'],
  cleared: ['emptied', 'geleert'],
  blocked: ['waits for a yes', 'wartet auf eine Zustimmung'],
  share: [
    (rows: string, limit: string) => `${rows} rows are more than the ${limit} that may end at once`,
    (rows: string, limit: string) =>
      `${rows} Einträge sind mehr als die ${limit}, die auf einmal enden dürfen`,
  ],
  colleagues: [
    'Accounts of colleagues end only when somebody agrees',
    'Konten von Kolleginnen und Kollegen enden nur, wenn jemand zustimmt',
  ],
  agree: ['Agree', 'Zustimmen'],
  agreed: [
    'Agreed: it ends with the next run, within a day.',
    'Zugestimmt: Es endet mit dem nächsten Lauf, binnen eines Tages.',
  ],
  heldRows: [(rows: string) => `${rows} held`, (rows: string) => `${rows} gesperrt`],
  next: ['What falls next', 'Was als Nächstes fällt'],
  nextSays: [
    'How many rows end in which month, as law and promise stand today. When either changes, so does this.',
    'Wie viele Einträge in welchem Monat enden, nach heutigem Gesetz und Versprechen. Ändert sich eines, ändert sich dies.',
  ],
  nextNone: ['Nothing falls in sight', 'Nichts fällt in Sicht'],
  nextNoneDo: [
    'As soon as something is stored about somebody, its end appears here.',
    'Sobald etwas über jemanden gespeichert ist, erscheint hier sein Ende.',
  ],
  all: ['Every clock', 'Alle Fristen'],
  runsFrom: ['Runs from', 'Läuft ab'],
  endedBy: ['Ended by', 'Beendet durch'],
  withRow: [(row: string) => `goes with ${row}`, (row: string) => `geht mit ${row}`],
  ledger: [
    'nobody: a ledger only grows; without keys it names nobody',
    'niemanden: Ein Register wächst nur; ohne Schlüssel nennt es niemanden',
  ],
  executor: ['the hourly run', 'den stündlichen Lauf'],
  ownJob: ['a job of its own', 'eine eigene Aufgabe'],
  byPromise: ['what we promise', 'was wir versprechen'],
  byHouse: ['a rule of the house', 'eine Regel des Hauses'],
  law: ['The law behind it', 'Das Gesetz dahinter'],
  lawSays: [
    (country: string, version: string) => `Law pack ${country}, as of ${version}. Data, not legal advice.`,
    (country: string, version: string) =>
      `Gesetzespaket ${country}, Stand ${version}. Daten, keine Rechtsberatung.`,
  ],
  unverified: ['not checked against the law itself', 'nicht am Gesetz selbst geprüft'],
  runs: ['Last runs', 'Letzte Läufe'],
  runsNone: ['No run has ended anything yet', 'Noch hat kein Lauf etwas beendet'],
  byPerson: ['started by hand', 'von Hand gestartet'],
  drills: ['Restore drills', 'Wiederherstellungsproben'],
  drillsSays: [
    'Once a month a backup is put back into databases of its own and every row is compared. Whoever runs the server sees what came of it in its log.',
    'Einmal im Monat wird eine Sicherung in eigene Datenbanken zurückgespielt und jede Zeile verglichen. Wer den Server betreibt, sieht im Protokoll, was dabei herauskam.',
  ],
  drillsNone: [
    'None yet: the first is held within the first hours of a worker.',
    'Noch keine: Die erste findet in den ersten Stunden eines Workers statt.',
  ],
  passed: ['passed', 'bestanden'],
  failed: ['failed', 'gescheitert'],
  'not possible': ['not possible', 'nicht möglich'],
});
