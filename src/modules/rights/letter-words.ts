import type { Locale } from '#kernel/context.ts';
import type { Denial, Delay, Kind } from './request.ts';

/** What is asked, as the object of "you asked for". */
export const whatTexts: Readonly<Record<Locale, Readonly<Record<Kind, string>>>> = {
  en: {
    access: 'a copy of your data',
    portability: 'your data to take along',
    rectify: 'a correction of your data',
    erase: 'the deletion of your data',
    restrict: 'your data to be left untouched',
    object: 'an end to a use of your data',
    withdraw: 'your consent back',
    'opt-out': 'your data not to be sold or shared',
    review: 'a person to look at an automatic decision',
    question: 'an answer to a question about your data',
  },
  de: {
    access: 'eine Kopie Ihrer Daten',
    portability: 'Ihre Daten zum Mitnehmen',
    rectify: 'eine Berichtigung Ihrer Daten',
    erase: 'die Löschung Ihrer Daten',
    restrict: 'die Einschränkung der Nutzung Ihrer Daten',
    object: 'das Ende einer Nutzung Ihrer Daten',
    withdraw: 'die Rücknahme Ihrer Einwilligung',
    'opt-out': 'den Ausschluss von Verkauf und Weitergabe Ihrer Daten',
    review: 'die Prüfung einer automatischen Entscheidung durch einen Menschen',
    question: 'eine Antwort auf eine Frage zu Ihren Daten',
  },
};

export const doorTexts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    'privacy centre': 'in the privacy centre of the shop',
    account: 'in your account',
    'e-mail': 'by e-mail',
    staff: 'through our staff',
  },
  de: {
    'privacy centre': 'im Datenschutz-Bereich des Shops',
    account: 'in Ihrem Konto',
    'e-mail': 'per E-Mail',
    staff: 'über unsere Mitarbeitenden',
  },
};

/** Why not, and why later, as the end of a sentence. */
export const becauseTexts: Readonly<Record<Locale, Readonly<Record<Denial | Delay, string>>>> = {
  en: {
    'not-proven': 'because we could not tell that it is you who asks',
    'nothing-held': 'because we hold nothing that it could be done to',
    excessive: 'because the same was asked and answered too often',
    'legal-duty': 'because the law asks us to keep it (GDPR article 17(3)(b))',
    claims: 'because it is needed for legal claims (GDPR article 17(3)(e))',
    'others-rights': 'because it would give away what belongs to others (GDPR article 15(4))',
    'no-ground': 'because the law does not give this right for this use',
    'suspected-fraud': 'because there are signs that it is not you who asks',
    complex: 'because your request is complex',
    numerous: 'because there are many requests at once',
  },
  de: {
    'not-proven': 'weil wir nicht erkennen konnten, dass Sie es sind, der fragt',
    'nothing-held': 'weil wir nichts haben, womit es geschehen könnte',
    excessive: 'weil dasselbe zu oft gefragt und beantwortet wurde',
    'legal-duty': 'weil das Gesetz von uns verlangt, es aufzubewahren (Art. 17 Abs. 3 b DSGVO)',
    claims: 'weil es für Rechtsansprüche gebraucht wird (Art. 17 Abs. 3 e DSGVO)',
    'others-rights': 'weil es preisgeben würde, was anderen gehört (Art. 15 Abs. 4 DSGVO)',
    'no-ground': 'weil das Gesetz dieses Recht für diese Nutzung nicht gibt',
    'suspected-fraud': 'weil es Anzeichen gibt, dass nicht Sie es sind, der fragt',
    complex: 'weil Ihre Anfrage umfangreich ist',
    numerous: 'weil viele Anfragen zugleich da sind',
  },
};

export const footerTexts: Readonly<Record<Locale, string>> = {
  en: 'You get this mail because of a request about personal data at {shop}.',
  de: 'Sie bekommen diese Mail wegen einer Anfrage zu personenbezogenen Daten bei {shop}.',
};

export const alarmTexts: Readonly<Record<Locale, Readonly<Record<'target' | 'soon' | 'overdue', string>>>> = {
  en: {
    target: 'The day by which we wanted to answer is over',
    soon: 'The deadline is near',
    overdue: 'The deadline of the law has passed without an answer',
  },
  de: {
    target: 'Der Tag, bis zu dem wir antworten wollten, ist vorbei',
    soon: 'Die Frist ist nah',
    overdue: 'Die gesetzliche Frist ist ohne Antwort verstrichen',
  },
};

/** Where a copy over several addresses is fetched: no single mailbox opens it. */
export const copyInCentreTexts: Readonly<Record<Locale, string>> = {
  en: 'It is about more than one of your addresses. Show in the privacy centre that all of them are yours, and you can fetch it there.',
  de: 'In ihr geht es um mehr als eine Ihrer Adressen. Zeigen Sie im Datenschutz-Bereich, dass alle Ihre sind, dann können Sie sie dort holen.',
};
