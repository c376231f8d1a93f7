import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { showPrice } from '../format.ts';
import type { Cart } from '../model.ts';
import { icon } from './icon.ts';
import { shot } from './picture.ts';

/** The lines of a cart in short: what is about to be bought. */
export const orderLines = (cart: Cart, locale: Locale): Html =>
  html`<ul class="lines tight" role="list">
    ${cart.lines.map(
      (line) =>
        html`<li>
          ${shot(line.picture, { sizes: '56px', silent: true })}
          <div>
            <p>${line.title}</p>
            <p class="soft small">
              ${line.variantTitle ? html`${line.variantTitle} · ` : nothing}<span class="figures"
                >${line.quantity} × ${showPrice(line.unitPrice, locale)}</span
              >
            </p>
            ${
              line.problem ? html`<p class="wrong">${icon('alert')}<span>${line.problem}</span></p>` : nothing
            }
          </div>
          <p class="figures">${showPrice(line.total, locale)}</p>
        </li>`,
    )}
  </ul>`;
