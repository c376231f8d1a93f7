import type { Address } from '#kernel/address.ts';
import type { Locale } from '#kernel/context.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { OfferId, Picture } from '#modules/catalog/index.ts';
import type { CartId, OrderLineId } from '#modules/orders/index.ts';
import type { AttemptId, OrderGroupId, OrderId, PaymentId } from '#modules/payments/index.ts';

export type CartLineId = Id<'cart line'>;
export type { AttemptId, CartId, OrderGroupId, OrderId, OrderLineId, PaymentId };

/** Whom a cart is for: sealed, and opened only to take the order. */
export interface CartContact {
  readonly email: string;
  readonly name: string;
  readonly shippingAddress: Address;
  readonly billingAddress: Address | null;
}

export interface CartLine {
  readonly id: CartLineId;
  readonly offerId: OfferId;
  readonly quantity: number;
}

/** A line as it was last worked out. Units: minor, as numbers, because it is kept as JSON. */
export interface QuotedLine extends CartLine {
  readonly variantId: string;
  readonly productId: string;
  readonly slug: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string | null;
  readonly picture: Picture | null;
  readonly condition: string;
  readonly weightGrams: number;
  readonly taxClass: string;
  /** Null when it cannot be bought: off sale, or without a price in this currency. */
  readonly unitMinor: number | null;
  readonly tax: QuotedTax;
}

export interface QuotedTax {
  readonly label: string;
  readonly rateBp: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly grossMinor: number;
}

export interface QuotedDelivery {
  readonly optionId: string;
  readonly name: string;
  readonly priceMinor: number;
  readonly taxClass: string;
  readonly tax: QuotedTax;
}

/** What a cart cost when somebody last looked: goods, delivery, tax. It names no person. */
export interface Quote {
  readonly lines: readonly QuotedLine[];
  readonly delivery: QuotedDelivery | null;
}

export const emptyQuote: Quote = { lines: [], delivery: null };

export type CartState = 'open' | 'done';

/**
 * A cart is one row, lines included: whoever has locked the row sees all of it as it is now, and not as it was when they
 * began to wait.
 */
export interface Cart {
  readonly id: CartId;
  readonly version: number;
  readonly state: CartState;
  readonly currency: string;
  readonly country: string;
  readonly locale: Locale;
  readonly buyerId: SubjectId | null;
  readonly contact: Sealed<CartContact> | null;
  readonly optionId: string | null;
  readonly provider: string | null;
  readonly paymentOption: string | null;
  readonly quote: Quote;
  readonly quotedAt: Date;
  /** The payment under way. */
  readonly attemptId: AttemptId | null;
  /** How many payments were begun. */
  readonly attempts: number;
}

export interface Totals {
  readonly goodsMinor: number;
  readonly deliveryMinor: number | null;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly taxes: readonly { readonly label: string; readonly rateBp: number; readonly taxMinor: number }[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The totals of a quote: sums of its rounded lines. Units: minor. */
export function totalsOf({ lines, delivery }: Quote): Totals {
  const parts = delivery ? [...lines.map(({ tax }) => tax), delivery.tax] : lines.map(({ tax }) => tax);
  const byRate = Map.groupBy(
    parts.filter(({ grossMinor }) => grossMinor > 0),
    ({ rateBp, label }) => `${rateBp} ${label}`,
  );
  return {
    goodsMinor: sum(lines.map((line) => (line.unitMinor ?? 0) * line.quantity)),
    deliveryMinor: delivery?.priceMinor ?? null,
    taxMinor: sum(parts.map(({ taxMinor }) => taxMinor)),
    totalMinor: sum(parts.map(({ grossMinor }) => grossMinor)),
    taxes: [...byRate.values()].map((same) => ({
      label: same[0]?.label ?? '',
      rateBp: same[0]?.rateBp ?? 0,
      taxMinor: sum(same.map(({ taxMinor }) => taxMinor)),
    })),
  };
}

/** Units: grams. */
export const weightOf = (lines: readonly Pick<QuotedLine, 'weightGrams' | 'quantity'>[]): number =>
  sum(lines.map((line) => line.weightGrams * line.quantity));

export type Missing = 'lines' | 'contact' | 'shipping' | 'payment';

/** What still has to be told before the cart can become an order. */
export function missingIn(cart: Pick<Cart, 'contact' | 'provider' | 'quote'>): Missing[] {
  return [
    ...(cart.quote.lines.length === 0 ? (['lines'] as const) : []),
    ...(cart.contact === null ? (['contact'] as const) : []),
    ...(cart.quote.delivery === null ? (['shipping'] as const) : []),
    ...(cart.provider === null ? (['payment'] as const) : []),
  ];
}
