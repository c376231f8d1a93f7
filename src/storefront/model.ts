/**
 * What pages show. Goods come in the very shapes of the catalogue's face; of carts and orders pages see the part that
 * they show, so that a page can be looked at without a database.
 */
import type { Address } from '#kernel/address.ts';
import type { Picture, Price } from '#modules/catalog/index.ts';

export type {
  CollectionCard,
  Facet,
  FacetValue,
  Listing,
  Picture,
  Price,
  Product,
  ProductCard,
  ProductVariant as Variant,
} from '#modules/catalog/index.ts';

export interface Contact {
  readonly email: string;
  readonly name: string;
  readonly shippingAddress: Address;
  readonly billingAddress: Address | null;
}

export interface Totals {
  readonly goods: Price;
  readonly delivery: Price | null;
  readonly tax: Price;
  readonly taxIncluded: boolean;
  readonly total: Price;
  readonly taxes: readonly { readonly label: string; readonly rateBp: number; readonly tax: Price }[];
}

export interface CartLine {
  readonly id: string;
  readonly offerId: string;
  readonly slug: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string;
  readonly picture: Picture | null;
  readonly quantity: number;
  readonly unitPrice: Price;
  readonly total: Price;
  readonly available: boolean;
  readonly problem: string | null;
}

export type Missing = 'lines' | 'contact' | 'shipping' | 'payment';

export interface Cart {
  readonly id: string;
  readonly version: number;
  readonly currency: string;
  readonly country: string;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly CartLine[];
  readonly contact: Contact | null;
  readonly shipping: { readonly optionId: string; readonly name: string; readonly price: Price } | null;
  readonly payment: {
    readonly provider: string;
    readonly label: string;
    readonly option?: string | null;
  } | null;
  readonly totals: Totals;
  readonly missing: readonly Missing[];
  readonly problems: readonly string[];
}

export interface DeliveryOption {
  readonly id: string;
  readonly name: string;
  readonly price: Price;
  readonly minDays: number;
  readonly maxDays: number;
}

/** A way to pay; `options` are what the test card plays, or what else a provider lets the buyer choose. */
export interface PaymentOption {
  readonly provider: string;
  readonly label: string;
  readonly options: readonly { readonly code: string; readonly label: string }[];
}

export interface Order {
  readonly number: string;
  readonly token: string;
  readonly placedAt: string;
  readonly state: string;
  readonly paymentState: string;
  readonly fulfilmentState: string;
  readonly currency: string;
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly variantTitle: string;
    readonly sku: string;
    readonly picture: Picture | null;
    readonly quantity: number;
    readonly unitPrice: Price;
    readonly total: Price;
    readonly shipped: number;
    readonly refunded: number;
  }[];
  readonly totals: Totals;
  readonly contact: Contact | null;
  readonly payment: {
    readonly provider: string;
    readonly label: string;
    readonly instructions: string | null;
  } | null;
  readonly fulfilments: readonly {
    readonly id: string;
    readonly carrier: string | null;
    readonly trackingNumber: string | null;
    readonly trackingUrl: string | null;
    readonly shippedAt: string;
    readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
  }[];
  readonly refunds: readonly { readonly id: string; readonly amount: Price; readonly at: string }[];
  readonly timeline: readonly { readonly at: string; readonly what: string }[];
  readonly mayCancel: boolean;
}

/** Who runs the shop, as the imprint has to say it. */
export interface LegalEntity {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly vatId: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly registration: string | null;
}

/** One field that was not understood, and what helps. `field` is the name of the input. */
export interface FieldProblem {
  readonly field: string;
  readonly says: string;
}
