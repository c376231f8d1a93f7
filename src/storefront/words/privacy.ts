import { words } from '../words.ts';

/** Words of the privacy centre: a letter to whoever reads it. */
export const privacyWords = words({
  title: { en: 'Your data', de: 'Ihre Daten' },
  lead: {
    en: 'Here you see what we know about you, why, until when and who got it, and you decide what becomes of it.',
    de: 'Hier sehen Sie, was wir über Sie wissen, wozu, bis wann und wer es bekam, und Sie entscheiden, was daraus wird.',
  },
  openTitle: { en: 'See what we know about you', de: 'Sehen, was wir über Sie wissen' },
  openText: {
    en: 'Tell us the e-mail address that you ordered with, and we send a link there. That way only whoever reads its mail sees what is kept under it.',
    de: 'Nennen Sie uns die E-Mail-Adresse, mit der Sie bestellt haben, und wir schicken einen Link dorthin. So sieht nur, wer die Mails dieser Adresse liest, was wir zu ihr gespeichert haben.',
  },
  email: { en: 'E-mail address', de: 'E-Mail-Adresse' },
  sendLink: { en: 'Send me the link', de: 'Link schicken' },
  sentTitle: { en: 'Check your inbox', de: 'Sehen Sie in Ihr Postfach' },
  sentText: {
    en: 'If that address is yours, a link will be in its inbox within a few minutes. It works once, for 24 hours. We say the same whether we know the address or not.',
    de: 'Wenn die Adresse Ihre ist, liegt in wenigen Minuten ein Link im Postfach. Er gilt einmal und 24 Stunden lang. Wir sagen dasselbe, ob wir die Adresse kennen oder nicht.',
  },
  sentRequest: {
    en: 'If that address is yours, a receipt will be in its inbox within a few minutes, with the day by which we answer. If we must know that it is you, it holds a link.',
    de: 'Wenn die Adresse Ihre ist, liegt in wenigen Minuten eine Bestätigung im Postfach, mit dem Tag, bis zu dem wir antworten. Müssen wir wissen, dass Sie es sind, enthält sie einen Link.',
  },
  unlockTitle: { en: 'Confirm that it is you', de: 'Bestätigen Sie, dass Sie es sind' },
  unlockText: {
    en: 'You are signed in. Before we show everything, we ask for your password once more: somebody else may sit at your screen.',
    de: 'Sie sind angemeldet. Bevor wir alles zeigen, fragen wir noch einmal nach Ihrem Passwort: Vielleicht sitzt jemand anders vor Ihrem Bildschirm.',
  },
  password: { en: 'Password', de: 'Passwort' },
  unlock: { en: 'Show my data', de: 'Meine Daten zeigen' },
  orByMail: { en: 'Or by e-mail', de: 'Oder per E-Mail' },
  askTitle: { en: 'Ask us something', de: 'Fragen Sie uns etwas' },
  askText: {
    en: 'A question, a complaint, praise, or an objection to a change of our policy: somebody reads it and answers by mail.',
    de: 'Eine Frage, eine Beschwerde, ein Lob oder ein Einwand gegen eine Änderung unserer Datenschutzerklärung: jemand liest es und antwortet per Mail.',
  },
  askAbout: { en: 'What is it about?', de: 'Worum geht es?' },
  aboutPolicy: { en: 'The privacy policy', de: 'Die Datenschutzerklärung' },
  aboutFeedback: { en: 'Feedback', de: 'Rückmeldung' },
  aboutOther: { en: 'Something else', de: 'Etwas anderes' },
  yourWords: { en: 'In your words', de: 'In Ihren Worten' },
  ask: { en: 'Send it', de: 'Abschicken' },
  generalTitle: { en: 'In general', de: 'Allgemein' },
  whatVisit: {
    en: 'While you only look around, we store nothing that names you.',
    de: 'Solange Sie sich nur umsehen, speichern wir nichts, was Ihren Namen trägt.',
  },
  whatOrder: {
    en: 'When you order, we store what the order needs; when you open an account, what signing in needs. It is encrypted, under a key that is yours alone.',
    de: 'Wenn Sie bestellen, speichern wir, was die Bestellung braucht; wenn Sie ein Konto eröffnen, was die Anmeldung braucht. Es liegt verschlüsselt, unter einem Schlüssel, der nur zu Ihnen gehört.',
  },
  policyLink: { en: 'The privacy policy in full', de: 'Die Datenschutzerklärung im Ganzen' },
  cookiesLink: { en: 'Which cookies there are', de: 'Welche Cookies es gibt' },
  choicesLink: { en: 'Your choices', de: 'Ihre Entscheidungen' },
  accountLink: { en: 'Your orders and your account', de: 'Ihre Bestellungen und Ihr Konto' },
  orWrite: { en: 'Or write to us:', de: 'Oder schreiben Sie uns:' },

  followTitle: { en: 'Open your data', de: 'Ihre Daten öffnen' },
  followText: {
    en: (address: string) =>
      `With this click you say that ${address} is your address. If it is not, close this page: somebody else asked for the link.`,
    de: (address: string) =>
      `Mit diesem Klick sagen Sie, dass ${address} Ihre Adresse ist. Wenn nicht, schließen Sie diese Seite: den Link hat jemand anders angefordert.`,
  },
  followRequest: {
    en: (address: string, what: string) =>
      `With this click you say that ${address} is your address, and we go on with what was asked: ${what}. If it is not yours, or you did not ask for it, close this page.`,
    de: (address: string, what: string) =>
      `Mit diesem Klick sagen Sie, dass ${address} Ihre Adresse ist, und wir machen weiter mit dem, worum gebeten wurde: ${what}. Wenn sie nicht Ihre ist oder nicht Sie darum baten, schließen Sie diese Seite.`,
  },
  followIsMe: { en: 'Yes, this is me', de: 'Ja, das bin ich' },
  follow: { en: 'Yes, open it', de: 'Ja, öffnen' },

  openFor: {
    en: (addresses: string) => `Open for ${addresses}`,
    de: (addresses: string) => `Offen für ${addresses}`,
  },
  openUntil: {
    en: (time: string) => `in this browser, until ${time}`,
    de: (time: string) => `in diesem Browser, bis ${time}`,
  },
  close: { en: 'Close', de: 'Schließen' },
  heldTitle: { en: 'What we know about you', de: 'Was wir über Sie wissen' },
  heldNothing: {
    en: 'Nothing. Under this address we keep no order, no account and no letter.',
    de: 'Nichts. Unter dieser Adresse liegt keine Bestellung, kein Konto und kein Brief.',
  },
  heldElsewhere: {
    en: 'Something is linked to this that lies under another address. Show us that it is yours, too, and it appears here:',
    de: 'Damit verbunden liegt etwas unter einer anderen Adresse. Zeigen Sie uns, dass auch sie Ihre ist, dann erscheint es hier:',
  },
  heldUnconfirmed: {
    en: 'There is an account on this address that was never confirmed. Whoever opened it may be somebody else, so we do not show it here. Confirm it with its password, and it appears.',
    de: 'Auf dieser Adresse gibt es ein Konto, das nie bestätigt wurde. Vielleicht hat es jemand anders eröffnet, deshalb zeigen wir es hier nicht. Bestätigen Sie es mit seinem Passwort, dann erscheint es.',
  },
  why: { en: 'What for', de: 'Wofür' },
  until: { en: 'Until when', de: 'Bis wann' },
  from: { en: 'Where from', de: 'Woher' },
  untilNoEnd: { en: 'As long as its reason lasts', de: 'Solange der Grund dafür besteht' },
  untilDay: { en: (day: string) => `Until ${day}`, de: (day: string) => `Bis ${day}` },
  untilLaw: {
    en: (day: string, law: string) => `What the law makes us keep, until ${day} (${law})`,
    de: (day: string, law: string) => `Was wir nach dem Gesetz aufbewahren müssen, bis ${day} (${law})`,
  },
  show: {
    en: (count: number) => (count === 1 ? 'Show it' : `Show all ${count} lines`),
    de: (count: number) => (count === 1 ? 'Zeigen' : `Alle ${count} Zeilen zeigen`),
  },
  more: {
    en: (count: number) => `and ${count} more in your copy`,
    de: (count: number) => `und ${count} weitere in Ihrer Kopie`,
  },
  gotTitle: { en: 'Who got it', de: 'Wer es bekam' },
  gotNobody: { en: 'Nobody outside this shop.', de: 'Niemand außerhalb dieses Shops.' },
  gotLine: {
    en: (fields: string, purpose: string, day: string) => `${fields}. What for: ${purpose}. Last on ${day}.`,
    de: (fields: string, purpose: string, day: string) => `${fields}. Wofür: ${purpose}. Zuletzt am ${day}.`,
  },
  lookedTitle: { en: 'Who looked at it', de: 'Wer es angesehen hat' },
  lookedNobody: {
    en: 'None of our staff has opened your data so far.',
    de: 'Bisher hat niemand von uns Ihre Daten geöffnet.',
  },
  lookedLine: {
    en: (by: string, purpose: string) => `${by}. What for: ${purpose}`,
    de: (by: string, purpose: string) => `${by}. Wofür: ${purpose}`,
  },
  byStaff: { en: 'One of our staff', de: 'Jemand aus unserem Team' },
  byOperator: { en: 'The operator of the shop', de: 'Der Betreiber des Shops' },

  addTitle: { en: 'Another address of yours', de: 'Noch eine Adresse von Ihnen' },
  addText: {
    en: 'Did you order with another address, too? Have a link sent there and open it in this browser.',
    de: 'Haben Sie auch mit einer anderen Adresse bestellt? Lassen Sie einen Link dorthin schicken und öffnen Sie ihn in diesem Browser.',
  },

  requestsTitle: { en: 'Your requests', de: 'Ihre Anfragen' },
  noRequests: { en: 'None so far.', de: 'Bisher keine.' },
  closedSaid: {
    en: 'The page is closed in this browser.',
    de: 'Die Seite ist in diesem Browser geschlossen.',
  },
  textMissing: { en: 'Write a line about it.', de: 'Schreiben Sie eine Zeile dazu.' },
});

/** The parts of what we know. */
export const themeWords = words({
  account: { en: 'Your account', de: 'Ihr Konto' },
  orders: { en: 'Your orders', de: 'Ihre Bestellungen' },
  cart: { en: 'Your cart', de: 'Ihr Warenkorb' },
  letters: { en: 'E-mails we sent you', de: 'E-Mails von uns an Sie' },
  choices: { en: 'Your choices, and the proof of them', de: 'Ihre Entscheidungen und der Nachweis darüber' },
  requests: { en: 'Your requests and our answers', de: 'Ihre Anfragen und unsere Antworten' },
  safety: { en: 'For safety', de: 'Zur Sicherheit' },
  other: { en: 'Other', de: 'Anderes' },
});
