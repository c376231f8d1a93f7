import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('identity', {
  wrongSignIn: {
    status: 401,
    says: 'E-mail address and password do not fit together, or the address has not been confirmed yet. If you have just signed up, open the link in your inbox first.',
    sagt: 'E-Mail-Adresse und Passwort passen nicht zusammen, oder die Adresse ist noch nicht bestätigt. Wenn Sie gerade ein Konto eröffnet haben, öffnen Sie zuerst den Link in Ihrem Postfach.',
  },
  wrongEmail: { status: 422, says: 'This is not an e-mail address.', sagt: 'Das ist keine E-Mail-Adresse.' },
  busy: {
    status: 503,
    says: 'This could not be done right now. Please try again.',
    sagt: 'Das ging gerade nicht. Bitte versuchen Sie es noch einmal.',
  },
  tooManyAttempts: {
    status: 429,
    says: 'Too many attempts. Please wait a while and try again.',
    sagt: 'Zu viele Versuche. Bitte warten Sie eine Weile und versuchen Sie es dann noch einmal.',
  },
  weakPassword: {
    status: 422,
    says: 'This password is easy to guess. Take at least ten characters that are not a common password, your name or your address.',
    sagt: 'Dieses Passwort ist leicht zu erraten. Nehmen Sie mindestens zehn Zeichen, kein verbreitetes Passwort und weder Ihren Namen noch Ihre Adresse.',
  },
  wrongPassword: {
    status: 422,
    says: 'The current password is not right.',
    sagt: 'Das aktuelle Passwort stimmt nicht.',
  },
  notYourAccount: {
    status: 422,
    says: 'This is not the password that this account was opened with. If you did not open it, sign up yourself: the other one gives way.',
    sagt: 'Mit diesem Passwort wurde dieses Konto nicht eröffnet. Wenn Sie es nicht waren, eröffnen Sie selbst eines: das andere weicht.',
  },
  linkGone: {
    status: 410,
    says: 'This link is no longer good. It may have been used or its time is over; ask for a new one.',
    sagt: 'Dieser Link gilt nicht mehr. Er wurde schon benutzt oder ist abgelaufen; fordern Sie einen neuen an.',
  },
  ageNeeded: {
    status: 422,
    says: 'Please say whether you are old enough for this shop.',
    sagt: 'Bitte sagen Sie, ob Sie alt genug für diesen Shop sind.',
  },
  tooYoung: {
    status: 403,
    says: 'You are too young for this shop. Nothing of what you typed was kept.',
    sagt: 'Sie sind zu jung für diesen Shop. Nichts von dem, was Sie eingegeben haben, wurde behalten.',
  },
  noAccount: { status: 404, says: 'There is no such account.', sagt: 'Dieses Konto gibt es nicht.' },
  noSession: {
    status: 404,
    says: 'This device is not signed in.',
    sagt: 'Dieses Gerät ist nicht angemeldet.',
  },
  noAddress: {
    status: 404,
    says: 'There is no such address in the address book.',
    sagt: 'Diese Adresse steht nicht im Adressbuch.',
  },
  addressBookFull: {
    status: 409,
    says: 'The address book holds twenty addresses.',
    sagt: 'Das Adressbuch fasst zwanzig Adressen.',
  },
  addressWrong: {
    status: 422,
    says: 'The address is not complete.',
    sagt: 'Die Adresse ist nicht vollständig.',
  },
  changedMeanwhile: {
    status: 412,
    says: 'Somebody changed this meanwhile. Load it again and repeat your change.',
    sagt: 'Das wurde zwischenzeitlich geändert. Laden Sie es neu und wiederholen Sie Ihre Änderung.',
  },
  alreadyStaff: {
    status: 409,
    says: 'This address already belongs to a colleague.',
    sagt: 'Diese Adresse gehört schon zu einer Kollegin oder einem Kollegen.',
  },
  noRole: { status: 404, says: 'There is no such role.', sagt: 'Diese Rolle gibt es nicht.' },
  roleInUse: { status: 409, says: 'This role still has members.', sagt: 'Diese Rolle hat noch Mitglieder.' },
  roleIsShipped: {
    status: 409,
    says: 'This role comes with the house; make your own role instead.',
    sagt: 'Diese Rolle gehört zum Haus; legen Sie stattdessen eine eigene an.',
  },
  roleExists: {
    status: 409,
    says: 'There is already a role of this name.',
    sagt: 'Es gibt schon eine Rolle mit diesem Namen.',
  },
  lastOwner: {
    status: 409,
    says: 'A shop needs at least one owner.',
    sagt: 'Ein Shop braucht mindestens eine Inhaberin oder einen Inhaber.',
  },
  beyondYou: {
    status: 403,
    says: 'You can only give rights that you have yourself.',
    sagt: 'Sie können nur Rechte vergeben, die Sie selbst haben.',
  },
  tooManyReveals: {
    status: 429,
    says: 'You have read twenty people within an hour. Wait a while, or ask somebody whose role reads people.',
    sagt: 'Sie haben in einer Stunde zwanzig Personen gelesen. Warten Sie, oder fragen Sie jemanden, dessen Rolle Personendaten liest.',
  },
  dutyLapsed: {
    status: 403,
    says: 'Your promise of confidentiality or your training has run out, so people stay masked. Sign again, or have the training recorded, under Privacy > Records.',
    sagt: 'Ihr Versprechen der Vertraulichkeit oder Ihre Schulung ist abgelaufen; Personen bleiben deshalb verdeckt. Unterschreiben Sie neu oder lassen Sie die Schulung unter Datenschutz > Nachweise eintragen.',
  },
  dutyDates: {
    status: 422,
    says: 'The dates do not fit: nothing is met in the future, and it counts for some time.',
    sagt: 'Die Daten passen nicht: Nichts ist in der Zukunft erfüllt, und es gilt eine Zeit lang.',
  },
  noInvitation: {
    status: 404,
    says: 'There is no such open invitation.',
    sagt: 'Diese offene Einladung gibt es nicht.',
  },
});
