import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { Cart, CartId, CartLine, CartLineId } from './cart.ts';
import { loadOpenCart } from './get-cart.ts';
import { openCartContact, presentCart } from './present-cart.ts';
import type { CartView } from './present-cart.ts';
import { updateCart } from './queries.ts';
import { destinationOf, quoteCart } from './quote-cart.ts';
import { refuse } from './refuse.ts';

const mostPieces = 9999;
const mostLines = 200;

/**
 * Puts pieces of an offer into a cart; an offer that is in it already gets more.
 *
 * Refuses: checkout.noSuchCart, checkout.cartDone, checkout.paymentUnderWay, checkout.itemGone, checkout.tooMany.
 */
export async function addLine(
  ctx: Context,
  cartId: CartId,
  asked: { readonly offerId: OfferId; readonly quantity: number },
): Promise<CartView> {
  const cart = await loadOpenCart(ctx, cartId, undefined);
  const known = cart.quote.lines.find(({ offerId }) => offerId === asked.offerId);
  const line: CartLine = known
    ? { ...known, quantity: known.quantity + asked.quantity }
    : { id: newId<CartLineId>(), offerId: asked.offerId, quantity: asked.quantity };
  const lines = known
    ? cart.quote.lines.map((one) => (one.id === known.id ? line : one))
    : [...cart.quote.lines, line];
  if (line.quantity > mostPieces || lines.length > mostLines) throw refuse.tooMany({ field: 'quantity' });
  return write(ctx, cart, lines, line.id);
}

/**
 * Sets how many pieces of a line are in a cart; none takes the line out.
 *
 * Refuses: checkout.noSuchCart, checkout.noSuchLine, checkout.cartDone, checkout.paymentUnderWay, checkout.tooMany,
 * checkout.changedMeanwhile.
 */
export async function changeLine(
  ctx: Context,
  cartId: CartId,
  lineId: CartLineId,
  quantity: number,
  version?: number,
): Promise<CartView> {
  const cart = await loadOpenCart(ctx, cartId, version);
  const known = cart.quote.lines.find(({ id }) => id === lineId);
  if (!known) throw refuse.noSuchLine();
  if (quantity > mostPieces) throw refuse.tooMany({ field: 'quantity' });
  const lines = cart.quote.lines.flatMap((one) =>
    one.id !== lineId ? [one] : quantity > 0 ? [{ ...one, quantity }] : [],
  );
  return write(ctx, cart, lines);
}

/** Works the changed lines out anew and keeps them. `added` has to be on sale; what is in the cart already may be gone. */
async function write(
  ctx: Context,
  cart: Cart,
  lines: readonly CartLine[],
  added?: CartLineId,
): Promise<CartView> {
  const contact = await openCartContact(ctx, cart);
  const quote = await quoteCart(ctx, cart, lines, destinationOf(cart, contact));
  if (quote.lines.some(({ id, unitMinor }) => id === added && unitMinor === null))
    throw refuse.itemGone({ field: 'offerId' });
  const optionId = quote.delivery?.optionId ?? null;
  return presentCart(ctx, await updateCart(ctx, cart, { quote, quotedAt: ctx.now, optionId }), contact);
}
