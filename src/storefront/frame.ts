import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { locales } from './locale.ts';
import type { ScriptReach } from '#kernel/registry.ts';
import type { AskedCategory } from '#modules/privacy/index.ts';
import { languageName } from './format.ts';
import { choiceBar } from './parts/choice-bar.ts';
import { icon } from './parts/icon.ts';
import { mark } from './parts/mark.ts';
import { policyNoticeBar } from './parts/policy-notice.ts';
import type { PolicyNotice } from './parts/policy-notice.ts';
import { choicesWords } from './words/choices.ts';
import { frameWords } from './words/frame.ts';

/** What stands around a page and differs from reader to reader: nothing of it may be cached with the page. */
export interface Surroundings {
  readonly shop: {
    readonly name: string;
    readonly currency: string;
    readonly locale: Locale;
    readonly pricesIncludeTax: boolean;
    readonly demo: boolean;
    readonly profile: string;
  };
  readonly locale: Locale;
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly path: string;
  /** The query without `lang`, with its question mark, or empty. */
  readonly query: string;
  readonly nonce: string;
  readonly cartCount: number;
  readonly signedIn: boolean;
  readonly shelves: readonly { readonly slug: string; readonly title: string }[];
  readonly assets: FrameAssets;
  /** What the reader is asked, what their browser asks of us, and which scripts of others they allowed. */
  readonly browser: {
    readonly asks: readonly AskedCategory[];
    readonly gpc: boolean;
    readonly scripts: readonly ScriptReach[];
  };
  /** A change of the policy that this reader is to hear of. */
  readonly policyNotice?: PolicyNotice | undefined;
}

export interface FrameAssets {
  readonly css: string;
  readonly js: string;
  readonly htmx: string;
  readonly fonts: readonly string[];
}

/** One page, before its frame. */
export interface Page {
  readonly title: string;
  readonly description?: string;
  readonly main: Html;
  /** The parts of the query that name this page; everything else is dropped from its canonical address. */
  readonly canonicalQuery?: string;
  readonly private?: boolean;
  readonly picture?: string;
  readonly kind?: 'product' | 'website';
  readonly bare?: boolean;
  readonly said?: Html;
  readonly search?: string;
  /** What stands below it for this reader alone. */
  readonly personal?: Html;
  /** The page asks for choices itself, so the bar does not. */
  readonly asksItself?: boolean;
}

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

const brand = (around: Surroundings): Html =>
  html`<a class="brand" href="/" translate="no">${mark(around.shop)}<span>${around.shop.name}</span></a>`;

/** The cart with its count; also swapped in by itself after something was added. */
export function cartLink(locale: Locale, count: number): Html {
  const say = frameWords(locale);
  return html`<a id="cart-link" class="top-link cart-link" href="/cart"
    >${icon('cart')}<span class="word">${say.cart}</span>${
      count > 0
        ? html`<span class="count" aria-hidden="true">${count}</span
            ><span class="unseen">, ${say.inCart(count)}</span>`
        : nothing
    }</a
  >`;
}

function header(around: Surroundings, page: Page): Html {
  const say = frameWords(around.locale);
  return html`<header class="top">
      <div class="wrap top-row">
        ${brand(around)}
        <form class="search" role="search" action="/search">
          <div class="search-field">
            <label class="unseen" for="q">${say.searchFor}</label>
            <input
              id="q"
              name="q"
              type="search"
              value="${page.search ?? ''}"
              placeholder="${say.searchFor}"
              maxlength="200"
              autocomplete="off"
              enterkeyhint="search"
              hx-get="/search/suggest"
              hx-trigger="input changed delay:160ms"
              hx-target="#suggestions"
              hx-swap="innerHTML"
              hx-sync="this:replace"
            />
            <button type="submit">${icon('search')}<span class="unseen">${say.search}</span></button>
          </div>
          <div id="suggestions" class="suggestions"></div>
        </form>
        <nav class="top-links" aria-label="${say.account}, ${say.cart}">
          <a class="top-link" href="/account">${icon('person')}<span class="word">${say.account}</span></a>
          ${cartLink(around.locale, around.cartCount)}
        </nav>
      </div>
    </header>
    ${around.shelves.length > 0 ? shelves(around) : nothing}`;
}

function shelves(around: Surroundings): Html {
  const say = frameWords(around.locale);
  const link = (path: string, title: string): Html =>
    html`<li>
      <a href="${path}" ${attributes({ 'aria-current': around.path === path ? 'page' : undefined })}
        >${title}</a
      >
    </li>`;
  return html`<nav class="shelves" aria-label="${say.shelves}">
    <div class="wrap">
      <ul role="list">
        ${link('/products', say.all)}
        ${around.shelves.map((shelf) => link(`/collections/${encodeURIComponent(shelf.slug)}`, shelf.title))}
      </ul>
    </div>
  </nav>`;
}

function bareHeader(around: Surroundings): Html {
  const say = frameWords(around.locale);
  return html`<header class="top bare">
    <div class="wrap column top-row">
      ${brand(around)}
      <nav class="top-links" aria-label="${say.cart}">
        <a class="top-link" href="/cart">${icon('back')}<span class="word">${say.backToCart}</span></a>
      </nav>
    </div>
  </header>`;
}

function footer(around: Surroundings): Html {
  const say = frameWords(around.locale);
  const separator = around.query ? '&' : '?';
  const languages = locales.map(
    (locale) =>
      html`<li>
        <a
          href="${around.path}${around.query}${separator}lang=${locale}"
          hreflang="${locale}"
          lang="${locale}"
          rel="nofollow"
          ${attributes({
            'aria-current': locale === around.locale ? 'true' : undefined,
          })}
          >${languageName(locale)}</a
        >
      </li>`,
  );
  return html`<footer class="bottom">
    <div class="wrap">
      <div class="bottom-row">
        <div>
          <h2>${say.shop}</h2>
          <ul role="list">
            <li><a href="/products">${say.all}</a></li>
            ${around.shelves.slice(0, 6).map((shelf) => html`<li><a href="/collections/${encodeURIComponent(shelf.slug)}">${shelf.title}</a></li>`)}
          </ul>
        </div>
        <div>
          <h2>${say.about}</h2>
          <ul role="list">
            <li><a href="/imprint">${say.imprint}</a></li>
            <li><a href="/privacy">${say.privacy}</a></li>
            <li><a href="/privacy/policy">${say.policy}</a></li>
            <li><a href="/privacy/trust">${say.trust}</a></li>
            <li><a href="/privacy/cookies">${say.cookies}</a></li>
            <li><a href="/privacy/choices">${choicesWords(around.locale).link}</a></li>
          </ul>
        </div>
        <div>
          <h2>${say.language}</h2>
          <ul role="list">
            ${languages}
            <li><span>${say.currency(around.shop.currency)}</span></li>
          </ul>
        </div>
      </div>
      <p class="bottom-end">
        ${around.shop.pricesIncludeTax ? say.taxLine : say.netLine}
        ${around.browser.gpc ? html`<br /><span class="gpc-note">${choicesWords(around.locale).gpcNote}</span>` : nothing}
      </p>
    </div>
  </footer>`;
}
