import type { Locale } from '#kernel/context.ts';
import { hashOfNotice } from './notice.ts';
import type { Notice } from './notice.ts';

/** What is said where data is collected; it goes before the policy where it differs. Source: clause OC-7; GDPR art. 13. */
const texts = {
  'sign-up': {
    en: 'We keep your name, your e-mail address and your password for this account, sealed, until you close it. Opening an account is no consent to anything else.',
    de: 'Wir bewahren Ihren Namen, Ihre E-Mail-Adresse und Ihr Passwort für dieses Konto verschlüsselt auf, bis Sie es schließen. Ein Konto zu eröffnen ist keine Einwilligung in etwas anderes.',
  },
  checkout: {
    en: 'We use what you type here to carry out this order and to keep our books. It is no consent to news or to anything else.',
    de: 'Was Sie hier eingeben, verwenden wir für diese Bestellung und für unsere Bücher. Es ist keine Einwilligung in Neuigkeiten oder etwas anderes.',
  },
  account: {
    en: 'We keep what you type here sealed with your account, for its orders and for writing to you about them, until you change it, take it away or close the account.',
    de: 'Was Sie hier eingeben, bewahren wir verschlüsselt bei Ihrem Konto auf, für dessen Bestellungen und um Ihnen dazu zu schreiben, bis Sie es ändern, entfernen oder das Konto schließen.',
  },
  request: {
    en: 'We use what you type here to know that it is you, to answer you and to be able to prove that we did, and for nothing else.',
    de: 'Was Sie hier eingeben, verwenden wir, um zu wissen, dass Sie es sind, um Ihnen zu antworten und das belegen zu können, und für nichts anderes.',
  },
  order: {
    en: 'By pressing the button you place a binding order at the total that is shown. We read your details only to carry it out.',
    de: 'Mit dem Knopf bestellen Sie verbindlich zum gezeigten Gesamtbetrag. Wir verwenden Ihre Angaben nur, um die Bestellung auszuführen.',
  },
} as const;

export type CollectionPoint = keyof typeof texts;

/** Every place where the shop asks people for data about themselves, each with its notice. Source: clauses K7-7, KS-4. */
export const collectionPoints = Object.keys(texts) as CollectionPoint[];

/** The notice of a collection point in the reader's language, with the version by which it is recorded. */
export function contextualNotice(
  code: CollectionPoint,
  locale: Locale,
): Notice & { readonly version: string } {
  const notice = { code, locale, text: texts[code][locale] };
  return { ...notice, version: hashOfNotice(notice).slice(0, 12) };
}
