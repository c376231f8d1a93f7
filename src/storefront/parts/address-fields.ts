import { addressForm, countries } from '#kernel/address.ts';
import type { Address, AddressField, FormField } from '#kernel/address.ts';
import { attributes, html } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import type { Locale } from '#kernel/context.ts';
import type { FieldProblem } from '../model.ts';
import { formWords } from '../words/forms.ts';
import { field, fieldId } from './form.ts';

export type AddressKind = 'shipping' | 'billing' | 'home';

export type AddressValues = Readonly<Record<string, string>>;

interface Asking {
  /** The names of the inputs begin with it, and so do their autocomplete tokens. */
  readonly kind: AddressKind;
  readonly country: string;
  readonly values: AddressValues;
  readonly problems: readonly FieldProblem[];
  /** Where the form is asked for again when the country changes, and what is swapped then. */
  readonly action: string;
  readonly target: string;
  readonly countryCodes?: readonly string[];
}

/** The postcode shares its row with what stands beside it in the country's order: the city, or else the region. */
function widthOf(field: AddressField, order: readonly AddressField[]): 'third' | 'two-thirds' | undefined {
  const at = order.indexOf('postcode');
  const beside = (['city', 'region'] as const).find(
    (name) => at >= 0 && Math.abs(order.indexOf(name) - at) === 1 && order.includes(name),
  );
  if (field === 'postcode') return beside ? 'third' : undefined;
  return field === beside ? 'two-thirds' : undefined;
}

/** The country first, because it decides what else is asked; then its fields in its own order. */
export function addressFields(asking: Asking, locale: Locale): Html {
  const say = formWords(locale);
  const name = `${asking.kind}.country`;
  const list = countries(locale).filter(
    ({ code }) =>
      !asking.countryCodes?.length || asking.countryCodes.includes(code) || code === asking.country,
  );
  const form = addressForm(asking.country, locale);
  const order = form.map((asked) => asked.field);
  return html`<div class="field">
      <label for="${fieldId(name)}">${say.country}</label>
      <select
        class="input"
        id="${fieldId(name)}"
        name="${name}"
        required
        autocomplete="${tokenOf(asking.kind, 'country')}"
        hx-post="${asking.action}"
        hx-trigger="change"
        hx-vals='{"step":"country"}'
        hx-target="${asking.target}"
        hx-select="${asking.target}"
        hx-validate="false"
      >
        ${list.map(
          ({ code, name: label }) =>
            html`<option value="${code}" ${attributes({ selected: code === asking.country })}>
              ${label}
            </option>`,
        )}
      </select>
    </div>
    <div class="without">
      <button class="button" type="submit" name="step" value="country" formnovalidate>
        ${say.showFields}
      </button>
    </div>
    ${form.map((asked) => oneField(asked, widthOf(asked.field, order), asking, locale))}`;
}

/** Source: HTML Standard, autofill detail tokens; an address book is neither shipping nor billing. */
const tokenOf = (kind: AddressKind, token: string): string => (kind === 'home' ? token : `${kind} ${token}`);

function oneField(
  asked: FormField,
  width: 'third' | 'two-thirds' | undefined,
  asking: Asking,
  locale: Locale,
): Html {
  const name = `${asking.kind}.${asked.field}`;
  return field(
    {
      name,
      label: asked.label,
      value: asking.values[name],
      type: asked.field === 'phone' ? 'tel' : 'text',
      required: asked.required,
      autocomplete: asked.field === 'phone' ? 'tel' : tokenOf(asking.kind, asked.autocomplete),
      inputMode: asked.inputMode,
      maxLength: asked.maxLength,
      options: asked.options ?? undefined,
      suggestions: asked.suggestions.map(({ label }) => label),
      ...(width ? { width } : {}),
    },
    asking.problems,
    locale,
  );
}

/** An address as the values of its inputs. */
export function addressValues(kind: AddressKind, address: Address | null | undefined): AddressValues {
  if (!address) return {};
  return Object.fromEntries(Object.entries(address).map(([field, text]) => [`${kind}.${field}`, text ?? '']));
}

/** The inputs of a kind as a typed address. */
export function typedAddress(kind: AddressKind, values: AddressValues): Readonly<Record<string, string>> {
  const start = `${kind}.`;
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(start))
      .map(([name, text]) => [name.slice(start.length), text]),
  );
}
