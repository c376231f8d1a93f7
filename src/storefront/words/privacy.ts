import { words } from '../words.ts';

/** Words of the privacy centre: a letter to whoever reads it. */
export const privacyWords = words({
  title: { en: 'Your data', de: 'Ihre Daten' },
  lead: {
    en: 'You came to look at things, not to be looked at. Here you see what we know about you, why, until when and who got it, and you decide what becomes of it.',
    de: 'Sie sind gekommen, um sich Dinge anzusehen, nicht um angesehen zu werden. Hier sehen Sie, was wir über Sie wissen, wozu, bis wann und wer es bekam, und Sie entscheiden, was daraus wird.',
  },
  openTitle: { en: 'See what we know about you', de: 'Sehen, was wir über Sie wissen' },
  openText: {
    en: 'Tell us the e-mail address that you ordered with, and we send a link there. That way only whoever reads its mail sees what is kept under it.',
    de: 'Nennen Sie uns die E-Mail-Adresse, mit der Sie bestellt haben, und wir schicken einen Link dorthin. So sieht nur, wer ihre Mails liest, was darunter liegt.',
  },
  email: { en: 'E-mail address', de: 'E-Mail-Adresse' },
  sendLink: { en: 'Send me the link', de: 'Link schicken' },
  sentTitle: { en: 'Look into your inbox', de: 'Sehen Sie in Ihr Postfach' },
  sentText: {
    en: 'If you read the mail of that address, you find a link in it within a few minutes. It is good for 24 hours, and once. We say the same whether we know the address or not.',
    de: 'Wenn Sie die Mails dieser Adresse lesen, finden Sie dort in wenigen Minuten einen Link. Er gilt 24 Stunden und einmal. Wir sagen dasselbe, ob wir die Adresse kennen oder nicht.',
  },
  sentRequest: {
    en: 'If you read the mail of that address, you find a receipt in it within a few minutes, with the day by which we answer. Where we must know that it is you, it holds a link.',
    de: 'Wenn Sie die Mails dieser Adresse lesen, finden Sie dort in wenigen Minuten eine Bestätigung mit dem Tag, bis zu dem wir antworten. Wo wir wissen müssen, dass Sie es sind, enthält sie einen Link.',
  },
  unlockTitle: { en: 'It is you, is it not?', de: 'Sie sind es doch?' },
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
    en: 'While you look around, nothing that names you is kept.',
    de: 'Während Sie sich umsehen, wird nichts aufbewahrt, was Sie benennt.',
  },
  whatOrder: {
    en: 'When you order, we keep what the order needs; when you open an account, what signing in needs. It lies encrypted, under a key that belongs to you alone.',
    de: 'Wenn Sie bestellen, bewahren wir auf, was die Bestellung braucht; wenn Sie ein Konto eröffnen, was das Anmelden braucht. Es liegt verschlüsselt, unter einem Schlüssel, der nur zu Ihnen gehört.',
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
  why: { en: 'Why', de: 'Wozu' },
  whyText: { en: (what: string) => `to ${what}`, de: (what: string) => `um ${what}` },
  until: { en: 'Until when', de: 'Bis wann' },
  from: { en: 'Where from', de: 'Woher' },
  untilNoEnd: { en: 'as long as its reason lasts', de: 'solange sein Grund besteht' },
  untilDay: {
    en: (day: string, cites: string) => `${day} (${cites})`,
    de: (day: string, cites: string) => `${day} (${cites})`,
  },
  ourPromise: { en: 'our promise', de: 'unser Versprechen' },
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
    en: (fields: string, purpose: string, day: string) => `${fields}; to ${purpose}; last on ${day}`,
    de: (fields: string, purpose: string, day: string) => `${fields}; um ${purpose}; zuletzt am ${day}`,
  },
  lookedTitle: { en: 'Who looked at it', de: 'Wer es angesehen hat' },
  lookedNobody: {
    en: 'None of our staff has opened your data so far.',
    de: 'Bisher hat niemand von uns Ihre Daten geöffnet.',
  },
  lookedLine: {
    en: (by: string, purpose: string) => `${by}, to ${purpose}`,
    de: (by: string, purpose: string) => `${by}, um ${purpose}`,
  },
  byStaff: { en: 'One of our staff', de: 'Jemand von uns' },
  byOperator: { en: 'The operator of the shop', de: 'Der Betreiber des Shops' },

  doTitle: { en: 'What you can do', de: 'Was Sie tun können' },
  exportTitle: { en: 'Take it with you', de: 'Mitnehmen' },
  exportText: {
    en: 'One file with a page to read, and the same as JSON and CSV for other programs.',
    de: 'Eine Datei mit einer Seite zum Lesen und demselben als JSON und CSV für andere Programme.',
  },
  export: { en: 'Make my copy', de: 'Kopie machen' },
  correctTitle: { en: 'Correct it', de: 'Berichtigen' },
  correctText: {
    en: 'A name, a phone number or a part of an address is put right at once, everywhere but on invoices; for the rest somebody of us looks at it.',
    de: 'Ein Name, eine Telefonnummer oder ein Teil einer Anschrift wird sofort überall berichtigt, nur nicht auf Rechnungen; alles andere sieht sich jemand von uns an.',
  },
  correctField: { en: 'What is wrong?', de: 'Was stimmt nicht?' },
  fieldName: { en: 'My name', de: 'Mein Name' },
  fieldPhone: { en: 'My phone number', de: 'Meine Telefonnummer' },
  fieldEmail: { en: 'My e-mail address', de: 'Meine E-Mail-Adresse' },
  fieldAddress: { en: 'An address', de: 'Eine Anschrift' },
  fieldOther: { en: 'Something else', de: 'Etwas anderes' },
  correctWas: { en: 'How does it read now?', de: 'Wie steht es jetzt da?' },
  correctWasHint: {
    en: 'For an address: only the part that is wrong, such as street and number.',
    de: 'Bei einer Anschrift: nur den falschen Teil, etwa Straße und Hausnummer.',
  },
  correctValue: { en: 'How should it read?', de: 'Wie heißt es richtig?' },
  correct: { en: 'Correct it', de: 'Berichtigen' },
  deleteTitle: { en: 'Delete it', de: 'Löschen' },
  deleteText: {
    en: 'Everything but what the law makes us keep. We wait three days before we begin; until then one click calls it off. You see the plan right after you ask.',
    de: 'Alles außer dem, was das Gesetz uns aufbewahren lässt. Wir warten drei Tage, bevor wir beginnen; bis dahin lässt es sich mit einem Klick zurücknehmen. Den Plan sehen Sie gleich danach.',
  },
  delete: { en: 'Delete my data', de: 'Meine Daten löschen' },
  deleteSure: {
    en: 'Yes, delete what you know about me',
    de: 'Ja, löschen Sie, was Sie über mich wissen',
  },
  stopTitle: { en: 'Stop a use of it', de: 'Eine Nutzung beenden' },
  stopText: {
    en: 'Each takes effect at once and costs you nothing.',
    de: 'Alles gilt sofort und kostet Sie nichts.',
  },
  stopMarketing: { en: 'No more news and offers', de: 'Keine Neuigkeiten und Angebote mehr' },
  stopConsents: { en: 'Take back every consent', de: 'Alle Einwilligungen zurücknehmen' },
  stopSale: { en: 'Do not sell or share my data', de: 'Meine Daten nicht verkaufen oder weitergeben' },
  restrict: { en: 'Keep it, but leave it untouched', de: 'Aufbewahren, aber nicht nutzen' },
  unrestrict: { en: 'It may be used again', de: 'Darf wieder genutzt werden' },
  objectTitle: { en: 'Object, or ask for a person', de: 'Widersprechen, oder einen Menschen verlangen' },
  objectText: {
    en: 'Object to any other use, or have a person look at something that a program decided about you.',
    de: 'Widersprechen Sie jeder anderen Nutzung, oder lassen Sie einen Menschen ansehen, was ein Programm über Sie entschieden hat.',
  },
  objectKind: { en: 'What would you like?', de: 'Was möchten Sie?' },
  kindObject: { en: 'I object to a use', de: 'Ich widerspreche einer Nutzung' },
  kindReview: { en: 'A person should look at a decision', de: 'Ein Mensch soll eine Entscheidung ansehen' },
  addTitle: { en: 'Another address of yours', de: 'Noch eine Adresse von Ihnen' },
  addText: {
    en: 'Did you order with another address, too? Have a link sent there and open it in this browser.',
    de: 'Haben Sie auch mit einer anderen Adresse bestellt? Lassen Sie einen Link dorthin schicken und öffnen Sie ihn in diesem Browser.',
  },

  requestsTitle: { en: 'Your requests', de: 'Ihre Anfragen' },
  noRequests: { en: 'None so far.', de: 'Bisher keine.' },
  requestNo: {
    en: (number: string) => `Request no. ${number}`,
    de: (number: string) => `Anfrage Nr. ${number}`,
  },
  see: { en: 'See it', de: 'Ansehen' },
  back: { en: 'Back to your data', de: 'Zurück zu Ihren Daten' },
  received: { en: 'Received', de: 'Eingegangen' },
  answerBy: { en: 'Answer by', de: 'Antwort bis' },
  closedOn: { en: 'Answered', de: 'Beantwortet' },
  stateIs: { en: 'State', de: 'Stand' },
  answer: { en: 'Our answer', de: 'Unsere Antwort' },
  planTitle: { en: 'What will happen', de: 'Was geschehen wird' },
  doneTitle: { en: 'What happened', de: 'Was geschehen ist' },
  planWhen: {
    en: (moment: string) => `We begin on ${moment}. Until then you can call it off.`,
    de: (moment: string) => `Wir beginnen am ${moment}. Bis dahin können Sie es zurücknehmen.`,
  },
  corrected: { en: 'put right', de: 'berichtigt' },
  goes: { en: 'is deleted', de: 'wird gelöscht' },
  went: { en: 'deleted', de: 'gelöscht' },
  stays: {
    en: (until: string, ground: string) => `stays ${until} (${ground})`,
    de: (until: string, ground: string) => `bleibt ${until} (${ground})`,
  },
  staysUntil: { en: (day: string) => `until ${day}`, de: (day: string) => `bis ${day}` },
  staysOpen: { en: 'for now', de: 'vorerst' },
  waits: { en: 'waits until what is under way is over', de: 'wartet, bis vorbei ist, was noch läuft' },
  rowsCount: {
    en: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
    de: (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
  },
  toldTitle: { en: 'Who was told', de: 'Wer es erfahren hat' },
  callOff: { en: 'Call it off', de: 'Zurücknehmen' },
  fetchTitle: { en: 'Your copy', de: 'Ihre Kopie' },
  fetchText: {
    en: (size: string, day: string, times: number) =>
      `${size}, ready until ${day}; it can be fetched ${times === 1 ? 'once more' : `${times} more times`}.`,
    de: (size: string, day: string, times: number) =>
      `${size}, bereit bis ${day}; noch ${times}-mal abzuholen.`,
  },
  fetchNeedsAll: {
    en: 'Your copy lies ready. It is about more than one address: show here that each of them is yours, and you can fetch it.',
    de: 'Ihre Kopie liegt bereit. In ihr geht es um mehr als eine Adresse: zeigen Sie hier, dass jede davon Ihre ist, dann können Sie sie holen.',
  },
  fetch: { en: 'Fetch my copy', de: 'Kopie holen' },
  undoTitle: { en: 'Call the deletion off', de: 'Das Löschen zurücknehmen' },
  undoText: {
    en: 'Nothing has been deleted yet. With this button it stays like that.',
    de: 'Noch ist nichts gelöscht. Mit diesem Knopf bleibt es dabei.',
  },
  undo: { en: 'Do not delete anything', de: 'Nichts löschen' },
  undoneTitle: { en: 'Called off', de: 'Zurückgenommen' },
  undoneText: {
    en: 'Nothing was deleted. If it was not you who asked, change the password of your mail and of your account here.',
    de: 'Es wurde nichts gelöscht. Wenn nicht Sie darum baten, ändern Sie das Passwort Ihres Postfachs und Ihres Kontos hier.',
  },
  closedSaid: {
    en: 'The page is closed in this browser.',
    de: 'Die Seite ist in diesem Browser geschlossen.',
  },
  textMissing: { en: 'Write a line about it.', de: 'Schreiben Sie eine Zeile dazu.' },
});

/** What is asked for, as the name of a request. */
export const kindWords = words({
  access: { en: 'A copy of your data', de: 'Eine Kopie Ihrer Daten' },
  portability: { en: 'Your data to take along', de: 'Ihre Daten zum Mitnehmen' },
  rectify: { en: 'A correction', de: 'Eine Berichtigung' },
  erase: { en: 'Deletion', de: 'Löschung' },
  restrict: { en: 'Leave it untouched', de: 'Nicht nutzen' },
  object: { en: 'An objection', de: 'Ein Widerspruch' },
  withdraw: { en: 'Consent taken back', de: 'Einwilligung zurückgenommen' },
  'opt-out': { en: 'No sale, no sharing', de: 'Kein Verkauf, keine Weitergabe' },
  review: { en: 'A person looks at it', de: 'Ein Mensch sieht es an' },
  question: { en: 'A question', de: 'Eine Frage' },
});

/** Where a request is. */
export const stateWords = words({
  open: { en: 'arrived', de: 'eingegangen' },
  awaiting_identity: {
    en: 'waits for you to follow our link',
    de: 'wartet darauf, dass Sie unserem Link folgen',
  },
  in_progress: { en: 'we are at it', de: 'wir sind dabei' },
  extended: { en: 'takes longer; we told you why', de: 'dauert länger; wir haben gesagt, warum' },
  awaiting_processor: {
    en: 'done here; another company has yet to answer',
    de: 'hier erledigt; eine andere Firma muss noch antworten',
  },
  fulfilled: { en: 'done', de: 'erledigt' },
  denied: { en: 'refused, with the reason', de: 'abgelehnt, mit Begründung' },
  revoked: { en: 'called off', de: 'zurückgenommen' },
  expired: { en: 'closed: nobody followed the link', de: 'geschlossen: niemand folgte dem Link' },
});

/** What data is used for, as the end of "in order to". */
export const purposeWords = words({
  browse: { en: 'show the shop and keep the basket', de: 'den Shop zu zeigen und den Warenkorb zu behalten' },
  checkout: { en: 'take the order', de: 'die Bestellung anzunehmen' },
  fulfil: {
    en: 'pack, ship and follow the order',
    de: 'die Bestellung zu packen, zu schicken und zu verfolgen',
  },
  support: { en: 'answer your questions', de: 'Ihre Fragen zu beantworten' },
  notify: { en: 'send the mails that belong to it', de: 'die Mails zu schicken, die dazugehören' },
  account: { en: 'let you sign in', de: 'Sie anzumelden' },
  pay: { en: 'take and return money', de: 'Geld anzunehmen und zurückzugeben' },
  bookkeeping: {
    en: 'keep the books as the law asks',
    de: 'die Bücher zu führen, wie das Gesetz es verlangt',
  },
  security: { en: 'protect accounts and the shop', de: 'Konten und Shop zu schützen' },
  administer: { en: 'let our staff work', de: 'unsere Mitarbeitenden arbeiten zu lassen' },
  rights: { en: 'answer requests like yours', de: 'Anfragen wie Ihre zu beantworten' },
  suppress: { en: 'remember who must not be written to', de: 'zu wissen, wem nicht geschrieben werden darf' },
  disclose: {
    en: 'answer what authorities lawfully ask',
    de: 'zu beantworten, was Behörden rechtmäßig verlangen',
  },
  verify: { en: 'check who a seller is', de: 'zu prüfen, wer verkauft' },
  improve: { en: 'count without naming anybody', de: 'zu zählen, ohne jemanden zu benennen' },
  insight: {
    en: 'show a merchant how their channels sell',
    de: 'Händlern zu zeigen, wie ihre Kanäle verkaufen',
  },
  marketing: { en: 'send news and offers', de: 'Neuigkeiten und Angebote zu schicken' },
  analytics: { en: 'see how the shop is used', de: 'zu sehen, wie der Shop benutzt wird' },
  personalise: { en: 'choose what you are shown', de: 'auszuwählen, was Sie sehen' },
  advertise: { en: 'show advertisements that fit', de: 'passende Anzeigen zu zeigen' },
});

/** Kinds of data. */
export const categoryNames = words({
  'identity.name': { en: 'Name', de: 'Name' },
  'identity.company': { en: 'Company', de: 'Firma' },
  'identity.taxId': { en: 'Tax number', de: 'Steuernummer' },
  'contact.email': { en: 'E-mail', de: 'E-Mail' },
  'contact.phone': { en: 'Phone', de: 'Telefon' },
  'contact.address': { en: 'Address', de: 'Anschrift' },
  'account.credential': { en: 'Password (only its hash)', de: 'Passwort (nur sein Hash)' },
  'account.role': { en: 'Role', de: 'Rolle' },
  'tech.ip': { en: 'Network', de: 'Netz' },
  'tech.device': { en: 'Device', de: 'Gerät' },
  'content.freetext': { en: 'Note', de: 'Notiz' },
  'content.message': { en: 'Message', de: 'Nachricht' },
  'order.reference': { en: 'Order', de: 'Bestellung' },
  'file.upload': { en: 'File', de: 'Datei' },
  'verification.document': { en: 'Document', de: 'Dokument' },
  'payment.token': { en: 'Payment reference', de: 'Zahlungsreferenz' },
});

/** Where data came from. */
export const sourceWords = words({
  person: { en: 'from you', de: 'von Ihnen' },
  observed: { en: 'came about while you used the shop', de: 'entstand, während Sie den Shop benutzten' },
  staff: { en: 'written by us', de: 'von uns geschrieben' },
  channel: { en: 'from a marketplace', de: 'von einem Marktplatz' },
  accounting: { en: 'from our accounting', de: 'aus unserer Buchhaltung' },
  public: { en: 'found in public', de: 'öffentlich gefunden' },
});

/** The parts of what we know. */
export const themeWords = words({
  account: { en: 'Your account', de: 'Ihr Konto' },
  orders: { en: 'Your orders', de: 'Ihre Bestellungen' },
  cart: { en: 'Your cart', de: 'Ihr Warenkorb' },
  letters: { en: 'Letters we sent you', de: 'Briefe, die wir Ihnen schickten' },
  choices: { en: 'Your choices, and the proof of them', de: 'Ihre Entscheidungen und der Nachweis darüber' },
  requests: { en: 'Your requests and our answers', de: 'Ihre Anfragen und unsere Antworten' },
  safety: { en: 'For safety', de: 'Zur Sicherheit' },
  other: { en: 'Other', de: 'Anderes' },
});
