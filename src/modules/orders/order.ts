import type { Address } from '#kernel/address.ts';
import type { Locale } from '#kernel/context.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { OfferId, Picture } from '#modules/catalog/index.ts';
import type { AttemptId, OrderGroupId, OrderId, PaymentState } from '#modules/payments/index.ts';
import { refuse } from './refuse.ts';

export type OrderLineId = Id<'order line'>;
export type PartyId = Id<'party'>;
export type CartId = Id<'cart'>;

export const orderStates = [
  'draft',
  'placed',
  'partially_fulfilled',
  'fulfilled',
  'completed',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

export const fulfilmentStates = [
  'pending',
  'partially_shipped',
  'shipped',
  'delivered',
  'cancelled',
] as const;
export type FulfilmentState = (typeof fulfilmentStates)[number];

/** What was agreed. `draft` waits for the money and is nobody's order yet. */
export const orderMoves: Readonly<Record<OrderState, readonly OrderState[]>> = {
  draft: ['placed'],
  placed: ['partially_fulfilled', 'fulfilled', 'cancelled'],
  partially_fulfilled: ['fulfilled', 'completed'],
  fulfilled: ['completed'],
  completed: [],
  cancelled: [],
};

/** Where the goods are, over all parcels of an order. */
export const fulfilmentMoves: Readonly<Record<FulfilmentState, readonly FulfilmentState[]>> = {
  pending: ['partially_shipped', 'shipped', 'cancelled'],
  partially_shipped: ['shipped', 'delivered'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
};

export type Axis = 'order' | 'payment' | 'fulfilment';

/** Staying where one is, is no move and is allowed. */
export const mayMoveOrder = (from: OrderState, to: OrderState): boolean =>
  from === to || orderMoves[from].includes(to);
export const mayMoveFulfilment = (from: FulfilmentState, to: FulfilmentState): boolean =>
  from === to || fulfilmentMoves[from].includes(to);

/** Refuses: orders.wrongState. */
export function checkOrderMove(from: OrderState, to: OrderState): void {
  if (!mayMoveOrder(from, to)) throw refuse.wrongState({ from, to });
}

/** What is printed on a paper of the order: whom it concerns and where it goes. */
export interface PartySnapshot extends Address {
  readonly email?: string;
}

export interface Contact {
  readonly email: string;
  readonly name: string;
  readonly shippingAddress: Address;
  readonly billingAddress: Address | null;
}

/** A line as it was agreed: nothing in it changes when the catalogue does. Units: minor, for the whole quantity. */
export interface FrozenLine {
  readonly id: OrderLineId;
  readonly offerId: OfferId;
  readonly variantId: string;
  readonly productId: string;
  readonly slug: string;
  readonly sku: string | null;
  readonly title: string;
  readonly variantTitle: string;
  readonly condition: string;
  readonly picture: Picture | null;
  readonly quantity: number;
  readonly unitMinor: bigint;
  readonly amountMinor: bigint;
  readonly taxLabel: string;
  readonly taxRateBp: number;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
}

/** The delivery charge as it was agreed. Units: minor. */
export interface FrozenDelivery {
  readonly optionId: string;
  readonly name: string;
  readonly amountMinor: bigint;
  readonly taxLabel: string;
  readonly taxRateBp: number;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
}

/** Everything that an order is made of, as checkout worked it out. */
export interface Draft {
  readonly groupId: OrderGroupId;
  readonly cartId: CartId;
  readonly attemptId: AttemptId;
  readonly locale: Locale;
  /** The shop's address as the buyer used it: `https://shop.example`. */
  readonly origin: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly provider: string;
  readonly buyerId: SubjectId;
  readonly contact: Contact;
  readonly lines: readonly FrozenLine[];
  readonly delivery: FrozenDelivery;
  /** An earlier attempt left drafts behind that this one replaces. */
  readonly isRetry: boolean;
}

export interface PlacedOrder {
  readonly id: OrderId;
  readonly number: bigint;
  readonly token: string;
  readonly paymentState: PaymentState;
}

interface Amounts {
  readonly amountMinor: bigint;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** The totals of an order: sums of its rounded lines, never worked out from rates. Units: minor. */
export function orderTotals(
  lines: readonly Amounts[],
  delivery: Amounts,
): {
  goodsMinor: bigint;
  goodsNetMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
} {
  return {
    goodsMinor: sum(lines.map((line) => line.amountMinor)),
    goodsNetMinor: sum(lines.map((line) => line.netMinor)),
    taxMinor: sum(lines.map((line) => line.taxMinor)) + delivery.taxMinor,
    totalMinor: sum(lines.map((line) => line.grossMinor)) + delivery.grossMinor,
  };
}

/** The part of a line's amount that belongs to `quantity` of the units not yet given back; the last unit takes the rest. */
export function shareOfLine(
  total: bigint,
  quantity: number,
  doneQuantity: number,
  doneMinor: bigint,
  asked: number,
): bigint {
  if (doneQuantity + asked >= quantity) return total - doneMinor;
  return (
    (total * BigInt(doneQuantity + asked)) / BigInt(quantity) -
    (total * BigInt(doneQuantity)) / BigInt(quantity)
  );
}
