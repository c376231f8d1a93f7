import { browserItems } from '#kernel/browser-items.ts';
import { store } from '#kernel/registry.ts';

const day = 86_400;

/** The one cookie that remembers answers of somebody nobody knows. */
export const consentItems = browserItems({
  choices: {
    kind: 'cookie',
    name: 'kontor_choices',
    category: 'essential',
    setBy: 'us',
    says: {
      en: 'Remembers what you allowed and what you did not, so that nobody asks you again. It exists only after you answered.',
      de: 'Merkt sich, was Sie erlaubt haben und was nicht, damit niemand noch einmal fragt. Es gibt es nur, wenn Sie geantwortet haben.',
    },
    // Six months from the first of March are 184 days: with one less somebody would be asked a day too soon.
    lifetimeSeconds: 184 * day,
    lasts: { en: '6 months', de: '6 Monate' },
  },
});

export const consentStore = store({
  name: 'cookie kontor_choices',
  kind: 'cookie',
  holds: 'nothing personal',
  because: consentItems.choices.says.en,
  retention: consentItems.choices.lasts.en,
});

/** The Set-Cookie that keeps a browser's answers. */
export function choicesCookie(value: string, isHttps: boolean): string {
  const { name, lifetimeSeconds } = consentItems.choices;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}; Max-Age=${lifetimeSeconds}`;
}

/** A browser's answers among the cookies of a request. */
export const choicesIn = (cookies: Readonly<Record<string, string | undefined>>): string | undefined =>
  cookies[consentItems.choices.name];
