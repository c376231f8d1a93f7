import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { DeliveryMethod, DeliveryZone, Tariff } from './delivery.ts';
import type { DeliveryMethodId, DeliveryZoneId, PricingRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PricingRows> => ctx.tx;

interface StoredMethod extends Omit<DeliveryMethod, 'tariff' | 'freeFromMinor'> {
  readonly basis: 'flat' | 'weight' | 'total';
  readonly priceMinor: string;
  readonly bandUpTo: readonly string[];
  readonly bandPriceMinor: readonly string[];
  readonly freeFromMinor: string | null;
}

function methodOf(row: StoredMethod): DeliveryMethod {
  const { basis, priceMinor, bandUpTo, bandPriceMinor, freeFromMinor, ...rest } = row;
  const tariff: Tariff =
    basis === 'flat'
      ? { basis, priceMinor: BigInt(priceMinor) }
      : {
          basis,
          bands: bandUpTo.map((upTo, index) => ({
            upTo: BigInt(upTo),
            priceMinor: BigInt(bandPriceMinor[index] ?? '0'),
          })),
        };
  return { ...rest, tariff, freeFromMinor: freeFromMinor === null ? null : BigInt(freeFromMinor) };
}

/** Zones with their methods in one statement; of one country, or all. */
export async function selectZones(ctx: Context, country?: string): Promise<DeliveryZone[]> {
  const tenant = ctx.tenant.id;
  const found = await rowsOf<Omit<DeliveryZone, 'methods'> & { methods: StoredMethod[] }>(ctx)`
    select z.id, z.name, z.countries, z.postcodes, z.position, z.version, coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', m.id, 'zoneId', m.zone_id, 'name', m.name, 'basis', m.basis, 'currency', m.currency,
        'priceMinor', m.price_minor::text, 'bandUpTo', m.band_up_to::text[], 'bandPriceMinor', m.band_price_minor::text[],
        'freeFromMinor', m.free_from_minor::text, 'minDays', m.min_days, 'maxDays', m.max_days, 'taxClass', m.tax_class,
        'active', m.active, 'position', m.position, 'version', m.version) order by m.position, m.price_minor, m.id)
      from pricing.delivery_method m where m.tenant_id = ${tenant} and m.zone_id = z.id), '[]') as methods
    from pricing.delivery_zone z
    where z.tenant_id = ${tenant} and (${country ?? null}::text is null or z.countries @> array[${country ?? null}::text])
    order by z.position, z.id`;
  return found.map((zone) => ({ ...zone, methods: zone.methods.map(methodOf) }));
}

export type ZoneValues = Pick<DeliveryZone, 'name' | 'countries' | 'postcodes' | 'position'>;
const zoneRow = ({ name, countries, postcodes, position }: ZoneValues) => ({
  name,
  countries: [...countries],
  postcodes: [...postcodes],
  position,
});

export async function insertDeliveryZone(ctx: Context, zone: ZoneValues): Promise<DeliveryZoneId> {
  const id = newId<DeliveryZoneId>();
  await rows(ctx)
    .insertInto('pricing.delivery_zone')
    .values({ id, ...zoneRow(zone), version: 1, createdAt: ctx.now })
    .execute();
  return id;
}

/** Shape: false when it is gone or has another version. */
export async function updateDeliveryZone(
  ctx: Context,
  id: DeliveryZoneId,
  zone: ZoneValues,
  version: number,
): Promise<boolean> {
  const row = await rows(ctx)
    .updateTable('pricing.delivery_zone')
    .set({ ...zoneRow(zone), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteDeliveryZone(
  ctx: Context,
  id: DeliveryZoneId,
  version: number,
): Promise<boolean> {
  const row = await rows(ctx)
    .deleteFrom('pricing.delivery_zone')
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export type MethodValues = Omit<DeliveryMethod, 'id' | 'zoneId' | 'version'>;
function methodRow({ tariff, ...rest }: MethodValues) {
  const bands = tariff.basis === 'flat' ? [] : tariff.bands;
  return {
    ...rest,
    basis: tariff.basis,
    priceMinor: tariff.basis === 'flat' ? tariff.priceMinor : 0n,
    bandUpTo: bands.map(({ upTo }) => upTo),
    bandPriceMinor: bands.map(({ priceMinor }) => priceMinor),
  };
}

export async function insertDeliveryMethod(
  ctx: Context,
  zoneId: DeliveryZoneId,
  method: MethodValues,
): Promise<DeliveryMethodId> {
  const id = newId<DeliveryMethodId>();
  await rows(ctx)
    .insertInto('pricing.delivery_method')
    .values({ id, zoneId, ...methodRow(method), version: 1, createdAt: ctx.now })
    .execute();
  return id;
}

export async function updateDeliveryMethod(
  ctx: Context,
  id: DeliveryMethodId,
  method: MethodValues,
  version: number,
): Promise<boolean> {
  const row = await rows(ctx)
    .updateTable('pricing.delivery_method')
    .set({ ...methodRow(method), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteDeliveryMethod(
  ctx: Context,
  id: DeliveryMethodId,
  version: number,
): Promise<boolean> {
  const row = await rows(ctx)
    .deleteFrom('pricing.delivery_method')
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
