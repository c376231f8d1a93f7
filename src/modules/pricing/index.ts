import type { Http } from '#kernel/http.ts';
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { pricesProver } from './prove-prices.ts';
import { addressRoutes } from './routes-address.ts';
import { deliveryRoutes } from './routes-delivery.ts';
import { priceRoutes } from './routes-prices.ts';
import { taxRoutes } from './routes-tax.ts';
import { tables } from './tables.ts';

function routes(http: Http): void {
  priceRoutes(http);
  taxRoutes(http);
  deliveryRoutes(http);
  addressRoutes(http);
}

/**
 * What things cost: prices and their history, the tax on them, and the way to the door. Amounts are read here by
 * everyone who takes money, never brought along by a caller.
 */
export const pricingModule: Module = {
  name: 'pricing',
  tables,
  facts,
  jobs,
  provers: [pricesProver],
  routes,
};

export { facts as pricingFacts } from './facts.ts';
export type { DeliveryOption, DeliveryQuestion } from './delivery.ts';
export { deliveryCountries, deliveryOptions, quoteDelivery } from './delivery-options.ts';
export { aDeliveryMethod, aPrice } from './makers.ts';
export type { PriceWish } from './price.ts';
export { pricesOf } from './prices-of.ts';
export type { PriceNow } from './queries.ts';
export { seedDelivery } from './seed-delivery.ts';
export { setPrices } from './set-prices.ts';
export { splitTax, taxClasses, taxClassOf } from './tax.ts';
export type { TaxClass } from './tax.ts';
export { taxLines } from './tax-lines.ts';
export type { TaxLine, TaxQuestion } from './tax-lines.ts';
