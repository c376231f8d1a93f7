import { words } from '../words.ts';

/** Words of the privacy centre, the imprint and the pages for what went wrong. */
export const legalWords = words({
  imprint: { en: 'Imprint', de: 'Impressum' },
  responsible: { en: 'Responsible for this shop', de: 'Verantwortlich für diesen Shop' },
  contact: { en: 'Contact', de: 'Kontakt' },
  registration: { en: 'Register', de: 'Register' },
  vatId: { en: 'VAT number', de: 'Umsatzsteuer-ID' },
  privacy: { en: 'Your data', de: 'Ihre Daten' },
  cookiesLink: { en: 'Which cookies there are', de: 'Welche Cookies es gibt' },
  cookies: { en: 'Cookies', de: 'Cookies' },
  cookiesLead: {
    en: 'There are only cookies that the shop cannot do without. That is why nobody asks you about them.',
    de: 'Es gibt nur Cookies, ohne die der Shop nicht funktioniert. Deshalb fragt Sie niemand danach.',
  },
  cookieName: { en: 'Name', de: 'Name' },
  cookieFor: { en: 'What for', de: 'Wozu' },
  cookieLasts: { en: 'How long', de: 'Wie lange' },
  noOthers: {
    en: 'Nothing else is stored in your browser, and nothing on these pages comes from another company.',
    de: 'Sonst wird nichts in Ihrem Browser gespeichert, und nichts auf diesen Seiten kommt von einer anderen Firma.',
  },
});

/** Words for what went wrong. */
export const problemWords = words({
  notFound: { en: 'There is nothing at this address', de: 'Unter dieser Adresse gibt es nichts' },
  notFoundHelp: {
    en: 'It may have moved or been sold out for good. The search finds what is here now.',
    de: 'Vielleicht ist es umgezogen oder endgültig ausverkauft. Die Suche findet, was jetzt da ist.',
  },
  over: { en: 'No longer good', de: 'Gilt nicht mehr' },
  yourData: { en: 'To your data', de: 'Zu Ihren Daten' },
  failed: { en: 'Something went wrong on our side', de: 'Bei uns ist etwas schiefgegangen' },
  failedHelp: {
    en: 'It was noted. Nothing was half done: what you had before is still there. Try again in a moment.',
    de: 'Es wurde vermerkt. Nichts ist halb getan: Was vorher da war, ist noch da. Versuchen Sie es gleich noch einmal.',
  },
  refused: { en: 'That did not work', de: 'Das hat nicht geklappt' },
  refusedHelp: { en: 'Nothing was changed.', de: 'Es wurde nichts geändert.' },
  signIn: { en: 'Please sign in first', de: 'Bitte zuerst anmelden' },
  signInLink: { en: 'Sign in', de: 'Anmelden' },
  home: { en: 'To the front page', de: 'Zur Startseite' },
  back: { en: 'Go back', de: 'Zurück' },
  code: {
    en: (code: string) => `Code for questions: ${code}`,
    de: (code: string) => `Kennwort für Rückfragen: ${code}`,
  },
});
