import type { Context } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { choosePaymentMethod, paymentMethods } from '#modules/payments/index.ts';
import type { PaymentMethod } from '#modules/payments/index.ts';
import type { CartId } from './cart.ts';
import { loadOpenCart } from './get-cart.ts';
import { openCartContact, presentCart } from './present-cart.ts';
import type { CartView } from './present-cart.ts';
import { loadCart, updatePayment } from './queries.ts';
import { refuse } from './refuse.ts';

/** The ways to pay that are offered for a cart. Refuses: checkout.noSuchCart. */
export async function paymentOptions(ctx: Context, house: House, cartId: CartId): Promise<PaymentMethod[]> {
  const cart = await loadCart(ctx, cartId);
  if (!cart) throw refuse.noSuchCart();
  return paymentMethods(house, { tenant: ctx.tenant, country: cart.country, locale: ctx.locale });
}

/**
 * Chooses the way to pay. Nothing is asked of a provider yet.
 *
 * Shape: the cart, and what the browser needs to pay this way.
 * Refuses: payments.unknownProvider, payments.unknownOption, and as `loadOpenCart`.
 */
export async function choosePayment(
  ctx: Context,
  house: House,
  cartId: CartId,
  choice: { readonly provider: string; readonly option?: string | null | undefined },
  version?: number,
): Promise<{ cart: CartView; method: PaymentMethod }> {
  const option = choice.option ?? null;
  const chosen = await updatePayment(
    ctx,
    cartId,
    { provider: choice.provider, paymentOption: option },
    version,
  );
  // Says why when it could not be chosen.
  const cart = chosen ?? (await loadOpenCart(ctx, cartId, version));
  const place = { tenant: ctx.tenant, country: cart.country, locale: ctx.locale };
  const method = choosePaymentMethod(house, place, { provider: choice.provider, option });
  return { cart: presentCart(ctx, cart, await openCartContact(ctx, cart)), method };
}
