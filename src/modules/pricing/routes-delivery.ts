import { Type } from 'typebox';
import type { Static } from 'typebox';
import { CountryCode, CurrencyCode, expectedVersion, IdText, Nullable, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { DeliveryMethod, DeliveryZone } from './delivery.ts';
import { postcodePattern } from './postcode-pattern.ts';
import type { MethodValues } from './queries-delivery.ts';
import {
  changeDeliveryMethod,
  changeDeliveryZone,
  createDeliveryMethod,
  createDeliveryZone,
  listDelivery,
  removeDeliveryMethod,
  removeDeliveryZone,
} from './save-delivery.ts';
import type { DeliveryMethodId, DeliveryZoneId } from './tables.ts';
import { ClassShape } from './shapes.ts';

const Minor = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Position = Type.Integer({ minimum: 0, maximum: 10_000 });
const Days = Type.Integer({ minimum: 0, maximum: 365 });
const Name = Type.String({ minLength: 1, maxLength: 80 });
const Band = Shape({ upTo: Minor, priceMinor: Minor });

const TariffShape = Type.Union([
  Shape({ basis: Type.Literal('flat'), priceMinor: Minor }),
  Shape({
    basis: Type.Union([Type.Literal('weight'), Type.Literal('total')]),
    bands: Type.Array(Band, { minItems: 1, maxItems: 50 }),
  }),
]);
const method = {
  name: Name,
  tariff: TariffShape,
  currency: CurrencyCode,
  freeFromMinor: Nullable(Minor),
  minDays: Days,
  maxDays: Days,
  taxClass: ClassShape,
  active: Type.Boolean(),
  position: Position,
};
const MethodInput = Shape(method);
const MethodShape = Shape({ ...method, taxClass: Type.String(), id: IdText, version: Type.Integer() });
const zone = {
  name: Name,
  countries: Type.Array(CountryCode, { minItems: 1, maxItems: 260, uniqueItems: true }),
  postcodes: Type.Array(Type.String({ pattern: postcodePattern }), { maxItems: 200 }),
  position: Position,
};
const ZoneInput = Shape(zone);
const ZonesShape = Shape({
  items: Type.Array(
    Shape({ ...zone, id: IdText, version: Type.Integer(), methods: Type.Array(MethodShape) }),
  ),
});
const Path = Shape({ id: IdText });
const Made = Shape({ id: IdText });

const read = { audience: { staff: 'settings.read' }, purpose: 'administer' } as const;
const write = { audience: { staff: 'settings.write' }, purpose: 'administer' } as const;

function readMethod({ tariff, freeFromMinor, ...rest }: Static<typeof MethodInput>): MethodValues {
  return {
    ...rest,
    maxDays: Math.max(rest.minDays, rest.maxDays),
    freeFromMinor: freeFromMinor === null ? null : BigInt(freeFromMinor),
    tariff:
      tariff.basis === 'flat'
        ? { basis: 'flat', priceMinor: BigInt(tariff.priceMinor) }
        : {
            basis: tariff.basis,
            bands: tariff.bands.map(({ upTo, priceMinor }) => ({
              upTo: BigInt(upTo),
              priceMinor: BigInt(priceMinor),
            })),
          },
  };
}

function presentMethod(row: DeliveryMethod): Static<typeof MethodShape> {
  const { id, version, name, currency, minDays, maxDays, taxClass, active, position, tariff, freeFromMinor } =
    row;
  return {
    id,
    version,
    name,
    currency,
    minDays,
    maxDays,
    taxClass,
    active,
    position,
    freeFromMinor: freeFromMinor === null ? null : Number(freeFromMinor),
    tariff:
      tariff.basis === 'flat'
        ? { basis: 'flat', priceMinor: Number(tariff.priceMinor) }
        : {
            basis: tariff.basis,
            bands: tariff.bands.map(({ upTo, priceMinor }) => ({
              upTo: Number(upTo),
              priceMinor: Number(priceMinor),
            })),
          },
  };
}

const presentZone = ({ methods, countries, postcodes, ...rest }: DeliveryZone) => ({
  ...rest,
  countries: [...countries],
  postcodes: [...postcodes],
  methods: methods.map(presentMethod),
});

export function deliveryRoutes(http: Http): void {
  http.get(
    '/api/admin/delivery-zones',
    {
      config: { ...read, says: 'Shows where the shop delivers, in which ways, and what they cost.' },
      schema: { response: { 200: ZonesShape } },
    },
    async (request) => ({ items: (await request.work(listDelivery)).map(presentZone) }),
  );

  http.post(
    '/api/admin/delivery-zones',
    {
      config: { ...write, says: 'Adds a part of the world to deliver to.' },
      schema: { body: ZoneInput, response: { 201: Made } },
    },
    async (request, reply) => {
      const id = await request.work((ctx) => createDeliveryZone(ctx, request.body));
      return reply.code(201).send({ id });
    },
  );

  http.put(
    '/api/admin/delivery-zones/:id',
    {
      config: { ...write, says: 'Changes a part of the world to deliver to.' },
      schema: { params: Path, body: ZoneInput, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const id = asId<DeliveryZoneId>(request.params.id);
      const version = expectedVersion(request);
      await request.work((ctx) => changeDeliveryZone(ctx, id, request.body, version));
      return reply.code(204).send(null);
    },
  );

  http.delete(
    '/api/admin/delivery-zones/:id',
    {
      config: { ...write, says: 'Stops delivering to a part of the world.' },
      schema: { params: Path, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      await request.work((ctx) => removeDeliveryZone(ctx, asId<DeliveryZoneId>(request.params.id), version));
      return reply.code(204).send(null);
    },
  );

  http.post(
    '/api/admin/delivery-zones/:id/methods',
    {
      config: { ...write, says: 'Adds a way of delivery.' },
      schema: { params: Path, body: MethodInput, response: { 201: Made } },
    },
    async (request, reply) => {
      const zoneId = asId<DeliveryZoneId>(request.params.id);
      const id = await request.work((ctx) => createDeliveryMethod(ctx, zoneId, readMethod(request.body)));
      return reply.code(201).send({ id });
    },
  );

  http.put(
    '/api/admin/delivery-methods/:id',
    {
      config: { ...write, says: 'Changes a way of delivery; placed orders keep what they had.' },
      schema: { params: Path, body: MethodInput, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const id = asId<DeliveryMethodId>(request.params.id);
      const version = expectedVersion(request);
      await request.work((ctx) => changeDeliveryMethod(ctx, id, readMethod(request.body), version));
      return reply.code(204).send(null);
    },
  );

  http.delete(
    '/api/admin/delivery-methods/:id',
    {
      config: { ...write, says: 'Takes a way of delivery away.' },
      schema: { params: Path, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      await request.work((ctx) =>
        removeDeliveryMethod(ctx, asId<DeliveryMethodId>(request.params.id), version),
      );
      return reply.code(204).send(null);
    },
  );
}
