import type { PolicyLanguage } from './words.ts';

type Reason = Readonly<Record<Exclude<PolicyLanguage, 'en'>, string>>;

/** Why a column is needed, as its table says it in English, for readers of the other languages. */
const reasons: Readonly<Record<string, Reason>> = {
  'an account needs an address to prove and a name to be called by': {
    de: 'ein Konto braucht eine nachgewiesene Adresse und einen Namen für die Anrede',
    fr: 'un compte demande une adresse prouvée et un nom',
    da: 'en konto kræver en bekræftet adresse og et navn at tiltale dig med',
  },
  'a password lets you in; only its hash is kept': {
    de: 'mit dem Passwort melden Sie sich an; gespeichert wird nur sein Prüfwert',
    fr: 'le mot de passe vous ouvre le compte ; seule son empreinte est conservée',
    da: 'adgangskoden lukker dig ind; kun dens kontrolværdi gemmes',
  },
  'who tries a door again and again is recognised by where they try from': {
    de: 'wer eine Tür immer wieder versucht, wird daran erkannt, von wo',
    fr: 'qui essaie une porte sans cesse se reconnaît à l’endroit d’où il essaie',
    da: 'den, der prøver en dør igen og igen, kendes på, hvorfra det sker',
  },
  'you can see where you are signed in and end what is not yours': {
    de: 'damit Sie sehen, wo Sie angemeldet sind, und Fremdes beenden können',
    fr: 'pour que vous voyiez où vous êtes connecté et puissiez fermer ce qui n’est pas à vous',
    da: 'så du kan se, hvor du er logget ind, og lukke det, der ikke er dit',
  },
  'saved for the next order, if you saved it': {
    de: 'für die nächste Bestellung gespeichert, wenn Sie es so wollten',
    fr: 'gardée pour la prochaine commande, si vous l’avez voulu',
    da: 'gemt til næste ordre, hvis du har gemt den',
  },
  'an invitation needs somebody to go to': {
    de: 'eine Einladung braucht jemanden, an den sie geht',
    fr: 'une invitation a besoin d’un destinataire',
    da: 'en invitation skal have en modtager',
  },
  'who reads about customers must be trained, and the shop must be able to show it': {
    de: 'wer Kundendaten liest, muss geschult sein, und der Shop muss das zeigen können',
    fr: 'qui lit les données des clients doit être formé, et la boutique doit pouvoir le montrer',
    da: 'den, der læser om kunder, skal være uddannet, og butikken skal kunne vise det',
  },
  'a mail waits here until it is delivered, and shows for a while what was sent': {
    de: 'eine E-Mail wartet hier, bis sie zugestellt ist, und zeigt noch eine Weile, was geschickt wurde',
    fr: 'un e-mail attend ici sa remise et montre un temps ce qui a été envoyé',
    da: 'en mail venter her, til den er leveret, og viser en tid, hvad der blev sendt',
  },
  'news that somebody asked for wait here until they are delivered': {
    de: 'bestellte Neuigkeiten warten hier, bis sie zugestellt sind',
    fr: 'les nouvelles demandées attendent ici leur remise',
    da: 'nyheder, som nogen har bedt om, venter her, til de er leveret',
  },
  'news that somebody asked for need an address': {
    de: 'bestellte Neuigkeiten brauchen eine Adresse',
    fr: 'les nouvelles demandées ont besoin d’une adresse',
    da: 'nyheder, som nogen har bedt om, kræver en adresse',
  },
  'a parcel needs a name and an address, and news of the order an e-mail address': {
    de: 'ein Paket braucht Namen und Anschrift, Nachrichten zur Bestellung eine E-Mail-Adresse',
    fr: 'un colis demande un nom et une adresse, et les nouvelles de la commande une adresse e-mail',
    da: 'en pakke kræver et navn og en adresse, og nyt om ordren en e-mailadresse',
  },
  'an invoice must name who is billed': {
    de: 'eine Rechnung muss nennen, an wen sie geht',
    fr: 'une facture doit nommer son destinataire',
    da: 'en faktura skal nævne, hvem den er til',
  },
  'you and we follow the parcel by it': {
    de: 'damit verfolgen Sie und wir das Paket',
    fr: 'elle nous permet, à vous et à nous, de suivre le colis',
    da: 'med det følger du og vi pakken',
  },
  'what colleagues must know to serve the order': {
    de: 'was Kolleginnen und Kollegen zu der Bestellung wissen müssen',
    fr: 'ce que les collègues doivent savoir pour traiter la commande',
    da: 'det, kolleger skal vide for at klare ordren',
  },
  'typed into the checkout, kept until the order is placed': {
    de: 'an der Kasse eingegeben, gespeichert bis zur Bestellung',
    fr: 'saisi au moment de payer, conservé jusqu’à la commande',
    da: 'skrevet ved kassen, gemt indtil ordren er afgivet',
  },
  'a correction rests on something that shows it is right': {
    de: 'eine Berichtigung stützt sich auf etwas, das zeigt, dass sie stimmt',
    fr: 'une correction repose sur quelque chose qui montre qu’elle est juste',
    da: 'en rettelse bygger på noget, der viser, at den er rigtig',
  },
  'an answer has to go somewhere, and we must be able to show to whom it went': {
    de: 'eine Antwort muss irgendwohin gehen, und wir müssen zeigen können, an wen',
    fr: 'une réponse doit aller quelque part, et nous devons pouvoir montrer à qui',
    da: 'et svar skal sendes et sted hen, og vi skal kunne vise, til hvem',
  },
  'what you asked for, in your own words': {
    de: 'was Sie verlangt haben, in Ihren Worten',
    fr: 'ce que vous avez demandé, dans vos mots',
    da: 'det, du har bedt om, med dine egne ord',
  },
  'what we answered': {
    de: 'was wir geantwortet haben',
    fr: 'ce que nous avons répondu',
    da: 'det, vi har svaret',
  },
  'only whoever reads the mail of an address gets what is kept under it': {
    de: 'nur wer die Post einer Adresse liest, bekommt, was unter ihr gespeichert ist',
    fr: 'seule la personne qui lit le courrier d’une adresse reçoit ce qui est conservé sous cette adresse',
    da: 'kun den, der læser posten til en adresse, får det, der er gemt under den',
  },
  'your copy lies ready until you have fetched it': {
    de: 'Ihre Kopie liegt bereit, bis Sie sie geholt haben',
    fr: 'votre copie est prête jusqu’à ce que vous l’ayez prise',
    da: 'din kopi ligger klar, til du har hentet den',
  },
  'a keyed hash to find it by': {
    de: 'ein verschlüsselter Suchwert, um es wiederzufinden',
    fr: 'une empreinte avec clé pour le retrouver',
    da: 'en nøglebundet søgeværdi til at finde det igen',
  },
};

/** Whether a reason is known in every language; a table that came later may only say it in English. */
export const hasReason = (because: string): boolean => because in reasons;

/** A reason in the reader's language. Shape: in English where nobody has put it into theirs. */
export const reasonIn = (language: PolicyLanguage, because: string): string =>
  language === 'en' ? because : (reasons[because]?.[language] ?? because);
