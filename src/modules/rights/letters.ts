import type { Context, Locale } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { letter, queueMail } from '#modules/notifications/index.ts';
import type { LetterBlock } from '#modules/notifications/index.ts';
import { zoneOf } from '#modules/retention/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { letterTexts } from './letter-texts.ts';
import type { LetterKind } from './letter-texts.ts';
import { becauseTexts, doorTexts, footerTexts, whatTexts } from './letter-words.ts';
import type { Delay, Denial } from './request.ts';
import type { RequestRow } from './queries.ts';

interface Addressed {
  readonly kind: LetterKind;
  readonly subject: SubjectId;
  readonly to: { readonly email: string; readonly name?: string };
  readonly locale: Locale;
  readonly about: { readonly table: string; readonly id: string };
  readonly url?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly blocks?: readonly LetterBlock[];
  /** The same news goes out once. */
  readonly dedupe: string;
}

/** A day in the reader's words, in the shop's zone. */
export const showDay = (ctx: Context, at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zoneOf(ctx.tenant),
  }).format(at);

/** A moment in the reader's words, in the shop's zone. */
export const showMoment = (ctx: Context, at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zoneOf(ctx.tenant),
  }).format(at);

/** Writes one of the letters about requests, and puts it into the outbox. */
export async function writeLetter(ctx: Context, addressed: Addressed): Promise<void> {
  const { kind, subject, to, locale, about, url, values = {}, blocks = [], dedupe } = addressed;
  const shop = await getShop(ctx);
  const words = letterTexts[locale][kind];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => ({ shop: shop.name, ...values })[name] ?? '');
  const title = fill(words.title);
  const content = letter({
    shopName: shop.name,
    title,
    intro: words.intro.map(fill).filter((text) => text.trim() !== ''),
    ...(url && words.button && { button: { label: words.button, url } }),
    blocks: [...blocks, ...(words.after ? [{ text: fill(words.after) }] : [])],
    footer: [
      fill(footerTexts[locale]),
      [shop.legalName || shop.name, shop.legalAddress].filter(Boolean).join('\n'),
    ],
    locale,
    hue: shop.accentHue,
  });
  await queueMail(ctx, {
    subject,
    to,
    kind: `rights.${kind}`,
    locale,
    content: { subject: title, ...content },
    about,
    dedupe,
  });
}

export interface AboutRequest {
  readonly kind: LetterKind;
  readonly to: { readonly email: string; readonly name?: string };
  /** Somebody else than the asker, such as the holder of another address. */
  readonly subject?: SubjectId;
  readonly url?: string;
  readonly because?: Denial | Delay;
  readonly values?: Readonly<Record<string, string>>;
  readonly blocks?: readonly LetterBlock[];
  readonly dedupe?: string;
}

/** A letter about a request, with its number, its days and what was asked filled in. */
export async function tell(
  ctx: Context,
  request: Pick<
    RequestRow,
    'id' | 'subjectId' | 'locale' | 'kind' | 'number' | 'receivedAt' | 'dueAt' | 'door'
  >,
  { kind, to, subject, url, because, values = {}, blocks, dedupe }: AboutRequest,
): Promise<void> {
  const { locale } = request;
  await writeLetter(ctx, {
    kind,
    subject: subject ?? request.subjectId,
    to,
    locale,
    about: { table: 'rights.request', id: request.id },
    ...(url !== undefined && { url }),
    values: {
      what: whatTexts[locale][request.kind],
      number: String(request.number),
      received: showDay(ctx, request.receivedAt, locale),
      due: showDay(ctx, request.dueAt, locale),
      door: doorTexts[locale][request.door] ?? '',
      because: because ? becauseTexts[locale][because] : '',
      ...values,
    },
    ...(blocks && { blocks }),
    dedupe: dedupe ?? `rights.${kind}:${request.id}`,
  });
}
