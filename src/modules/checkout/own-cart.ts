import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { Cart, CartContact } from './cart.ts';
import { updateCart } from './queries.ts';
import { cart as cartTable } from './tables.ts';

/** Whose cart it is: the person it names, or somebody new when it names nobody or one who is being erased. */
export const buyerOf = async (ctx: Context, { buyerId }: Pick<Cart, 'buyerId'>): Promise<SubjectId> =>
  buyerId !== null && (await vault.isHere(ctx, buyerId))
    ? buyerId
    : vault.newSubject(ctx, 'buyer', ['service', 'legal']);

/**
 * The cart of somebody who goes on shopping while they are erased, as somebody new's; any other cart as it is.
 *
 * Source: privacy.md P8: a later order belongs to a new subject, and the buyer sees no error.
 */
export async function ownCart(ctx: Context, cart: Cart, contact: CartContact): Promise<Cart> {
  const buyerId = await buyerOf(ctx, cart);
  if (buyerId === cart.buyerId) return cart;
  const sealed = await vault.seal(ctx, cartTable, 'contact', { id: cart.id, buyerId }, contact);
  return updateCart(ctx, cart, { ...cart, buyerId, contact: sealed });
}
