import { words } from '../words.ts';

/** Words around the policy, its versions, the processors and the trust page. */
export const policyPageWords = words({
  policy: { en: 'Privacy policy', de: 'Datenschutzerklärung' },
  forWhom: { en: 'For whom', de: 'Für wen' },
  customer: { en: 'Visitors and customers', de: 'Besucher und Kunden' },
  account: { en: 'Account holders', de: 'Menschen mit Konto' },
  vendor: { en: 'Vendors', de: 'Verkäufer' },
  staff: { en: 'Staff', de: 'Mitarbeitende' },
  inLanguage: { en: 'Language of the policy', de: 'Sprache der Erklärung' },
  more: { en: 'See also', de: 'Siehe auch' },
  history: { en: 'Versions and what changed', de: 'Fassungen und was sich geändert hat' },
  processors: { en: 'Companies that get data', de: 'Firmen, die Daten bekommen' },
  trust: { en: 'What we promise, and what checks it', de: 'Was wir versprechen, und was es prüft' },
  cookies: { en: 'Which cookies there are', de: 'Welche Cookies es gibt' },
  centre: { en: 'Your data', de: 'Ihre Daten' },
  draftLead: {
    en: 'This policy has not been published yet, because something is missing that only the shop can say. What stands here is what the software does now.',
    de: 'Diese Erklärung ist noch nicht veröffentlicht, weil etwas fehlt, das nur der Shop sagen kann. Hier steht, was die Software jetzt tut.',
  },
  behindNow: {
    en: 'Since this version was published, something has changed that the next version will say:',
    de: 'Seit diese Fassung veröffentlicht wurde, hat sich etwas geändert, das die nächste sagen wird:',
  },
  archived: {
    en: (number: number) => `This is version ${number}, as it was published. It no longer holds.`,
    de: (number: number) => `Das ist Fassung ${number}, wie sie veröffentlicht wurde. Sie gilt nicht mehr.`,
  },
  current: { en: 'To the version that holds', de: 'Zur geltenden Fassung' },
  behind: {
    en: 'The small marks name the promise or the law behind a sentence, and lead to what checks it.',
    de: 'Die kleinen Zeichen nennen das Versprechen oder das Gesetz hinter einem Satz und führen zu dem, was es prüft.',
  },
  version: { en: (number: number) => `Version ${number}`, de: (number: number) => `Fassung ${number}` },
  changesTitle: {
    en: (number: number) => `What version ${number} changed`,
    de: (number: number) => `Was Fassung ${number} geändert hat`,
  },
  firstVersion: {
    en: 'This is the first version; there was none before it.',
    de: 'Das ist die erste Fassung; davor gab es keine.',
  },
  nothingChanged: {
    en: 'The words are the same, and so is what we do.',
    de: 'Die Worte sind dieselben, und was wir tun, auch.',
  },
  material: {
    en: 'A change that matters to readers: they were told.',
    de: 'Eine Änderung, die für Leser wichtig ist: sie wurden informiert.',
  },
  immaterial: {
    en: 'Nothing more is held, used, given away or kept.',
    de: 'Es wird nichts zusätzlich gesammelt, verwendet, weitergegeben oder aufgehoben.',
  },
  readIt: { en: 'Read this version', de: 'Diese Fassung lesen' },
  whatChanged: { en: 'What changed', de: 'Was sich geändert hat' },
  noneYet: { en: 'No version has been published yet.', de: 'Es ist noch keine Fassung veröffentlicht.' },
  processorsLead: {
    en: 'These companies may get data now, for exactly this. Who is not here gets nothing: the software refuses to send it.',
    de: 'Diese Firmen können jetzt Daten bekommen, genau dafür. Wer hier nicht steht, bekommt nichts: die Software weigert sich, es zu senden.',
  },
  processorsNone: {
    en: 'No other company gets data from this shop now.',
    de: 'Zurzeit bekommt keine andere Firma Daten von diesem Shop.',
  },
  company: { en: 'Company', de: 'Firma' },
  does: { en: 'What it does', de: 'Was sie tut' },
  country: { en: 'Country', de: 'Land' },
  gets: { en: 'What it gets', de: 'Was sie bekommt' },
  whatFor: { en: 'What for', de: 'Wozu' },
  transfer: { en: 'Transfer', de: 'Übermittlung' },
  trustTitle: { en: 'What we promise', de: 'Was wir versprechen' },
  trustLead: {
    en: 'Every promise of our privacy policy stands here with the check that tries it, and when that last passed. A promise that nothing checks yet is called pending, and does not count as kept.',
    de: 'Hier steht jedes Versprechen unserer Datenschutzerklärung mit der Prüfung, die es erprobt, und wann sie zuletzt bestanden wurde. Ein Versprechen, das noch nichts prüft, heißt offen und zählt nicht als gehalten.',
  },
  holds: { en: 'Holds', de: 'Gehalten' },
  fails: { en: 'Did not pass', de: 'Nicht bestanden' },
  pending: { en: 'Pending', de: 'Offen' },
  counts: {
    en: (holds: number, fails: number, pending: number) =>
      `${holds} hold, ${fails} did not pass, ${pending} are pending.`,
    de: (holds: number, fails: number, pending: number) =>
      `${holds} gehalten, ${fails} nicht bestanden, ${pending} offen.`,
  },
  needsFace: {
    en: 'Pending: the part of the software that it is about does not exist yet.',
    de: 'Offen: den Teil der Software, um den es geht, gibt es noch nicht.',
  },
  needsCheck: { en: 'Pending: nothing checks it yet.', de: 'Offen: noch prüft es nichts.' },
  notRun: {
    en: 'Pending: its check has not run here yet.',
    de: 'Offen: seine Prüfung ist hier noch nicht gelaufen.',
  },
  byNight: { en: 'Checked over what is stored', de: 'Geprüft an dem, was gespeichert ist' },
  byRelease: { en: 'Tried by the tests of this release', de: 'Erprobt von den Tests dieser Version' },
  lastPassed: {
    en: (when: string) => `last passed ${when}`,
    de: (when: string) => `zuletzt bestanden ${when}`,
  },
  dayUnknown: { en: 'passed, on a day that is not known', de: 'bestanden, der Tag ist nicht bekannt' },
  neverRun: { en: 'has not run here yet', de: 'hier noch nicht gelaufen' },
  neverPassed: { en: 'has not passed yet', de: 'noch nie bestanden' },
  notice: {
    en: 'Our privacy policy has changed.',
    de: 'Unsere Datenschutzerklärung hat sich geändert.',
  },
  noticeLink: { en: 'What changed', de: 'Was sich geändert hat' },
  noticeSeen: { en: 'I have seen it', de: 'Gesehen' },
});
