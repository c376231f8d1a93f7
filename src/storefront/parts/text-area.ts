import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { FieldProblem } from '../model.ts';
import { formWords } from '../words/forms.ts';
import { fieldId } from './form.ts';
import { icon } from './icon.ts';

export interface TextArea {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly idPrefix?: string;
}

/** Room for somebody's own words; what is wrong stands below and is read out with it. */
export function textArea(spec: TextArea, problems: readonly FieldProblem[], locale: Locale): Html {
  const id = fieldId(spec.name, spec.idPrefix);
  const wrong = problems.find((problem) => problem.field === spec.name);
  return html`<div class="field">
    <label for="${id}">${spec.label}</label>
    <textarea${attributes({
      id,
      name: spec.name,
      class: 'input',
      rows: 5,
      maxlength: 2000,
      required: true,
      'aria-invalid': wrong ? 'true' : undefined,
      'aria-describedby': wrong ? `${id}-wrong` : undefined,
    })}>${spec.value ?? ''}</textarea>
    ${
      wrong
        ? html`<p class="wrong" id="${id}-wrong">
            ${icon('alert')}<span><span class="unseen">${formWords(locale).error} </span>${wrong.says}</span>
          </p>`
        : nothing
    }
  </div>`;
}
