import { checkAddress } from '#kernel/address.ts';
import type { Address, TypedAddress } from '#kernel/address.ts';
import type { Context, Locale } from '#kernel/context.ts';
import { ageAtCheckout, checkAge } from '#modules/identity/index.ts';
import { vault } from '#modules/privacy/index.ts';
import type { CartContact, CartId } from './cart.ts';
import { loadOpenCart } from './get-cart.ts';
import { openCartContact, presentCart } from './present-cart.ts';
import type { CartView } from './present-cart.ts';
import { buyerOf } from './own-cart.ts';
import { updateCart } from './queries.ts';
import { destinationOf, freshLines, quoteChosenDelivery, quoteTax } from './quote-cart.ts';
import { refuse } from './refuse.ts';
import { cart as cartTable } from './tables.ts';

/** A contact as somebody typed it. Shape: without a billing address the bill goes where the goods go. */
export interface TypedContact {
  readonly email: string;
  readonly name?: string | null | undefined;
  readonly shippingAddress: TypedAddress;
  readonly billingAddress?: TypedAddress | null | undefined;
  /** Asked where the profile or the law wants to know; nobody is asked for a date of birth. */
  readonly oldEnough?: boolean | undefined;
}

const words = {
  en: { email: 'Please enter your e-mail address, as in ada@example.org.' },
  de: { email: 'Bitte die E-Mail-Adresse angeben, zum Beispiel ada@example.org.' },
} as const;

/**
 * Notes whom a cart is for and where it goes, checked by the rules of the country; it is stored only sealed.
 *
 * The person becomes known to the shop here, with the keys that an order will need; whoever was erased meanwhile is
 * somebody new. A chosen delivery that does not go there is given up.
 * Refuses: checkout.badContact, identity.ageNeeded, identity.tooYoung, and as `loadOpenCart`.
 */
export async function setContact(
  ctx: Context,
  cartId: CartId,
  typed: TypedContact,
  version?: number,
): Promise<CartView> {
  const contact = readContact(typed, ctx.locale);
  const cart = await loadOpenCart(ctx, cartId, version);
  if (cart.buyerId === null && ctx.actor.kind !== 'buyer' && ageAtCheckout(ctx.tenant) !== undefined)
    checkAge(ctx, typed.oldEnough);
  const buyerId = await buyerOf(ctx, cart);
  const row = { id: cartId, buyerId };
  const sealed = await vault.seal(ctx, cartTable, 'contact', row, contact);
  // Whoever never orders is found by it all the same, and can be forgotten.
  const emailIndex = await vault.blind(ctx, cartTable, 'emailIndex', contact.email);

  const before = cart.contact === null ? null : await openCartContact(ctx, cart);
  const destination = destinationOf(cart, contact);
  const was = destinationOf(cart, before);
  const staysPut = was.country === destination.country && was.postcode === destination.postcode;
  const { lines, quotedAt } = await freshLines(ctx, cart, destination);
  const delivery = staysPut ? cart.quote.delivery : await quoteChosenDelivery(ctx, cart, lines, destination);
  const quote = await quoteTax(ctx, lines, delivery, destination);
  const optionId = delivery?.optionId ?? null;
  const { country } = destination;
  return presentCart(
    ctx,
    await updateCart(ctx, cart, {
      buyerId,
      contact: sealed,
      emailIndex,
      country,
      optionId,
      quote,
      quotedAt,
    }),
    contact,
  );
}

function readContact(typed: TypedContact, locale: Locale): CartContact {
  const errors: { field: string; says: string }[] = [];
  const email = typed.email.trim();
  if (!/^[^\s@<>",;:]{1,64}@[^\s@<>",;:]+\.[^\s@.<>",;:]{2,}$/.test(email) || email.length > 254) {
    errors.push({ field: 'email', says: words[locale].email });
  }
  const read = (field: string, address: TypedAddress): Address | undefined => {
    const named = { ...address, name: address.name ?? typed.name };
    const checked = checkAddress(named, { locale });
    if (checked.ok) return checked.address;
    errors.push(
      ...checked.problems.map((problem) => ({ field: `${field}.${problem.field}`, says: problem.says })),
    );
    return undefined;
  };
  const shippingAddress = read('shippingAddress', typed.shippingAddress);
  const billingAddress = typed.billingAddress ? read('billingAddress', typed.billingAddress) : null;
  if (errors.length > 0 || !shippingAddress || billingAddress === undefined)
    throw refuse.badContact({ errors });
  const name = (typed.name ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  return {
    email,
    name: name === '' ? shippingAddress.name : name.slice(0, 100),
    shippingAddress,
    billingAddress,
  };
}
