import type { Locale } from '#kernel/context.ts';

export type LetterKind =
  | 'verify'
  | 'verify-change'
  | 'reset'
  | 'already-registered'
  | 'new-device'
  | 'password-changed'
  | 'email-changed'
  | 'invitation';

interface LetterWords {
  readonly title: string;
  readonly intro: readonly string[];
  readonly button?: string;
  readonly after?: string;
  readonly footer: string;
}

const en: Readonly<Record<LetterKind, LetterWords>> = {
  verify: {
    title: 'Confirm your address',
    intro: [
      'Hello {name},',
      'an account at {shop} was opened with this address. Confirm that it is yours; then you can sign in.',
    ],
    button: 'Confirm address',
    after:
      'The link is good for 24 hours and works once. If you did not open an account, do nothing: without the link it stays closed.',
    footer: 'You get this mail because somebody entered your address at {shop}.',
  },
  'verify-change': {
    title: 'Confirm your new address',
    intro: [
      'Hello {name},',
      'you want to use this address for your account at {shop} from now on. It changes when you open the link.',
    ],
    button: 'Use this address',
    after: 'The link is good for 24 hours and works once. If this was not you, do nothing.',
    footer: 'You get this mail because somebody entered your address at {shop}.',
  },
  reset: {
    title: 'Set a new password',
    intro: [
      'Hello {name},',
      'somebody, probably you, has asked for a new password for your account at {shop}.',
    ],
    button: 'Set a new password',
    after:
      'The link is good for one hour and works once. If this was not you, do nothing: your password stays as it is.',
    footer: 'You get this mail because you have an account at {shop}.',
  },
  'already-registered': {
    title: 'You already have an account',
    intro: [
      'Hello {name},',
      'somebody, probably you, has tried to sign up at {shop} with your address. You already have an account, so nothing was changed.',
    ],
    button: 'Sign in',
    after:
      'If you have forgotten your password, you can set a new one on the same page. If this was not you, you need not do anything.',
    footer: 'You get this mail because you have an account at {shop}.',
  },
  'new-device': {
    title: 'New sign-in to your account',
    intro: [
      'Hello {name},',
      'somebody has signed in to your account at {shop} from a device that we have not seen before: {device}, {time}.',
    ],
    button: 'See devices',
    after: 'If this was you, all is well. If not, set a new password now; that signs out every device.',
    footer: 'You get this mail because you have an account at {shop}.',
  },
  'password-changed': {
    title: 'Your password was changed',
    intro: [
      'Hello {name},',
      'the password of your account at {shop} was changed, and all other devices were signed out.',
    ],
    after: 'If this was not you, ask for a new password on the sign-in page at once and write to us.',
    footer: 'You get this mail because you have an account at {shop}.',
  },
  'email-changed': {
    title: 'Your address was changed',
    intro: [
      'Hello {name},',
      'your account at {shop} now has another e-mail address. Mails about it no longer come here.',
    ],
    after: 'If this was not you, write to us at once.',
    footer: 'You get this mail because your account at {shop} had this address until now.',
  },
  invitation: {
    title: 'Work with us at {shop}',
    intro: [
      'Hello {name},',
      'you are invited to the dashboard of {shop}. Choose a password, and you can begin.',
    ],
    button: 'Accept invitation',
    after: 'The link is good for seven days and works once.',
    footer: 'You get this mail because a colleague at {shop} entered your address.',
  },
};

const de: Readonly<Record<LetterKind, LetterWords>> = {
  verify: {
    title: 'Bestätigen Sie Ihre Adresse',
    intro: [
      'Hallo {name},',
      'mit dieser Adresse wurde ein Konto bei {shop} eröffnet. Bestätigen Sie, dass es Ihre ist; dann können Sie sich anmelden.',
    ],
    button: 'Adresse bestätigen',
    after:
      'Der Link gilt 24 Stunden und nur einmal. Wenn Sie kein Konto eröffnet haben, müssen Sie nichts tun: Ohne den Link bleibt es zu.',
    footer: 'Sie bekommen diese E-Mail, weil jemand Ihre Adresse bei {shop} eingegeben hat.',
  },
  'verify-change': {
    title: 'Bestätigen Sie Ihre neue Adresse',
    intro: [
      'Hallo {name},',
      'Sie möchten für Ihr Konto bei {shop} künftig diese Adresse verwenden. Das gilt, sobald Sie den Link öffnen.',
    ],
    button: 'Diese Adresse verwenden',
    after: 'Der Link gilt 24 Stunden und nur einmal. Wenn Sie das nicht waren, müssen Sie nichts tun.',
    footer: 'Sie bekommen diese E-Mail, weil jemand Ihre Adresse bei {shop} eingegeben hat.',
  },
  reset: {
    title: 'Neues Passwort setzen',
    intro: [
      'Hallo {name},',
      'jemand, vermutlich Sie selbst, hat ein neues Passwort für Ihr Konto bei {shop} angefordert.',
    ],
    button: 'Neues Passwort setzen',
    after:
      'Der Link gilt eine Stunde und nur einmal. Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
    footer: 'Sie bekommen diese E-Mail, weil Sie ein Konto bei {shop} haben.',
  },
  'already-registered': {
    title: 'Sie haben schon ein Konto',
    intro: [
      'Hallo {name},',
      'jemand, vermutlich Sie selbst, wollte bei {shop} mit Ihrer Adresse ein Konto eröffnen. Sie haben schon eines, deshalb wurde nichts geändert.',
    ],
    button: 'Anmelden',
    after:
      'Wenn Sie Ihr Passwort vergessen haben, können Sie auf derselben Seite ein neues setzen. Wenn Sie das nicht waren, müssen Sie nichts tun.',
    footer: 'Sie bekommen diese E-Mail, weil Sie ein Konto bei {shop} haben.',
  },
  'new-device': {
    title: 'Neue Anmeldung in Ihrem Konto',
    intro: [
      'Hallo {name},',
      'jemand hat sich mit einem Gerät in Ihrem Konto bei {shop} angemeldet, das wir noch nicht kennen: {device}, {time}.',
    ],
    button: 'Geräte ansehen',
    after:
      'Wenn Sie das waren, ist alles gut. Wenn nicht, setzen Sie jetzt ein neues Passwort; das meldet alle Geräte ab.',
    footer: 'Sie bekommen diese E-Mail, weil Sie ein Konto bei {shop} haben.',
  },
  'password-changed': {
    title: 'Ihr Passwort wurde geändert',
    intro: [
      'Hallo {name},',
      'das Passwort Ihres Kontos bei {shop} wurde geändert, und alle anderen Geräte wurden abgemeldet.',
    ],
    after:
      'Wenn Sie das nicht waren, fordern Sie auf der Anmeldeseite sofort ein neues Passwort an und schreiben Sie uns.',
    footer: 'Sie bekommen diese E-Mail, weil Sie ein Konto bei {shop} haben.',
  },
  'email-changed': {
    title: 'Ihre Adresse wurde geändert',
    intro: [
      'Hallo {name},',
      'Ihr Konto bei {shop} hat jetzt eine andere E-Mail-Adresse. Nachrichten dazu kommen nicht mehr hier an.',
    ],
    after: 'Wenn Sie das nicht waren, schreiben Sie uns sofort.',
    footer: 'Sie bekommen diese E-Mail, weil Ihr Konto bei {shop} bisher diese Adresse hatte.',
  },
  invitation: {
    title: 'Arbeiten Sie mit bei {shop}',
    intro: [
      'Hallo {name},',
      'Sie sind zur Verwaltung von {shop} eingeladen. Wählen Sie ein Passwort, dann können Sie anfangen.',
    ],
    button: 'Einladung annehmen',
    after: 'Der Link gilt sieben Tage und nur einmal.',
    footer: 'Sie bekommen diese E-Mail, weil jemand bei {shop} Ihre Adresse eingegeben hat.',
  },
};

/** What the mails about accounts say, in the languages of the house. */
export const letterTexts: Readonly<Record<Locale, typeof en>> = { en, de };
