import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { CollectionCard, Picture, ProductCard } from '../model.ts';
import { collectionCard, productCard } from '../parts/card.ts';
import { icon } from '../parts/icon.ts';
import { shot } from '../parts/picture.ts';
import { listingWords } from '../words/listing.ts';

/** What the first page shows. Shape: any list may be empty. */
export interface HomeView {
  readonly name: string;
  readonly tagline: string | null;
  readonly picture: Picture | null;
  readonly collections: readonly CollectionCard[];
  readonly fresh: readonly ProductCard[];
}

/** The shop window itself: one picture, the collections, what is new. */
export function homePage(view: HomeView, locale: Locale): Html {
  const say = listingWords(locale);
  return html`<div class="wrap">
    <section class="hero">
      <div class="hero-text">
        <h1>${view.tagline ?? view.name}</h1>
        <p>${say.heroText}</p>
        <p><a class="button main" href="/products">${say.heroLink}${icon('on')}</a></p>
      </div>
      ${view.picture ? shot(view.picture, { sizes: '(width >= 60rem) 55vw, 92vw', first: true, look: 'view' }) : nothing}
    </section>
    ${
      view.collections.length > 0
        ? html`<section class="home-section" aria-labelledby="collections">
            <div class="section-head"><h2 id="collections">${say.collections}</h2></div>
            <ul class="collections" role="list">
              ${view.collections.map(collectionCard)}
            </ul>
          </section>`
        : nothing
    }
    ${
      view.fresh.length > 0
        ? html`<section class="home-section" aria-labelledby="fresh">
            <div class="section-head">
              <h2 id="fresh">${say.fresh}</h2>
              <a href="/products?sort=newest">${say.heroLink}</a>
            </div>
            <ul class="grid" role="list">
              ${view.fresh.map((card) => productCard(card, locale, { level: 3 }))}
            </ul>
          </section>`
        : html`<section class="empty">
            <h2>${say.nothingYet}</h2>
            <p>${say.nothingYetHelp}</p>
          </section>`
    }
  </div>`;
}
