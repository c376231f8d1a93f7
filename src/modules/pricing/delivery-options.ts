import { countryName } from '#kernel/address.ts';
import type { Context } from '#kernel/context.ts';
import { optionsFor } from './delivery.ts';
import type { DeliveryOption, DeliveryQuestion } from './delivery.ts';
import { kept } from './kept.ts';
import { selectZones } from './queries-delivery.ts';
import { refuse } from './refuse.ts';

/**
 * The ways in which a basket can get to an address, with what each costs; a change of the shop's is seen within a second.
 *
 * Units: minor units; days from order to door. Shape: empty when the shop does not deliver there.
 */
export async function deliveryOptions(ctx: Context, asked: DeliveryQuestion): Promise<DeliveryOption[]> {
  const { country } = asked;
  const zones = await kept(ctx, `delivery ${country}`, () => selectZones(ctx, country));
  return optionsFor(zones, asked);
}

/** What one chosen way costs now, asked again before money is taken. Refuses: pricing.deliveryNotOffered. */
export async function quoteDelivery(
  ctx: Context,
  optionId: string,
  asked: DeliveryQuestion,
): Promise<DeliveryOption> {
  const zones = await selectZones(ctx, asked.country);
  const option = optionsFor(zones, asked).find(({ id }) => id === optionId);
  if (!option) throw refuse.deliveryNotOffered({ field: 'optionId' });
  return option;
}

/** The countries to which the shop delivers, in the order of the reader's alphabet. */
export async function deliveryCountries(ctx: Context): Promise<{ code: string; name: string }[]> {
  const zones = await selectZones(ctx);
  const served = zones.filter(({ methods }) => methods.some(({ active }) => active));
  return [...new Set(served.flatMap(({ countries }) => countries))]
    .map((code) => ({ code, name: countryName(code, ctx.locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, ctx.locale));
}
