import type { Locale } from '#kernel/context.ts';

/** The words that a yes to news answers to; kept with the yes. */
export const preferenceNotice = (locale: Locale): string =>
  locale === 'de'
    ? 'Ich möchte Nachrichten dieser Art erhalten. Ich kann das jederzeit beenden: mit dem Link in jeder Nachricht, in meinem Konto oder auf Zuruf. Dafür wird meine Adresse gespeichert, bis ich es beende.'
    : 'I would like to receive news of this kind. I can end it at any time: with the link in every message, in my account, or by asking. My address is kept for that until I end it.';
