import type { Locale } from '#kernel/context.ts';
import { purposes, sources } from '#kernel/registry.ts';
import type { Category, Purpose, Source } from '#kernel/registry.ts';

type Words = Readonly<Record<Locale, string>>;

/** What tables are called in front of the person; others go by their name. */
const titles: Readonly<Record<string, Words>> = {
  'identity.account': { en: 'Your account', de: 'Ihr Konto' },
  'identity.address': { en: 'Your address book', de: 'Ihr Adressbuch' },
  'identity.session': { en: 'Where you are signed in', de: 'Wo Sie angemeldet sind' },
  'identity.invitation': { en: 'Invitations', de: 'Einladungen' },
  'identity.membership': { en: 'Your roles', de: 'Ihre Rollen' },
  'orders.order': { en: 'Your orders', de: 'Ihre Bestellungen' },
  'orders.order_line': { en: 'What you ordered', de: 'Was Sie bestellt haben' },
  'orders.party': {
    en: 'Names and addresses on your orders',
    de: 'Namen und Adressen auf Ihren Bestellungen',
  },
  'orders.parcel': { en: 'Your parcels', de: 'Ihre Pakete' },
  'orders.note': { en: 'Notes about your orders', de: 'Notizen zu Ihren Bestellungen' },
  'orders.refund': { en: 'What you got back', de: 'Was Sie erstattet bekamen' },
  'payments.payment': { en: 'Your payments', de: 'Ihre Zahlungen' },
  'checkout.cart': { en: 'Your basket', de: 'Ihr Warenkorb' },
  'notifications.mail': { en: 'Mails to you', de: 'Mails an Sie' },
  'privacy.consent_event': { en: 'What you agreed to or refused', de: 'Wozu Sie Ja oder Nein gesagt haben' },
  'privacy.preference': { en: 'How we may reach you', de: 'Wie wir Sie erreichen dürfen' },
  'privacy.arrival': { en: 'What came from other companies', de: 'Was von anderen Unternehmen kam' },
  'persons.erasure_subject': { en: 'Erasures', de: 'Löschungen' },
  'persons.correction': { en: 'Corrections', de: 'Berichtigungen' },
};

const categories: Readonly<Record<Category, Words>> = {
  'identity.name': { en: 'Name', de: 'Name' },
  'identity.company': { en: 'Company', de: 'Firma' },
  'identity.taxId': { en: 'Tax number', de: 'Steuernummer' },
  'contact.email': { en: 'E-mail', de: 'E-Mail' },
  'contact.phone': { en: 'Phone', de: 'Telefon' },
  'contact.address': { en: 'Address', de: 'Adresse' },
  'account.credential': { en: 'Password', de: 'Passwort' },
  'account.role': { en: 'Role', de: 'Rolle' },
  'tech.ip': { en: 'Network address', de: 'Netzadresse' },
  'tech.device': { en: 'Device', de: 'Gerät' },
  'content.freetext': { en: 'Text', de: 'Text' },
  'content.message': { en: 'Message', de: 'Nachricht' },
  'order.reference': { en: 'Number', de: 'Nummer' },
  'file.upload': { en: 'File', de: 'Datei' },
  'verification.document': { en: 'Document', de: 'Dokument' },
  'payment.token': { en: 'Key of a payment', de: 'Schlüssel einer Zahlung' },
};

/** Plain columns that a reader can do something with; the others are in the files beside the page. */
const columns: Readonly<Record<string, Words>> = {
  number: { en: 'Number', de: 'Nummer' },
  state: { en: 'State', de: 'Stand' },
  paymentState: { en: 'Payment', de: 'Zahlung' },
  fulfilmentState: { en: 'Delivery', de: 'Lieferung' },
  placedAt: { en: 'Placed', de: 'Bestellt' },
  createdAt: { en: 'Since', de: 'Seit' },
  updatedAt: { en: 'Changed', de: 'Geändert' },
  sentAt: { en: 'Sent', de: 'Gesendet' },
  seenAt: { en: 'Last used', de: 'Zuletzt benutzt' },
  expiresAt: { en: 'Until', de: 'Bis' },
  shippedAt: { en: 'Shipped', de: 'Versandt' },
  deliveredAt: { en: 'Delivered', de: 'Zugestellt' },
  happenedAt: { en: 'When', de: 'Wann' },
  at: { en: 'When', de: 'Wann' },
  title: { en: 'Goods', de: 'Ware' },
  variantTitle: { en: 'Kind', de: 'Ausführung' },
  quantity: { en: 'Pieces', de: 'Stück' },
  role: { en: 'Role', de: 'Rolle' },
  carrier: { en: 'Carrier', de: 'Versand durch' },
  provider: { en: 'Way to pay', de: 'Zahlungsart' },
  country: { en: 'Country', de: 'Land' },
  locale: { en: 'Language', de: 'Sprache' },
  kind: { en: 'Kind', de: 'Art' },
  topic: { en: 'About', de: 'Worum' },
  channel: { en: 'Way', de: 'Weg' },
  wish: { en: 'Wish', de: 'Wunsch' },
  emailVerified: { en: 'Address confirmed', de: 'Adresse bestätigt' },
};

const purposesGerman: Readonly<Record<Purpose, string>> = {
  browse: 'den Laden zeigen und den Warenkorb behalten',
  checkout: 'die Bestellung aufnehmen',
  fulfil: 'packen, versenden und die Bestellung verfolgen',
  support: 'Fragen zu Bestellung oder Konto beantworten',
  notify: 'die Mails zu Bestellung oder Konto senden',
  account: 'anmelden und das Konto führen',
  pay: 'Geld annehmen und zurückgeben',
  bookkeeping: 'Rechnungen und Bücher aufbewahren, wie das Gesetz es verlangt',
  security: 'Konten und Laden vor Missbrauch schützen',
  administer: 'Mitarbeitende im Laden arbeiten lassen',
  rights: 'Anfragen zu personenbezogenen Daten beantworten',
  suppress: 'sich merken, wer nicht angeschrieben werden darf oder nicht wiederkommen soll',
  disclose: 'beantworten, was Behörden rechtmäßig fragen',
  verify: 'prüfen, wer verkauft',
  improve: 'den Laden mit Zählungen verbessern, die niemanden erkennen',
  insight: 'einem Händler zeigen, wie seine Kanäle verkaufen',
  marketing: 'Neuigkeiten und Angebote senden',
  analytics: 'sehen, wie jemand den Laden benutzt',
  personalise: 'ordnen und auswählen, was jemand sieht',
  advertise: 'passende Werbung zeigen',
};

const sourcesGerman: Readonly<Record<Source, string>> = {
  person: 'Sie haben es uns gegeben',
  observed: 'es entstand, während Sie den Laden benutzten',
  staff: 'unsere Mitarbeitenden haben es notiert',
  channel: 'ein Verkaufskanal hat es geschickt',
  accounting: 'eine Buchhaltung hat es geschickt',
  public: 'es war öffentlich zu finden',
};

export const titleOf = (table: string, locale: Locale): string => titles[table]?.[locale] ?? table;
export const categoryWord = (category: Category, locale: Locale): string => categories[category][locale];
export const columnWord = (column: string, locale: Locale): string | undefined => columns[column]?.[locale];
export const purposeWord = (purpose: Purpose, locale: Locale): string =>
  locale === 'de' ? purposesGerman[purpose] : purposes[purpose].says;
export const sourceWord = (source: Source, locale: Locale): string =>
  locale === 'de'
    ? sourcesGerman[source]
    : sources[source].replace('the person gave it', 'you gave it').replace('the person used', 'you used');

/** The page's own words. */
export const pageWords = {
  en: {
    title: (shop: string) => `What ${shop} keeps about you`,
    made: (when: string) => `Made on ${when}.`,
    intro:
      'This page is for reading. The same data, complete and for machines, lies beside it: data.json with its schema, and one table for each part in the folder tables.',
    nothing: 'Nothing is kept about you.',
    why: 'Why',
    uses: 'Used to',
    from: 'Where it came from',
    until: 'Stays until',
    open: 'as long as it is needed',
    says: (cites: string) => `says ${cites}`,
    recipients: 'Who got it',
    nobody: 'Nobody outside the shop got anything.',
    readings: 'Who looked at it',
    unread: 'No one on the staff has opened your data.',
    withheld: 'What is left out, and why',
    portable: 'You may take this with you to another shop.',
    rows: (count: number) => (count === 1 ? 'one entry' : `${count} entries`),
    when: 'When',
    who: 'Who',
    what: 'What',
    reason: 'What for',
  },
  de: {
    title: (shop: string) => `Was ${shop} über Sie speichert`,
    made: (when: string) => `Erstellt am ${when}.`,
    intro:
      'Diese Seite ist zum Lesen. Dieselben Daten, vollständig und für Maschinen, liegen daneben: data.json mit ihrem Schema und eine Tabelle für jeden Teil im Ordner tables.',
    nothing: 'Über Sie ist nichts gespeichert.',
    why: 'Warum',
    uses: 'Wozu',
    from: 'Woher',
    until: 'Bleibt bis',
    open: 'solange es gebraucht wird',
    says: (cites: string) => `nach ${cites}`,
    recipients: 'Wer es bekommen hat',
    nobody: 'Niemand außerhalb des Ladens hat etwas bekommen.',
    readings: 'Wer es angesehen hat',
    unread: 'Niemand vom Personal hat Ihre Daten geöffnet.',
    withheld: 'Was fehlt und warum',
    portable: 'Das dürfen Sie zu einem anderen Laden mitnehmen.',
    rows: (count: number) => (count === 1 ? 'ein Eintrag' : `${count} Einträge`),
    when: 'Wann',
    who: 'Wer',
    what: 'Was',
    reason: 'Wozu',
  },
} as const;
