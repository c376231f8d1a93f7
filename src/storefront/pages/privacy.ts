import { html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { OwnRequest } from '#modules/rights/index.ts';
import type { FormState } from '../account-view.ts';
import { showDate } from '../format.ts';
import type { HeldTheme } from '../held.ts';
import { field, problemSummary } from '../parts/form.ts';
import { noticeLine } from '../parts/notice-line.ts';
import { kindWords, requestWords, stateWords } from '../words/privacy-request.ts';
import { privacyWords } from '../words/privacy.ts';
import { whatToDo } from './privacy-deeds.ts';
import { textArea } from '../parts/text-area.ts';

const letter = (title: string, body: Html): Html =>
  html`<div class="wrap column letter prose centre">
    <h1>${title}</h1>
    ${body}
  </div>`;

/** The e-mail address of the shop, for whoever would rather write. */
const orWrite = (email: string, locale: Locale): Html =>
  email ? html`<p>${privacyWords(locale).orWrite} <a href="mailto:${email}">${email}</a></p>` : nothing;

export interface ClosedCentre {
  readonly isSignedIn: boolean;
  readonly link: FormState;
  readonly unlock: FormState;
  readonly ask: FormState;
  readonly contactEmail: string;
}

/** The privacy centre before anybody has shown who they are. */
export function closedCentrePage(view: ClosedCentre, locale: Locale): Html {
  const say = privacyWords(locale);
  return letter(
    say.title,
    html`<p>${say.lead}</p>
      ${noticeLine('request', locale)} ${view.isSignedIn ? unlockForm(view.unlock, locale) : nothing}
      <section aria-labelledby="open-title">
        <h2 id="open-title">${view.isSignedIn ? say.orByMail : say.openTitle}</h2>
        <p>${say.openText}</p>
        ${linkForm(view.link, say.sendLink, locale)}
      </section>
      <h2>${say.generalTitle}</h2>
      <p>${say.whatVisit} ${say.whatOrder}</p>
      ${linksOut(locale)} ${askForm(view.ask, false, locale)} ${orWrite(view.contactEmail, locale)}`,
  );
}

function unlockForm(form: FormState, locale: Locale): Html {
  const say = privacyWords(locale);
  return html`<section aria-labelledby="unlock-title">
    <h2 id="unlock-title">${say.unlockTitle}</h2>
    <p>${say.unlockText}</p>
    <form method="post" action="/privacy/unlock" class="stack" novalidate>
      ${problemSummary(form.problems, locale, 'unlock-')}
      ${field({ name: 'password', label: say.password, type: 'password', required: true, autocomplete: 'current-password', maxLength: 128, idPrefix: 'unlock-' }, form.problems, locale)}
      <button class="button main" type="submit">${say.unlock}</button>
    </form>
  </section>`;
}

function linkForm(form: FormState, button: string, locale: Locale): Html {
  const say = privacyWords(locale);
  return html`<form method="post" action="/privacy/link" class="stack" novalidate>
    ${problemSummary(form.problems, locale, 'link-')}
    ${field({ name: 'email', label: say.email, value: form.values['email'], type: 'email', required: true, autocomplete: 'email', inputMode: 'email', maxLength: 254, idPrefix: 'link-' }, form.problems, locale)}
    <button class="button main" type="submit">${button}</button>
  </form>`;
}

function linksOut(locale: Locale): Html {
  const say = privacyWords(locale);
  return html`<p>
    <a href="/privacy/policy">${say.policyLink}</a><br /><a href="/privacy/cookies">${say.cookiesLink}</a
    ><br /><a href="/privacy/choices">${say.choicesLink}</a><br /><a href="/account">${say.accountLink}</a>
  </p>`;
}

/** A question to us; whoever has shown who they are needs no address. */
function askForm(form: FormState, isOpen: boolean, locale: Locale): Html {
  const say = privacyWords(locale);
  const about = [
    { value: 'policy', label: say.aboutPolicy },
    { value: 'feedback', label: say.aboutFeedback },
    { value: 'other', label: say.aboutOther },
  ];
  return html`<section aria-labelledby="ask-title" id="ask">
    <h2 id="ask-title">${say.askTitle}</h2>
    <p>${say.askText}</p>
    <form method="post" action="${isOpen ? '/privacy/requests' : '/privacy/ask'}" class="stack" novalidate>
      <input type="hidden" name="kind" value="question" />
      ${problemSummary(form.problems, locale, 'ask-')}
      ${isOpen ? nothing : field({ name: 'email', label: say.email, value: form.values['email'], type: 'email', required: true, autocomplete: 'email', inputMode: 'email', maxLength: 254, idPrefix: 'ask-' }, form.problems, locale)}
      ${field({ name: 'about', label: say.askAbout, value: form.values['about'] ?? 'other', required: true, autocomplete: 'off', options: about, idPrefix: 'ask-' }, form.problems, locale)}
      ${textArea({ name: 'text', label: say.yourWords, value: form.values['text'], idPrefix: 'ask-' }, form.problems, locale)}
      <button class="button" type="submit">${say.ask}</button>
    </form>
  </section>`;
}

export interface OpenCentre {
  readonly addresses: readonly string[];
  readonly until: string;
  readonly themes: readonly HeldTheme[];
  readonly otherAddresses: readonly string[];
  readonly unconfirmedAccount: boolean;
  readonly receivers: readonly { readonly company: string; readonly line: string }[];
  readonly readers: readonly { readonly at: string; readonly line: string }[];
  readonly isRestricted: boolean;
  readonly requests: readonly OwnRequest[];
  readonly correct: FormState;
  readonly object: FormState;
  readonly ask: FormState;
  readonly contactEmail: string;
}

/** The privacy centre for somebody who has shown who they are. */
export function openCentrePage(view: OpenCentre, locale: Locale): Html {
  const say = privacyWords(locale);
  return letter(
    say.title,
    html`<div class="centre-open">
        <p>
          <strong>${say.openFor(view.addresses.join(', '))}</strong><br />
          <span class="soft small">${say.openUntil(view.until)}</span>
        </p>
        <form method="post" action="/privacy/leave">
          <button class="button" type="submit">${say.close}</button>
        </form>
      </div>
      ${held(view, locale)} ${gotAndLooked(view, locale)} ${noticeLine('request', locale)}
      ${whatToDo(view, locale)} ${requestList(view.requests, locale)} ${askForm(view.ask, true, locale)}
      <section aria-labelledby="add-title">
        <h2 id="add-title">${say.addTitle}</h2>
        <p>${say.addText}</p>
        ${linkForm({ values: {}, problems: [] }, say.sendLink, locale)}
      </section>
      ${linksOut(locale)} ${orWrite(view.contactEmail, locale)}`,
  );
}

function held(view: OpenCentre, locale: Locale): Html {
  const say = privacyWords(locale);
  return html`<section aria-labelledby="held-title">
    <h2 id="held-title">${say.heldTitle}</h2>
    ${view.themes.length === 0 ? html`<p>${say.heldNothing}</p>` : view.themes.map((one) => theme(one, locale))}
    ${
      view.otherAddresses.length > 0
        ? html`<p class="notice">${say.heldElsewhere} ${view.otherAddresses.join(', ')}</p>`
        : nothing
    }
    ${view.unconfirmedAccount ? html`<p class="notice">${say.heldUnconfirmed}</p>` : nothing}
  </section>`;
}

function theme(one: HeldTheme, locale: Locale): Html {
  const say = privacyWords(locale);
  return html`<article class="held">
    <h3>${one.name}</h3>
    <dl>${fact(say.why, one.why)} ${fact(say.from, one.from)} ${fact(say.until, one.until)}</dl>
    ${
      one.values.length > 0
        ? html`<details>
            <summary>${say.show(one.values.length)}</summary>
            <dl class="held-values">
              ${one.values.map(
                ({ label, value }) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd translate="no">${value}</dd>
                  </div>`,
              )}
            </dl>
            ${one.more > 0 ? html`<p class="soft small">${say.more(one.more)}</p>` : nothing}
          </details>`
        : nothing
    }
  </article>`;
}

const fact = (name: string, lines: readonly string[]): Html =>
  lines.length === 0
    ? nothing
    : html`<div>
        <dt>${name}</dt>
        <dd>${lines.map((one, index) => html`${index > 0 ? html`<br />` : nothing}${one}`)}</dd>
      </div>`;

function gotAndLooked(view: OpenCentre, locale: Locale): Html {
  const say = privacyWords(locale);
  return html`<section aria-labelledby="got-title">
      <h2 id="got-title">${say.gotTitle}</h2>
      ${
        view.receivers.length === 0
          ? html`<p>${say.gotNobody}</p>`
          : html`<ul>
              ${view.receivers.map(({ company, line }) => html`<li><strong>${company}</strong>: ${line}</li>`)}
            </ul>`
      }
    </section>
    <section aria-labelledby="looked-title">
      <h2 id="looked-title">${say.lookedTitle}</h2>
      ${
        view.readers.length === 0
          ? html`<p>${say.lookedNobody}</p>`
          : html`<ul>
              ${view.readers.map(({ at, line }) => html`<li>${showDate(at, locale)}: ${line}</li>`)}
            </ul>`
      }
    </section>`;
}

function requestList(requests: readonly OwnRequest[], locale: Locale): Html {
  const say = privacyWords(locale);
  if (requests.length === 0)
    return html`<section aria-labelledby="requests-title">
      <h2 id="requests-title">${say.requestsTitle}</h2>
      <p>${say.noRequests}</p>
    </section>`;
  return html`<section aria-labelledby="requests-title">
    <h2 id="requests-title">${say.requestsTitle}</h2>
    <ul class="rows" role="list">
      ${requests.map(
        ({ row }) =>
          html`<li>
            <span
              ><a href="/privacy/requests/${row.id}">${kindWords(locale)[row.kind]}</a><br /><span
                class="soft small"
                >${requestWords(locale).requestNo(String(row.number))} · ${showDate(row.receivedAt, locale)} ·
                ${stateWords(locale)[row.state]}</span
              ></span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}
