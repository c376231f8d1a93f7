import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { emptyQuote } from './cart.ts';
import type { CartId, CartLine } from './cart.ts';
import { presentCart } from './present-cart.ts';
import type { CartView } from './present-cart.ts';
import { insertCart } from './queries.ts';
import { quoteCart } from './quote-cart.ts';
import { refuse } from './refuse.ts';

/**
 * Opens a cart, with its first line when the buyer comes with one. Nothing about a person is in it yet.
 *
 * Refuses: checkout.itemGone.
 */
export async function openCart(
  ctx: Context,
  asked: {
    readonly country?: string | undefined;
    readonly line?: { readonly offerId: OfferId; readonly quantity: number } | undefined;
  } = {},
): Promise<CartView> {
  const { currency } = ctx.tenant;
  const country = asked.country ?? ctx.tenant.country;
  const line: CartLine | undefined = asked.line && { id: newId(), ...asked.line };
  const quote = line ? await quoteCart(ctx, { currency, optionId: null }, [line], { country }) : emptyQuote;
  if (quote.lines.some(({ unitMinor }) => unitMinor === null)) throw refuse.itemGone({ field: 'offerId' });
  const cart = await insertCart(ctx, { id: newId<CartId>(), currency, country, quote });
  return presentCart(ctx, cart, null);
}
