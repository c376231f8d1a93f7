import { attributes, html, nothing } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { FieldProblem } from '../model.ts';
import { formWords } from '../words/forms.ts';
import { icon } from './icon.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly required?: boolean;
  readonly autocomplete: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly maxLength?: number;
  readonly hint?: string | undefined;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly suggestions?: readonly string[];
  /** Its share of the row: a third, half, two thirds; a row of its own unless told. */
  readonly width?: 'third' | 'half' | 'two-thirds';
  /** Two forms on one page may have the same names; their ids may not be the same. */
  readonly idPrefix?: string;
  readonly focus?: boolean;
}

export const fieldId = (name: string, prefix = ''): string =>
  `${prefix}${name}`.replace(/[^a-zA-Z0-9-]/g, '-');

/** A labelled input; what is wrong with it stands below it and is read out with it. */
export function field(spec: Field, problems: readonly FieldProblem[], locale: Locale): Html {
  const say = formWords(locale);
  const id = fieldId(spec.name, spec.idPrefix);
  const wrong = problems.find((problem) => problem.field === spec.name);
  const told = [spec.hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  const shared = {
    id,
    name: spec.name,
    class: 'input',
    required: spec.required ?? false,
    autocomplete: spec.autocomplete,
    'aria-describedby': told || undefined,
    'aria-invalid': wrong ? 'true' : undefined,
  };
  return html`<div class="field ${spec.width ?? ''}">
    <label for="${id}"
      >${spec.label}${spec.required ? nothing : html` <span class="optional">(${say.optional})</span>`}</label
    >${spec.options ? choice(spec, shared, locale) : input(spec, shared, id)}${
      spec.hint ? html`<p class="hint" id="${id}-hint">${spec.hint}</p>` : nothing
    }${wrong ? problemLine(`${id}-wrong`, wrong.says, locale) : nothing}
  </div>`;
}

type Shared = Readonly<Record<string, string | boolean | undefined>>;

function input(spec: Field, shared: Shared, id: string): Html {
  const list = spec.suggestions && spec.suggestions.length > 0 ? `${id}-list` : undefined;
  const own = attributes({
    ...shared,
    type: spec.type ?? 'text',
    value: spec.value ?? '',
    inputmode: spec.inputMode,
    maxlength: spec.maxLength,
    list,
    autofocus: spec.focus ?? false,
  });
  const suggested = spec.suggestions?.map((text) => html`<option value="${text}"></option>`);
  return html`<input ${own} />${list ? html`<datalist id="${list}">${suggested}</datalist>` : nothing}`;
}

function choice(spec: Field, shared: Shared, locale: Locale): Html {
  const isThere = spec.options?.some((option) => option.value === spec.value);
  return html`<select${attributes(shared)}>${isThere ? nothing : html`<option value="">${formWords(locale).choose}</option>`}${spec.options?.map(
    (option) =>
      html`<option value="${option.value}" ${attributes({ selected: option.value === spec.value })}>
        ${option.label}
      </option>`,
  )}</select>`;
}

/** One statement to tick; never ticked beforehand. */
export function tick(
  { name, label, value, checked }: { name: string; label: string; value: string; checked: boolean },
  problems: readonly FieldProblem[],
  locale: Locale,
): Html {
  const id = fieldId(name);
  const wrong = problems.find((problem) => problem.field === name);
  return html`<div>
    <label class="check" for="${id}"
      ><input${attributes({
        id,
        name,
        value,
        type: 'checkbox',
        checked,
        'aria-describedby': wrong ? `${id}-wrong` : undefined,
        'aria-invalid': wrong ? 'true' : undefined,
      })} /><span>${label}</span></label
    >${wrong ? problemLine(`${id}-wrong`, wrong.says, locale) : nothing}
  </div>`;
}

const problemLine = (id: string, says: string, locale: Locale): Html =>
  html`<p class="wrong" id="${id}">
    ${icon('alert')}<span><span class="unseen">${formWords(locale).error} </span>${says}</span>
  </p>`;

/** What is wrong, at the top of the form, each with a link to its field. Empty when nothing is. */
export function problemSummary(problems: readonly FieldProblem[], locale: Locale, prefix = ''): Html {
  if (problems.length === 0) return nothing;
  return html`<div class="notice bad" role="alert" id="problems" data-focus>
    <p><strong>${formWords(locale).problems(problems.length)}</strong></p>
    <ul>
      ${problems.map((problem) =>
        problem.field
          ? html`<li><a href="#${fieldId(problem.field, prefix)}">${problem.says}</a></li>`
          : html`<li>${problem.says}</li>`,
      )}
    </ul>
  </div>`;
}

/** Wrong or missing e-mail, in words; nothing when it may be one. */
export function emailProblem(text: string, locale: Locale): FieldProblem | undefined {
  const say = formWords(locale);
  if (text.trim() === '') return { field: 'email', says: say.emailMissing };
  const looksRight = /^[^\s@\p{C}]+@[^\s@\p{C}]+\.[^\s@\p{C}]+$/u.test(text.trim()); // what cannot be seen is no part of one
  return looksRight && text.trim().length <= 254 ? undefined : { field: 'email', says: say.emailWrong };
}
