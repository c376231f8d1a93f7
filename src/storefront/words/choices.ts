import { words } from '../words.ts';

/** Words of the bar that asks, the page of choices and the page of cookies. */
export const choicesWords = words({
  title: { en: 'What your browser may keep', de: 'Was Ihr Browser behalten darf' },
  link: { en: 'Your choices', de: 'Ihre Auswahl' },
  bar: { en: 'This shop would like to ask you', de: 'Dieser Shop möchte Sie etwas fragen' },
  barLead: {
    en: (what: string) =>
      `May this shop do more than it needs to? It would: ${what}. Everything works without it.`,
    de: (what: string) => `Darf dieser Shop mehr tun, als er muss? Er würde: ${what}. Alles geht auch ohne.`,
  },
  refuseAll: { en: 'Refuse all', de: 'Alles ablehnen' },
  allowAll: { en: 'Allow all', de: 'Alles erlauben' },
  choose: { en: 'Choose one by one', de: 'Einzeln auswählen' },
  lead: {
    en: 'The shop works whatever you choose here. You can change it at any time, and a no counts from the next page on.',
    de: 'Der Shop funktioniert, was immer Sie hier wählen. Sie können es jederzeit ändern; ein Nein gilt ab der nächsten Seite.',
  },
  nothingToChoose: {
    en: 'There is nothing to choose: this shop leaves only what it cannot do without in your browser, and nobody has to ask you about that.',
    de: 'Es gibt nichts auszuwählen: Dieser Shop lässt in Ihrem Browser nur, ohne was er nicht funktioniert, und danach muss Sie niemand fragen.',
  },
  always: { en: 'Always there', de: 'Immer dabei' },
  alwaysText: {
    en: 'Your cart, your sign-in and your language. They serve only what you asked for.',
    de: 'Ihr Warenkorb, Ihre Anmeldung und Ihre Sprache. Sie dienen nur dem, was Sie wollten.',
  },
  yes: { en: 'Yes', de: 'Ja' },
  no: { en: 'No', de: 'Nein' },
  confirmed: {
    en: 'Yes, although my browser asks not to sell or share',
    de: 'Ja, obwohl mein Browser Verkauf und Weitergabe untersagt',
  },
  save: { en: 'Save my choice', de: 'Auswahl speichern' },
  saved: { en: 'Your choice counts from now on.', de: 'Ihre Auswahl gilt ab jetzt.' },
  gpcTitle: { en: 'Global Privacy Control', de: 'Global Privacy Control' },
  gpcOn: {
    en: 'Your browser asks us not to sell or share your data. Honoured: opted out.',
    de: 'Ihr Browser untersagt uns, Ihre Daten zu verkaufen oder weiterzugeben. Beachtet: abgemeldet.',
  },
  gpcOff: {
    en: 'Your browser does not send this signal. It would be honoured.',
    de: 'Ihr Browser sendet dieses Signal nicht. Es würde beachtet.',
  },
  gpcKnown: {
    en: 'We remember it for you, in every browser in which you are signed in.',
    de: 'Wir merken es uns für Sie, in jedem Browser, in dem Sie angemeldet sind.',
  },
  gpcNote: {
    en: 'Your browser asks us not to sell or share your data: honoured.',
    de: 'Ihr Browser untersagt Verkauf und Weitergabe Ihrer Daten: beachtet.',
  },
  answers: { en: 'What you have answered', de: 'Was Sie geantwortet haben' },
  answeredOn: { en: 'When', de: 'Wann' },
  question: { en: 'Question', de: 'Frage' },
  answer: { en: 'Answer', de: 'Antwort' },
  receipt: { en: 'Receipt', de: 'Beleg' },
  granted: { en: 'Yes', de: 'Ja' },
  withdrawn: { en: 'Taken back', de: 'Zurückgenommen' },
  refused: { en: 'No', de: 'Nein' },
  objected: { en: 'Objected', de: 'Widersprochen' },
  whoSets: { en: 'Who sets it', de: 'Wer es setzt' },
  us: { en: 'this shop', de: 'dieser Shop' },
  essential: { en: 'Essential', de: 'Notwendig' },
  essentialText: {
    en: 'For what you ask for; nobody has to ask you about it.',
    de: 'Für das, was Sie wollen; danach muss Sie niemand fragen.',
  },
  askedText: {
    en: 'Only after you said yes; taken out of your browser when you say no.',
    de: 'Nur nachdem Sie Ja gesagt haben; aus Ihrem Browser entfernt, wenn Sie Nein sagen.',
  },
  cookiesAsked: {
    en: 'Essential cookies serve only what you ask for. Everything else is off until you allow it, and you can take that back at any time.',
    de: 'Notwendige Cookies dienen nur dem, was Sie wollen. Alles andere ist aus, bis Sie es erlauben, und Sie können das jederzeit zurücknehmen.',
  },
  nothingElse: {
    en: 'Nothing else is stored in your browser.',
    de: 'Sonst wird nichts in Ihrem Browser gespeichert.',
  },
  cookie: { en: 'Cookie', de: 'Cookie' },
  storage: { en: 'Storage', de: 'Speicher' },
  script: { en: 'Script', de: 'Skript' },
  staffTitle: { en: 'For those who work here', de: 'Für alle, die hier arbeiten' },
  staffText: {
    en: 'Only in the dashboard, never in the browser of somebody who buys.',
    de: 'Nur im Dashboard, nie im Browser von jemandem, der kauft.',
  },
  seen: { en: 'Recently seen', de: 'Zuletzt angesehen' },
});
