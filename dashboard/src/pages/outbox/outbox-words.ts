import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

export const outboxWords = words({
  title: ['Outbox', 'Postausgang'],
  all: ['All', 'Alle'],
  mails: ['Mails', 'Mails'],
  waiting: ['Waiting', 'Wartend'],
  failed: ['Failed', 'Fehlgeschlagen'],
  queued: ['waits', 'wartet'],
  sending: ['is being sent', 'wird gesendet'],
  sent: ['sent', 'gesendet'],
  stuck: ['failed', 'fehlgeschlagen'],
  state: ['State', 'Zustand'],
  thatWait: ['that wait', 'die warten'],
  thatSent: ['that were sent', 'die gesendet sind'],
  thatFailed: ['that failed', 'die fehlgeschlagen sind'],
  to: ['To', 'An'],
  kind: ['Kind', 'Art'],
  language: ['Language', 'Sprache'],
  attempts: ['Attempts', 'Versuche'],
  created: ['Written', 'Geschrieben'],
  sentAt: ['Sent', 'Gesendet'],
  nextAt: ['Next try', 'Nächster Versuch'],
  error: ['Reason', 'Grund'],
  gone: ['nobody any more', 'niemanden mehr'],
  empty: ['No mails yet', 'Noch keine Mails'],
  emptyDo: [
    'Every mail that the shop writes, such as an order confirmation, appears here before it is sent.',
    'Jede Mail, die der Laden schreibt, etwa eine Bestellbestätigung, erscheint hier, bevor sie gesendet wird.',
  ],
  emptyFiltered: ['No mail is like that', 'Keine Mail ist so'],
  read: ['Read this mail', 'Diese Mail lesen'],
  readSays: [
    'The mail holds a name and an address. Opening it is recorded in the audit log.',
    'Die Mail enthält Namen und Adresse. Das Öffnen wird im Protokoll vermerkt.',
  ],
  download: ['Download as .eml', 'Als .eml herunterladen'],
  retry: ['Send again', 'Noch einmal senden'],
  retried: ['The mail is on its way again.', 'Die Mail ist wieder unterwegs.'],
  html: ['As sent', 'Wie gesendet'],
  text: ['As text', 'Als Text'],
  preview: ['The mail as its reader sees it', 'Die Mail, wie sie ankommt'],
  subject: ['Subject', 'Betreff'],
});

/** What each kind of mail is called; an unknown kind is shown by its name. */
export const kindWords: Readonly<Record<string, readonly [en: string, de: string]>> = {
  'orders.confirmation': ['Order confirmation', 'Bestellbestätigung'],
  'orders.shipped': ['Shipped', 'Versandmeldung'],
  'orders.cancelled': ['Cancellation', 'Stornierung'],
  'orders.refunded': ['Refund', 'Erstattung'],
  'orders.paid': ['Payment received', 'Zahlungseingang'],
  'identity.verify': ['Confirm the address', 'Adresse bestätigen'],
  'identity.verify-change': ['Confirm a new address', 'Neue Adresse bestätigen'],
  'identity.already-registered': ['There is an account already', 'Es gibt schon ein Konto'],
  'identity.reset': ['New password', 'Neues Passwort'],
  'identity.password-changed': ['Password changed', 'Passwort geändert'],
  'identity.email-changed': ['Address changed', 'Adresse geändert'],
  'identity.new-device': ['New device', 'Neues Gerät'],
  'identity.invitation': ['Invitation', 'Einladung'],
};

export const kindSays = (kind: string, language: Language): string =>
  kindWords[kind]?.[language === 'de' ? 1 : 0] ?? kind;
