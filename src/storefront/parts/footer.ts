import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import { languageName } from '../format.ts';
import { locales } from '../locale.ts';
import type { Surroundings } from '../page.ts';
import { choicesWords } from '../words/choices.ts';
import { frameWords } from '../words/frame.ts';

/** The foot of a page: the shop, what it says about itself, the languages, and how prices are meant. */
export function footer(around: Surroundings): Html {
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
