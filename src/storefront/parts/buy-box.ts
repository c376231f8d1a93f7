import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { leadsTo } from '../choice.ts';
import { countryName, showPrice } from '../format.ts';
import type { Product } from '../model.ts';
import type { ProductView } from '../product-view.ts';
import { productWords } from '../words/product.ts';
import { conditionWord } from './card.ts';
import { icon } from './icon.ts';
import { priceLine } from './price.ts';

/** Everything that is decided on the product page: which one, what it costs, how many. One form, with or without scripts. */
export function buyBox(view: ProductView, locale: Locale): Html {
  const { product, variant } = view;
  const say = productWords(locale);
  const condition = conditionWord(product.condition, locale);
  const path = `/products/${encodeURIComponent(product.slug)}`;
  return html`<div class="buy" id="buy">
    <div>
      ${product.vendor ? html`<p class="vendor">${product.vendor}</p>` : nothing}
      <h1>${product.title}</h1>
      ${condition ? html`<p><span class="badge">${condition}</span></p>` : nothing}
    </div>
    <div>
      ${variant ? priceLine(variant, locale) : nothing}
      <p class="price-words">
        ${view.pricesIncludeTax ? say.taxIn : say.taxOut} <a href="#delivery">${say.delivery}</a>
      </p>
    </div>
    <form
      method="post"
      action="/cart/lines"
      hx-post="/cart/lines"
      hx-target="#said"
      hx-swap="innerHTML"
      class="stack"
      data-choice
    >
      <input type="hidden" name="slug" value="${product.slug}" />
      ${
        product.options.length > 0
          ? html`<div
                hx-get="${path}"
                hx-include="this"
                hx-trigger="change"
                hx-target="#product"
                hx-select="#product"
                hx-select-oob="#facts"
              >
                ${product.options.map((_, index) => optionChips(product, view.choice, index, locale))}
              </div>
              <button class="button without" type="submit" formmethod="get" formaction="${path}">
                ${say.showChoice}
              </button>`
          : nothing
      }
      ${buyRow(view, locale)}
    </form>
    ${promises(view, locale)}
  </div>`;
}

function optionChips(product: Product, choice: readonly string[], index: number, locale: Locale): Html {
  const say = productWords(locale);
  const option = product.options[index];
  if (!option) return nothing;
  return html`<fieldset class="option">
    <legend>${option.name}</legend>
    <div class="chips">
      ${option.values.map((value) => {
        const state = leadsTo(product, choice, index, value);
        const told = state === 'soldOut' ? say.soldOutState : say.notMadeState;
        return html`<label class="chip ${state === 'available' ? '' : 'gone'}"
          ><input
            type="radio"
            name="o${index}"
            value="${value}"
            ${attributes({
              checked: choice[index] === value,
              id: `o${index}-${option.values.indexOf(value)}`,
            })}
          />${value}${state === 'available' ? nothing : html` <span class="state">${told}</span>`}</label
        >`;
      })}
    </div>
  </fieldset>`;
}

function buyRow({ variant }: ProductView, locale: Locale): Html {
  const say = productWords(locale);
  if (!variant?.available) {
    return html`<p class="soft small">${variant ? say.soldOutHelp : say.notMadeHelp}</p>
      <button class="button wide" type="submit" disabled>${variant ? say.soldOut : say.notMade}</button>`;
  }
  const most = variant.left === null ? 99 : Math.max(1, variant.left);
  return html`<div class="buy-row">
      <div class="field">
        <label for="quantity">${say.quantity}</label
        ><input
          class="input figures"
          id="quantity"
          hx-preserve="true"
          name="quantity"
          type="number"
          inputmode="numeric"
          min="1"
          max="${most}"
          value="1"
          required
        />
      </div>
      <button class="button main wide" type="submit">${say.add}</button>
    </div>
    ${variant.left !== null && variant.left <= 5 ? html`<p class="stock">${say.left(variant.left)}</p>` : nothing}`;
}

function promises({ delivery, variant }: ProductView, locale: Locale): Html {
  const say = productWords(locale);
  const to = delivery ? countryName(delivery.country, locale) : '';
  return html`<ul class="promises" role="list" id="delivery">
    ${delivery && variant?.available ? html`<li>${icon('truck')}<span>${say.arrives(delivery.days)}</span></li>` : nothing}
    <li>
      ${icon('parcel')}<span
        >${
          delivery
            ? delivery.price.amountMinor === 0
              ? say.deliveryFree(to)
              : say.deliveryFrom(showPrice(delivery.price, locale), to)
            : say.deliveryLater
        }</span
      >
    </li>
    <li>${icon('person')}<span>${say.guest}</span></li>
    <li>${icon('shield')}<span>${say.data}</span></li>
  </ul>`;
}
