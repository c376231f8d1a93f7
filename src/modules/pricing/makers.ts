import type { Context } from '#kernel/context.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { settingsChanged } from './kept.ts';
import { insertDeliveryMethod, insertDeliveryZone } from './queries-delivery.ts';
import type { MethodValues } from './queries-delivery.ts';
import { setPrices } from './set-prices.ts';
import type { DeliveryMethodId } from './tables.ts';

/** A price for tests: 19.90 in the shop's currency from now on, unless told otherwise. */
export async function aPrice(
  ctx: Context,
  offerId: OfferId,
  wish: {
    amountMinor?: bigint;
    compareAtMinor?: bigint;
    validFrom?: Date;
    validTo?: Date;
    currency?: string;
  } = {},
): Promise<void> {
  await setPrices(ctx, [{ offerId, currency: ctx.tenant.currency, amountMinor: 1990n, ...wish }]);
}

/** A way of delivery for tests: 4.90 flat within the shop's country, unless told otherwise. */
export async function aDeliveryMethod(
  ctx: Context,
  method: Partial<MethodValues> & { countries?: string[]; postcodes?: string[] } = {},
): Promise<DeliveryMethodId> {
  const { countries = [ctx.tenant.country], postcodes = [], ...values } = method;
  settingsChanged(ctx);
  const zoneId = await insertDeliveryZone(ctx, { name: 'Here', countries, postcodes, position: 0 });
  return insertDeliveryMethod(ctx, zoneId, {
    name: 'Parcel',
    tariff: { basis: 'flat', priceMinor: 490n },
    currency: ctx.tenant.currency,
    freeFromMinor: null,
    minDays: 2,
    maxDays: 4,
    taxClass: 'standard',
    active: true,
    position: 0,
    ...values,
  });
}
