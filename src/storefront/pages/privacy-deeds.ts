import { html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { FormState } from '../account-view.ts';
import { field, problemSummary } from '../parts/form.ts';
import { textArea } from '../parts/text-area.ts';
import { deedWords } from '../words/privacy-deeds.ts';
import { privacyWords } from '../words/privacy.ts';

export interface Deeds {
  readonly isRestricted: boolean;
  readonly correct: FormState;
  readonly object: FormState;
}

/** Everything that somebody can do about their data, each with a button that says what it does. */
export function whatToDo(view: Deeds, locale: Locale): Html {
  const say = deedWords(locale);
  return html`<section aria-labelledby="do-title" class="centre-do">
    <h2 id="do-title">${say.doTitle}</h2>
    <h3>${say.exportTitle}</h3>
    <p>${say.exportText}</p>
    ${ask('access', {}, say.export, 'main')}
    <h3>${say.correctTitle}</h3>
    <p>${say.correctText}</p>
    ${correctForm(view.correct, locale)}
    <h3>${say.stopTitle}</h3>
    <p>${say.stopText}</p>
    <div class="centre-buttons">
      ${ask('object', { purpose: 'marketing' }, say.stopMarketing)} ${ask('withdraw', {}, say.stopConsents)}
      ${ask('opt-out', {}, say.stopSale)}
      ${view.isRestricted ? ask('restrict', { on: 'no' }, say.unrestrict) : ask('restrict', {}, say.restrict)}
    </div>
    <h3>${say.objectTitle}</h3>
    <p>${say.objectText}</p>
    ${objectForm(view.object, locale)}
    <h3 id="delete">${say.deleteTitle}</h3>
    <p>${say.deleteText}</p>
    <details class="sure">
      <summary>${say.delete}</summary>
      ${ask('erase', {}, say.deleteSure, 'danger')}
    </details>
  </section>`;
}

/** One button that makes a request. */
const ask = (
  kind: string,
  fields: Readonly<Record<string, string>>,
  label: string,
  look: 'main' | 'danger' | '' = '',
): Html =>
  html`<form method="post" action="/privacy/requests">
    <input type="hidden" name="kind" value="${kind}" />
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="button ${look}" type="submit">${label}</button>
  </form>`;

function correctForm(form: FormState, locale: Locale): Html {
  const say = deedWords(locale);
  const fields = [
    { value: 'name', label: say.fieldName },
    { value: 'phone', label: say.fieldPhone },
    { value: 'email', label: say.fieldEmail },
    { value: 'address', label: say.fieldAddress },
    { value: 'other', label: say.fieldOther },
  ];
  return html`<form method="post" action="/privacy/requests" class="stack" novalidate>
    <input type="hidden" name="kind" value="rectify" />
    ${problemSummary(form.problems, locale, 'correct-')}
    ${field({ name: 'field', label: say.correctField, value: form.values['field'] ?? 'name', required: true, autocomplete: 'off', options: fields, idPrefix: 'correct-' }, form.problems, locale)}
    ${field({ name: 'was', label: say.correctWas, hint: say.correctWasHint, value: form.values['was'], autocomplete: 'off', maxLength: 500, idPrefix: 'correct-' }, form.problems, locale)}
    ${field({ name: 'value', label: say.correctValue, value: form.values['value'], required: true, autocomplete: 'off', maxLength: 500, idPrefix: 'correct-' }, form.problems, locale)}
    <button class="button" type="submit">${say.correct}</button>
  </form>`;
}

function objectForm(form: FormState, locale: Locale): Html {
  const say = deedWords(locale);
  const choices = [
    { value: 'object', label: say.kindObject },
    { value: 'review', label: say.kindReview },
  ];
  return html`<form method="post" action="/privacy/requests" class="stack" novalidate>
    ${problemSummary(form.problems, locale, 'object-')}
    ${field({ name: 'kind', label: say.objectKind, value: form.values['kind'] ?? 'object', required: true, autocomplete: 'off', options: choices, idPrefix: 'object-' }, form.problems, locale)}
    ${textArea({ name: 'text', label: privacyWords(locale).yourWords, value: form.values['text'], idPrefix: 'object-' }, form.problems, locale)}
    <button class="button" type="submit">${privacyWords(locale).ask}</button>
  </form>`;
}
