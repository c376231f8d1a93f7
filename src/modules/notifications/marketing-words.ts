import type { Locale } from '#kernel/context.ts';
import type { PreferenceTopic } from '#modules/privacy/index.ts';

const topics: Readonly<Record<Locale, Readonly<Record<PreferenceTopic, string>>>> = {
  en: { news: 'news', offers: 'offers', similar: 'products like yours', events: 'events' },
  de: {
    news: 'Neuigkeiten',
    offers: 'Angebote',
    similar: 'Produkte wie Ihre',
    events: 'Veranstaltungen',
  },
};

/** The words around news, in their reader's language. */
export const newsWords = (locale: Locale) =>
  locale === 'de'
    ? {
        why: (shop: string, topic: PreferenceTopic) =>
          `Sie bekommen diese E-Mail, weil Sie von ${shop} hören möchten: ${topics.de[topic]}.`,
        stop: 'Nicht mehr bekommen',
      }
    : {
        why: (shop: string, topic: PreferenceTopic) =>
          `You get this mail because you want to hear from ${shop}: ${topics.en[topic]}.`,
        stop: 'Stop getting these',
      };
