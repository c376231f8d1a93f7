import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { BrowserState } from '#kernel/browser-items.ts';
import { askedCategories, categoryWords } from '#modules/privacy/index.ts';
import type { AskedCategory } from '#modules/privacy/index.ts';
import { showDate } from '../format.ts';
import { scrollTable } from '../parts/table.ts';
import { choicesWords } from '../words/choices.ts';
import { legalWords } from '../words/legal.ts';

/** One answer of a person we know, as the page shows it. */
export interface AnswerRow {
  readonly asks: string;
  readonly state: 'granted' | 'withdrawn' | 'refused' | 'objected';
  readonly at: Date;
  readonly receipt: string;
}

export interface ChoicesView {
  readonly browser: BrowserState;
  readonly isSaved: boolean;
  readonly isSignedIn: boolean;
  /** Objected in general, as we remember it for the person. */
  readonly isObjected: boolean;
  readonly answers: readonly AnswerRow[];
}

/** What the reader allows: one switch per category, and a no to everything that costs one click, like a yes. */
export function choicesPage(view: ChoicesView, locale: Locale): Html {
  const say = choicesWords(locale);
  const asked = askedCategories.filter((category) => view.browser.asked.includes(category));
  return html`<div class="wrap column letter prose">
    <h1>${say.title}</h1>
    ${view.isSaved ? html`<p class="notice good" role="status">${say.saved}</p>` : nothing}
    <p>${asked.length > 0 ? say.lead : say.nothingToChoose}</p>
    ${asked.length > 0 ? form(asked, view, locale) : nothing}
    <h2>${say.always}</h2>
    <p>${say.alwaysText} <a href="/privacy/cookies">${legalWords(locale).cookiesLink}</a></p>
    <h2>${say.gpcTitle}</h2>
    ${gpc(view, locale)} ${view.answers.length > 0 ? answersTable(view.answers, locale) : nothing}
  </div>`;
}

function form(asked: readonly AskedCategory[], view: ChoicesView, locale: Locale): Html {
  const say = choicesWords(locale);
  return html`<form method="post" action="/privacy/choices" class="stack consents">
    <input type="hidden" name="ui" value="choices" />
    <div class="choice-buttons">
      <button class="button" type="submit" name="answer" value="none">${say.refuseAll}</button>
      <button class="button" type="submit" name="answer" value="all">${say.allowAll}</button>
    </div>
    ${asked.map((category) => choice(category, view, locale))}
    <button class="button" type="submit" name="answer" value="each">${say.save}</button>
  </form>`;
}

function choice(category: AskedCategory, { browser, isObjected }: ChoicesView, locale: Locale): Html {
  const say = choicesWords(locale);
  const { title, says } = categoryWords[category];
  const answer = browser.answers.get(category);
  const isPermitted = browser.permitted.has(category);
  const isOptedOut = category === 'targeting' && (browser.gpc || isObjected);
  const yes = isOptedOut ? { value: 'confirmed', label: say.confirmed } : { value: 'yes', label: say.yes };
  const items = browser.items.filter((item) => item.category === category);
  return html`<fieldset class="consent-card">
    <legend>${title[locale]}</legend>
    <p>${says[locale]}</p>
    <ul>
      ${items.map(({ name, says: what, lasts }) => html`<li><code translate="no">${name}</code>: ${what[locale] ?? what.en} <span class="soft">${lasts[locale] ?? lasts.en}</span></li>`)}
    </ul>
    <div class="consent-answers">
      ${[
        { value: 'no', label: say.no, checked: answer !== undefined && !isPermitted },
        { ...yes, checked: isPermitted },
      ].map(
        ({ value, label, checked }) =>
          html`<label
            ><input type="radio" name="${category}" ${attributes({ value, checked })} /> ${label}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** Source: 11 CCR 7025(c)(6): the status of the opt-out is shown. */
function gpc({ browser, isSignedIn, isObjected }: ChoicesView, locale: Locale): Html {
  const say = choicesWords(locale);
  return html`<p data-gpc="${browser.gpc ? 'on' : 'off'}">
    ${browser.gpc ? say.gpcOn : say.gpcOff} ${isSignedIn && isObjected ? say.gpcKnown : nothing}
  </p>`;
}

function answersTable(answers: readonly AnswerRow[], locale: Locale): Html {
  const say = choicesWords(locale);
  const rows = answers.map(({ asks, state, at, receipt }) => [
    asks,
    say[state],
    showDate(at.toISOString(), locale),
    html`<a href="${receipt}">${say.receipt}</a>`,
  ]);
  return html`<h2>${say.answers}</h2>
    ${scrollTable([say.question, say.answer, say.answeredOn, say.receipt], rows, say.answers)}`;
}
