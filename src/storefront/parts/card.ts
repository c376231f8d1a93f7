import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { CollectionCard, ProductCard } from '../model.ts';
import { conditionWords, listingWords } from '../words/listing.ts';
import { shot } from './picture.ts';
import { isReduced, priceLine, reduction } from './price.ts';

const gridSizes = '(width >= 72rem) 20rem, (width >= 56rem) 30vw, 46vw';

/** The word for a condition that is not new; undefined for new things and unknown words. */
export function conditionWord(condition: string, locale: Locale): string | undefined {
  const say: Readonly<Record<string, string>> = conditionWords(locale);
  return say[condition];
}

/** One thing in a grid of goods. `level` keeps the headings of the page in order. */
export function productCard(
  card: ProductCard,
  locale: Locale,
  showing: { level: 2 | 3; first?: boolean } = { level: 2 },
): Html {
  const say = listingWords(locale);
  const condition = conditionWord(card.condition, locale);
  return html`<li class="card ${card.available ? '' : 'gone'}">
<div class="frame">${shot(card.picture, { sizes: gridSizes, first: showing.first ?? false, silent: true })}
${
  condition || !card.available || isReduced(card)
    ? html`<div class="badges">
        ${card.available ? nothing : html`<span class="badge">${say.soldOut}</span>`}${
          condition ? html`<span class="badge">${condition}</span>` : nothing
        }${card.available && isReduced(card) ? html`<span class="badge sale">${say.less(reduction(card, locale))}</span>` : nothing}
      </div>`
    : nothing
}</div>
<div>
<h${showing.level}><a href="/products/${encodeURIComponent(card.slug)}">${card.title}</a></h${showing.level}>
${card.vendor ? html`<p class="vendor">${card.vendor}</p>` : nothing}
${priceLine(card, locale)}
</div>
</li>`;
}

/** One collection, with its wide picture. */
export const collectionCard = (card: CollectionCard): Html =>
  html`<li class="card">
    <div class="frame">${shot(card.picture, { sizes: '(width >= 60rem) 26rem, 92vw', silent: true })}</div>
    <div>
      <h3><a href="/collections/${encodeURIComponent(card.slug)}">${card.title}</a></h3>
      ${card.description ? html`<p>${card.description}</p>` : nothing}
    </div>
  </li>`;
