import { letter } from '#modules/notifications/index.ts';
import { sayChange } from './change.ts';
import type { Change } from './change.ts';
import { fill } from './grammar.ts';
import type { PolicyLanguage } from './words.ts';

const words: Readonly<
  Record<
    PolicyLanguage,
    {
      subject: string;
      hello: string;
      intro: string;
      object: string;
      button: string;
      nothing: string;
      why: string;
    }
  >
> = {
  en: {
    subject: 'Our privacy policy has changed',
    hello: 'Hello {name},',
    intro: 'our privacy policy has changed. This is what changed, and what it means for you.',
    object:
      'If you do not agree, answer this mail or use the privacy centre. Going on is no consent to anything.',
    button: 'Read the policy and what changed',
    nothing: 'The words have changed; what we hold and do has not.',
    why: 'You get this mail because you have an account at {shop}. It advertises nothing.',
  },
  de: {
    subject: 'Unsere Datenschutzerklärung hat sich geändert',
    hello: 'Guten Tag {name},',
    intro: 'unsere Datenschutzerklärung hat sich geändert. Das hat sich geändert, und das heißt es für Sie.',
    object:
      'Sind Sie nicht einverstanden, antworten Sie auf diese Mail oder nutzen Sie den Datenschutzbereich. Weiterzumachen ist keine Einwilligung.',
    button: 'Die Erklärung und was sich geändert hat',
    nothing: 'Die Worte haben sich geändert; was wir haben und tun, nicht.',
    why: 'Sie erhalten diese Nachricht, weil Sie ein Konto bei {shop} haben. Werbung steht nicht darin.',
  },
  fr: {
    subject: 'Notre politique de confidentialité a changé',
    hello: 'Bonjour {name},',
    intro:
      'notre politique de confidentialité a changé. Voici ce qui a changé, et ce que cela signifie pour vous.',
    object:
      'Si vous n’êtes pas d’accord, répondez à cet e-mail ou passez par l’espace vie privée. Continuer ne vaut pas consentement.',
    button: 'Lire la politique et ce qui a changé',
    nothing: 'Les mots ont changé ; ce que nous détenons et faisons n’a pas changé.',
    why: 'Vous recevez cet e-mail parce que vous avez un compte chez {shop}. Il ne contient pas de publicité.',
  },
  da: {
    subject: 'Vores privatlivspolitik er ændret',
    hello: 'Hej {name},',
    intro: 'vores privatlivspolitik er ændret. Her står, hvad der er ændret, og hvad det betyder for dig.',
    object:
      'Er du ikke enig, så svar på denne mail eller brug privatlivscentret. At fortsætte er ikke et samtykke.',
    button: 'Læs politikken og hvad der er ændret',
    nothing: 'Ordene er ændret; det, vi har og gør, er ikke.',
    why: 'Du får denne mail, fordi du har en konto hos {shop}. Der er ingen reklame i den.',
  },
};

export interface ChangeLetter {
  readonly shop: { readonly name: string; readonly hue: number; readonly imprint: string };
  readonly name: string;
  readonly language: PolicyLanguage;
  readonly changes: readonly Change[];
  readonly url: string;
}

/** The mail that says what changed and what it means: service, never advertising. Source: clauses KC-28, KC-48, KC-49. */
export function letterOfChange({ shop, name, language, changes, url }: ChangeLetter): {
  subject: string;
  text: string;
  html: string;
} {
  const say = words[language];
  const told = changes.filter(({ name: kind }) => !kind.startsWith('field'));
  const rows = told.map((change) => {
    const { says, means } = sayChange(change, language);
    return { label: says, detail: means };
  });
  const written = letter({
    shopName: shop.name,
    title: say.subject,
    intro: [fill(say.hello, { name }), rows.length > 0 ? say.intro : say.nothing],
    blocks: [...(rows.length > 0 ? [{ rows }] : []), { text: say.object }],
    button: { label: say.button, url },
    footer: [fill(say.why, { shop: shop.name }), shop.imprint],
    locale: language,
    hue: shop.hue,
  });
  return { subject: `${say.subject} – ${shop.name}`, ...written };
}
