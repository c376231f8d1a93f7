import type { Context, Locale } from '#kernel/context.ts';
import { letter, queueMail } from '#modules/notifications/index.ts';
import type { AbleColleague } from '#modules/identity/index.ts';
import { getShop } from '#modules/tenancy/index.ts';

/** Something that colleagues have to know, in both languages. */
interface News {
  readonly kind: string;
  readonly about: { readonly table: string; readonly id: string };
  /** Made of ids and codes; the colleague's account is added. */
  readonly dedupe: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly intro: Readonly<Record<Locale, readonly string[]>>;
  readonly rows?: readonly { readonly label: Readonly<Record<Locale, string>>; readonly value: string }[];
}

/** Mails something to colleagues, each in their language and each once. */
export async function tellStaff(
  ctx: Context,
  colleagues: readonly AbleColleague[],
  news: News,
): Promise<void> {
  const shop = await getShop(ctx);
  for (const { accountId, subject, email, name, locale: spoken } of colleagues) {
    const locale: Locale = spoken === 'de' ? 'de' : 'en';
    const title = news.title[locale];
    const content = letter({
      shopName: shop.name,
      title,
      intro: news.intro[locale],
      ...(news.rows && {
        blocks: [{ rows: news.rows.map(({ label, value }) => ({ label: label[locale], value })) }],
      }),
      footer:
        locale === 'de'
          ? 'Sie bekommen diese Mail, weil Sie in diesem Laden für den Datenschutz zuständig sind.'
          : 'You get this mail because you look after data protection in this shop.',
      locale,
      hue: shop.accentHue,
    });
    await queueMail(ctx, {
      subject,
      to: { email, name },
      kind: news.kind,
      locale,
      content: { subject: title, ...content },
      about: news.about,
      dedupe: `${news.dedupe}:${accountId}`,
    });
  }
}
