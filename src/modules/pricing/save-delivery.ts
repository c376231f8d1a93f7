import type { Context } from '#kernel/context.ts';
import type { DeliveryZone } from './delivery.ts';
import { settingsChanged } from './kept.ts';
import {
  deleteDeliveryMethod,
  deleteDeliveryZone,
  insertDeliveryMethod,
  insertDeliveryZone,
  selectZones,
  updateDeliveryMethod,
  updateDeliveryZone,
} from './queries-delivery.ts';
import type { MethodValues, ZoneValues } from './queries-delivery.ts';
import { refuse } from './refuse.ts';
import type { DeliveryMethodId, DeliveryZoneId } from './tables.ts';
import { countryCodes } from './tax-places.ts';

const note = (
  ctx: Context,
  action: string,
  table: 'delivery_zone' | 'delivery_method',
  id: string,
  name?: string,
): void => {
  settingsChanged(ctx);
  ctx.audit({
    action: `pricing.${action}`,
    on: { table: `pricing.${table}`, id },
    ...(name !== undefined && { details: { name } }),
  });
};

function checkZone(zone: ZoneValues): void {
  if (!zone.countries.every((code) => countryCodes.has(code)))
    throw refuse.unknownCountry({ field: 'countries' });
}

function checkMethod({ tariff }: MethodValues): void {
  if (tariff.basis === 'flat') return;
  const rising = tariff.bands.every(
    ({ upTo }, index) => index === 0 || upTo > (tariff.bands[index - 1]?.upTo ?? 0n),
  );
  if (tariff.bands.length === 0 || !rising) throw refuse.badBands({ field: 'tariff' });
}

/** Every part of the world the shop delivers to, with the ways to it. */
export const listDelivery = (ctx: Context): Promise<DeliveryZone[]> => selectZones(ctx);

/** Adds a part of the world to deliver to. Refuses: pricing.unknownCountry. */
export async function createDeliveryZone(ctx: Context, zone: ZoneValues): Promise<DeliveryZoneId> {
  checkZone(zone);
  const id = await insertDeliveryZone(ctx, zone);
  note(ctx, 'deliveryZoneCreated', 'delivery_zone', id, zone.name);
  return id;
}

/** Changes a part of the world. Refuses: pricing.changedMeanwhile, pricing.unknownCountry. */
export async function changeDeliveryZone(
  ctx: Context,
  id: DeliveryZoneId,
  zone: ZoneValues,
  version: number,
): Promise<void> {
  checkZone(zone);
  if (!(await updateDeliveryZone(ctx, id, zone, version))) throw refuse.changedMeanwhile();
  note(ctx, 'deliveryZoneChanged', 'delivery_zone', id, zone.name);
}

/** Stops delivering to a part of the world; its ways of delivery go with it. Refuses: pricing.changedMeanwhile. */
export async function removeDeliveryZone(ctx: Context, id: DeliveryZoneId, version: number): Promise<void> {
  if (!(await deleteDeliveryZone(ctx, id, version))) throw refuse.changedMeanwhile();
  note(ctx, 'deliveryZoneRemoved', 'delivery_zone', id);
}

/** Adds a way of delivery to a part of the world. Refuses: pricing.unknownZone, pricing.badBands. */
export async function createDeliveryMethod(
  ctx: Context,
  zoneId: DeliveryZoneId,
  method: MethodValues,
): Promise<DeliveryMethodId> {
  checkMethod(method);
  if (!(await selectZones(ctx)).some(({ id }) => id === zoneId)) throw refuse.unknownZone();
  const id = await insertDeliveryMethod(ctx, zoneId, method);
  note(ctx, 'deliveryMethodCreated', 'delivery_method', id, method.name);
  return id;
}

/** Changes a way of delivery; orders keep what they were placed with. Refuses: pricing.changedMeanwhile, pricing.badBands. */
export async function changeDeliveryMethod(
  ctx: Context,
  id: DeliveryMethodId,
  method: MethodValues,
  version: number,
): Promise<void> {
  checkMethod(method);
  if (!(await updateDeliveryMethod(ctx, id, method, version))) throw refuse.changedMeanwhile();
  note(ctx, 'deliveryMethodChanged', 'delivery_method', id, method.name);
}

/** Takes a way of delivery away. Refuses: pricing.changedMeanwhile. */
export async function removeDeliveryMethod(
  ctx: Context,
  id: DeliveryMethodId,
  version: number,
): Promise<void> {
  if (!(await deleteDeliveryMethod(ctx, id, version))) throw refuse.changedMeanwhile();
  note(ctx, 'deliveryMethodRemoved', 'delivery_method', id);
}
