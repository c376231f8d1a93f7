import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { showPrice } from '../format.ts';
import { countOf } from '../cart-count.ts';
import type { CheckoutView } from '../checkout-view.ts';
import type { Cart } from '../model.ts';
import { contactStep } from '../parts/checkout-contact.ts';
import { deliveryStep, paymentStep, reviewStep } from '../parts/checkout-steps.ts';
import { icon } from '../parts/icon.ts';
import { orderLines } from '../parts/order-lines.ts';
import { sums } from '../parts/sums.ts';
import { checkoutWords } from '../words/checkout.ts';

/** One page, one column: steps that close as they are done, the totals always in sight. */
export function checkoutPage(view: CheckoutView, locale: Locale): Html {
  const say = checkoutWords(locale);
  return html`<div id="checkout">
    ${totalsStrip(view.cart, locale)}
    <div class="wrap column">
      <h1 class="unseen">${say.title}</h1>
      ${view.notice ? html`<div class="notice warn checkout-notice" role="alert"><p>${view.notice}</p></div>` : nothing}
      ${contactStep(view, locale)} ${deliveryStep(view, locale)} ${paymentStep(view, locale)}
      ${reviewStep(view, locale)}
    </div>
  </div>`;
}

function totalsStrip(cart: Cart, locale: Locale): Html {
  return html`<div class="totals-strip">
    <div class="wrap column">
      <details>
        <summary>
          <span class="icon-line"
            >${checkoutWords(locale).yourOrder(countOf(cart))}${icon('down', 'turn')}</span
          >
          <span class="sum figures">${showPrice(cart.totals.total, locale)}</span>
        </summary>
        <div class="inside stack">${orderLines(cart, locale)}${sums(cart.totals, locale)}</div>
      </details>
    </div>
  </div>`;
}

/** Shown while the provider has not decided; with scripts the page asks again by itself. */
export function pendingPage(attempt: string, locale: Locale): Html {
  const say = checkoutWords(locale);
  return html`<div class="wrap column letter stack" id="checkout">
    <h1>${say.pendingTitle}</h1>
    <p>${say.pendingText}</p>
    <p class="soft">${say.underWay}</p>
    <p>
      <a class="button main" data-again href="/checkout/return/${encodeURIComponent(attempt)}"
        >${say.askAgain}</a
      >
    </p>
    <form method="post" action="/checkout/payment/cancel" data-once>
      <button class="button" type="submit">${say.letGo}</button>
    </form>
  </div>`;
}
