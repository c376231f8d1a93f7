import type { Static } from 'typebox';
import type { Context, Locale } from '#kernel/context.ts';
import { presentMoney } from '#kernel/http.ts';
import type { MoneyShape } from '#kernel/http.ts';
import { currency, formatMoney } from '#kernel/money.ts';
import { asTheHouse } from '#modules/identity/index.ts';
import { paymentLabel } from '#modules/payments/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { trackingUrl } from './carriers.ts';
import { maskContact } from './mask-contact.ts';
import { orderToken } from './place-orders.ts';
import { listLines } from './queries.ts';
import type { LineRow, OrderRow } from './queries.ts';
import { listOrderRefunds, listParcels, listParties, listTransitions } from './queries-show.ts';
import type { ParcelRow, RefundRow } from './queries-show.ts';
import type { OrderShape } from './shapes.ts';
import { parcel, party } from './tables.ts';
import { timelineOf } from './timeline.ts';

/** An order as its buyer sees it. */
export type Order = Static<typeof OrderShape>;
type Price = Static<typeof MoneyShape>;

/**
 * Puts an order together for a reader; with `reveal` the people on it are opened, and staff's readings recorded. Without,
 * they are masked. Shape: `contact` is null when their data has been erased.
 */
export async function presentOrder(
  ctx: Context,
  order: NonNullable<OrderRow>,
  options: { reveal: boolean; locale?: Locale },
): Promise<Order> {
  const locale = options.locale ?? ctx.locale;
  const lines = await listLines(ctx, order.id);
  const refunds = await listOrderRefunds(ctx, order.id);
  const parcels = await listParcels(ctx, order.id);
  const price = (minor: bigint): Price => presentMoney({ minor, currency: currency(order.currency) });
  return {
    number: String(order.number),
    token: await orderToken(ctx, order.id),
    placedAt: order.placedAt?.toISOString() ?? '',
    state: order.state,
    paymentState: order.paymentState,
    fulfilmentState: order.fulfilmentState,
    currency: order.currency,
    lines: lines.map((line) => ({
      id: line.id,
      title: line.title,
      variantTitle: line.variantTitle,
      slug: line.slug,
      sku: line.sku ?? '',
      picture: line.picture,
      quantity: line.quantity,
      unitPrice: price(line.unitMinor),
      total: price(line.amountMinor),
      shipped: line.shippedQuantity,
      refunded: line.refundedQuantity,
    })),
    totals: {
      goods: price(order.goodsMinor),
      delivery: price(order.deliveryMinor),
      tax: price(order.taxMinor),
      taxIncluded: order.pricesIncludeTax,
      total: price(order.totalMinor),
      refunded: price(order.refundedMinor),
      taxes: taxesOf(order, lines).map(({ label, rateBp, taxMinor }) => ({
        label,
        rateBp,
        tax: price(taxMinor),
      })),
    },
    shipping: { name: order.deliveryName },
    contact: options.reveal ? await openContact(ctx, order) : await openMasked(ctx, order),
    payment: {
      provider: order.provider,
      label: paymentLabel(order.provider, locale),
      instructions: await instructionsFor(ctx, order, locale),
    },
    fulfilments: await presentParcels(ctx, parcels, options.reveal),
    refunds: refunds.map((refund) => presentRefund(refund, price)),
    timeline: timelineOf(await listTransitions(ctx, order.id), locale),
    mayCancel: order.state === 'placed' && order.fulfilmentState === 'pending',
  };
}

/** The taxes of an order by rate, delivery included. Units: minor. */
function taxesOf(
  order: Pick<
    NonNullable<OrderRow>,
    'deliveryTaxLabel' | 'deliveryTaxRateBp' | 'deliveryTaxMinor' | 'deliveryGrossMinor'
  >,
  lines: readonly Pick<LineRow, 'taxLabel' | 'taxRateBp' | 'taxMinor'>[],
): { label: string; rateBp: number; taxMinor: bigint }[] {
  const delivery = {
    taxLabel: order.deliveryTaxLabel,
    taxRateBp: order.deliveryTaxRateBp,
    taxMinor: order.deliveryTaxMinor,
  };
  const all = order.deliveryGrossMinor > 0n ? [...lines, delivery] : lines;
  const byRate = Map.groupBy(all, ({ taxLabel, taxRateBp }) => `${taxRateBp} ${taxLabel}`);
  return [...byRate.values()].map((same) => ({
    label: same[0]?.taxLabel ?? '',
    rateBp: same[0]?.taxRateBp ?? 0,
    taxMinor: same.reduce((sum, { taxMinor }) => sum + taxMinor, 0n),
  }));
}

/** The people on an order. Shape: null when their data has been erased. */
export async function openContact(
  ctx: Context,
  order: Pick<NonNullable<OrderRow>, 'id'>,
): Promise<Order['contact']> {
  const parties = await listParties(ctx, [order.id]);
  const roles = ['buyer', 'recipient'] as const;
  const rows = roles.flatMap((role) => parties.find((one) => one.role === role) ?? []);
  const [buyer, recipient] = await vault.openMany(ctx, party, 'contact', rows);
  if (!buyer || !recipient) return null;
  const { email = '', ...bill } = buyer;
  const isSame =
    recipient.line1 === bill.line1 && recipient.postcode === bill.postcode && recipient.name === bill.name;
  return { email, name: buyer.name, shippingAddress: recipient, billingAddress: isSame ? null : bill };
}

async function openMasked(ctx: Context, order: Pick<NonNullable<OrderRow>, 'id'>): Promise<Order['contact']> {
  const contact = await openContact(asTheHouse(ctx), order);
  return contact && maskContact(contact);
}

async function presentParcels(
  ctx: Context,
  parcels: readonly ParcelRow[],
  reveal: boolean,
): Promise<Order['fulfilments']> {
  const numbers = reveal ? await vault.openMany(ctx, parcel, 'tracking', parcels) : parcels.map(() => null);
  return parcels.map((one, index) => {
    const number = numbers[index]?.number ?? null;
    return {
      id: one.id,
      carrier: one.carrier,
      trackingNumber: number,
      trackingUrl: number === null ? null : trackingUrl(one.carrier, number),
      shippedAt: one.shippedAt.toISOString(),
      deliveredAt: one.deliveredAt?.toISOString() ?? null,
      lines: one.lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
    };
  });
}

const presentRefund = (refund: RefundRow, price: (minor: bigint) => Price): Order['refunds'][number] => ({
  id: refund.id,
  amount: price(refund.amountMinor),
  at: refund.at.toISOString(),
  lines: refund.lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
});

/** What a buyer has to do to pay, for as long as there is something to do. */
async function instructionsFor(
  ctx: Context,
  order: NonNullable<OrderRow>,
  locale: Locale,
): Promise<string | null> {
  if (order.paymentState !== 'pending' || order.state === 'cancelled') return null;
  const amount = formatMoney({ minor: order.totalMinor, currency: currency(order.currency) }, locale);
  if (order.provider === 'cash-on-delivery') {
    return locale === 'de'
      ? `Bitte halten Sie bei der Lieferung ${amount} bereit.`
      : `Please have ${amount} ready when the parcel arrives.`;
  }
  if (order.provider !== 'bank-transfer') return null;
  const { bankHolder, bankIban, bankBic, legalName } = await getShop(ctx);
  const account = [bankHolder ?? legalName, bankIban && `IBAN ${bankIban}`, bankBic && `BIC ${bankBic}`]
    .filter(Boolean)
    .join(', ');
  return locale === 'de'
    ? `Bitte überweisen Sie ${amount} an ${account}. Verwendungszweck: ${String(order.number)}`
    : `Please transfer ${amount} to ${account}. Reference: ${String(order.number)}`;
}
