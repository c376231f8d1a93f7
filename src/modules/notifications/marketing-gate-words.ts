import type { Locale } from '#kernel/context.ts';

const faults: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    paused: 'Somebody paused the agreement.',
    ended: 'Somebody ended the agreement.',
    expired: 'The agreement has run out.',
    'review-due': 'The company has to be looked at again; in thirty days nothing goes there any more.',
    'review-overdue': 'The company was not looked at again in time.',
    'outside-region': 'The country it is in is outside of where this shop promises to keep data.',
    'paper-missing': 'The paper that allows the transfer to its country is missing.',
    'no-mechanism': 'Nothing allows a transfer to its country.',
    'sale-refused': 'This shop promises never to sell data.',
  },
  de: {
    paused: 'Jemand hat die Vereinbarung angehalten.',
    ended: 'Jemand hat die Vereinbarung beendet.',
    expired: 'Die Vereinbarung ist abgelaufen.',
    'review-due': 'Das Unternehmen muss erneut geprüft werden; in dreißig Tagen geht nichts mehr dorthin.',
    'review-overdue': 'Das Unternehmen wurde nicht rechtzeitig erneut geprüft.',
    'outside-region': 'Sein Land liegt außerhalb dessen, wo dieser Laden Daten zu halten verspricht.',
    'paper-missing': 'Das Papier, das die Übermittlung in sein Land erlaubt, fehlt.',
    'no-mechanism': 'Nichts erlaubt eine Übermittlung in sein Land.',
    'sale-refused': 'Dieser Laden verspricht, Daten nie zu verkaufen.',
  },
};

/** The words of a warning that the gate to a company closed, or soon will. */
export function gateWords(locale: Locale, company: string, fault: string) {
  const says = faults[locale][fault] ?? fault;
  const isSoon = fault === 'review-due';
  return locale === 'de'
    ? {
        title: isSoon ? `${company}: Prüfung fällig` : `Nichts geht mehr an: ${company}`,
        says,
        todo: 'Im Dashboard unter Datenschutz > Dienstleister können Sie das ändern.',
      }
    : {
        title: isSoon ? `${company}: review due` : `Nothing goes any more to: ${company}`,
        says,
        todo: 'You can change that in the dashboard under Privacy > Processors.',
      };
}
