import type { Context } from '#kernel/context.ts';
import { sellableOffers } from '#modules/catalog/index.ts';
import { deliveryOptions, pricesOf, splitTax, taxLines } from '#modules/pricing/index.ts';
import { weightOf } from './cart.ts';
import type { Cart, CartContact, CartLine, Quote, QuotedDelivery, QuotedLine, QuotedTax } from './cart.ts';

/** Where a cart goes. Shape: the postcode only once it is known. */
export interface Destination {
  readonly country: string;
  readonly postcode?: string | undefined;
}

export const destinationOf = (cart: Pick<Cart, 'country'>, contact: CartContact | null): Destination =>
  contact
    ? { country: contact.shippingAddress.country, postcode: contact.shippingAddress.postcode }
    : { country: cart.country };

const noTax: QuotedTax = { label: '', rateBp: 0, netMinor: 0, taxMinor: 0, grossMinor: 0 };

/**
 * Works out a cart from today's offers, prices, delivery charges and tax; nothing is taken from the caller.
 *
 * Four statements at most. Shape: the delivery is null when none is chosen, or the chosen one is not offered any more.
 */
export async function quoteCart(
  ctx: Context,
  cart: Pick<Cart, 'currency' | 'optionId'>,
  lines: readonly CartLine[],
  destination: Destination,
): Promise<Quote> {
  if (lines.length === 0) return { lines: [], delivery: null };
  const offerIds = lines.map(({ offerId }) => offerId);
  const offers = await sellableOffers(ctx, offerIds);
  const prices = await pricesOf(ctx, offerIds, cart.currency);
  const priced = lines.map((line): QuotedLine => {
    const offer = offers.get(line.offerId);
    const price = prices.get(line.offerId);
    return {
      id: line.id,
      offerId: line.offerId,
      quantity: line.quantity,
      variantId: offer?.variantId ?? '',
      productId: offer?.productId ?? '',
      slug: offer?.slug ?? '',
      title: offer?.title ?? '',
      variantTitle: offer?.variantTitle ?? '',
      sku: offer?.sku ?? null,
      picture: offer?.picture ?? null,
      condition: offer?.condition ?? 'new',
      weightGrams: offer?.requiresShipping ? offer.weightGrams : 0,
      taxClass: offer?.taxClass ?? 'standard',
      unitMinor: offer?.sellable && price ? Number(price.amountMinor) : null,
      tax: noTax,
    };
  });
  return quoteTax(ctx, priced, await quoteChosenDelivery(ctx, cart, priced, destination), destination);
}

/** What the chosen delivery costs now. Shape: null when none is chosen, or it is not offered for this any more. */
export async function quoteChosenDelivery(
  ctx: Context,
  cart: Pick<Cart, 'currency' | 'optionId'>,
  lines: readonly QuotedLine[],
  destination: Destination,
): Promise<Omit<QuotedDelivery, 'tax'> | null> {
  if (cart.optionId === null) return null;
  const options = await optionsFor(ctx, cart, lines, destination);
  const option = options.find(({ id }) => id === cart.optionId);
  return option
    ? {
        optionId: option.id,
        name: option.name,
        priceMinor: Number(option.priceMinor),
        taxClass: option.taxClass,
      }
    : null;
}

/** The ways in which these goods can get there. */
export const optionsFor = (
  ctx: Context,
  cart: Pick<Cart, 'currency'>,
  lines: readonly QuotedLine[],
  destination: Destination,
) =>
  deliveryOptions(ctx, {
    ...destination,
    currency: cart.currency,
    weightGrams: weightOf(lines),
    goodsMinor: lines.reduce((sum, line) => sum + BigInt(line.unitMinor ?? 0) * BigInt(line.quantity), 0n),
  });

/** Works out the tax of goods and delivery, each line rounded once, in one statement. */
export async function quoteTax(
  ctx: Context,
  lines: readonly QuotedLine[],
  delivery: Omit<QuotedDelivery, 'tax'> | null,
  destination: Destination,
): Promise<Quote> {
  const asked = lines.map((line) => ({
    ref: line.id as string,
    amountMinor: BigInt(line.unitMinor ?? 0) * BigInt(line.quantity),
    taxClass: line.taxClass,
  }));
  const all = delivery
    ? [...asked, { ref: 'delivery', amountMinor: BigInt(delivery.priceMinor), taxClass: delivery.taxClass }]
    : asked;
  const answers = await taxLines(ctx, { ...destination, inclusive: ctx.tenant.pricesIncludeTax, lines: all });
  const taxes = new Map(
    answers.map(({ ref, label, rateBp, netMinor, taxMinor, grossMinor }): [string, QuotedTax] => [
      ref,
      {
        label,
        rateBp,
        netMinor: Number(netMinor),
        taxMinor: Number(taxMinor),
        grossMinor: Number(grossMinor),
      },
    ]),
  );
  return {
    lines: lines.map((line) => ({ ...line, tax: taxes.get(line.id) ?? noTax })),
    delivery: delivery && { ...delivery, tax: taxes.get('delivery') ?? noTax },
  };
}

/**
 * Adds a delivery to goods that were quoted for this destination a moment ago.
 *
 * A delivery of a tax class that is among the goods is taxed as they are, without asking again.
 */
export async function quoteWithDelivery(
  ctx: Context,
  lines: readonly QuotedLine[],
  delivery: Omit<QuotedDelivery, 'tax'>,
  destination: Destination,
): Promise<Quote> {
  const like = lines.find(({ taxClass, unitMinor }) => taxClass === delivery.taxClass && unitMinor !== null);
  if (!like) return quoteTax(ctx, lines, delivery, destination);
  const { label, rateBp } = like.tax;
  const { netMinor, taxMinor, grossMinor } = splitTax(
    BigInt(delivery.priceMinor),
    rateBp,
    ctx.tenant.pricesIncludeTax,
  );
  const tax = {
    label,
    rateBp,
    netMinor: Number(netMinor),
    taxMinor: Number(taxMinor),
    grossMinor: Number(grossMinor),
  };
  return { lines, delivery: { ...delivery, tax } };
}

/** For how long a quote is good enough to show; an order is always worked out anew. Units: milliseconds. */
const freshMs = 60_000;

/** The goods of a cart as they were quoted, when that is not long ago; else worked out anew. */
export async function freshLines(
  ctx: Context,
  cart: Pick<Cart, 'currency' | 'quote' | 'quotedAt'>,
  destination: Destination,
): Promise<{ lines: readonly QuotedLine[]; quotedAt: Date }> {
  if (ctx.now.getTime() - cart.quotedAt.getTime() < freshMs)
    return { lines: cart.quote.lines, quotedAt: cart.quotedAt };
  const { lines: anew } = await quoteCart(ctx, { ...cart, optionId: null }, cart.quote.lines, destination);
  return { lines: anew, quotedAt: ctx.now };
}
