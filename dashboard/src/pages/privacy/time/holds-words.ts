import { words } from '../../../words/words.ts';

export const holdsWords = words({
  title: ['What must not go', 'Was nicht gehen darf'],
  says: [
    'A hold keeps one row, or fields of it, against every clock and every erasure, for a court, an authority, a claim or an audit. Never a whole account. What it is called lies sealed.',
    'Eine Sperre hält einen Eintrag oder Felder davon gegen jede Frist und jede Löschung, für ein Gericht, eine Behörde, einen Anspruch oder eine Prüfung. Nie ein ganzes Konto. Wie der Fall heißt, liegt versiegelt.',
  ],
  none: ['Nothing is held', 'Nichts ist gesperrt'],
  noneDo: [
    'Place a hold when somebody with a right to it asks for evidence to be kept.',
    'Setze eine Sperre, wenn jemand mit Recht darauf verlangt, dass Beweise bleiben.',
  ],
  place: ['Place a hold', 'Sperre setzen'],
  placed: [
    'Held from now on. Another colleague should agree.',
    'Ab jetzt gesperrt. Jemand anderes sollte zustimmen.',
  ],
  case: ['Case', 'Fall'],
  onWhat: ['On what', 'Worauf'],
  state: ['State', 'Stand'],
  review: ['Look again', 'Wieder ansehen'],
  wholeRow: ['the whole row', 'der ganze Eintrag'],
  court: ['Court', 'Gericht'],
  authority: ['Authority', 'Behörde'],
  claim: ['Claim', 'Anspruch'],
  audit: ['Audit', 'Prüfung'],
  waits: ['waits for a second yes', 'wartet auf eine zweite Zustimmung'],
  agreed: ['agreed', 'zugestimmt'],
  leaving: ['somebody asks to release it', 'jemand bittet, sie aufzuheben'],
  approve: ['Agree', 'Zustimmen'],
  approved: ['Agreed.', 'Zugestimmt.'],
  askRelease: ['Ask to release', 'Aufheben erbitten'],
  asked: ['Asked: another colleague releases it.', 'Erbeten: Jemand anderes hebt sie auf.'],
  release: ['Release', 'Aufheben'],
  released: [
    'Released: clocks and erasures that waited go on.',
    'Aufgehoben: Wartende Fristen und Löschungen gehen weiter.',
  ],
  table: ['Kind of row', 'Art des Eintrags'],
  rowId: ['Key of the row', 'Schlüssel des Eintrags'],
  rowIdSays: [
    'As it stands in the address of its page or in the audit log',
    'Wie er in der Adresse seiner Seite oder im Protokoll steht',
  ],
  fields: ['Fields', 'Felder'],
  fieldsSay: ['None means the whole row', 'Keines heißt der ganze Eintrag'],
  ground: ['Because of', 'Wegen'],
  reference: ['What the case is called', 'Wie der Fall heißt'],
  referenceSays: [
    'Such as a file number; it is kept sealed',
    'Etwa ein Aktenzeichen; es wird versiegelt aufbewahrt',
  ],
});
