import type { Context } from '#kernel/context.ts';
import { availability } from '#modules/inventory/index.ts';
import type { AttemptId, Cart, CartId } from './cart.ts';
import { openCartContact, presentCart } from './present-cart.ts';
import type { CartView } from './present-cart.ts';
import { loadCart } from './queries.ts';
import { destinationOf, quoteCart } from './quote-cart.ts';
import { refuse } from './refuse.ts';

/** A cart at today's prices, with what is left of everything in it. Refuses: checkout.noSuchCart, checkout.cartDone. */
export async function getCart(ctx: Context, id: CartId): Promise<CartView> {
  const cart = await loadCart(ctx, id);
  if (!cart) throw refuse.noSuchCart();
  if (cart.state === 'done') throw refuse.cartDone();
  const contact = await openCartContact(ctx, cart);
  const quote = await quoteCart(ctx, cart, cart.quote.lines, destinationOf(cart, contact));
  const left = await availability(
    ctx,
    cart.quote.lines.map(({ offerId }) => offerId),
  );
  return presentCart(ctx, { ...cart, quote }, contact, left);
}

/**
 * A cart that may be changed now, locked.
 *
 * Refuses: checkout.noSuchCart, checkout.cartDone, checkout.paymentUnderWay, checkout.changedMeanwhile.
 */
export async function loadOpenCart(ctx: Context, id: CartId, version: number | undefined): Promise<Cart> {
  const cart = await loadCart(ctx, id);
  if (!cart) throw refuse.noSuchCart();
  if (cart.state === 'done') throw refuse.cartDone();
  if (cart.attemptId) throw refuse.paymentUnderWay({ attempt: cart.attemptId });
  if (version !== undefined && version !== cart.version)
    throw refuse.changedMeanwhile({ version: cart.version });
  return cart;
}

/** The attempt under way on a cart, if there is one. Refuses: checkout.noSuchCart. */
export async function cartUnderWay(ctx: Context, id: CartId): Promise<AttemptId | null> {
  const cart = await loadCart(ctx, id);
  if (!cart) throw refuse.noSuchCart();
  return cart.attemptId;
}
