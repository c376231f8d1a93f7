import { Type } from 'typebox';
import { CountryCode, expectedVersion, Nullable, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { postcodePattern } from './postcode-pattern.ts';
import { setTaxRate } from './set-tax-rate.ts';
import { createTaxPlace, getTaxSettings, listTaxPlaces, saveTaxSettings } from './tax-places.ts';
import { ClassShape } from './shapes.ts';

const Day = Type.String({ format: 'date' });
const ZoneCode = Type.String({ pattern: '^[A-Z]{2}(-[a-z0-9-]{1,40})?$' });
const RateBp = Type.Integer({ minimum: 0, maximum: 10_000 });

const OwnRateShape = Shape({
  id: Type.String(),
  taxClass: Type.String(),
  rateBp: RateBp,
  label: Nullable(Type.String()),
  from: Type.String(),
  to: Nullable(Type.String()),
});
const PlaceShape = Shape({
  zone: Type.String(),
  name: Type.String(),
  origin: Type.Union([Type.Literal('shipped'), Type.Literal('own')]),
  shipped: Type.Array(Shape({ taxClass: ClassShape, rateBp: RateBp })),
  own: Type.Array(OwnRateShape),
});
const PlacesShape = Shape({ version: Type.String(), items: Type.Array(PlaceShape) });
const settings = {
  crossBorder: Type.Union([Type.Literal('destination'), Type.Literal('origin')]),
  registeredIn: Type.Array(CountryCode, { maxItems: 100 }),
};
const SettingsShape = Shape({ ...settings, version: Type.Integer() });

const read = { audience: { staff: 'settings.read' }, purpose: 'administer' } as const;
const write = { audience: { staff: 'settings.write' }, purpose: 'administer' } as const;

export function taxRoutes(http: Http): void {
  http.get(
    '/api/admin/tax-rates',
    {
      config: { ...read, says: 'Shows the tax rates we ship and the shop’s own over them.' },
      schema: { response: { 200: PlacesShape } },
    },
    async (request) => presentPlaces(await request.work(listTaxPlaces)),
  );

  http.post(
    '/api/admin/tax-rates',
    {
      config: {
        ...write,
        says: 'Sets the shop’s own tax rate from a day on; what held before stays as it was.',
      },
      schema: {
        body: Shape({
          zone: ZoneCode,
          taxClass: ClassShape,
          rateBp: Nullable(RateBp),
          label: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 30 }))),
          from: Day,
        }),
        response: { 201: PlacesShape },
      },
    },
    async (request, reply) => {
      const { label = null, ...change } = request.body;
      const places = await request.work(async (ctx) => {
        await setTaxRate(ctx, { ...change, label });
        return listTaxPlaces(ctx);
      });
      return reply.code(201).send(presentPlaces(places));
    },
  );

  http.post(
    '/api/admin/tax-places',
    {
      config: { ...write, says: 'Adds a part of a country, by postcodes, that is taxed in its own way.' },
      schema: {
        body: Shape({
          code: ZoneCode,
          country: CountryCode,
          name: Type.String({ minLength: 1, maxLength: 80 }),
          postcodes: Type.Array(Type.String({ pattern: postcodePattern }), { minItems: 1, maxItems: 200 }),
        }),
        response: { 201: PlacesShape },
      },
    },
    async (request, reply) => {
      const places = await request.work(async (ctx) => {
        await createTaxPlace(ctx, request.body);
        return listTaxPlaces(ctx);
      });
      return reply.code(201).send(presentPlaces(places));
    },
  );

  http.get(
    '/api/admin/tax-settings',
    {
      config: { ...read, says: 'Shows where the shop collects tax.' },
      schema: { response: { 200: SettingsShape } },
    },
    async (request, reply) => {
      const found = await request.work(getTaxSettings);
      return reply.header('etag', `"${found.version}"`).send(found);
    },
  );

  http.put(
    '/api/admin/tax-settings',
    {
      config: {
        ...write,
        says: 'Says in which countries the shop collects tax, and at whose rates within the EU.',
      },
      schema: { body: Shape(settings), response: { 200: SettingsShape } },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const saved = await request.work((ctx) => saveTaxSettings(ctx, { ...request.body, version }));
      return reply.header('etag', `"${saved.version}"`).send(saved);
    },
  );
}

type Places = Awaited<ReturnType<typeof listTaxPlaces>>;

const presentPlaces = ({ version, items }: Places) => ({
  version,
  items: items.map(({ shipped, own, ...place }) => ({
    ...place,
    shipped: [...shipped],
    own: own.map(({ id, taxClass, rateBp, label, from, to }) => ({ id, taxClass, rateBp, label, from, to })),
  })),
});
