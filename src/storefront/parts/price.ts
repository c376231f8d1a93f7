import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { showPrice, showRate } from '../format.ts';
import type { Price } from '../model.ts';
import { listingWords } from '../words/listing.ts';

interface Priced {
  readonly price: Price | null;
  readonly priceTo?: Price | null;
  readonly compareAt: Price | null;
  readonly lowest30: Price | null;
}

/** True when the price was higher before; only then a reduction may be shown. */
export const isReduced = ({ price, compareAt }: Priced): boolean =>
  price !== null && compareAt !== null && compareAt.amountMinor > price.amountMinor;

/** "20%", rounded down so that nothing is promised that is not given. */
export function reduction({ price, compareAt }: Priced, locale: Locale): string {
  if (!price || !compareAt) return '';
  const whole = Math.floor(((compareAt.amountMinor - price.amountMinor) * 100) / compareAt.amountMinor);
  return showRate(whole * 100, locale);
}

/**
 * What it costs, in figures and for ears in words.
 *
 * Source: directive 98/6/EC art. 6a: a reduction names the lowest price of the last 30 days.
 */
export function priceLine(priced: Priced, locale: Locale): Html {
  const say = listingWords(locale);
  if (!priced.price) return html`<p class="price soft">${say.noPrice}</p>`;
  const shown = showPrice(priced.price, locale);
  const varies = priced.priceTo && priced.priceTo.amountMinor > priced.price.amountMinor;
  if (!isReduced(priced) || !priced.compareAt)
    return html`<p class="price">${varies ? say.from(shown) : shown}</p>`;
  return html`<p class="price">
    <span class="unseen">${say.now} </span><strong class="now">${varies ? say.from(shown) : shown}</strong>
    <span class="unseen">${say.was} </span><s class="was">${showPrice(priced.compareAt, locale)}</s>${
      priced.lowest30
        ? html`<span class="low">${say.low(showPrice(priced.lowest30, locale))}</span>`
        : nothing
    }
  </p>`;
}
