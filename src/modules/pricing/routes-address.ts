import { Type } from 'typebox';
import { addressForm } from '#kernel/address.ts';
import { CountryCode, Nullable, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { deliveryCountries } from './delivery-options.ts';

const OptionShape = Shape({ value: Type.String(), label: Type.String() });
const FieldShape = Shape({
  field: Type.String(),
  label: Type.String(),
  required: Type.Boolean(),
  autocomplete: Type.String(),
  maxLength: Type.Integer(),
  example: Nullable(Type.String()),
  options: Nullable(Type.Array(OptionShape)),
  suggestions: Type.Array(OptionShape),
  inputMode: Type.String(),
});

const open = { audience: 'public', purpose: 'browse' } as const;

export function addressRoutes(http: Http): void {
  http.get(
    '/api/store/countries',
    {
      config: { ...open, says: 'Lists the countries to which the shop delivers.' },
      schema: {
        response: { 200: Shape({ items: Type.Array(Shape({ code: CountryCode, name: Type.String() })) }) },
      },
    },
    async (request) => ({ items: await request.work(deliveryCountries) }),
  );

  http.get(
    '/api/store/address-forms/:country',
    {
      config: {
        ...open,
        says: 'Shows which fields an address in a country has, in its order and with its words.',
      },
      schema: {
        params: Shape({ country: CountryCode }),
        response: { 200: Shape({ fields: Type.Array(FieldShape) }) },
      },
    },
    (request) => ({
      fields: addressForm(request.params.country, request.locale).map(
        ({ options, suggestions, ...field }) => ({
          ...field,
          options: options && [...options],
          suggestions: [...suggestions],
        }),
      ),
    }),
  );
}
