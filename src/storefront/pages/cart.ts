import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { lineName } from '../cart-count.ts';
import { showPrice } from '../format.ts';
import type { Cart, CartLine } from '../model.ts';
import { icon } from '../parts/icon.ts';
import { shot } from '../parts/picture.ts';
import { sums } from '../parts/sums.ts';
import { cartWords } from '../words/cart.ts';

/** The cart: what is in it, what it costs, the way to the checkout. `problem` is what the last change ran into. */
export function cartPage(cart: Cart | null, locale: Locale, problem?: string): Html {
  const say = cartWords(locale);
  if (!cart || cart.lines.length === 0) {
    return html`<div class="wrap column" id="cart">
      <header class="page-head"><h1>${say.title}</h1></header>
      <div class="stack">
        <p>${say.empty}</p>
        <p class="soft">${say.emptyHelp}</p>
        <p><a class="button main" href="/products">${say.look}</a></p>
      </div>
    </div>`;
  }
  const problems = [...(problem ? [problem] : []), ...cart.problems];
  return html`<div class="wrap column" id="cart">
    <header class="page-head"><h1>${say.title}</h1></header>
    ${
      problems.length > 0
        ? html`<div class="notice warn" role="alert">
            <h2>${say.problems}</h2>
            <ul>
              ${problems.map((text) => html`<li>${text}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    <ul class="lines" role="list">
      ${cart.lines.map((line) => cartLine(line, locale))}
    </ul>
    <section class="cart-end" aria-label="${say.sums}">
      ${sums(cart.totals, locale)}
      <p><a class="button main wide" href="/checkout">${say.checkout}</a></p>
      <p><a class="icon-line small" href="/products">${icon('back')}${say.goOn}</a></p>
    </section>
  </div>`;
}

function cartLine(line: CartLine, locale: Locale): Html {
  const say = cartWords(locale);
  const path = `/cart/lines/${encodeURIComponent(line.id)}`;
  const swap = html`hx-target="#cart" hx-select="#cart" hx-select-oob="#cart-link"`;
  return html`<li class="cart-line" id="line-${line.id}">
    <a href="/products/${encodeURIComponent(line.slug)}" tabindex="-1" aria-hidden="true"
      >${shot(line.picture, { sizes: '88px', silent: true })}</a
    >
    <div>
      <p><a class="name" href="/products/${encodeURIComponent(line.slug)}">${line.title}</a></p>
      ${line.variantTitle ? html`<p class="soft small">${line.variantTitle}</p>` : nothing}
      ${line.quantity > 1 ? html`<p class="soft small figures">${say.each(showPrice(line.unitPrice, locale))}</p>` : nothing}
      ${line.problem ? html`<p class="wrong">${icon('alert')}<span>${line.problem}</span></p>` : line.available ? nothing : html`<p class="wrong">${icon('alert')}<span>${say.gone}</span></p>`}
      <div class="row">
        <form
          class="quantity"
          method="post"
          action="${path}"
          hx-post="${path}"
          hx-trigger="change, submit"
          ${swap}
        >
          <label class="unseen" for="quantity-${line.id}">${say.quantityOf(lineName(line))}</label>
          <input
            class="input"
            id="quantity-${line.id}"
            name="quantity"
            type="number"
            inputmode="numeric"
            min="1"
            max="999"
            value="${line.quantity}"
            required
          />
          <button class="link-button without" type="submit">${say.update}</button>
        </form>
        <form method="post" action="${path}/remove" hx-post="${path}/remove" ${swap}>
          <button class="link-button" type="submit" aria-label="${say.removeWhat(lineName(line))}">
            ${say.remove}
          </button>
        </form>
        <p class="figures">${showPrice(line.total, locale)}</p>
      </div>
    </div>
  </li>`;
}
