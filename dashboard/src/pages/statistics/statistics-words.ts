import { words } from '../../words/words.ts';

export const statisticsWords = words({
  title: ['Visitors', 'Besuche'],
  span: ['How many days', 'Wie viele Tage'],
  days: [(count: string) => `${count} days`, (count: string) => `${count} Tage`],
  visitors: ['Visitors', 'Besucher'],
  views: ['Page views', 'Seitenaufrufe'],
  today: ['Today so far', 'Heute bisher'],
  atLeast: [(count: string) => `at least ${count}`, (count: string) => `mindestens ${count}`],
  perDay: ['Visitors per day', 'Besucher pro Tag'],
  summed: [
    'Added up day by day: somebody who comes on two days counts twice, because nobody can tell that it was them.',
    'Tag für Tag zusammengezählt: Wer an zwei Tagen kommt, zählt zweimal, denn niemand kann wissen, dass es dieselbe Person war.',
  ],
  few: ['fewer than 5', 'weniger als 5'],
  waiting: ['being counted', 'wird gezählt'],
  nobody: ['nobody', 'niemand'],
  table: ['The same as a table', 'Dasselbe als Tabelle'],
  day: ['Day', 'Tag'],
  pages: ['Pages', 'Seiten'],
  sites: ['Where they came from', 'Woher sie kamen'],
  browsers: ['Browsers', 'Browser'],
  devices: ['Devices', 'Geräte'],
  led: ['Read before an order', 'Vor einer Bestellung gelesen'],
  ledSays: ['Only of visits that allowed it.', 'Nur von Besuchen, die das erlaubt haben.'],
  other: ['everything smaller, together', 'alles Kleinere zusammen'],
  direct: ['no other site', 'keine andere Seite'],
  desktop: ['Computer', 'Computer'],
  mobile: ['Phone', 'Telefon'],
  tablet: ['Tablet', 'Tablet'],
  tv: ['Television', 'Fernseher'],
  noneHere: ['Nothing with five visitors on one day.', 'Nichts mit fünf Besuchern an einem Tag.'],
  viewsOnly: [(count: string) => `${count} page views`, (count: string) => `${count} Seitenaufrufe`],
  off: ['This shop counts nobody', 'Dieser Shop zählt niemanden'],
  offDo: [
    'Its policy promises that visitors are not counted, so they are not.',
    'Seine Datenschutzerklärung verspricht, Besuche nicht zu zählen, also werden sie nicht gezählt.',
  ],
  empty: ['No day has been counted yet', 'Noch ist kein Tag gezählt'],
  emptyDo: [
    'A day appears here when it is over and had at least five visitors. Until then not even we can see more.',
    'Ein Tag erscheint hier, wenn er vorbei ist und mindestens fünf Besucher hatte. Bis dahin sehen auch wir nicht mehr.',
  ],
  how: [
    (percent: string, exact: string) =>
      `No cookie, no list of people: browsers are told apart within one day (UTC) by a secret that is destroyed after it. What fewer than five people did is not stored. Up to ${exact} visitors a day are exact, more are within ${percent}.`,
    (percent: string, exact: string) =>
      `Kein Cookie, keine Liste von Menschen: Browser werden innerhalb eines Tages (UTC) durch ein Geheimnis unterschieden, das danach vernichtet wird. Was weniger als fünf Menschen taten, wird nicht gespeichert. Bis ${exact} Besucher am Tag sind genau, mehr auf ${percent}.`,
  ],
});
