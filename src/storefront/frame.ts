import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { locales } from './locale.ts';
import type { Page, Surroundings } from './page.ts';
import { choiceBar } from './parts/choice-bar.ts';
import { footer } from './parts/footer.ts';
import { bareHeader, header } from './parts/header.ts';
import { policyNoticeBar } from './parts/policy-notice.ts';
import { frameWords } from './words/frame.ts';

/** No inline styles and no extensions: the content security policy would refuse both. */
const htmxSettings = JSON.stringify({
  includeIndicatorCSS: false,
  defaultSwap: 'outerHTML',
  history: 'reload',
  extensions: 'none',
});

/** The whole document. Shape: complete in its first answer; scripts only add comfort. */
export function frame(around: Surroundings, page: Page): Html {
  const say = frameWords(around.locale);
  const title = page.title === around.shop.name ? page.title : `${page.title} – ${around.shop.name}`;
  return html`<!doctype html>
    <html lang="${around.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${page.description ? html`<meta name="description" content="${page.description}" />` : nothing}
        ${page.private ? html`<meta name="robots" content="noindex" />` : addresses(around, page)}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fdfcfa" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141210" media="(prefers-color-scheme: dark)" />
        ${around.assets.fonts.map((url) => html`<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin />`)}
        <link rel="stylesheet" href="${around.assets.css}" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <meta name="htmx-config" content="${htmxSettings}" />
        <script nonce="${around.nonce}" src="${around.assets.htmx}" defer></script>
        <script nonce="${around.nonce}" src="${around.assets.js}" defer></script>
        ${around.browser.scripts.map(({ src }) => html`<script nonce="${around.nonce}" src="${src}" async></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">${say.skip}</a>
        ${page.bare ? bareHeader(around) : header(around, page)} ${bar(around, page)}
        ${policyBar(around, page)}
        <div id="said" class="said wrap" role="status">${page.said ?? nothing}</div>
        <main id="main" tabindex="-1">${page.main}${page.personal ?? nothing}</main>
        ${footer(around)}
      </body>
    </html> `;
}

/** Asked in the page, where it covers nothing; never at the checkout. */
const bar = (around: Surroundings, page: Page): Html =>
  page.bare || page.asksItself || around.browser.asks.length === 0
    ? nothing
    : choiceBar(around.browser.asks, `${around.path}${around.query}`, around.locale);

/** One quiet line; a reader whom we know can say that they have seen it. Source: clauses OK-21, K7-49. */
const policyBar = ({ policyNotice, path, query, locale }: Surroundings, page: Page): Html =>
  page.bare || !policyNotice ? nothing : policyNoticeBar(policyNotice, `${path}${query}`, locale);

function addresses(around: Surroundings, page: Page): Html {
  const query = page.canonicalQuery ? `?${page.canonicalQuery}` : '';
  const inLanguage = (locale: Locale): string => {
    const plain = `${around.origin}${around.path}${query}`;
    return locale === around.shop.locale ? plain : `${plain}${query ? '&' : '?'}lang=${locale}`;
  };
  const canonical = inLanguage(around.locale);
  return html`<link rel="canonical" href="${canonical}" />
    ${locales.map((locale) => html`<link rel="alternate" hreflang="${locale}" href="${inLanguage(locale)}" />`)}
    <link rel="alternate" hreflang="x-default" href="${inLanguage(around.shop.locale)}" />
    <meta property="og:site_name" content="${around.shop.name}" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:type" content="${page.kind ?? 'website'}" />
    <meta property="og:url" content="${canonical}" />
    ${page.description ? html`<meta property="og:description" content="${page.description}" />` : nothing}
    ${page.picture ? html`<meta property="og:image" content="${around.origin}${page.picture}" />` : nothing}`;
}
