import { addressLines } from '#kernel/address.ts';
import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import { steps } from '../checkout-view.ts';
import type { CheckoutView, Step } from '../checkout-view.ts';
import { accountWords } from '../words/account.ts';
import { checkoutWords } from '../words/checkout.ts';
import { formWords } from '../words/forms.ts';
import { addressFields } from './address-fields.ts';
import { field, problemSummary, tick } from './form.ts';
import { icon } from './icon.ts';
import { noticeLine } from './notice-line.ts';

/** Swaps the checkout in place; without scripts the form posts and comes back to the step. */
export const inPlace = (path: string): Html =>
  html`hx-post="${path}" hx-target="#checkout" hx-select="#checkout"`;

interface StepFrame {
  readonly step: Step;
  readonly view: CheckoutView;
  readonly title: string;
  readonly isDone: boolean;
  readonly told: Html;
  readonly body: () => Html;
}

/** A numbered step: open with its form, closed with what was said in it, or still to come. */
export function stepFrame({ step, view, title, isDone, told, body }: StepFrame, locale: Locale): Html {
  const say = checkoutWords(locale);
  const isOpen = view.open === step;
  const look = `step ${isOpen ? 'open' : 'closed'} ${isDone ? 'done' : ''}`;
  return html`<section class="${look}" id="${step}" aria-labelledby="${step}-title">
    <div class="step-head">
      <h2
        id="${step}-title"
        ${attributes({ 'data-focus': isOpen && step !== 'contact' && view.problems.length === 0 })}
      >
        <span class="no" aria-hidden="true">${steps.indexOf(step) + 1}</span>${title}${
          isDone && !isOpen ? html`${icon('check')}<span class="unseen">, ${say.done}</span>` : nothing
        }
      </h2>
      ${
        isDone && !isOpen
          ? html`<a
              class="small"
              href="/checkout?edit=${step}#${step}"
              hx-get="/checkout?edit=${step}"
              hx-target="#checkout"
              hx-select="#checkout"
              aria-label="${say.editWhat(title)}"
              >${say.edit}</a
            >`
          : nothing
      }
    </div>
    ${isOpen ? html`<div class="step-body">${problemSummary(view.problems, locale)}${body()}</div>` : isDone ? html`<div class="step-told">${told}</div>` : nothing}
  </section>`;
}

/** Who buys, and where it goes: guest first, the account only as an offer. */
export function contactStep(view: CheckoutView, locale: Locale): Html {
  const say = checkoutWords(locale);
  const { contact } = view.cart;
  const told = contact
    ? html`<p>${contact.email}</p>
        <p>${addressLines(contact.shippingAddress, { locale, from: view.home }).join(', ')}</p>`
    : nothing;
  return stepFrame(
    {
      step: 'contact',
      view,
      title: say.contact,
      isDone: contact !== null,
      told,
      body: () => contactForm(view, locale),
    },
    locale,
  );
}

function contactForm(view: CheckoutView, locale: Locale): Html {
  const say = checkoutWords(locale);
  const path = '/checkout/contact';
  const asking = { values: view.values, problems: view.problems, action: path, target: '#contact' };
  return html`${view.signedIn ? nothing : html`<p class="small soft">${say.guest} <a href="/account/sign-in?next=/checkout">${say.signIn}</a></p>`}
    <form method="post" action="${path}" class="stack" novalidate ${inPlace(path)}>
      <div class="fields">
        ${field(
          {
            name: 'email',
            label: formWords(locale).email,
            value: view.values['email'],
            type: 'email',
            required: true,
            autocomplete: 'email',
            inputMode: 'email',
            maxLength: 254,
            hint: say.emailWhy,
          },
          view.problems,
          locale,
        )}
      </div>
      <fieldset>
        <legend class="unseen">${say.whereTo}</legend>
        <div class="fields">
          ${addressFields({ kind: 'shipping', country: view.shippingCountry, countryCodes: view.countryCodes, ...asking }, locale)}
        </div>
      </fieldset>
      <div>
        <label class="check"
          ><input
            type="checkbox"
            name="billOther"
            value="yes"
            ${attributes({ checked: view.billOther })}
            hx-post="${path}"
            hx-trigger="change"
            hx-vals='{"step":"country"}'
            hx-target="#contact"
            hx-select="#contact"
            hx-validate="false"
          /><span>${say.billOther}</span></label
        >
      </div>
      ${
        view.billOther
          ? html`<fieldset class="stack">
              <legend><h3>${say.billTo}</h3></legend>
              <div class="fields">
                ${addressFields({ kind: 'billing', country: view.billingCountry, ...asking }, locale)}
              </div>
            </fieldset>`
          : nothing
      }
      ${
        view.minAge === undefined
          ? nothing
          : tick(
              {
                name: 'oldEnough',
                label: accountWords(locale).oldEnough(view.minAge),
                value: 'yes',
                checked: view.values['oldEnough'] === 'yes',
              },
              view.problems,
              locale,
            )
      }
      ${noticeLine('checkout', locale)}
      <button class="button main wide" type="submit">${say.toDelivery}</button>
    </form>`;
}
