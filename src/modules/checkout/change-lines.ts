import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { CartId, CartLine, CartLineId, LoadedCart, Quote } from './cart.ts';
import { loadOpenCart } from './get-cart.ts';
import { openCartContact, presentCart } from './present-cart.ts';
import type { CartView } from './present-cart.ts';
import { deleteLine, upsertLine } from './queries.ts';
import type { CartChange } from './queries.ts';
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
  const known = cart.lines.find(({ offerId }) => offerId === asked.offerId);
  const line: CartLine = known
    ? { ...known, quantity: known.quantity + asked.quantity }
    : { id: newId<CartLineId>(), offerId: asked.offerId, quantity: asked.quantity };
  const lines = known ? cart.lines.map((one) => (one.id === known.id ? line : one)) : [...cart.lines, line];
  if (line.quantity > mostPieces || lines.length > mostLines) throw refuse.tooMany({ field: 'quantity' });
  return write(ctx, cart, lines, (change, quote) => {
    if (quote.lines.find(({ id }) => id === line.id)?.unitMinor === null) throw refuse.itemGone({ field: 'offerId' });
    return upsertLine(ctx, cartId, line, change);
  });
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
  const known = cart.lines.find(({ id }) => id === lineId);
  if (!known) throw refuse.noSuchLine();
  if (quantity > mostPieces) throw refuse.tooMany({ field: 'quantity' });
  const line = { ...known, quantity };
  if (quantity <= 0) {
    const rest = cart.lines.filter(({ id }) => id !== lineId);
    return write(ctx, cart, rest, (change) => deleteLine(ctx, cartId, lineId, change));
  }
  const lines = cart.lines.map((one) => (one.id === lineId ? line : one));
  return write(ctx, cart, lines, (change) => upsertLine(ctx, cartId, line, change));
}

async function write(
  ctx: Context,
  cart: LoadedCart,
  lines: readonly CartLine[],
  store: (change: CartChange, quote: Quote) => ReturnType<typeof upsertLine>,
): Promise<CartView> {
  const contact = await openCartContact(ctx, cart);
  const quote = await quoteCart(ctx, cart, lines, destinationOf(cart, contact));
  const optionId = quote.delivery?.optionId ?? null;
  return presentCart(ctx, await store({ quote, quotedAt: ctx.now, optionId }, quote), contact);
}
