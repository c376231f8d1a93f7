import type { Static } from 'typebox';
import type { Context } from '#kernel/context.ts';
import { presentMoney } from '#kernel/http.ts';
import { currency } from '#kernel/money.ts';
import type { CartId } from './cart.ts';
import { loadOpenCart } from './get-cart.ts';
import { openCartContact, presentCart } from './present-cart.ts';
import type { CartView } from './present-cart.ts';
import { loadCart, updateCart } from './queries.ts';
import { destinationOf, freshLines, optionsFor, quoteWithDelivery } from './quote-cart.ts';
import { refuse } from './refuse.ts';
import type { DeliveryOptionShape } from './shapes.ts';

/** The ways in which a cart can get to its address, cheapest first. Refuses: checkout.noSuchCart, checkout.contactFirst. */
export async function shippingOptions(
  ctx: Context,
  cartId: CartId,
): Promise<Static<typeof DeliveryOptionShape>[]> {
  const cart = await loadCart(ctx, cartId);
  if (!cart) throw refuse.noSuchCart();
  const contact = await openCartContact(ctx, cart);
  if (!contact) throw refuse.contactFirst();
  const destination = destinationOf(cart, contact);
  const { lines } = await freshLines(ctx, cart, destination);
  const options = await optionsFor(ctx, cart, lines, destination);
  return options
    .toSorted((a, b) => Number(a.priceMinor - b.priceMinor))
    .map(({ id, name, priceMinor, minDays, maxDays }) => ({
      id,
      name,
      price: presentMoney({ minor: priceMinor, currency: currency(cart.currency) }),
      minDays,
      maxDays,
    }));
}

/**
 * Chooses how a cart gets to its address.
 *
 * Refuses: checkout.contactFirst, checkout.notDelivered, and as `loadOpenCart`.
 */
export async function chooseShipping(
  ctx: Context,
  cartId: CartId,
  optionId: string,
  version?: number,
): Promise<CartView> {
  const cart = await loadOpenCart(ctx, cartId, version);
  const contact = await openCartContact(ctx, cart);
  if (!contact) throw refuse.contactFirst();
  const destination = destinationOf(cart, contact);
  const { lines, quotedAt } = await freshLines(ctx, cart, destination);
  const options = await optionsFor(ctx, cart, lines, destination);
  const option = options.find(({ id }) => id === optionId);
  if (!option) throw refuse.notDelivered({ field: 'optionId' });
  const delivery = {
    optionId,
    name: option.name,
    priceMinor: Number(option.priceMinor),
    taxClass: option.taxClass,
  };
  const quote = await quoteWithDelivery(ctx, lines, delivery, destination);
  return presentCart(ctx, await updateCart(ctx, cart, { optionId, quote, quotedAt }), contact);
}
