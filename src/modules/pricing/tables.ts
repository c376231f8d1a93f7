import type { OfferId } from '#modules/catalog/index.ts';
import type { Id, TenantId } from '#kernel/ids.ts';
import { plain, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';

export type PriceId = Id<'price'>;
export type TaxRateId = Id<'taxRate'>;
export type DeliveryZoneId = Id<'deliveryZone'>;
export type DeliveryMethodId = Id<'deliveryMethod'>;

const tenantId = plain<TenantId>('tenant key');
const asked = 'what the shop asks for its goods; about no person';
const law = 'tax law as the shop applies it; about no person';
const post = 'what delivery costs and how long it takes; about no person';
const order = plain<number>('order in lists');
const version = plain<number>('for If-Match');
const made = plain<Date>('when it was made');

const price = table('pricing.price', {
  tenantId,
  id: plain<PriceId>('random key'),
  offerId: plain<OfferId>('random key'),
  currency: plain<string>(asked),
  market: plain<string>(asked),
  priceList: plain<string>(asked),
  minQuantity: plain<number>(asked),
  layer: plain<'lasting' | 'temporary'>(asked),
  amountMinor: plain<bigint>(asked),
  compareAtMinor: plain<bigint | null>(asked),
  valid: plain<string>('when the price holds'),
  createdAt: made,
});

const priceHistory = table('pricing.price_history', {
  tenantId,
  id: plain<Id<'priceHistory'>>('random key'),
  offerId: plain<OfferId>('random key'),
  currency: plain<string>(asked),
  amountMinor: plain<bigint>(asked),
  compareAtMinor: plain<bigint | null>(asked),
  effectiveAt: plain<Date>('since when the shop asked it'),
});

const priceTurn = table('pricing.price_turn', {
  tenantId,
  offerId: plain<OfferId>('random key'),
  currency: plain<string>(asked),
  turnsAt: plain<Date>('when the price changes by itself'),
});

const taxZone = table('pricing.tax_zone', {
  tenantId,
  code: plain<string>(law),
  country: plain<string>(law),
  name: plain<string>(law),
  postcodes: plain<string[]>('patterns of postcodes of a place, nobody’s own'),
  createdAt: made,
});

const taxRate = table('pricing.tax_rate', {
  tenantId,
  id: plain<TaxRateId>('random key'),
  zoneCode: plain<string>(law),
  taxClass: plain<string>(law),
  rateBp: plain<number>(law),
  label: plain<string | null>(law),
  valid: plain<string>('from when to when the rate holds'),
  createdAt: made,
});

const taxSetting = table('pricing.tax_setting', {
  tenantId,
  crossBorder: plain<'destination' | 'origin'>(law),
  registeredIn: plain<string[]>('countries in which the shop collects tax'),
  version,
});

const deliveryZone = table('pricing.delivery_zone', {
  tenantId,
  id: plain<DeliveryZoneId>('random key'),
  name: plain<string>('public name of a part of the world'),
  countries: plain<string[]>(post),
  postcodes: plain<string[]>('patterns of postcodes of a place, nobody’s own'),
  position: order,
  version,
  createdAt: made,
});

const deliveryMethod = table('pricing.delivery_method', {
  tenantId,
  id: plain<DeliveryMethodId>('random key'),
  zoneId: plain<DeliveryZoneId>('random key'),
  name: plain<string>('public name of a way of delivery'),
  basis: plain<'flat' | 'weight' | 'total'>(post),
  currency: plain<string>(post),
  priceMinor: plain<bigint>(post),
  bandUpTo: plain<bigint[]>(post),
  bandPriceMinor: plain<bigint[]>(post),
  freeFromMinor: plain<bigint | null>(post),
  minDays: plain<number>(post),
  maxDays: plain<number>(post),
  taxClass: plain<string>(law),
  active: plain<boolean>(post),
  position: order,
  version,
  createdAt: made,
});

export const tables = {
  price,
  priceHistory,
  priceTurn,
  taxZone,
  taxRate,
  taxSetting,
  deliveryZone,
  deliveryMethod,
};
export type PricingRows = Rows<typeof tables>;
