import type { FastifyReply, FastifyRequest } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { getCart } from '#modules/checkout/index.ts';
import type { CartId, CartView } from '#modules/checkout/index.ts';
import { dropCartCookie, keepCartCookie, readCartCookie } from './cart-cookie.ts';
import { countOf } from './cart-count.ts';

/** The id in the cart cookie, as one. */
export function cartIdOf(request: FastifyRequest): CartId | undefined {
  const cookie = readCartCookie(request);
  return cookie && asId<CartId>(cookie.id);
}

/** True when a cart is no longer one: it became an order, or its time was over. */
export const isCartGone = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'checkout.noSuchCart' || error.code === 'checkout.cartDone');

/** This browser's cart at today's prices; null when it has none, and then its cookie goes too. */
export async function findCart(request: FastifyRequest, reply: FastifyReply): Promise<CartView | null> {
  const id = cartIdOf(request);
  if (!id) return null;
  try {
    const cart = await request.work((ctx) => getCart(ctx, id));
    keepCount(request, reply, cart);
    return cart;
  } catch (error) {
    if (!isCartGone(error)) throw error;
    dropCartCookie(request, reply);
    return null;
  }
}

/** Notes how full the cart is now. */
export const keepCount = (request: FastifyRequest, reply: FastifyReply, cart: CartView): void =>
  keepCartCookie(request, reply, { id: cart.id, count: countOf(cart) });
