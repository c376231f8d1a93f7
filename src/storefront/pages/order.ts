import { addressLines } from '#kernel/address.ts';
import type { Address } from '#kernel/address.ts';
import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { showDate, showMoment, showPrice } from '../format.ts';
import type { Order } from '../model.ts';
import { icon } from '../parts/icon.ts';
import { shot } from '../parts/picture.ts';
import { sums } from '../parts/sums.ts';
import { orderWords } from '../words/order.ts';

type Stage = 'placed' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded';

const moneyIsThere: ReadonlySet<string> = new Set([
  'captured',
  'authorised',
  'partially_captured',
  'partially_refunded',
  'paid',
]);

/** How far an order has come, from its three states. */
export function stageOf(order: Pick<Order, 'state' | 'paymentState' | 'fulfilmentState'>): Stage {
  if (order.state === 'cancelled') return 'cancelled';
  if (order.paymentState === 'refunded') return 'refunded';
  if (order.fulfilmentState === 'delivered' || order.state === 'completed') return 'delivered';
  if (['shipped', 'fulfilled', 'partially_shipped', 'partially_fulfilled'].includes(order.fulfilmentState))
    return 'shipped';
  return moneyIsThere.has(order.paymentState) ? 'paid' : 'placed';
}

/** What tells how far an order has come. */
interface Standing extends Pick<Order, 'state' | 'paymentState' | 'fulfilmentState'> {
  readonly provider: string | undefined;
}

/** Where the order is, in one sentence. */
export function statusWords(order: Standing, locale: Locale): string {
  const say = orderWords(locale);
  const stage = stageOf(order);
  if (stage === 'shipped' && order.fulfilmentState.startsWith('partially')) return say.partly;
  const sentences: Readonly<Record<Stage, string>> = {
    placed: order.provider === 'cash-on-delivery' ? say.preparing : say.waitMoney,
    paid: say.preparing,
    shipped: say.shipped,
    delivered: say.delivered,
    cancelled: say.cancelled,
    refunded: say.refunded,
  };
  return sentences[stage];
}

/** One order as its buyer sees it. `justPlaced` greets; afterwards the page only tells. `home` is the shop's country. */
export function orderPage(order: Order, locale: Locale, seen: { justPlaced: boolean; home: string }): Html {
  const { justPlaced } = seen;
  const say = orderWords(locale);
  return html`<div class="wrap column order">
    <header class="order-head">
      ${justPlaced ? html`<p class="icon-line">${icon('check')}${say.thanks}</p>` : nothing}
      <h1>${statusWords({ ...order, provider: order.payment?.provider }, locale)}</h1>
      <p class="soft">${say.title(order.number)}. ${say.placedOn(showDate(order.placedAt, locale))}.</p>
      ${justPlaced && order.contact ? html`<p class="soft">${say.mailSent(order.contact.email)}</p>` : nothing}
    </header>
    ${stepsOf(order, locale)} ${instructions(order, locale)} ${parcels(order, locale)}
    <section aria-labelledby="lines">
      <h2 id="lines">${say.lines}</h2>
      ${lines(order, locale)}${sums(order.totals, locale)}
    </section>
    ${refunds(order, locale)}
    <section>${people(order, locale, seen.home)}</section>
    ${history(order, locale)}
    ${
      order.mayCancel
        ? html`<section class="no-print stack">
            <p class="soft small">${say.cancelHint}</p>
            <p>
              <a class="button danger" href="/orders/${encodeURIComponent(order.token)}/cancel"
                >${say.cancel}</a
              >
            </p>
          </section>`
        : nothing
    }
  </div>`;
}

function stepsOf(order: Order, locale: Locale): Html {
  const say = orderWords(locale);
  const stage = stageOf(order);
  if (stage === 'cancelled' || stage === 'refunded') return nothing;
  const names = [say.stepPlaced, say.stepPaid, say.stepShipped, say.stepDone];
  const at = ['placed', 'paid', 'shipped', 'delivered'].indexOf(stage);
  return html`<section aria-label="${say.steps}">
    <ol class="steps" role="list">
      ${names.map(
        (name, index) =>
          html`<li
            class="${index <= at ? 'done' : ''}"
            ${attributes({ 'aria-current': index === at ? 'step' : undefined })}
          >
            ${name}
          </li>`,
      )}
    </ol>
  </section>`;
}

function instructions(order: Order, locale: Locale): Html {
  if (!order.payment?.instructions || stageOf(order) !== 'placed') return nothing;
  return html`<section class="notice" aria-labelledby="how-to-pay">
    <h2 id="how-to-pay">${orderWords(locale).howToPay}</h2>
    ${order.payment.instructions
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => html`<p>${line}</p>`)}
  </section>`;
}

function parcels(order: Order, locale: Locale): Html {
  if (order.fulfilments.length === 0) return nothing;
  const say = orderWords(locale);
  return html`<section aria-labelledby="parcels">
    <h2 id="parcels">${say.parcels}</h2>
    <ul class="rows" role="list">
      ${order.fulfilments.map(
        (parcel) =>
          html`<li>
            <span>${say.sentOn(showDate(parcel.shippedAt, locale), parcel.carrier ?? say.ownCarrier)}</span
            >${tracking(parcel, locale)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function tracking({ trackingNumber, trackingUrl }: Order['fulfilments'][number], locale: Locale): Html {
  if (!trackingNumber) return nothing;
  const say = orderWords(locale);
  if (!trackingUrl || !trackingUrl.startsWith('https://'))
    return html`<span class="figures">${say.trackingNumber(trackingNumber)}</span>`;
  return html`<a class="icon-line" href="${trackingUrl}" rel="external noreferrer"
    >${say.track(trackingNumber)}${icon('away')}</a
  >`;
}

function lines(order: Order, locale: Locale): Html {
  const say = orderWords(locale);
  return html`<ul class="lines tight" role="list">
    ${order.lines.map((line) => {
      const notes = [
        line.shipped > 0 && line.shipped < line.quantity ? say.shippedCount(line.shipped, line.quantity) : '',
        line.refunded > 0 ? say.refundedCount(line.refunded) : '',
      ].filter(Boolean);
      return html`<li>
        ${shot(line.picture, { sizes: '56px', silent: true })}
        <div>
          <p>${line.title}</p>
          <p class="soft small">
            ${line.variantTitle ? html`${line.variantTitle} · ` : nothing}<span class="figures"
              >${line.quantity} × ${showPrice(line.unitPrice, locale)}</span
            >
          </p>
          ${notes.length > 0 ? html`<p class="soft small">${notes.join(' · ')}</p>` : nothing}
        </div>
        <p class="figures">${showPrice(line.total, locale)}</p>
      </li>`;
    })}
  </ul>`;
}

function refunds(order: Order, locale: Locale): Html {
  if (order.refunds.length === 0) return nothing;
  const say = orderWords(locale);
  return html`<section aria-labelledby="refunds">
    <h2 id="refunds">${say.refunds}</h2>
    <ul class="rows" role="list">
      ${order.refunds.map(
        (refund) =>
          html`<li class="figures">
            ${say.refundOn(showPrice(refund.amount, locale), showDate(refund.at, locale))}
          </li>`,
      )}
    </ul>
  </section>`;
}

function people(order: Order, locale: Locale, home: string): Html {
  const say = orderWords(locale);
  if (!order.contact) return html`<p class="soft">${say.gonePeople}</p>`;
  const { shippingAddress, billingAddress } = order.contact;
  return html`<div class="pair">
    <div>
      <h3>${say.deliverTo}</h3>
      ${addressBlock(shippingAddress, locale, home)}
    </div>
    <div>
      <h3>${say.billTo}</h3>
      ${addressBlock(billingAddress ?? shippingAddress, locale, home)}
    </div>
    ${
      order.payment
        ? html`<div>
            <h3>${say.paidWith}</h3>
            <p>${order.payment.label}</p>
          </div>`
        : nothing
    }
  </div>`;
}

/** An address as its country prints it; the country is named only when it is not the shop's own. */
const addressBlock = (address: Address, locale: Locale, home: string): Html =>
  html`<address translate="no">${addressLines(address, { locale, from: home }).join('\n')}</address>`;

function history(order: Order, locale: Locale): Html {
  if (order.timeline.length === 0) return nothing;
  const say = orderWords(locale);
  return html`<section aria-labelledby="history">
    <h2 id="history">${say.history}</h2>
    <ol class="history" role="list">
      ${order.timeline.map(
        (entry) =>
          html`<li>
            <time datetime="${entry.at}">${showMoment(entry.at, locale)}</time><span>${entry.what}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}

/** Asks before an order is cancelled: what will happen, and what cannot be undone. */
export function cancelPage(order: Pick<Order, 'number' | 'token'>, locale: Locale): Html {
  const say = orderWords(locale);
  const path = `/orders/${encodeURIComponent(order.token)}`;
  return html`<div class="wrap column letter stack">
    <h1>${say.cancelTitle(order.number)}</h1>
    <p>${say.cancelText}</p>
    <form class="stack" method="post" action="${path}/cancel" data-once>
      <button class="button danger" type="submit">${say.cancelYes}</button>
      <a class="button" href="${path}">${say.cancelNo}</a>
    </form>
  </div>`;
}
