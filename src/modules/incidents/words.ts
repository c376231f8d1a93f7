import type { Locale } from '#kernel/context.ts';
import type { Category } from '#kernel/registry.ts';
import type { Harm } from './incident.ts';

type InBoth = Readonly<Record<Locale, string>>;

/** Kinds of data as a letter names them. */
export const categoryWords: Readonly<Record<Category, InBoth>> = {
  'identity.name': { en: 'name', de: 'Name' },
  'identity.company': { en: 'company', de: 'Firma' },
  'identity.taxId': { en: 'tax number', de: 'Steuernummer' },
  'contact.email': { en: 'e-mail address', de: 'E-Mail-Adresse' },
  'contact.phone': { en: 'telephone number', de: 'Telefonnummer' },
  'contact.address': { en: 'postal address', de: 'Postanschrift' },
  'account.credential': { en: 'password, as a hash', de: 'Passwort, als Hash' },
  'account.role': { en: 'account and role', de: 'Konto und Rolle' },
  'tech.ip': { en: 'network address, shortened', de: 'Netzadresse, gekürzt' },
  'tech.device': { en: 'kind of browser', de: 'Art des Browsers' },
  'content.freetext': { en: 'notes', de: 'Notizen' },
  'content.message': { en: 'messages', de: 'Nachrichten' },
  'order.reference': { en: 'tracking number', de: 'Sendungsnummer' },
  'file.upload': { en: 'uploaded files', de: 'hochgeladene Dateien' },
  'verification.document': { en: 'identity documents', de: 'Ausweisdokumente' },
  'payment.token': { en: 'token of a payment', de: 'Kennung einer Zahlung' },
};

export const harmWords: Readonly<Record<Harm, InBoth>> = {
  confidentiality: {
    en: 'somebody may have seen it (confidentiality)',
    de: 'jemand kann sie gesehen haben (Vertraulichkeit)',
  },
  integrity: {
    en: 'it may have been changed (integrity)',
    de: 'sie können verändert worden sein (Unversehrtheit)',
  },
  availability: {
    en: 'it may be lost or out of reach (availability)',
    de: 'sie können verloren oder nicht erreichbar sein (Verfügbarkeit)',
  },
};

/** What somebody can do when data of this kind was seen. Source: GDPR art. 34(2); clause KC-39. */
const advice: readonly { readonly about: readonly Category[]; readonly says: InBoth }[] = [
  {
    about: ['contact.email', 'content.message'],
    says: {
      en: 'Be careful with mails that refer to your order or to this letter: we will never ask for a password or a payment by mail. Open our pages by typing their address.',
      de: 'Seien Sie vorsichtig mit Mails, die sich auf Ihre Bestellung oder diesen Brief beziehen: Wir fragen nie per Mail nach einem Passwort oder einer Zahlung. Öffnen Sie unsere Seiten, indem Sie die Adresse eintippen.',
    },
  },
  {
    about: ['account.credential'],
    says: {
      en: 'Set a new password here, and everywhere else where you use the same one.',
      de: 'Setzen Sie hier ein neues Passwort und überall sonst, wo Sie dasselbe benutzen.',
    },
  },
  {
    about: ['contact.phone'],
    says: {
      en: 'Be careful with calls and text messages from people who know your order; call back on the number in our imprint.',
      de: 'Seien Sie vorsichtig bei Anrufen und Kurznachrichten von Leuten, die Ihre Bestellung kennen; rufen Sie über die Nummer in unserem Impressum zurück.',
    },
  },
  {
    about: ['contact.address', 'order.reference'],
    says: {
      en: 'Look at parcels and cash-on-delivery notes that you do not expect before you pay for them.',
      de: 'Prüfen Sie unerwartete Pakete und Nachnahmen, bevor Sie dafür bezahlen.',
    },
  },
  {
    about: ['identity.taxId', 'verification.document'],
    says: {
      en: 'Watch your accounts for contracts that you did not make, and report misuse of your documents to the police.',
      de: 'Achten Sie auf Verträge, die Sie nicht geschlossen haben, und melden Sie Missbrauch Ihrer Dokumente der Polizei.',
    },
  },
  {
    about: ['payment.token'],
    says: {
      en: 'Look through the statements of your card or account for the last weeks and dispute what you do not know.',
      de: 'Sehen Sie die Auszüge Ihrer Karte oder Ihres Kontos der letzten Wochen durch und widersprechen Sie Unbekanntem.',
    },
  },
];

/** Advice that fits the kinds of data, in the reader's language. Shape: never empty. */
export function adviceFor(categories: readonly Category[], locale: Locale): string[] {
  const fitting = advice.filter(({ about }) => about.some((one) => categories.includes(one)));
  if (fitting.length > 0) return fitting.map(({ says }) => says[locale]);
  return [
    locale === 'de'
      ? 'Sie müssen nichts tun. Wenn Ihnen etwas Ungewöhnliches auffällt, schreiben Sie uns.'
      : 'You need not do anything. If you notice something unusual, write to us.',
  ];
}

export const listed = (words: readonly string[], none: string): string =>
  words.length === 0 ? none : words.join(', ');
