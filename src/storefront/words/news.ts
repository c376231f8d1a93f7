import { words } from '../words.ts';

/** Words of the page where somebody says what they want to hear. */
export const newsWords = words({
  lead: {
    en: 'Mails about your orders and your account always come. Everything else comes only if you tick it here.',
    de: 'E-Mails zu Ihren Bestellungen und Ihrem Konto kommen immer. Alles andere kommt nur, wenn Sie es hier ankreuzen.',
  },
  us: { en: 'From this shop', de: 'Von diesem Laden' },
  partners: { en: 'From its partners', de: 'Von seinen Partnern' },
  email: { en: 'E-mail', de: 'E-Mail' },
  phone: { en: 'Phone', de: 'Telefon' },
  fax: { en: 'Fax', de: 'Fax' },
  post: { en: 'Post', de: 'Post' },
  sms: { en: 'Text message', de: 'SMS' },
  'in-app': { en: 'In the shop', de: 'Im Laden' },
  news: { en: 'News', de: 'Neuigkeiten' },
  offers: { en: 'Offers', de: 'Angebote' },
  similar: { en: 'Products like those you bought', de: 'Produkte wie Ihre gekauften' },
  events: { en: 'Events', de: 'Veranstaltungen' },
  save: { en: 'Save', de: 'Speichern' },
  stopAll: { en: 'Stop all of it', de: 'Alles beenden' },
  saved: { en: 'Noted. It counts from now on.', de: 'Notiert. Es gilt ab jetzt.' },
  off: {
    en: 'This shop sends no news and no offers, so there is nothing to choose.',
    de: 'Dieser Laden verschickt keine Neuigkeiten und keine Angebote; es gibt nichts auszuwählen.',
  },
});
