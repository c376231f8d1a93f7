import { declareUnderWay } from '#kernel/erasure.ts';
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { checkoutProver } from './prove-checkout.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';
import { cartsUnderWay, draftsUnderWay } from './under-way.ts';

declareUnderWay(cartsUnderWay);
declareUnderWay(draftsUnderWay);

/**
 * From basket to order: carts at today's prices, whom they are for, how they get there, and the button that holds the
 * goods, asks for the money and places the order, whatever dies on the way.
 */
export const checkoutModule: Module = {
  name: 'checkout',
  tables,
  facts,
  reactions,
  jobs,
  provers: [checkoutProver],
  routes,
};

export type { Attempt } from './attempt.ts';
export type { CartId, CartLineId } from './cart.ts';
export { addLine, changeLine } from './change-lines.ts';
export { choosePayment, paymentOptions } from './choose-payment.ts';
export { chooseShipping, shippingOptions } from './choose-shipping.ts';
export { complete } from './complete.ts';
export type { Completion } from './complete.ts';
export { facts as checkoutFacts } from './facts.ts';
export { finaliseAttempt } from './finalise-attempt.ts';
export { cartUnderWay, getCart } from './get-cart.ts';
export { aBuyer, anAddress, goodsForSale, openForBusiness } from './makers.ts';
export { openCart } from './open-cart.ts';
export type { CartView } from './present-cart.ts';
export { setContact } from './set-contact.ts';
export type { TypedContact } from './set-contact.ts';
export { abandonAttempt, settleAttempt } from './settle-attempt.ts';
