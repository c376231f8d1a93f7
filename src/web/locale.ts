import type { FastifyRequest } from 'fastify';
import type { Locale, Tenant } from '#kernel/context.ts';

const known: readonly Locale[] = ['en', 'de'];

/** The reader's language: asked for in the address, chosen before, preferred by the browser, or the shop's own. */
export function localeOf(request: FastifyRequest, tenant: Tenant | undefined): Locale {
  const asked = request.url.includes('lang=')
    ? new URLSearchParams(request.url.split('?')[1] ?? '').get('lang')
    : undefined;
  return (
    find(asked) ??
    find(request.cookies['kontor_lang']) ??
    preferred(request.headers['accept-language']) ??
    tenant?.locale ??
    'en'
  );
}

const find = (text: string | null | undefined): Locale | undefined =>
  known.find((locale) => locale === text?.slice(0, 2).toLowerCase());

function preferred(header: string | undefined): Locale | undefined {
  if (header === undefined) return undefined;
  const wishes = header.split(',').map((wish) => {
    const [language = '', quality] = wish.trim().split(';q=');
    return { locale: find(language), quality: quality === undefined ? 1 : Number(quality) };
  });
  return wishes
    .filter((wish) => wish.locale !== undefined && wish.quality > 0)
    .toSorted((a, b) => b.quality - a.quality)[0]?.locale;
}
