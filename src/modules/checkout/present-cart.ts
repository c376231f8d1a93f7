import type { Static } from 'typebox';
import type { Context, Locale } from '#kernel/context.ts';
import { presentMoney } from '#kernel/http.ts';
import { currency } from '#kernel/money.ts';
import { paymentLabel } from '#modules/payments/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { missingIn, totalsOf } from './cart.ts';
import type { Cart, CartContact, QuotedLine } from './cart.ts';
import type { CartShape } from './shapes.ts';
import { cart as cartTable } from './tables.ts';

/** A cart as its buyer sees it. */
export type CartView = Static<typeof CartShape>;

const problems = {
  gone: {
    en: 'This item is no longer on sale. Please take it out.',
    de: 'Dieser Artikel wird nicht mehr verkauft. Bitte entfernen.',
  },
  soldOut: { en: 'Sold out. Please take it out.', de: 'Ausverkauft. Bitte entfernen.' },
  fewer: {
    en: (left: number) => `Only ${left} left. Please lower the quantity.`,
    de: (left: number) => `Nur noch ${left} da. Bitte die Menge verringern.`,
  },
} as const;

function problemOf(line: QuotedLine, left: number | undefined, locale: Locale): string | null {
  if (line.unitMinor === null) return problems.gone[locale];
  if (left === undefined || left >= line.quantity) return null;
  return left <= 0 ? problems.soldOut[locale] : problems.fewer[locale](left);
}

/** The person a cart is for. Shape: null before they said so, and when their data was erased. */
export async function openCartContact(
  ctx: Context,
  cart: Pick<Cart, 'id' | 'buyerId' | 'contact'>,
): Promise<CartContact | null> {
  const [contact = null] = await vault.openMany(ctx, cartTable, 'contact', [cart]);
  return contact;
}

/** Puts a cart together for its buyer. `left` is how many there are of each offer, when that was looked up. */
export function presentCart(
  ctx: Context,
  cart: Cart,
  contact: CartContact | null,
  left?: ReadonlyMap<string, number>,
): CartView {
  const { quote } = cart;
  const totals = totalsOf(quote);
  const price = (minor: number) => presentMoney({ minor: BigInt(minor), currency: currency(cart.currency) });
  const lines = quote.lines.map((line) => {
    const problem = problemOf(line, left?.get(line.offerId), ctx.locale);
    return {
      id: line.id,
      offerId: line.offerId,
      slug: line.slug,
      title: line.title,
      variantTitle: line.variantTitle,
      sku: line.sku ?? '',
      picture: line.picture,
      quantity: line.quantity,
      unitPrice: price(line.unitMinor ?? 0),
      total: price((line.unitMinor ?? 0) * line.quantity),
      available: problem === null,
      problem,
    };
  });
  return {
    id: cart.id,
    version: cart.version,
    currency: cart.currency,
    country: cart.country,
    pricesIncludeTax: ctx.tenant.pricesIncludeTax,
    lines,
    contact: contact && {
      ...contact,
      shippingAddress: { ...contact.shippingAddress },
      billingAddress: contact.billingAddress && { ...contact.billingAddress },
    },
    shipping: quote.delivery && {
      optionId: quote.delivery.optionId,
      name: quote.delivery.name,
      price: price(quote.delivery.priceMinor),
    },
    payment:
      cart.provider === null
        ? null
        : {
            provider: cart.provider,
            label: paymentLabel(cart.provider, ctx.locale),
            option: cart.paymentOption,
          },
    totals: {
      goods: price(totals.goodsMinor),
      delivery: totals.deliveryMinor === null ? null : price(totals.deliveryMinor),
      tax: price(totals.taxMinor),
      taxIncluded: ctx.tenant.pricesIncludeTax,
      total: price(totals.totalMinor),
      taxes: totals.taxes.map(({ label, rateBp, taxMinor }) => ({ label, rateBp, tax: price(taxMinor) })),
    },
    missing: missingIn(cart),
    problems: [
      ...new Set(
        lines.flatMap(({ problem, title }) =>
          problem === null ? [] : [title === '' ? problem : `${title}: ${problem}`],
        ),
      ),
    ],
  };
}
