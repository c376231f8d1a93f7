import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { showPrice } from '../format.ts';
import type { ProductCard } from '../model.ts';
import { shot } from '../parts/picture.ts';
import { frameWords } from '../words/frame.ts';

/** What opens below the search field while somebody types: links, nothing more. */
export function suggestions(asked: string, cards: readonly ProductCard[], locale: Locale): Html {
  if (cards.length === 0) return nothing;
  const say = frameWords(locale);
  return html`${cards.map(
      (card) =>
        html`<a class="suggestion" href="/products/${encodeURIComponent(card.slug)}"
          >${shot(card.picture, { sizes: '40px', silent: true })}<span>${card.title}</span>${
            card.price
              ? html`<span class="soft small figures">${showPrice(card.price, locale)}</span>`
              : nothing
          }</a
        >`,
    )}<a class="suggestion" href="/search?q=${encodeURIComponent(asked)}"
      ><span></span><span>${say.seeAll(asked)}</span></a
    >`;
}
