import type { Locale } from '#kernel/context.ts';
import type { RequestRow } from './queries.ts';

type WishDone =
  | 'restrict'
  | 'unrestrict'
  | 'object'
  | 'object-marketing'
  | 'withdraw'
  | 'opt-out'
  | 'rectify'
  | 'rectify-door';

/** What was done about a wish, in the person's words. */
export const wishTexts: Readonly<Record<Locale, Readonly<Record<WishDone, string>>>> = {
  en: {
    restrict:
      'Your data are kept and not used, except with your consent, for legal claims, or to protect others. We tell you before that ends.',
    unrestrict: 'Your data may be used again for what you gave them for.',
    object: 'The use that you objected to has ended.',
    'object-marketing': 'You get no more news and offers from us or from partners, by any way.',
    withdraw: 'Your consent counts as withdrawn from now on. What happened before stays lawful.',
    'opt-out':
      'Your data are not sold and not shared. We do not sell data; now it is written down for you, too.',
    rectify:
      'It is put right everywhere. Who had got the wrong value from us hears of the right one. Invoices stay as they were issued: the law asks for that.',
    'rectify-door': 'What you sign in with is changed in your account, where the new address is confirmed.',
  },
  de: {
    restrict:
      'Ihre Daten bleiben liegen und werden nicht genutzt, außer mit Ihrer Einwilligung, für Rechtsansprüche oder zum Schutz anderer. Bevor das endet, sagen wir es Ihnen.',
    unrestrict: 'Ihre Daten dürfen wieder für das genutzt werden, wofür Sie sie gegeben haben.',
    object: 'Die Nutzung, der Sie widersprochen haben, ist beendet.',
    'object-marketing':
      'Sie bekommen keine Neuigkeiten und Angebote mehr, weder von uns noch von Partnern, auf keinem Weg.',
    withdraw: 'Ihre Einwilligung gilt ab jetzt als widerrufen. Was vorher geschah, bleibt rechtmäßig.',
    'opt-out':
      'Ihre Daten werden nicht verkauft und nicht weitergegeben. Wir verkaufen keine Daten; nun steht es auch für Sie fest.',
    rectify:
      'Es ist überall berichtigt. Wer den falschen Wert von uns bekam, erfährt den richtigen. Rechnungen bleiben, wie sie ausgestellt wurden: das verlangt das Gesetz.',
    'rectify-door': 'Womit Sie sich anmelden, ändern Sie in Ihrem Konto, wo die neue Adresse bestätigt wird.',
  },
};

/** Which of them a request that was granted is told. */
export function wishOf({ kind, wish }: Pick<RequestRow, 'kind' | 'wish'>): WishDone {
  if (kind === 'restrict') return wish.on === false ? 'unrestrict' : 'restrict';
  if (kind === 'object') return wish.purpose === 'marketing' ? 'object-marketing' : 'object';
  return kind === 'withdraw' ? 'withdraw' : 'opt-out';
}
