import { addressForm, countries } from '#kernel/address.ts';
import type { Address, AddressField, FormField } from '#kernel/address.ts';
import { attributes, html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { FieldProblem } from '../model.ts';
import { formWords } from '../words/forms.ts';
import { field, fieldId } from './form.ts';

export type AddressValues = Readonly<Record<string, string>>;

interface Asking {
  /** `shipping` or `billing`: the names of the inputs begin with it, and so do their autocomplete tokens. */
  readonly kind: 'shipping' | 'billing';
  readonly country: string;
  readonly values: AddressValues;
  readonly problems: readonly FieldProblem[];
  /** Where the form is asked for again when the country changes, and what is swapped then. */
  readonly action: string;
  readonly target: string;
  readonly countryCodes?: readonly string[];
}

const halves: ReadonlySet<AddressField> = new Set(['region', 'phone']);

/** The country first, because it decides what else is asked; then its fields in its own order. */
export function addressFields(asking: Asking, locale: Locale): Html {
  const say = formWords(locale);
  const name = `${asking.kind}.country`;
  const list = countries(locale).filter(({ code }) => asking.countryCodes?.includes(code) ?? true);
  return html`<div class="field"><label for="${fieldId(name)}">${say.country}</label>
<select class="input" id="${fieldId(name)}" name="${name}" required autocomplete="${asking.kind} country" hx-post="${asking.action}" hx-trigger="change" hx-vals='{"step":"country"}' hx-target="${asking.target}" hx-select="${asking.target}" hx-validate="false">${list.map(
    ({ code, name: label }) => html`<option value="${code}"${attributes({ selected: code === asking.country })}>${label}</option>`,
  )}</select></div>
<div class="without"><button class="button" type="submit" name="step" value="country" formnovalidate>${say.showFields}</button></div>
${addressForm(asking.country, locale).map((asked) => oneField(asked, asking, locale))}`;
}

function oneField(asked: FormField, asking: Asking, locale: Locale): Html {
  const name = `${asking.kind}.${asked.field}`;
  const token = asked.field === 'phone' ? 'tel' : `${asking.kind} ${asked.autocomplete}`;
  return field(
    {
      name,
      label: asked.label,
      value: asking.values[name],
      type: asked.field === 'phone' ? 'tel' : 'text',
      required: asked.required,
      autocomplete: token,
      inputMode: asked.inputMode,
      maxLength: asked.maxLength,
      options: asked.options ?? undefined,
      suggestions: asked.suggestions.map(({ label }) => label),
      ...(asked.field === 'postcode' ? { width: 'third' as const } : {}),
      ...(asked.field === 'city' ? { width: 'two-thirds' as const } : {}),
      ...(halves.has(asked.field) ? { width: 'half' as const } : {}),
    },
    asking.problems,
    locale,
  );
}

/** An address as the values of its inputs. */
export function addressValues(kind: 'shipping' | 'billing', address: Address | null | undefined): AddressValues {
  if (!address) return {};
  return Object.fromEntries(Object.entries(address).map(([field, text]) => [`${kind}.${field}`, text ?? '']));
}

/** The inputs of a kind as a typed address. */
export function typedAddress(kind: 'shipping' | 'billing', values: AddressValues): Readonly<Record<string, string>> {
  const start = `${kind}.`;
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(start))
      .map(([name, text]) => [name.slice(start.length), text]),
  );
}
