import type { Locale } from '#kernel/context.ts';
import type { Proof } from './standing.ts';

type Both = Readonly<Record<Locale, string>>;

/** What the checks look for that run by night, for people. */
const byNight: Readonly<Record<string, Both>> = {
  registry: {
    en: 'Every column about a person is declared, and nothing is stored beside it',
    de: 'Jede Spalte über eine Person ist angemeldet, und daneben liegt nichts',
  },
  wall: {
    en: "Each shop's data stand behind a wall that no other shop can pass",
    de: 'Die Daten jedes Shops liegen hinter einer Wand, durch die kein anderer kommt',
  },
  audit: {
    en: 'The record of what was read and changed is whole',
    de: 'Das Protokoll über Lesen und Ändern ist vollständig',
  },
  'security-log': {
    en: 'Nothing in the security log is older than it may be',
    de: 'Im Sicherheitsprotokoll ist nichts älter, als es sein darf',
  },
  statistics: {
    en: 'No published count is small enough to point to a person',
    de: 'Keine veröffentlichte Zahl ist so klein, dass sie auf eine Person zeigt',
  },
  clocks: { en: 'Nothing is kept beyond its date', de: 'Nichts liegt länger, als es darf' },
  policy: {
    en: 'What the policy says is what the software does',
    de: 'Was die Erklärung sagt, tut die Software',
  },
  'policy.published': {
    en: 'There is a published policy with its date',
    de: 'Es gibt eine veröffentlichte Erklärung mit Datum',
  },
  'policy.absolute': {
    en: 'No sentence of the policy promises perfect security',
    de: 'Kein Satz der Erklärung verspricht vollkommene Sicherheit',
  },
  'policy.noController': {
    en: 'The policy names who is responsible, with address',
    de: 'Die Erklärung nennt, wer verantwortlich ist, mit Anschrift',
  },
  'policy.saleRole': {
    en: 'No company is registered as a buyer of data',
    de: 'Keine Firma ist als Käufer von Daten eingetragen',
  },
  'policy.transferContradicted': {
    en: 'What is said about Europe and where companies sit agree',
    de: 'Was über Europa gesagt wird, passt zu den Orten der Firmen',
  },
  'policy.transferWithoutBasis': {
    en: 'Every transfer out of Europe has a legal basis',
    de: 'Jede Übermittlung aus Europa hinaus hat eine Rechtsgrundlage',
  },
  'policy.openList': {
    en: 'No list of companies ends in "and others"',
    de: 'Keine Liste von Firmen endet mit „und andere“',
  },
  'policy.noReason': { en: 'Every field has its reason', de: 'Jedes Feld hat seinen Grund' },
  'policy.deadLink': {
    en: 'Every way to refuse leads to a page that exists',
    de: 'Jeder Weg zum Ablehnen führt auf eine Seite, die es gibt',
  },
  'policy.thirdPartyPurpose': {
    en: 'Companies get data only for the ends that are named',
    de: 'Firmen bekommen Daten nur für die genannten Zwecke',
  },
  'policy.columnWithoutPurpose': {
    en: 'Every column has a purpose that the policy names',
    de: 'Jede Spalte hat einen Zweck, den die Erklärung nennt',
  },
};

/** What the tests of a release try, by the sentence in their name. */
const byRelease: Readonly<Record<string, string>> = {
  'a field that nobody declared is refused and stored nowhere':
    'Ein Feld, das nirgends angemeldet ist, wird abgelehnt und nirgends gespeichert',
  'a try at the door is noted with address, browser and device alone, and gone after 90 days':
    'Ein Anmeldeversuch wird nur mit Adresse, Browser und Gerät notiert und ist nach 90 Tagen weg',
  'before a choice a browser holds nothing':
    'Vor einer Entscheidung liegt nichts im Browser, was Zustimmung braucht',
  'cart and session are enough to browse and order':
    'Warenkorb und Sitzung genügen, um sich umzusehen und zu bestellen',
  'an order opens to be served, and not to improve the shop':
    'Eine Bestellung lässt sich öffnen, um sie zu erledigen, aber nicht, um den Shop zu verbessern',
  'who stopped everything buys and hears of the order':
    'Wer alles abbestellt hat, kann kaufen und hört von der Bestellung',
  'who refused sees the goods in the order of everybody':
    'Wer abgelehnt hat, sieht die Waren in der Reihenfolge aller',
  'news reach those whose yes is recorded, with the words they saw, and nobody else':
    'Neuigkeiten bekommt nur, wessen Ja festgehalten ist, mit den Worten, die dabei zu sehen waren',
  'five doors, each ends what waits and what comes; looking ends nothing':
    'Fünf Wege zum Abbestellen: jeder beendet, was wartet und was kommt; bloßes Ansehen beendet nichts',
  'a company nobody agreed with gets no byte, by whatever means':
    'Eine Firma ohne Vertrag bekommt nichts, auf keinem Weg',
  'an agreement opens its purposes until its day; then the operator has a letter':
    'Ein Vertrag öffnet seine Zwecke bis zu seinem Tag; dann bekommt der Betreiber einen Brief',
  'without a second person nothing is disclosed, and then only the scope':
    'Ohne zweite Person wird nichts herausgegeben, und mit ihr nur das Verlangte',
  'a disclosure without a written reason is not opened':
    'Eine Herausgabe ohne schriftlichen Grund beginnt gar nicht erst',
  'gates and walls have no fault, and a changed row of the audit log is found':
    'Tore und Trennwände sind ohne Fehler, und eine veränderte Zeile im Protokoll fällt auf',
  'gates and walls have no fault, and a changed row of the audit log is found, and staff without the right see masks, and every reading by others is noted':
    'Tore und Trennwände sind ohne Fehler, eine veränderte Zeile im Protokoll fällt auf, wer kein Recht dazu hat, sieht nur Masken, und wer liest, wird vermerkt',
  'a text that boasts of security does not compile':
    'Ein Text, der mit Sicherheit prahlt, lässt sich nicht veröffentlichen',
  'a guest fetches all that was typed, and nothing of a third person':
    'Ein Gast holt alles, was er eingegeben hat, und nichts von Dritten',
  'a wrong name is put right everywhere, and the company that got it hears the right one and nothing else':
    'Ein falscher Name wird überall berichtigt; die Firma, die ihn bekam, erfährt den richtigen und sonst nichts',
  'after the cooling-off all is gone but what is listed with ground and end':
    'Nach der Bedenkzeit ist alles weg außer dem, was mit Grund und Ende aufgelistet ist',
  'what a law kept is listed with its end, is there the day before it and gone after it':
    'Was ein Gesetz behält, steht mit seinem Ende da, ist am Tag davor noch da und danach weg',
  'a mail becomes a request with a clock, and a receipt goes out':
    'Aus einer Mail wird eine Anfrage mit Frist, und eine Bestätigung geht hinaus',
  'the date stands on top, old versions stay at their address, and the change is told in words':
    'Das Datum steht oben, alte Fassungen bleiben an ihrer Adresse, und die Änderung wird in Worten gesagt',
  'the first page of the shop tells of a material change':
    'Die Startseite des Shops nennt eine wichtige Änderung',
  'a field that is added changes the text or stops it': 'Ein neues Feld ändert den Text oder hält ihn an',
  'an account leaves a notice and a contract, no consent':
    'Ein Konto hinterlässt einen Hinweis und einen Vertrag, keine Einwilligung',
  'names are declared and sealed, and a column beside them is noticed':
    'Namen sind angemeldet und versiegelt, und eine Spalte daneben fällt auf',
  'an address that was not proven gets no copy':
    'Eine Adresse, die nicht nachgewiesen ist, bekommt keine Kopie',
  'a card number in a form is refused and kept nowhere':
    'Eine Kartennummer in einem Formular wird abgelehnt und nirgends gespeichert',
  'somebody buys without giving a phone number': 'Jemand kauft, ohne eine Telefonnummer anzugeben',
  'each form that asks shows its notice, and each notice listed is shown':
    'Jedes Formular, das fragt, zeigt seinen Hinweis, und jeder Hinweis der Liste wird gezeigt',
  'the copy names the way of payment and nothing more of it':
    'Die Kopie nennt die Zahlungsart und nicht mehr davon',
  'carrier and tracking number stand on the order page':
    'Versandfirma und Sendungsnummer stehen auf der Seite der Bestellung',
  'the copy has as many orders and payments as the books':
    'Die Kopie hat so viele Bestellungen und Zahlungen wie die Bücher',
  'an address is gone after its time, its key too':
    'Eine Netzadresse ist nach ihrer Zeit weg, ihr Schlüssel auch',
  'devices are declared in two places and nowhere else':
    'Geräte sind an zwei Stellen angemeldet und nirgends sonst',
  'without a yes there is no row about a visit': 'Ohne ein Ja gibt es keine Zeile über einen Besuch',
  'devices are one of five words': 'Geräte sind eines von fünf Wörtern',
  'a purchase is followed by its mail': 'Auf einen Kauf folgt seine Mail',
  'following a visit asks first': 'Wer einem Besuch folgen will, muss erst fragen',
  'each way has its stop, and all of them have one':
    'Jeder Weg lässt sich einzeln abstellen, und alle zusammen',
  'shipping gets an address and no history, payment a reference and no address':
    'Der Versand bekommt eine Anschrift und keinen Verlauf, die Zahlung eine Kennung und keine Anschrift',
  'no text of a buyer lies in the files of the database':
    'Kein Text eines Käufers liegt lesbar in den Dateien der Datenbank',
  'guessable secrets and open doors stop the start':
    'Erratbare Geheimnisse und offene Türen verhindern den Start',
  'plain requests are sent on and browsers told to stay':
    'Unverschlüsselte Anfragen werden umgeleitet, und Browser bleiben danach verschlüsselt',
  'staff without the right see masks, and every reading by others is noted':
    'Beschäftigte ohne Berechtigung sehen Masken, und jedes Lesen der anderen wird notiert',
  'an overdue audit raises an alert until one is recorded':
    'Eine überfällige Prüfung schlägt Alarm, bis eine eingetragen ist',
  'no count below five, and no way back to a person':
    'Keine Zahl unter fünf, und kein Weg zurück zu einer Person',
  'every field that was typed stands once in the account, where it can be changed, and once in the copy':
    'Jedes eingegebene Feld steht genau einmal im Konto, wo es geändert werden kann, und einmal in der Kopie',
  'a copy is taken to another shop': 'Eine Kopie wird in einen anderen Shop mitgenommen',
  'refusing is one click of the same size': 'Ablehnen ist ein Klick von gleicher Größe',
  'what lies in the browser is what the page says': 'Im Browser liegt, was die Seite sagt',
  'nothing that counts is set without a yes': 'Ohne ein Ja wird nichts gesetzt, was zählt',
  'what was looked at is remembered only after a yes': 'Was angesehen wurde, wird nur nach einem Ja behalten',
  'a browser that objects opens nothing by "allow all"':
    'Ein Browser, der widerspricht, öffnet auch mit „Alles erlauben“ nichts',
  'a country without a basis gets no byte, and no policy compiles over it':
    'Ein Land ohne Rechtsgrundlage bekommt nichts, und keine Erklärung sieht darüber hinweg',
  'without the clauses, their module or the assessment not a byte leaves':
    'Ohne Vertragsklauseln, ihr Modul oder die Prüfung geht nichts hinaus',
  'a late review is an alarm, then closes the gate until somebody has looked':
    'Eine verspätete Prüfung schlägt Alarm und sperrt dann, bis jemand nachgesehen hat',
  'who is too young leaves no row in any table': 'Wer zu jung ist, hinterlässt in keiner Tabelle eine Zeile',
  'a reported child is gone at once, here and at companies':
    'Ein gemeldetes Kind ist sofort gelöscht, hier und bei den Firmen',
  'vendors, buyers and staff have a document each':
    'Verkäufer, Käufer und Beschäftigte haben je eine Erklärung',
  'a new recipient is mailed to everybody with an account':
    'Ein neuer Empfänger wird allen mit Konto gemailt',
  'visitors and users have a document each': 'Besucher und Nutzer haben je eine Erklärung',
  'every sealed column and every line of a copy names its source':
    'Jede versiegelte Spalte und jede Zeile einer Kopie nennt ihre Herkunft',
  'an account has room for e-mail and name, its address book for company and phone':
    'Ein Konto hat Platz für E-Mail und Namen, sein Adressbuch für Firma und Telefon',
  'reading for another purpose is refused': 'Lesen zu einem anderen Zweck wird abgelehnt',
  'who came with a channel gets no advertising whatever they allowed; declaring it is a fault':
    'Wer über einen Kanal kam, bekommt keine Werbung, was auch erlaubt wurde; sie vorzusehen ist ein Fehler',
  'nobody can be agreed with as a buyer, and a policy with one does not compile':
    'Mit niemandem lässt sich ein Verkauf von Daten vereinbaren, und keine Erklärung geht darüber hinweg',
  'staff hears before the month is over, and it is noted when it is':
    'Das Team erfährt es, bevor der Monat um ist, und danach wird es festgehalten',
  'what staff writes down runs as if the person had asked':
    'Was das Team aufnimmt, läuft, als hätte die Person selbst gefragt',
  'who objects to what the account needs is offered deletion':
    'Wer dem widerspricht, was das Konto braucht, bekommt die Löschung angeboten',
  'a letter about an order comes all the same, and cannot carry advertising':
    'Ein Brief zu einer Bestellung kommt trotzdem und kann keine Werbung enthalten',
  'requests of every kind are due within the month of the law':
    'Anfragen jeder Art sind innerhalb des gesetzlichen Monats fällig',
  'an extension is told within the month and refused after it':
    'Eine Verlängerung wird im ersten Monat mitgeteilt und danach abgelehnt',
  'a restore that nobody tried is told of, until a backup of today was put back and compared row by row':
    'Ein Wiederherstellen, das niemand geübt hat, wird gemeldet, bis eine Sicherung von heute zurückgespielt und Zeile für Zeile verglichen ist',
  'while the keys are away nothing is stored, in plain or at all':
    'Solange die Schlüssel fehlen, wird nichts gespeichert, erst recht nicht offen',
  'a missing scan is told of, and a finding has its clock':
    'Eine fehlende Suche nach Schwachstellen wird gemeldet, und ein Fund hat seine Frist',
  'without training and promise a colleague sees masks':
    'Ohne Schulung und Verschwiegenheit sieht man nur Masken',
  'a drill leaves a complete entry and mails nobody':
    'Eine Übung hinterlässt einen vollständigen Eintrag und schreibt niemandem',
  'three of four are affected and three are told, once, with advice':
    'Drei von vier sind betroffen, und drei erfahren es, einmal, mit Rat',
  'measures and changes are listed with their dates':
    'Maßnahmen und Änderungen stehen mit Datum in der Liste',
  'a common password is refused and a new device is mailed':
    'Ein gängiges Passwort wird abgelehnt, und ein neues Gerät wird gemailt',
  'who is outside of Europe gets no byte unless the merchant connected it, and else no policy compiles':
    'Wer außerhalb Europas sitzt, bekommt nichts, es sei denn, der Händler hat ihn verbunden',
  'a transfer without a basis keeps the policy from being published':
    'Eine Übermittlung ohne Rechtsgrundlage verhindert das Veröffentlichen der Erklärung',
  'a company that moves gets no byte more, and the operator hears of it':
    'Eine Firma, die umzieht, bekommt nichts mehr, und der Betreiber erfährt es',
  'everybody with an account gets one mail with what changes and what it means':
    'Alle mit Konto bekommen eine Mail darüber, was sich ändert und was das heißt',
  'going on after a notice is an event of its own':
    'Nach einem Hinweis weiterzumachen, wird als eigenes Ereignis festgehalten',
  'a new use asks those who allowed all before, and waits for their yes':
    'Eine neue Verwendung fragt auch die, die vorher alles erlaubt haben, und wartet auf ihr Ja',
  'an overdue question raises an alarm': 'Eine überfällige Frage schlägt Alarm',
  'an empty answer is refused, and words reach who asked':
    'Eine leere Antwort wird abgelehnt, und eine richtige erreicht, wer gefragt hat',
  'without name and address nothing is published': 'Ohne Name und Anschrift wird nichts veröffentlicht',
  'the cookie page and a real browser agree': 'Die Cookie-Seite und ein echter Browser stimmen überein',
  'statistics share no key with anything that is told':
    'Die Statistik teilt keinen Schlüssel mit dem, was jemand angibt',
  'a field without a reason does not compile': 'Ein Feld ohne Grund lässt sich nicht veröffentlichen',
  'calls, faxes and letters leave out who asked, by person and by number':
    'Anrufe, Faxe und Briefe lassen aus, wer darum gebeten hat, nach Person und nach Nummer',
  'two days of the same browser share nothing': 'Zwei Tage desselben Browsers haben nichts gemeinsam',
  'a hundred visitors are a hundred': 'Hundert Besucher sind hundert',
  'pages are counted each by itself': 'Seiten werden jede für sich gezählt',
  'a referrer with an address in it leaves its domain':
    'Von einer Herkunftsseite mit Adresse darin bleibt nur die Domain',
  'no browser can name itself into the list': 'Kein Browser kann sich selbst in die Liste schreiben',
  'after the day nobody can be tested and nothing is below five':
    'Nach dem Tag lässt sich niemand wiedererkennen, und nichts liegt unter fünf',
  'statistics open for improving the shop alone': 'Die Statistik öffnet sich nur, um den Shop zu verbessern',
  'no way out leads to a page that is known to be dead':
    'Kein Weg zum Ablehnen führt auf eine Seite, die es nicht mehr gibt',
  'a card number in a form is refused, naming the field':
    'Eine Kartennummer in einem Formular wird abgelehnt, mit Namen des Felds',
  'the log opens for security and not for marketing':
    'Das Protokoll öffnet sich für die Sicherheit und nicht für Werbung',
  'everything but the account is open to guests': 'Alles außer dem Konto steht Gästen offen',
  'an account opens only when its inbox was opened':
    'Ein Konto öffnet sich erst, wenn sein Postfach geöffnet wurde',
  'every step of an order loads and sends nothing elsewhere, also for who allowed others their scripts':
    'Jeder Schritt einer Bestellung lädt und schickt nichts anderswohin, auch nicht bei denen, die anderen ihre Skripte erlaubt haben',
  'an order does not open for marketing': 'Eine Bestellung öffnet sich nicht für Werbung',
  'contact and bill are two envelopes, each refused for the other':
    'Kontakt und Rechnung liegen in zwei Umschlägen, keiner gilt für den anderen',
  'a card number is refused, and nothing has room for one':
    'Eine Kartennummer wird abgelehnt, und nichts hat Platz für eine',
  'visits are counted and the browser is given nothing':
    'Besuche werden gezählt, und der Browser bekommt nichts dafür',
  'signing in sets its token and nothing tailored':
    'Die Anmeldung setzt ihre Marke und nichts Zugeschnittenes',
  'for a fourth end not a byte leaves, and no policy compiles over it':
    'Für einen vierten Zweck geht nichts hinaus, und keine Erklärung sieht darüber hinweg',
  'a link to another site is marked, one of ours is not':
    'Ein Link auf eine fremde Seite ist gekennzeichnet, einer auf unsere nicht',
  'each topic and sender that was chosen arrives, and no other':
    'Jedes gewählte Thema und jeder gewählte Absender kommt an, und kein anderer',
  'each mail with news has its foot and its headers, and they work':
    'Jede Mail mit Neuigkeiten hat ihren Fuß und ihre Kopfzeilen, und sie funktionieren',
  'a changed text needs a later date': 'Ein geänderter Text braucht ein späteres Datum',
  'no field of a seller serves advertising': 'Kein Feld eines Verkäufers dient der Werbung',
  'ten wrong passwords close the door for a while':
    'Nach zehn falschen Passwörtern bleibt die Tür eine Weile zu',
  'devices are listed and signed out by their owner':
    'Geräte sind aufgelistet und lassen sich von ihrem Besitzer abmelden',
  'a reported minor is gone at once, here and at companies':
    'Ein gemeldeter Minderjähriger ist sofort gelöscht, hier und bei den Firmen',
  'mail is the only way we write': 'Wir schreiben nur per Mail',
  'each company gets its fields, and a list that ends in "and others" does not compile':
    'Jede Firma bekommt nur ihre Felder, und eine Liste mit „und andere“ am Ende lässt sich nicht veröffentlichen',
  'three calendar months after the end, the legal part longer':
    'Drei Kalendermonate nach dem Ende ist es weg, der gesetzliche Teil später',
};

const sentenceOf = (test: string): string => test.replace(/^.* Tried: /s, '');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a check tries, in plain words. Shape: in English where nobody has put it into the reader's language. */
export function titleOfCheck({ kind, check }: Pick<Proof, 'kind' | 'check'>, locale: Locale): string {
  if (kind === 'while it runs') return byNight[check]?.[locale] ?? check;
  const tried = sentenceOf(check);
  return capital(locale === 'de' ? (byRelease[tried] ?? tried) : tried);
}
