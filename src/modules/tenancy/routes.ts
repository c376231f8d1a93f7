import { Type } from 'typebox';
import { CountryCode, CurrencyCode, Nullable, Shape, expectedVersion } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { getShop, saveShop } from './save-shop.ts';

const line = (maxLength: number) => Type.String({ maxLength });
const changeable = {
  name: Type.String({ minLength: 1, maxLength: 80 }),
  tagline: line(160),
  locale: Type.Union([Type.Literal('en'), Type.Literal('de')]),
  country: CountryCode,
  pricesIncludeTax: Type.Boolean(),
  accentHue: Type.Integer({ minimum: 0, maximum: 359 }),
  legalName: line(160),
  legalAddress: line(400),
  legalCountry: CountryCode,
  vatId: Nullable(line(30)),
  registration: Nullable(line(80)),
  contactEmail: Type.Union([Type.Literal(''), Type.String({ format: 'email', maxLength: 254 })]),
  contactPhone: Nullable(line(40)),
  mailFrom: Type.String({ format: 'email', maxLength: 254 }),
  bankHolder: Nullable(line(70)),
  bankIban: Nullable(Type.String({ pattern: '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$' })),
  bankBic: Nullable(Type.String({ pattern: '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$' })),
};
const ShopSettings = Shape({ version: Type.Integer(), currency: CurrencyCode, ...changeable });
const PublicShop = Shape({
  name: Type.String(),
  tagline: Type.String(),
  currency: CurrencyCode,
  locale: Type.String(),
  country: CountryCode,
  pricesIncludeTax: Type.Boolean(),
  accentHue: Type.Integer(),
  demo: Type.Boolean(),
  profile: Type.String(),
});

export function routes(http: Http): void {
  http.get(
    '/api/store/shop',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        says: 'What this shop is called, sells in and looks like.',
      },
      schema: { response: { 200: PublicShop } },
    },
    async (request) => {
      const { tagline } = await request.work(getShop);
      const { name, currency, locale, country, pricesIncludeTax, accentHue, demo, profile } = request.tenant;
      return { name, tagline, currency, locale, country, pricesIncludeTax, accentHue, demo, profile };
    },
  );

  http.get(
    '/api/admin/shop',
    {
      config: {
        audience: { staff: 'settings.read' },
        purpose: 'administer',
        says: 'How the shop is set up.',
      },
      schema: { response: { 200: ShopSettings } },
    },
    async (request, reply) => {
      const shop = await request.work(getShop);
      return reply.header('etag', `"${shop.version}"`).send(shop);
    },
  );

  http.patch(
    '/api/admin/shop',
    {
      config: {
        audience: { staff: 'settings.write' },
        purpose: 'administer',
        says: 'Changes the shop and its legal entity; the currency stays.',
      },
      schema: {
        body: Type.Partial(Shape(changeable), { additionalProperties: false }),
        response: { 200: ShopSettings },
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const shop = await request.work((ctx) => saveShop(ctx, request.body, version));
      return reply.header('etag', `"${shop.version}"`).send(shop);
    },
  );
}
