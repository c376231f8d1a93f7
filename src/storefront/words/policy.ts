import { words } from '../words.ts';

/** Words around the policy, its versions, the processors and the trust page. */
export const policyPageWords = words({
  policy: { en: 'Privacy policy', de: 'Datenschutzerklärung' },
  forWhom: { en: 'For whom', de: 'Für wen' },
  customer: { en: 'Visitors and customers', de: 'Besucher und Kunden' },
  account: { en: 'Account holders', de: 'Personen mit Konto' },
  vendor: { en: 'Vendors', de: 'Verkäufer' },
  staff: { en: 'Staff', de: 'Beschäftigte' },
  inLanguage: { en: 'Language of the policy', de: 'Sprache der Erklärung' },
  more: { en: 'See also', de: 'Siehe auch' },
  history: { en: 'Versions and what changed', de: 'Fassungen und was sich geändert hat' },
  processors: { en: 'Companies that get data', de: 'Firmen, die Daten bekommen' },
  trust: { en: 'What we promise, and how it is checked', de: 'Was wir versprechen und wie es geprüft wird' },
  cookies: { en: 'Which cookies there are', de: 'Welche Cookies es gibt' },
  centre: { en: 'Your data', de: 'Ihre Daten' },
  draftLead: {
    en: 'This policy has not been published yet, because something is missing that only the shop can say. What stands here is what the software does now.',
    de: 'Diese Erklärung ist noch nicht veröffentlicht, weil etwas fehlt, das nur der Shop sagen kann. Hier steht, was die Software jetzt tut.',
  },
  behindNow: {
    en: 'Since this version was published, something has changed. The next version will say so:',
    de: 'Seit dieser Fassung hat sich etwas geändert. Die nächste wird es enthalten:',
  },
  archived: {
    en: (number: number) => `This is version ${number}, as it was published. It no longer holds.`,
    de: (number: number) => `Das ist Fassung ${number}, wie sie veröffentlicht wurde. Sie gilt nicht mehr.`,
  },
  current: { en: 'To the version that holds', de: 'Zur geltenden Fassung' },
  behind: {
    en: 'The small marks name the promise or the law behind each sentence. A promise leads to how it is checked.',
    de: 'Die kleinen Zeichen nennen das Versprechen oder das Gesetz hinter jedem Satz. Ein Versprechen führt zu seiner Prüfung.',
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
    de: 'Der Text ist derselbe, und was wir tun, auch.',
  },
  material: {
    en: 'A change that matters to you. We told our readers.',
    de: 'Eine Änderung, die für Sie wichtig ist. Wir haben darüber informiert.',
  },
  immaterial: {
    en: 'Nothing more than before is collected, used, given away or kept.',
    de: 'Es wird nicht mehr erhoben, verwendet, weitergegeben oder aufbewahrt als vorher.',
  },
  readIt: { en: 'Read this version', de: 'Diese Fassung lesen' },
  whatChanged: { en: 'What changed', de: 'Was sich geändert hat' },
  noneYet: { en: 'No version has been published yet.', de: 'Es ist noch keine Fassung veröffentlicht.' },
  processorsLead: {
    en: 'Only these companies may get data, and only for what stands here. To anybody else, the software refuses to send anything.',
    de: 'Nur diese Firmen dürfen Daten bekommen, und nur für das, was hier steht. Allen anderen schickt die Software nichts.',
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
    en: 'Here is every promise of our privacy policy, what is checked to see that we keep it, and when that last went well. Some checks run every night over what this shop stores; the others try the software before each release. A promise that nothing checks yet is called open and does not count as kept.',
    de: 'Hier steht jedes Versprechen unserer Datenschutzerklärung, was geprüft wird, damit wir es halten, und wann das zuletzt gelang. Manche Prüfungen laufen jede Nacht über das, was dieser Shop speichert; die anderen erproben die Software vor jeder neuen Version. Ein Versprechen, das noch nichts prüft, heißt offen und zählt nicht als gehalten.',
  },
  holds: { en: 'Kept', de: 'Gehalten' },
  fails: { en: 'Did not pass', de: 'Nicht bestanden' },
  pending: { en: 'Open', de: 'Offen' },
  counts: {
    en: (holds: number, fails: number, pending: number) =>
      `${holds} promises kept, ${fails} not passed, ${pending} open.`,
    de: (holds: number, fails: number, pending: number) =>
      `${holds} Versprechen gehalten, ${fails} nicht bestanden, ${pending} offen.`,
  },
  needsFace: {
    en: 'Open: the part of the software that it is about does not exist yet.',
    de: 'Offen: den Teil der Software, um den es geht, gibt es noch nicht.',
  },
  needsCheck: { en: 'Open: nothing checks it yet.', de: 'Offen: noch prüft es nichts.' },
  notRun: {
    en: 'Open: its check has not run here yet.',
    de: 'Offen: seine Prüfung ist hier noch nicht gelaufen.',
  },
  byNight: { en: 'Checked in this shop every night', de: 'Jede Nacht in diesem Shop geprüft' },
  byRelease: { en: 'Tried before this release', de: 'Vor dieser Version erprobt' },
  lastPassed: {
    en: (when: string) => `last passed ${when}`,
    de: (when: string) => `zuletzt bestanden ${when}`,
  },
  dayUnknown: { en: 'passed, the day was not noted', de: 'bestanden, der Tag wurde nicht festgehalten' },
  neverRun: { en: 'has not run here yet', de: 'hier noch nicht gelaufen' },
  neverPassed: { en: 'has not passed yet', de: 'noch nie bestanden' },
  notice: {
    en: 'Our privacy policy has changed.',
    de: 'Unsere Datenschutzerklärung hat sich geändert.',
  },
  noticeLink: { en: 'What changed', de: 'Was sich geändert hat' },
  noticeSeen: { en: 'I have seen it', de: 'Gesehen' },
});
