import type { Locale } from '#kernel/context.ts';

/** Which letters there are. */
const letterKinds = [
  'link',
  'receipt',
  'received',
  'alert',
  'cooling',
  'extended',
  'denied',
  'answered',
  'copy',
  'erased',
  'processors',
  'done',
  'nothing',
  'revoked',
  'expired',
  'staff',
] as const;
export type LetterKind = (typeof letterKinds)[number];

interface LetterText {
  readonly title: string;
  readonly intro: readonly string[];
  readonly button?: string;
  readonly after?: string;
}

/** `{shop}`, `{what}`, `{number}`, `{received}`, `{due}`, `{until}`, `{times}`, `{text}` and `{door}` are filled in. */
export const letterTexts: Readonly<Record<Locale, Readonly<Record<LetterKind, LetterText>>>> = {
  en: {
    link: {
      title: 'Your data at {shop}',
      intro: [
        'Somebody, we hope you, would like to see what {shop} knows about this address. Follow the link to open your page: it is good for 24 hours, and once.',
      ],
      button: 'Open my data',
      after:
        'If it was not you, do nothing. Without this link nobody sees anything, and nobody learns whether we know you.',
    },
    receipt: {
      title: 'We have your request no. {number}',
      intro: [
        'You asked us for {what}. It reached us on {received}; you get an answer by {due} at the latest.',
        'So that nobody else gets at what is yours, show us that this address is yours:',
      ],
      button: 'Yes, this is me',
      after:
        'The link is good for 14 days. If we cannot tell that it is you, we give nothing out and change nothing, and tell you so. If you did not ask for anything, do nothing.',
    },
    received: {
      title: 'We have your request no. {number}',
      intro: [
        'You asked us for {what}. It reached us on {received}; you get an answer by {due} at the latest.',
      ],
      button: 'See how it stands',
    },
    alert: {
      title: 'A request about your data',
      intro: [
        'On {received} somebody asked {shop} for {what}, {door}. If that was you, there is nothing to do.',
        'If it was not you, somebody may be able to read your mail or know your password: change both, and answer this mail. We stop what can still be stopped.',
      ],
    },
    cooling: {
      title: 'We delete your data on {until}',
      intro: [
        'You asked {shop} to delete what it knows about you (request no. {number}). We begin on {until}. Until then you can call it off with one click; afterwards it cannot be undone.',
      ],
      button: 'Do not delete anything',
      after: 'If it was not you who asked, call it off now and change your passwords.',
    },
    extended: {
      title: 'Request no. {number} takes longer',
      intro: [
        'You asked us for {what}. We cannot finish in the first month, {because}. You get an answer by {due} at the latest.',
        '{text}',
      ],
      after:
        'You may complain to a data protection authority about this, or go to court. Source of our right to take longer: GDPR article 12(3).',
    },
    denied: {
      title: 'Our answer to request no. {number}',
      intro: ['You asked us for {what}. We cannot do that, {because}.', '{text}'],
      after:
        'If you think that we are wrong, answer this mail. You may also complain to a data protection authority, or go to court.',
    },
    answered: { title: 'Our answer to request no. {number}', intro: ['{text}'] },
    copy: {
      title: 'Your copy is ready',
      intro: [
        'You asked us for {what} (request no. {number}). It is one file with a page to read, and the same as JSON and CSV for other programs.',
        '{where}',
      ],
      button: 'Fetch my copy',
      after:
        'It lies ready until {until} and can be fetched {times} times. Until then it is encrypted; afterwards it is gone, and you can ask for a new one.',
    },
    erased: {
      title: 'We have deleted your data',
      intro: [
        'As you asked (request no. {number}), {shop} has deleted what it knew about you. What follows is everything that is still there, why, and until when.',
      ],
    },
    processors: {
      title: 'Request no. {number}: we have done our part',
      intro: [
        'What {shop} itself holds is dealt with. Another company that got your data from us has not answered yet; we keep asking and write to you when it has.',
      ],
    },
    done: { title: 'Done: {what}', intro: ['We have done what you asked (request no. {number}).', '{text}'] },
    nothing: {
      title: 'We know nothing about you',
      intro: [
        'You asked us for {what} (request no. {number}). We have looked everywhere, and {shop} holds nothing under this address, except this request and our answer.',
      ],
    },
    revoked: {
      title: 'Called off: request no. {number}',
      intro: ['The request for {what} has been called off. Nothing was deleted or changed.'],
    },
    expired: {
      title: 'Request no. {number} is closed',
      intro: [
        'Somebody asked us from this address for {what}. Nobody followed the link that shows that the address is theirs, so we could not tell who asked: nothing was given out and nothing was changed.',
        'You can ask again at any time.',
      ],
    },
    staff: {
      title: 'Request no. {number}: {alarm}',
      intro: ['A request for {what} at {shop} came in on {received} and must be answered by {due}. {alarm}.'],
      button: 'Open the request',
    },
  },
  de: {
    link: {
      title: 'Ihre Daten bei {shop}',
      intro: [
        'Jemand, hoffentlich Sie, möchte sehen, was {shop} über diese Adresse weiß. Folgen Sie dem Link, um Ihre Seite zu öffnen: er gilt 24 Stunden und einmal.',
      ],
      button: 'Meine Daten öffnen',
      after:
        'Wenn Sie es nicht waren, tun Sie nichts. Ohne diesen Link sieht niemand etwas, und niemand erfährt, ob wir Sie kennen.',
    },
    receipt: {
      title: 'Wir haben Ihre Anfrage Nr. {number}',
      intro: [
        'Sie baten uns um {what}. Die Anfrage kam am {received} an; Sie bekommen spätestens am {due} eine Antwort.',
        'Damit niemand sonst an das kommt, was Ihres ist, zeigen Sie uns bitte, dass diese Adresse Ihre ist:',
      ],
      button: 'Ja, das bin ich',
      after:
        'Der Link gilt 14 Tage. Wenn wir nicht erkennen können, dass Sie es sind, geben wir nichts heraus und ändern nichts, und sagen Ihnen das. Wenn Sie um nichts gebeten haben, tun Sie nichts.',
    },
    received: {
      title: 'Wir haben Ihre Anfrage Nr. {number}',
      intro: [
        'Sie baten uns um {what}. Die Anfrage kam am {received} an; Sie bekommen spätestens am {due} eine Antwort.',
      ],
      button: 'Sehen, wie es steht',
    },
    alert: {
      title: 'Eine Anfrage zu Ihren Daten',
      intro: [
        'Am {received} bat jemand {shop} um {what}, {door}. Wenn Sie das waren, ist nichts zu tun.',
        'Wenn nicht, kann vielleicht jemand Ihre Mails lesen oder kennt Ihr Passwort: ändern Sie beides und antworten Sie auf diese Mail. Wir halten auf, was sich noch aufhalten lässt.',
      ],
    },
    cooling: {
      title: 'Wir löschen Ihre Daten am {until}',
      intro: [
        'Sie baten {shop}, zu löschen, was es über Sie weiß (Anfrage Nr. {number}). Wir beginnen am {until}. Bis dahin können Sie es mit einem Klick zurücknehmen; danach lässt es sich nicht rückgängig machen.',
      ],
      button: 'Nichts löschen',
      after: 'Wenn nicht Sie darum baten, nehmen Sie es jetzt zurück und ändern Sie Ihre Passwörter.',
    },
    extended: {
      title: 'Anfrage Nr. {number} dauert länger',
      intro: [
        'Sie baten uns um {what}. Wir werden im ersten Monat nicht fertig, {because}. Sie bekommen spätestens am {due} eine Antwort.',
        '{text}',
      ],
      after:
        'Sie können sich darüber bei einer Datenschutzbehörde beschweren oder vor Gericht gehen. Dass wir länger brauchen dürfen, steht in Art. 12 Abs. 3 DSGVO.',
    },
    denied: {
      title: 'Unsere Antwort auf Anfrage Nr. {number}',
      intro: ['Sie baten uns um {what}. Das können wir nicht tun, {because}.', '{text}'],
      after:
        'Wenn Sie meinen, dass wir irren, antworten Sie auf diese Mail. Sie können sich auch bei einer Datenschutzbehörde beschweren oder vor Gericht gehen.',
    },
    answered: { title: 'Unsere Antwort auf Anfrage Nr. {number}', intro: ['{text}'] },
    copy: {
      title: 'Ihre Kopie liegt bereit',
      intro: [
        'Sie baten uns um {what} (Anfrage Nr. {number}). Sie ist eine Datei mit einer Seite zum Lesen und demselben als JSON und CSV für andere Programme.',
        '{where}',
      ],
      button: 'Meine Kopie holen',
      after:
        'Sie liegt bis {until} bereit und kann {times}-mal geholt werden. Bis dahin ist sie verschlüsselt; danach ist sie weg, und Sie können eine neue anfordern.',
    },
    erased: {
      title: 'Wir haben Ihre Daten gelöscht',
      intro: [
        'Wie Sie es wollten (Anfrage Nr. {number}), hat {shop} gelöscht, was es über Sie wusste. Hier steht alles, was noch da ist, warum und bis wann.',
      ],
    },
    processors: {
      title: 'Anfrage Nr. {number}: unser Teil ist getan',
      intro: [
        'Was {shop} selbst hat, ist erledigt. Eine andere Firma, die Ihre Daten von uns bekam, hat noch nicht geantwortet; wir fragen weiter nach und schreiben Ihnen, sobald sie es hat.',
      ],
    },
    done: {
      title: 'Erledigt: {what}',
      intro: ['Wir haben getan, worum Sie baten (Anfrage Nr. {number}).', '{text}'],
    },
    nothing: {
      title: 'Wir wissen nichts über Sie',
      intro: [
        'Sie baten uns um {what} (Anfrage Nr. {number}). Wir haben überall nachgesehen: {shop} hat nichts unter dieser Adresse, außer dieser Anfrage und unserer Antwort.',
      ],
    },
    revoked: {
      title: 'Zurückgenommen: Anfrage Nr. {number}',
      intro: ['Die Bitte um {what} wurde zurückgenommen. Es wurde nichts gelöscht und nichts geändert.'],
    },
    expired: {
      title: 'Anfrage Nr. {number} ist geschlossen',
      intro: [
        'Von dieser Adresse bat uns jemand um {what}. Niemand folgte dem Link, der zeigt, wem die Adresse gehört; wir konnten also nicht wissen, wer fragt: Es wurde nichts herausgegeben und nichts geändert.',
        'Sie können jederzeit wieder fragen.',
      ],
    },
    staff: {
      title: 'Anfrage Nr. {number}: {alarm}',
      intro: [
        'Eine Bitte um {what} bei {shop} kam am {received} und muss bis {due} beantwortet sein. {alarm}.',
      ],
      button: 'Anfrage öffnen',
    },
  },
};
