import { words } from '../words.ts';

/** Words of the page that ends news. */
export const unsubscribeWords = words({
  title: { en: 'Stop getting news', de: 'Keine Nachrichten mehr' },
  asks: {
    en: (shop: string, topic: string) => `You get mails from ${shop} about: ${topic}. You can end them here.`,
    de: (shop: string, topic: string) =>
      `Sie bekommen E-Mails von ${shop} zu: ${topic}. Hier können Sie sie beenden.`,
  },
  stopThis: { en: 'Stop these mails', de: 'Diese E-Mails beenden' },
  stopAll: { en: 'Stop all news, by every way', de: 'Alle Nachrichten beenden, auf jedem Weg' },
  stays: {
    en: 'Mails about your orders and your account still come.',
    de: 'E-Mails zu Ihren Bestellungen und Ihrem Konto kommen weiterhin.',
  },
  brokenTitle: { en: 'This link does not work', de: 'Dieser Link geht nicht' },
  brokenText: {
    en: 'Your mail program may have cut it in two. Open it from the mail again, or end the news in your data.',
    de: 'Vielleicht hat Ihr Mailprogramm ihn zerteilt. Öffnen Sie ihn noch einmal aus der E-Mail, oder beenden Sie die Nachrichten bei Ihren Daten.',
  },
  yourData: { en: 'To your data', de: 'Zu Ihren Daten' },
  doneTitle: { en: 'It is done', de: 'Erledigt' },
  doneThis: {
    en: 'You will get no more mails of this kind. What waited to be sent is dropped.',
    de: 'Sie bekommen keine E-Mails dieser Art mehr. Was noch auf den Versand wartete, entfällt.',
  },
  doneAll: {
    en: 'You will get no more news from this shop. What waited to be sent is dropped.',
    de: 'Sie bekommen keine Nachrichten dieses Ladens mehr. Was noch auf den Versand wartete, entfällt.',
  },
  news: { en: 'news', de: 'Neuigkeiten' },
  offers: { en: 'offers', de: 'Angebote' },
  similar: { en: 'products like those you bought', de: 'Produkte wie die, die Sie gekauft haben' },
  events: { en: 'events', de: 'Veranstaltungen' },
});
