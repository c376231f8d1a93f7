import { words } from '../../../words/words.ts';

export const holdsWords = words({
  title: ['What must not go', 'Was nicht gehen darf'],
  says: [
    'A hold keeps part of an order or of what we know of a person against every clock and every erasure, for a court, an authority, a claim or an audit. Never a whole account. What it is called lies sealed.',
    'Eine Sperre hält einen Teil einer Bestellung oder dessen, was wir von jemandem wissen, gegen jede Frist und jede Löschung, für ein Gericht, eine Behörde, einen Anspruch oder eine Prüfung. Nie ein ganzes Konto. Wie der Fall heißt, liegt versiegelt.',
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
  whose: ['Of which order or person', 'Von welcher Bestellung oder Person'],
  findByAll: [
    'Search by order number, name or e-mail address',
    'Suche nach Bestellnummer, Name oder E-Mail-Adresse',
  ],
  findByNumber: [
    'Search by order number; your role shows people masked and does not search by name',
    'Suche nach Bestellnummer; deine Rolle zeigt Personen verdeckt und sucht nicht nach Namen',
  ],
  orders: ['Orders', 'Bestellungen'],
  people: ['People', 'Personen'],
  searching: ['Searching…', 'Wird gesucht …'],
  nothingFound: ['Nothing is called that.', 'Nichts heißt so.'],
  parts: ['What must not go', 'Was nicht gehen darf'],
  heldAlready: ['held already', 'schon gesperrt'],
  keeps: [
    (count: number) =>
      count === 1
        ? 'What you ticked stays, whatever clock or erasure would end it. Everything else goes as it would.'
        : `The ${count} things you ticked stay, whatever clock or erasure would end them. Everything else goes as it would.`,
    (count: number) =>
      count === 1
        ? 'Was du angekreuzt hast, bleibt, welche Frist oder Löschung es auch beenden würde. Alles andere geht wie sonst.'
        : `Die ${count} Dinge, die du angekreuzt hast, bleiben, welche Frist oder Löschung sie auch beenden würde. Alles andere geht wie sonst.`,
  ],
  untilReleased: [
    'It holds at once and until two colleagues release it; somebody looks again after six months.',
    'Sie gilt sofort und bis zwei sie aufheben; nach sechs Monaten sieht jemand wieder nach.',
  ],
  order: ['Order', 'Bestellung'],
  ofNumber: [(number: string) => `of ${number}`, (number: string) => `zu ${number}`],
  rowItself: ['goods, amounts and dates', 'Waren, Beträge und Daten'],
  buyer: ['buyer', 'wer kauft'],
  recipient: ['recipient', 'wer empfängt'],
  billTo: ['on the invoice', 'auf der Rechnung'],
  ground: ['Because of', 'Wegen'],
  reference: ['What the case is called', 'Wie der Fall heißt'],
  referenceSays: [
    'Such as a file number; it is kept sealed',
    'Etwa ein Aktenzeichen; es wird versiegelt aufbewahrt',
  ],
});
