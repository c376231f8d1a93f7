import type { BrowserItem } from '#kernel/browser-items.ts';
import type { Purpose, Said } from '#kernel/registry.ts';
import type { AskedCategory } from './consent.ts';

type Language = 'en' | 'de';

/** What somebody is asked, per category: the very words that are shown and kept. */
export const categoryWords: Readonly<
  Record<
    AskedCategory,
    { readonly title: Required<Pick<Said, Language>>; readonly says: Required<Pick<Said, Language>> }
  >
> = {
  performance: {
    title: { en: 'See how the shop is used', de: 'Sehen, wie der Shop benutzt wird' },
    says: {
      en: 'We look at what happens during a visit, so that we find what is in the way.',
      de: 'Wir sehen uns an, was während eines Besuchs geschieht, und finden so, was im Weg steht.',
    },
  },
  functionality: {
    title: { en: 'Remember what you like', de: 'Merken, was Ihnen gefällt' },
    says: {
      en: 'The shop remembers things about your visit in your browser and shows you more of it.',
      de: 'Der Shop merkt sich in Ihrem Browser etwas von Ihrem Besuch und zeigt Ihnen mehr davon.',
    },
  },
  targeting: {
    title: { en: 'Advertisements that fit you', de: 'Werbung, die zu Ihnen passt' },
    says: {
      en: 'Other companies learn that you were here, so that their advertisements fit you.',
      de: 'Andere Firmen erfahren, dass Sie hier waren, damit ihre Werbung zu Ihnen passt.',
    },
  },
};

const purposeWords: Readonly<Partial<Record<Purpose, Required<Pick<Said, Language>>>>> = {
  marketing: {
    en: 'We may write to you about news and offers of this shop, until you say stop.',
    de: 'Wir dürfen Ihnen Neuigkeiten und Angebote dieses Shops schreiben, bis Sie Halt sagen.',
  },
  analytics: categoryWords.performance.says,
  personalise: categoryWords.functionality.says,
  advertise: categoryWords.targeting.says,
};

/** The sentence to which somebody says yes or no for a purpose that rests on consent. */
export const askFor = (purpose: Purpose, locale: Language): string =>
  purposeWords[purpose]?.[locale] ?? purpose;

/** Everything that is shown with the choices, as text: what is kept by its hash when somebody answers. */
export function choicesText(
  categories: readonly AskedCategory[],
  items: readonly BrowserItem[],
  locale: Language,
): string {
  return categories
    .flatMap((category) => [
      categoryWords[category].title[locale],
      categoryWords[category].says[locale],
      ...items
        .filter((item) => item.category === category)
        .map(
          ({ name, setBy, says, lasts }) =>
            `${name} (${setBy}): ${says[locale] ?? says.en} ${lasts[locale] ?? lasts.en}`,
        ),
    ])
    .join('\n');
}
