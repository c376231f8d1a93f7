import type { CatalogueEntry } from '#modules/catalog/index.ts';
import type { Locale } from '#kernel/context.ts';
import { locales } from './locale.ts';

/** Source: sitemaps.org protocol 0.9: at most 50,000 addresses in a file; ours stay well below 50 MB too. */
export const mostAddresses = 20_000;

export interface Place {
  readonly path: string;
  readonly changedAt?: Date;
}

// Source: XML 1.0, 2.2: other control characters make the whole file unreadable, however they are written.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What search engines may list: products on sale only, with the true time of their last change. */
export const productPlaces = (entries: readonly CatalogueEntry[]): Place[] =>
  entries
    .filter(({ status }) => status === 'active')
    .map(({ slug, updatedAt }) => ({ path: `/products/${encodeURIComponent(slug)}`, changedAt: updatedAt }));

/** One file of addresses, each with its other languages. */
export function urlSet(places: readonly Place[], origin: string, shopLocale: Locale): string {
  const urls = places.map(({ path, changedAt }) => {
    const address = escapeXml(`${origin}${path}`);
    const inLanguage = (locale: Locale): string =>
      locale === shopLocale ? address : `${address}?lang=${locale}`;
    const others = locales
      .map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${inLanguage(locale)}"/>`)
      .join('');
    return `<url><loc>${address}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}${others}</url>`;
  });
  return `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

/** The list of files, when one is not enough. */
export const siteIndex = (files: number, origin: string): string =>
  `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${Array.from({ length: files }, (_, index) => `<sitemap><loc>${escapeXml(origin)}/sitemap-${index + 1}.xml</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`;
