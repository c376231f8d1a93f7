import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { showPrice } from '../format.ts';
import type { Totals } from '../model.ts';
import { cartWords } from '../words/cart.ts';

/** The sums of a cart or an order, as a statement that adds up. */
export function sums(totals: Totals, locale: Locale): Html {
  const say = cartWords(locale);
  const { delivery } = totals;
  const taxes = totals.taxes.filter(({ tax }) => tax.amountMinor !== 0);
  return html`<dl class="sums">
<dt>${say.goods}</dt><dd>${showPrice(totals.goods, locale)}</dd>
<dt>${say.delivery}</dt><dd${delivery ? nothing : html` class="soft small"`}>${
    delivery ? (delivery.amountMinor === 0 ? say.free : showPrice(delivery, locale)) : say.deliveryLater
  }</dd>
${
  totals.taxIncluded
    ? nothing
    : taxes.map(
        ({ label, tax }) =>
          html`<dt>${label}</dt>
            <dd>${showPrice(tax, locale)}</dd>`,
      )
}
<dt class="total">${delivery ? say.total : say.totalSoFar}</dt><dd class="total">${showPrice(totals.total, locale)}</dd>
${
  totals.taxIncluded
    ? taxes.map(
        ({ label, tax }) =>
          html`<dt class="aside">${say.taxIn(label)}</dt>
            <dd class="aside">${showPrice(tax, locale)}</dd>`,
      )
    : nothing
}
</dl>`;
}
