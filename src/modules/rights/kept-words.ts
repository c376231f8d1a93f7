import type { Locale } from '#kernel/context.ts';

interface KeptWords {
  readonly kept: string;
  readonly told: string;
  readonly corrected: string;
  readonly waits: string;
  readonly because: string;
  readonly thisRequestWhy: string;
  readonly notProven: string;
  readonly worksHere: string;
  readonly needed: string;
  readonly until: (day: string) => string;
  readonly thisRequest: (number: string) => string;
  readonly ends: Readonly<Record<string, string>>;
}

export const keptWords: Readonly<Record<Locale, KeptWords>> = {
  en: {
    kept: 'What is still there',
    told: 'Who was told',
    corrected: 'Where it was put right',
    waits: 'something is still under way; it goes when that is over',
    because: 'a legal duty',
    thisRequestWhy: 'so that we can show that we answered (GDPR article 5(2))',
    notProven:
      'Something is kept under another address, or in an account whose address was never confirmed. It was left as it is: we could not tell that it is yours.',
    worksHere: 'You work here: your account for the dashboard stays until whoever runs the shop closes it.',
    needed:
      'Without this use there is no account and no order: it ends only with them. If you want that, choose "Delete my data" in the privacy centre, and everything goes that no law makes us keep.',
    until: (day) => `until ${day}`,
    thisRequest: (number) => `Request no. ${number} and our answer`,
    ends: {
      processor_confirmed: 'has deleted it',
      processor_corrected: 'has put it right',
      processor_restricted: 'only keeps it from now on',
      processor_released: 'has heard that it may be used again',
      processor_manual: 'told by us in writing',
      processor_refused: 'refused',
      retained: 'deletes it by itself',
      awaiting: 'has not answered yet',
      to_forget: 'is asked to delete it instead',
    },
  },
  de: {
    kept: 'Was noch da ist',
    told: 'Wer es erfahren hat',
    corrected: 'Wo es berichtigt wurde',
    waits: 'etwas läuft noch; es geht, wenn das vorbei ist',
    because: 'eine rechtliche Pflicht',
    thisRequestWhy: 'damit wir zeigen können, dass wir geantwortet haben (Art. 5 Abs. 2 DSGVO)',
    notProven:
      'Etwas liegt unter einer anderen Adresse oder in einem Konto, dessen Adresse nie bestätigt wurde. Es blieb, wie es ist: wir konnten nicht erkennen, dass es Ihres ist.',
    worksHere: 'Sie arbeiten hier: Ihr Konto fürs Dashboard bleibt, bis es schließt, wer den Laden führt.',
    needed:
      'Ohne diese Nutzung gibt es weder Konto noch Bestellung: sie endet erst mit ihnen. Wenn Sie das möchten, wählen Sie im Datenschutzbereich „Meine Daten löschen“; dann geht alles, was kein Gesetz zu behalten verlangt.',
    until: (day) => `bis ${day}`,
    thisRequest: (number) => `Anfrage Nr. ${number} und unsere Antwort`,
    ends: {
      processor_confirmed: 'hat es gelöscht',
      processor_corrected: 'hat es berichtigt',
      processor_restricted: 'bewahrt es nur noch auf',
      processor_released: 'weiß, dass es wieder genutzt werden darf',
      processor_manual: 'von uns schriftlich informiert',
      processor_refused: 'hat abgelehnt',
      retained: 'löscht es von selbst',
      awaiting: 'hat noch nicht geantwortet',
      to_forget: 'wird stattdessen um Löschung gebeten',
    },
  },
};

const names: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'orders.order_party': {
    en: 'Names and addresses of your orders',
    de: 'Namen und Adressen Ihrer Bestellungen',
  },
  'orders.order': { en: 'Your orders', de: 'Ihre Bestellungen' },
  orders: { en: 'Your orders', de: 'Ihre Bestellungen' },
  payments: { en: 'Your payments', de: 'Ihre Zahlungen' },
  checkout: { en: 'Your cart', de: 'Ihr Warenkorb' },
  fulfilment: { en: 'Your parcels', de: 'Ihre Pakete' },
  identity: { en: 'Your account', de: 'Ihr Konto' },
  notifications: { en: 'Mails we sent you', de: 'Mails, die wir Ihnen schickten' },
  privacy: { en: 'Your choices, and the proof of them', de: 'Ihre Entscheidungen und der Nachweis darüber' },
  persons: { en: 'Proof of what was deleted or corrected', de: 'Nachweis über Gelöschtes und Berichtigtes' },
  rights: { en: 'Your requests and our answers', de: 'Ihre Anfragen und unsere Antworten' },
  incidents: { en: 'Records of an incident', de: 'Aufzeichnungen zu einem Vorfall' },
  kernel: { en: 'Answers kept for a moment', de: 'Kurz aufbewahrte Antworten' },
};

/** What a table holds, in the person's words. */
export function nameOf(table: string, locale: Locale): string {
  if (table.startsWith('data/mail')) return names['notifications']?.[locale] ?? table;
  const [module = table] = table.split('.');
  return (names[table] ?? names[module])?.[locale] ?? table;
}

/** How something ended at another company, in the person's words. */
export const saidEnd = (end: string, locale: Locale): string => keptWords[locale].ends[end] ?? end;

const grounds: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  promise: { en: 'as we promised', de: 'wie wir es versprochen haben' },
  claims: { en: 'needed for legal claims', de: 'für Rechtsansprüche nötig' },
};

/** Why something stays: the law by its article, else in words. */
export const saidGround = (ground: string, locale: Locale): string => grounds[ground]?.[locale] ?? ground;
