import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { CheckoutView } from '../checkout-view.ts';
import { countryName, showDays, showPrice } from '../format.ts';
import type { DeliveryOption, PaymentOption } from '../model.ts';
import { checkoutWords } from '../words/checkout.ts';
import { inPlace, stepFrame } from './checkout-contact.ts';
import { icon } from './icon.ts';
import type { IconName } from './icon.ts';
import { noticeLine } from './notice-line.ts';
import { orderLines } from './order-lines.ts';
import { sums } from './sums.ts';

/** How it is sent. */
export function deliveryStep(view: CheckoutView, locale: Locale): Html {
  const say = checkoutWords(locale);
  const { shipping } = view.cart;
  const told = shipping ? html`<p>${shipping.name}, ${price(shipping.price, locale)}</p>` : nothing;
  return stepFrame(
    {
      step: 'delivery',
      view,
      title: say.delivery,
      isDone: shipping !== null,
      told,
      body: () => deliveryForm(view, locale),
    },
    locale,
  );
}

const price = (amount: DeliveryOption['price'], locale: Locale): string =>
  amount.amountMinor === 0 ? checkoutWords(locale).free : showPrice(amount, locale);

function deliveryForm(view: CheckoutView, locale: Locale): Html {
  const say = checkoutWords(locale);
  if (view.deliveryOptions.length === 0) {
    const country = countryName(view.cart.contact?.shippingAddress.country ?? view.cart.country, locale);
    return html`<div class="notice warn"><p>${say.noDelivery(country)}</p></div>`;
  }
  const chosen = view.cart.shipping?.optionId ?? view.deliveryOptions[0]?.id;
  return html`<form method="post" action="/checkout/delivery" class="stack" ${inPlace('/checkout/delivery')}>
    <fieldset>
      <legend class="unseen">${say.chooseDelivery}</legend>
      <div class="choices">
        ${view.deliveryOptions.map(
          (option) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="optionId"
                value="${option.id}"
                required${attributes({ checked: option.id === chosen })}
              />
              <span class="what"
                >${option.name}<span class="says"
                  >${say.arrives(showDays(view.now, option.minDays, option.maxDays, locale))}</span
                ></span
              ><span class="figures">${price(option.price, locale)}</span></label
            >`,
        )}
      </div>
    </fieldset>
    <button class="button main wide" type="submit">${say.toPayment}</button>
  </form>`;
}

const paymentIcons: Readonly<Record<string, IconName>> = {
  'bank-transfer': 'bank',
  'cash-on-delivery': 'parcel',
};

/** How it is paid. */
export function paymentStep(view: CheckoutView, locale: Locale): Html {
  const say = checkoutWords(locale);
  const { payment } = view.cart;
  const told = payment ? html`<p>${payment.label}</p>` : nothing;
  return stepFrame(
    {
      step: 'payment',
      view,
      title: say.payment,
      isDone: payment !== null,
      told,
      body: () => paymentForm(view, locale),
    },
    locale,
  );
}

function paymentForm(view: CheckoutView, locale: Locale): Html {
  const say = checkoutWords(locale);
  if (view.paymentOptions.length === 0) return html`<div class="notice warn"><p>${say.noPayment}</p></div>`;
  const chosen = view.cart.payment?.provider ?? view.paymentOptions[0]?.provider;
  return html`<form method="post" action="/checkout/payment" class="stack" ${inPlace('/checkout/payment')}>
    <fieldset>
      <legend class="unseen">${say.choosePayment}</legend>
      <div class="choices">
        ${view.paymentOptions.map(
          (option) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="provider"
                value="${option.provider}"
                required${attributes({ checked: option.provider === chosen })}
              />
              <span class="what">${option.label}${says(option, locale)}</span
              >${icon(paymentIcons[option.provider] ?? 'card')}</label
            >`,
        )}
      </div>
    </fieldset>
    ${view.paymentOptions.map((option) => scenarios(option, view, locale))}
    <button class="button main wide" type="submit">${say.toReview}</button>
  </form>`;
}

function says(option: PaymentOption, locale: Locale): Html {
  const say = checkoutWords(locale);
  const known: Readonly<Record<string, string>> = {
    'bank-transfer': say.bankSays,
    'cash-on-delivery': say.codSays,
    'test-card': say.testSays,
  };
  const text = known[option.provider];
  return text ? html`<span class="says">${text}</span>` : nothing;
}

function scenarios(option: PaymentOption, view: CheckoutView, locale: Locale): Html {
  if (option.options.length === 0) return nothing;
  const say = checkoutWords(locale);
  const chosen =
    option.options.find(({ code }) => code === view.cart.payment?.option)?.code ?? option.options[0]?.code;
  return html`<fieldset class="scenarios">
    <legend>${say.scenarios}</legend>
    <p class="small">${say.scenariosSays}</p>
    <div class="chips">
      ${option.options.map(
        ({ code, label }) =>
          html`<label class="chip"
            ><input
              type="radio"
              name="option.${option.provider}"
              value="${code}"
              ${attributes({ checked: code === chosen })}
            />${label}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** The last look, and the one button that binds. */
export function reviewStep(view: CheckoutView, locale: Locale): Html {
  const say = checkoutWords(locale);
  return stepFrame(
    {
      step: 'review',
      view,
      title: say.review,
      isDone: false,
      told: nothing,
      body: () => reviewForm(view, locale),
    },
    locale,
  );
}

function reviewForm({ cart }: CheckoutView, locale: Locale): Html {
  return html`${orderLines(cart, locale)}${sums(cart.totals, locale)}
    <form method="post" action="/checkout/complete" class="stack" data-once>
      <input type="hidden" name="expectedTotal" value="${cart.totals.total.amountMinor}" />
      ${noticeLine('order', locale)}
      <button class="button main wide" type="submit">
        ${finalWords(cart.payment?.provider, showPrice(cart.totals.total, locale), locale)}
      </button>
    </form>`;
}

/** What the last button does and what it costs, by how it is paid. */
export function finalWords(provider: string | undefined, sum: string, locale: Locale): string {
  const say = checkoutWords(locale);
  if (provider === 'bank-transfer') return say.orderBank(sum);
  if (provider === 'cash-on-delivery') return say.orderCash(sum);
  return say.payNow(sum);
}
