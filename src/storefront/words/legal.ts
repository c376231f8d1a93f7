import { words } from '../words.ts';

/** Words of the privacy centre, the imprint and the pages for what went wrong. */
export const legalWords = words({
  imprint: { en: 'Imprint', de: 'Impressum' },
  responsible: { en: 'Responsible for this shop', de: 'Verantwortlich für diesen Shop' },
  contact: { en: 'Contact', de: 'Kontakt' },
  registration: { en: 'Register', de: 'Register' },
  vatId: { en: 'VAT number', de: 'Umsatzsteuer-ID' },
  privacy: { en: 'Your data', de: 'Ihre Daten' },
  privacyLead: {
    en: 'You came to look at things, not to be looked at. This page says what we know about you, why, and for how long.',
    de: 'Sie sind gekommen, um sich Dinge anzusehen, nicht um angesehen zu werden. Hier steht, was wir über Sie wissen, wozu und wie lange.',
  },
  whatTitle: { en: 'What we know', de: 'Was wir wissen' },
  whatVisit: {
    en: 'While you look around: nothing that names you. No statistics follow you, and no other company learns that you were here.',
    de: 'Während Sie sich umsehen: nichts, was Sie benennt. Keine Statistik folgt Ihnen, und keine andere Firma erfährt, dass Sie hier waren.',
  },
  whatCart: {
    en: 'When you put something into the cart: what is in it. It is kept for 30 days after the last change.',
    de: 'Wenn Sie etwas in den Warenkorb legen: was darin ist. Er bleibt 30 Tage nach der letzten Änderung.',
  },
  whatOrder: {
    en: 'When you order: your e-mail address, your name, where the parcel goes and, if you tell us, your phone number. We need them to carry out the order. What tax law asks us to keep, we keep as long as it asks.',
    de: 'Wenn Sie bestellen: Ihre E-Mail-Adresse, Ihren Namen, wohin das Paket geht und, wenn Sie sie angeben, Ihre Telefonnummer. Das brauchen wir, um die Bestellung auszuführen. Was das Steuerrecht verlangt, heben wir so lange auf, wie es das verlangt.',
  },
  whatAccount: {
    en: 'When you open an account: your address, your name, your saved addresses, and on which devices you are signed in, until you close it.',
    de: 'Wenn Sie ein Konto eröffnen: Ihre Adresse, Ihren Namen, Ihre gespeicherten Anschriften und auf welchen Geräten Sie angemeldet sind, bis Sie es schließen.',
  },
  howTitle: { en: 'How we keep it', de: 'Wie wir es aufbewahren' },
  howText: {
    en: 'Everything that says something about you lies encrypted in our database, with a key that belongs to you alone. Every reading by a member of staff is recorded with its reason. The mails we send you are kept encrypted for 30 days.',
    de: 'Alles, was etwas über Sie sagt, liegt verschlüsselt in unserer Datenbank, mit einem Schlüssel, der nur zu Ihnen gehört. Jedes Lesen durch Mitarbeitende wird mit Grund vermerkt. Die Mails, die wir Ihnen schicken, bleiben 30 Tage verschlüsselt liegen.',
  },
  whoTitle: { en: 'Who gets it', de: 'Wer es bekommt' },
  whoText: {
    en: 'Only those who carry out your order: the carrier gets the address on the parcel. Nobody else.',
    de: 'Nur wer Ihre Bestellung ausführt: der Paketdienst bekommt die Anschrift auf dem Paket. Sonst niemand.',
  },
  rightsTitle: { en: 'What you can ask for', de: 'Was Sie verlangen können' },
  rightsText: {
    en: 'You may see, correct and take along what we know about you, have it deleted, restrict or object to its use, and complain to a supervisory authority. Write to us, one line is enough:',
    de: 'Sie können sehen, berichtigen und mitnehmen, was wir über Sie wissen, es löschen lassen, die Verwendung einschränken oder ihr widersprechen und sich bei einer Aufsichtsbehörde beschweren. Schreiben Sie uns, eine Zeile genügt:',
  },
  policyLink: { en: 'The privacy policy in full', de: 'Die Datenschutzerklärung im Ganzen' },
  cookiesLink: { en: 'Which cookies there are', de: 'Welche Cookies es gibt' },
  ordersLink: { en: 'Your orders and your account', de: 'Ihre Bestellungen und Ihr Konto' },
  policy: { en: 'Privacy policy', de: 'Datenschutzerklärung' },
  controller: { en: 'Who is responsible', de: 'Wer verantwortlich ist' },
  basisTitle: { en: 'What for, on which basis, until when', de: 'Wozu, auf welcher Grundlage, bis wann' },
  purpose: { en: 'What for', de: 'Wozu' },
  basis: { en: 'Basis', de: 'Grundlage' },
  until: { en: 'Until when', de: 'Bis wann' },
  basisContract: { en: 'Contract, GDPR art. 6(1)(b)', de: 'Vertrag, Art. 6 Abs. 1 b DSGVO' },
  basisLaw: { en: 'Legal obligation, GDPR art. 6(1)(c)', de: 'Rechtliche Pflicht, Art. 6 Abs. 1 c DSGVO' },
  basisInterest: {
    en: 'Legitimate interest, GDPR art. 6(1)(f)',
    de: 'Berechtigtes Interesse, Art. 6 Abs. 1 f DSGVO',
  },
  forCart: { en: 'Keeping your cart', de: 'Ihren Warenkorb behalten' },
  forOrder: {
    en: 'Carrying out your order and answering questions about it',
    de: 'Ihre Bestellung ausführen und Fragen dazu beantworten',
  },
  forAccount: { en: 'Your account and your sign-in', de: 'Ihr Konto und Ihre Anmeldung' },
  forBooks: { en: 'Invoices and books', de: 'Rechnungen und Bücher' },
  forSafety: {
    en: 'Protecting accounts and the shop against misuse',
    de: 'Konten und Shop vor Missbrauch schützen',
  },
  untilCart: { en: '30 days after its last change', de: '30 Tage nach der letzten Änderung' },
  untilOrder: { en: 'until claims from it are over', de: 'bis keine Ansprüche mehr daraus entstehen' },
  untilAccount: { en: 'until you close the account', de: 'bis Sie das Konto schließen' },
  untilBooks: { en: 'as long as tax law asks', de: 'so lange, wie das Steuerrecht es verlangt' },
  untilSafety: { en: '90 days', de: '90 Tage' },
  noDecisions: {
    en: 'We make no automatic decisions about you and build no profiles.',
    de: 'Wir treffen keine automatischen Entscheidungen über Sie und legen keine Profile an.',
  },
  gpcText: {
    en: 'Browsers can send a signal that says: do not sell or share my data (Global Privacy Control). We do neither, with or without it.',
    de: 'Browser können ein Signal senden: Verkauft und teilt meine Daten nicht (Global Privacy Control). Wir tun beides nicht, mit und ohne Signal.',
  },
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
