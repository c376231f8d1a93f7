import type { Context, Locale } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { letter, queueMail } from '#modules/notifications/index.ts';
import type { MailId } from '#modules/notifications/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { letterTexts } from './letter-texts.ts';
import type { LetterKind } from './letter-texts.ts';

export const localeOf = (text: string | undefined, fallback: Locale): Locale =>
  text === 'de' || text === 'en' ? text : fallback;

interface AccountLetter {
  readonly kind: LetterKind;
  readonly subject: SubjectId;
  readonly to: { readonly email: string; readonly name: string };
  readonly locale: Locale;
  readonly about: { readonly table: string; readonly id: string };
  /** Where the button leads. */
  readonly url?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly dedupe?: string;
}

/** Writes one of the mails about an account, in its holder's language, and puts it into the outbox. */
export async function writeLetter(
  ctx: Context,
  { kind, subject, to, locale, about, url, values = {}, dedupe }: AccountLetter,
): Promise<void> {
  const shop = await getShop(ctx);
  const words = letterTexts[locale][kind];
  const fill = (text: string): string =>
    text.replace(
      /\{(\w+)\}/g,
      (_, name: string) => ({ name: to.name, shop: shop.name, ...values })[name] ?? '',
    );
  const title = fill(words.title);
  const content = letter({
    shopName: shop.name,
    title,
    intro: words.intro.map(fill),
    ...(url && words.button && { button: { label: words.button, url } }),
    ...(words.after && { blocks: [{ text: fill(words.after) }] }),
    footer: [fill(words.footer), [shop.legalName || shop.name, shop.legalAddress].filter(Boolean).join('\n')],
    locale,
    hue: shop.accentHue,
  });
  await queueMail(ctx, {
    subject,
    to,
    kind: `identity.${kind}`,
    locale,
    content: { subject: title, ...content },
    about,
    dedupe: dedupe ?? `identity.${kind}:${newId<MailId>()}`,
  });
}
