import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import { presentMoney } from '#kernel/http.ts';
import { currency } from '#kernel/money.ts';
import { reserve } from '#modules/inventory/index.ts';
import { draftOrders, placedOrders } from '#modules/orders/index.ts';
import type { FrozenDelivery, FrozenLine, OrderLineId, PlacedOrder } from '#modules/orders/index.ts';
import { choosePaymentMethod, promiseOf, startPayment } from '#modules/payments/index.ts';
import { chargeOf, holdMs } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import { missingIn, totalsOf } from './cart.ts';
import type { AttemptId, CartContact, CartId, OrderGroupId, Quote, QuotedLine, QuotedTax } from './cart.ts';
import { placeAttempt } from './finalise-attempt.ts';
import { ownCart } from './own-cart.ts';
import { openCartContact, presentCart } from './present-cart.ts';
import { loadCart } from './queries.ts';
import { findAttempt, insertAttempt } from './queries-attempts.ts';
import { destinationOf, quoteCart } from './quote-cart.ts';
import { refuse } from './refuse.ts';

export type Prepared =
  | { readonly kind: 'placed'; readonly groupId: OrderGroupId; readonly orders: readonly PlacedOrder[] }
  | { readonly kind: 'pay'; readonly attempt: Attempt };

/** What the buyer agreed to. Units: minor. */
export interface Agreed {
  readonly totalMinor: bigint;
  readonly currency: string;
  /** The shop's address as the buyer used it. */
  readonly origin: string;
}

/**
 * The first step of an order: everything worked out anew, compared with what the buyer saw, the goods held, the drafts
 * written, the payment noted. All of it or nothing; no provider has been asked.
 *
 * Where the buyer's word is enough there is nobody to ask: the order is placed here, in the same transaction.
 * A cart that is an order already answers with it; a payment under way is gone on with.
 * Refuses: checkout.noSuchCart, checkout.incomplete, checkout.itemGone, checkout.totalChanged, checkout.short,
 * payments.unknownProvider when the address is one for which the chosen way to pay is not offered.
 */
export async function prepareAttempt(
  ctx: Context,
  house: House,
  cartId: CartId,
  agreed: Agreed,
): Promise<Prepared> {
  const cart = await loadCart(ctx, cartId);
  if (!cart) throw refuse.noSuchCart();
  if (cart.state === 'done') return answerAgain(ctx, cartId);
  if (cart.attemptId) return goOn(ctx, cart.attemptId, agreed);

  const contact = await openCartContact(ctx, cart);
  const quote = await quoteCart(ctx, cart, cart.quote.lines, destinationOf(cart, contact));
  const current = { ...cart, quote };
  if (!contact || !cart.buyerId || cart.provider === null || !quote.delivery)
    throw refuse.incomplete({ missing: missingIn(current) });
  checkPaymentMethod(ctx, house, contact, { provider: cart.provider, option: cart.paymentOption });
  const gone = quote.lines.filter(({ unitMinor }) => unitMinor === null);
  if (gone.length > 0) throw refuse.itemGone({ lines: gone.map(({ id, title }) => ({ lineId: id, title })) });
  const total = { minor: BigInt(totalsOf(quote).totalMinor), currency: currency(cart.currency) };
  if (total.minor !== agreed.totalMinor || total.currency !== agreed.currency) {
    // Details hold no personal data: the cart goes back without its contact.
    const { contact: _, ...seen } = presentCart(ctx, current, null);
    throw refuse.totalChanged({ total: presentMoney(total), cart: seen });
  }

  const { buyerId, version } = await ownCart(ctx, cart, contact);
  assert(buyerId, 'a cart that is owned names its buyer');
  const id = newId<AttemptId>();
  const expiresAt = new Date(ctx.now.getTime() + holdMs);
  const { lines, refs } = freeze(quote.lines);
  const { groupId, orders } = await draftOrders(ctx, {
    groupId: newId<OrderGroupId>(),
    cartId,
    attemptId: id,
    locale: ctx.locale,
    origin: agreed.origin,
    currency: cart.currency,
    pricesIncludeTax: ctx.tenant.pricesIncludeTax,
    provider: cart.provider,
    buyerId,
    contact: contact satisfies CartContact,
    lines,
    delivery: freezeDelivery(quote.delivery),
    isRetry: cart.attempts > 0,
  });
  const payment = {
    groupId,
    attemptId: id,
    provider: cart.provider,
    option: cart.paymentOption,
    amount: total,
    orders,
  };
  const paymentId = await startPayment(ctx, payment);
  const asked: Attempt = {
    id,
    cartId,
    groupId,
    paymentId,
    orderIds: orders.map(({ orderId }) => orderId),
    provider: cart.provider,
    paymentOption: cart.paymentOption,
    amountMinor: total.minor,
    currency: cart.currency,
    locale: ctx.locale,
    state: 'paying',
    expiresAt,
  };
  const promise = promiseOf(chargeOf(asked, ctx.tenant));
  const attempt: Attempt = promise ? { ...asked, state: 'completed' } : asked;
  await insertAttempt(ctx, attempt, version);
  await hold(ctx, id, lines, refs, promise ? null : expiresAt);
  return promise ? { groupId, ...(await placeAttempt(ctx, attempt, promise)) } : { kind: 'pay', attempt };
}

/** The way to pay was chosen for the address the cart had then; it may have another by now. */
function checkPaymentMethod(
  ctx: Context,
  house: House,
  { shippingAddress }: CartContact,
  choice: { readonly provider: string; readonly option: string | null },
): void {
  const place = { tenant: ctx.tenant, country: shippingAddress.country, locale: ctx.locale };
  choosePaymentMethod(house, place, choice);
}

async function answerAgain(ctx: Context, cartId: CartId): Promise<Prepared> {
  const orders = await placedOrders(ctx, cartId);
  const groupId = orders[0]?.groupId;
  if (!groupId) throw refuse.cartDone();
  return { kind: 'placed', groupId, orders };
}

async function goOn(ctx: Context, id: AttemptId, agreed: Agreed): Promise<Prepared> {
  const attempt = await findAttempt(ctx, id);
  if (!attempt) throw refuse.noSuchAttempt();
  if (attempt.amountMinor !== agreed.totalMinor || attempt.currency !== agreed.currency)
    throw refuse.paymentUnderWay({ attempt: id });
  return { kind: 'pay', attempt };
}

/** Last, because the goods are locked from here to the end of the transaction. */
async function hold(
  ctx: Context,
  holder: AttemptId,
  lines: readonly FrozenLine[],
  refs: ReadonlyMap<string, QuotedLine>,
  expiresAt: Date | null,
): Promise<void> {
  const demand = lines.map((line) => ({ ref: line.id, offerId: line.offerId, quantity: line.quantity }));
  const held = await reserve(ctx, { holder, demand, expiresAt, isNew: true });
  if (held.kind === 'reserved') return;
  throw refuse.short({
    lines: held.lines.map(({ ref, offerId, wanted, available }) => ({
      lineId: refs.get(ref)?.id ?? null,
      offerId,
      title: refs.get(ref)?.title ?? '',
      wanted,
      available,
    })),
  });
}

const amounts = (tax: QuotedTax) => ({
  taxLabel: tax.label,
  taxRateBp: tax.rateBp,
  netMinor: BigInt(tax.netMinor),
  taxMinor: BigInt(tax.taxMinor),
  grossMinor: BigInt(tax.grossMinor),
});

function freeze(quoted: readonly QuotedLine[]): { lines: FrozenLine[]; refs: Map<string, QuotedLine> } {
  const refs = new Map<string, QuotedLine>();
  const lines = quoted.map((line): FrozenLine => {
    const id = newId<OrderLineId>();
    refs.set(id, line);
    const { tax, weightGrams: _weight, taxClass: _class, unitMinor: unit, ...goods } = line;
    const unitMinor = BigInt(unit ?? 0);
    return { ...goods, id, unitMinor, amountMinor: unitMinor * BigInt(line.quantity), ...amounts(tax) };
  });
  return { lines, refs };
}

const freezeDelivery = (delivery: NonNullable<Quote['delivery']>): FrozenDelivery => ({
  optionId: delivery.optionId,
  name: delivery.name,
  amountMinor: BigInt(delivery.priceMinor),
  ...amounts(delivery.tax),
});
