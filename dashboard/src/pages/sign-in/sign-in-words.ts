import { words } from '../../words/words.ts';

export const signInWords = words({
  title: ['Sign in', 'Anmelden'],
  dashboardOf: [(shop: string) => `Dashboard of ${shop}`, (shop: string) => `Dashboard von ${shop}`],
  email: ['E-mail address', 'E-Mail-Adresse'],
  password: ['Password', 'Passwort'],
  enter: ['Sign in', 'Anmelden'],
  againTitle: ['Sign in again', 'Melde dich wieder an'],
  againDo: [
    'Your session has ended. What you typed is still there; sign in and go on.',
    'Deine Sitzung ist zu Ende. Deine Eingaben stehen noch da; melde dich an und mach weiter.',
  ],
  forgot: ['Set a new password', 'Neues Passwort setzen'],
  forgotDo: [
    'We send a link to this address, if somebody works here under it.',
    'Wir senden einen Link an diese Adresse, falls hier jemand unter ihr arbeitet.',
  ],
  send: ['Send the link', 'Link senden'],
  sentTitle: ['Look into your inbox', 'Sieh in dein Postfach'],
  sentDo: ['The link in the mail is good for an hour.', 'Der Link in der Mail gilt eine Stunde.'],
  back: ['Back to sign-in', 'Zurück zur Anmeldung'],
  toShop: ['To the shop', 'Zum Laden'],
  demo: [
    'This is a demo shop. The logins were printed when it started.',
    'Dies ist ein Demoladen. Die Zugänge wurden beim Start ausgegeben.',
  ],
  joinTitle: ['Choose a password', 'Wähle ein Passwort'],
  joinDo: [
    'At least 12 characters; several words are better than signs.',
    'Mindestens 12 Zeichen; mehrere Wörter sind besser als Sonderzeichen.',
  ],
  promise: ['With this you promise:', 'Damit versprichst du:'],
  promiseText: [
    'I use personal data that I see here only for my work in this shop and as I am told, tell nobody else, look at nobody out of curiosity, and report at once if I think that data got into the wrong hands. This promise goes on after I have left.',
    'Personenbezogene Daten, die ich hier sehe, nutze ich nur für meine Arbeit in diesem Laden und nach Weisung. Ich gebe sie nicht weiter, sehe niemanden aus Neugier nach und melde sofort, wenn Daten in falsche Hände geraten sein könnten. Dieses Versprechen gilt weiter, wenn ich nicht mehr hier arbeite.',
  ],
  join: ['Open my account', 'Mein Konto öffnen'],
  reset: ['Set this password', 'Dieses Passwort setzen'],
  joined: ['Your password is set. Sign in with it.', 'Dein Passwort ist gesetzt. Melde dich damit an.'],
  toSignIn: ['Sign in', 'Anmelden'],
  noCode: ['This link is incomplete.', 'Dieser Link ist unvollständig.'],
  noCodeDo: [
    'Open it from the mail again, or ask for a new one.',
    'Öffne ihn noch einmal aus der Mail oder bitte um einen neuen.',
  ],
});
