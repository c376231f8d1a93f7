import { words } from '../words.ts';

/** Words that stand in every form. */
export const formWords = words({
  optional: { en: 'optional', de: 'freiwillig' },
  country: { en: 'Country', de: 'Land' },
  showFields: { en: 'Show the fields for this country', de: 'Felder für dieses Land zeigen' },
  choose: { en: 'Please choose', de: 'Bitte wählen' },
  problems: {
    en: (count: number) =>
      count === 1 ? 'One thing needs another look' : `${count} things need another look`,
    de: (count: number) =>
      count === 1 ? 'Eine Angabe braucht noch einen Blick' : `${count} Angaben brauchen noch einen Blick`,
  },
  example: { en: (text: string) => `For example ${text}`, de: (text: string) => `Zum Beispiel ${text}` },
  email: { en: 'E-mail', de: 'E-Mail' },
  emailWrong: {
    en: 'This does not look like an e-mail address. It needs an @ and a domain, as in ada@example.org.',
    de: 'Das sieht nicht nach einer E-Mail-Adresse aus. Sie braucht ein @ und eine Domain, wie ada@example.org.',
  },
  emailMissing: { en: 'Enter your e-mail address.', de: 'Geben Sie Ihre E-Mail-Adresse ein.' },
  error: { en: 'Error:', de: 'Fehler:' },
});
