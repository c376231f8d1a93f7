import type { Locale } from '#kernel/context.ts';
import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Page, Surroundings } from '../page.ts';
import { frameWords } from '../words/frame.ts';
import { icon } from './icon.ts';
import { mark } from './mark.ts';

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

/** The head of a page: the name, the search, the account and the cart, and the shelves below. */
export function header(around: Surroundings, page: Page): Html {
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

/** The head of the checkout: the name, and the way back. */
export function bareHeader(around: Surroundings): Html {
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
