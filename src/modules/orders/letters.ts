import type { Context, Locale } from '#kernel/context.ts';
import { currency, formatMoney } from '#kernel/money.ts';
import { letter, queueMail } from '#modules/notifications/index.ts';
import type { LetterBlock } from '#modules/notifications/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { findCarrier } from './carriers.ts';
import { getOrderRow } from './get-order.ts';
import { presentOrder } from './present-order.ts';
import type { Order } from './present-order.ts';

type LetterKind = 'confirmation' | 'shipped' | 'refunded' | 'cancelled';

const subjects: Readonly<Record<LetterKind, Readonly<Record<Locale, (number: string) => string>>>> = {
  confirmation: { en: (number) => `Your order ${number}`, de: (number) => `Ihre Bestellung ${number}` },
  shipped: {
    en: (number) => `Order ${number} is on its way`,
    de: (number) => `Bestellung ${number} ist unterwegs`,
  },
  refunded: {
    en: (number) => `Refund for order ${number}`,
    de: (number) => `Erstattung zu Bestellung ${number}`,
  },
  cancelled: {
    en: (number) => `Order ${number} is cancelled`,
    de: (number) => `Bestellung ${number} ist storniert`,
  },
};

const words = {
  en: {
    hello: (name: string) => `Hello ${name},`,
    confirmation: 'thank you for your order. This is what we have noted.',
    shipped: 'your parcel has left our house.',
    refunded: (amount: string) =>
      `we give you back ${amount}. It goes the way it came and may take a few days.`,
    byHand: (amount: string) =>
      `we give you back ${amount} by bank transfer. If we need your account for that, we will write to you.`,
    cancelled: 'your order is cancelled. Nothing will be sent, and nothing is owed.',
    paidBack: 'What you have paid goes back to you; a mail of its own tells you how much.',
    pay: 'How to pay',
    order: 'Your order',
    address: 'Goes to',
    parcel: 'Parcel',
    goods: 'Goods',
    delivery: 'Delivery',
    tax: (label: string, included: boolean) => (included ? `including ${label}` : label),
    total: 'Total',
    button: 'See the order',
    follow: 'Follow the parcel',
    why: (shop: string) => `You get this mail because of your order at ${shop}.`,
  },
  de: {
    hello: (name: string) => `Guten Tag ${name},`,
    confirmation: 'vielen Dank für Ihre Bestellung. Das haben wir notiert.',
    shipped: 'Ihr Paket hat unser Haus verlassen.',
    refunded: (amount: string) =>
      `wir erstatten Ihnen ${amount}. Das Geld geht den Weg zurück, den es kam; das kann einige Tage dauern.`,
    byHand: (amount: string) =>
      `wir erstatten Ihnen ${amount} per Überweisung. Falls wir dafür Ihre Bankverbindung brauchen, schreiben wir Ihnen.`,
    cancelled: 'Ihre Bestellung ist storniert. Es wird nichts verschickt, und es ist nichts offen.',
    paidBack: 'Was Sie bezahlt haben, geht an Sie zurück; wie viel, sagt Ihnen eine eigene Nachricht.',
    pay: 'So bezahlen Sie',
    order: 'Ihre Bestellung',
    address: 'Geht an',
    parcel: 'Paket',
    goods: 'Waren',
    delivery: 'Versand',
    tax: (label: string, included: boolean) => (included ? `darin ${label}` : label),
    total: 'Gesamt',
    button: 'Bestellung ansehen',
    follow: 'Sendung verfolgen',
    why: (shop: string) => `Sie erhalten diese Nachricht wegen Ihrer Bestellung bei ${shop}.`,
  },
} as const;

/**
 * Writes one of the mails about an order and puts it into the outbox, in the buyer's language.
 *
 * The same news is mailed once: `occasion` tells refunds and parcels of one order apart. An erased buyer gets none.
 */
export async function writeToBuyer(
  ctx: Context,
  kind: LetterKind,
  orderId: OrderId,
  occasion: { readonly id: string; readonly amountMinor?: number },
): Promise<void> {
  const row = await getOrderRow(ctx, orderId);
  if (!(await vault.isHere(ctx, row.buyerId))) return;
  const { locale } = row;
  const order = await presentOrder(ctx, row, { reveal: true, locale });
  if (!order.contact) return;
  const shop = await getShop(ctx);
  const says = words[locale];
  const money = (minor: number): string =>
    formatMoney({ minor: BigInt(minor), currency: currency(order.currency) }, locale);
  const parcel = order.fulfilments.find(({ id }) => id === occasion.id);
  const url = `${row.origin}/orders/${order.token}`;
  const content = letter({
    shopName: shop.name,
    title: subjects[kind][locale](order.number),
    intro: [
      says.hello(order.contact.name),
      ...introOf(kind, order, locale, money(occasion.amountMinor ?? 0)),
    ],
    blocks: blocksOf(kind, order, locale, money, parcel),
    button:
      kind === 'shipped' && parcel?.trackingUrl
        ? { label: says.follow, url: parcel.trackingUrl }
        : { label: says.button, url },
    footer: [says.why(shop.name), `${shop.legalName}\n${shop.legalAddress}`],
    locale,
    hue: shop.accentHue,
  });
  await queueMail(ctx, {
    subject: row.buyerId,
    to: { email: order.contact.email, name: order.contact.name },
    kind: `orders.${kind}`,
    locale,
    content: { subject: subjects[kind][locale](order.number), ...content },
    about: { table: 'orders.order', id: orderId },
    dedupe: `orders.${kind} ${occasion.id}`,
  });
}

function introOf(kind: LetterKind, order: Order, locale: Locale, amount: string): string[] {
  const says = words[locale];
  if (kind === 'refunded')
    return [order.payment.provider === 'test-card' ? says.refunded(amount) : says.byHand(amount)];
  if (kind === 'cancelled')
    return order.refunds.length > 0 ? [says.cancelled, says.paidBack] : [says.cancelled];
  return [says[kind]];
}

function blocksOf(
  kind: LetterKind,
  order: Order,
  locale: Locale,
  money: (minor: number) => string,
  parcel: Order['fulfilments'][number] | undefined,
): LetterBlock[] {
  const says = words[locale];
  const { totals, payment, contact } = order;
  const lines = (
    kind === 'shipped' && parcel
      ? parcel.lines
      : order.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }))
  ).flatMap(({ orderLineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    return line ? [{ ...line, quantity }] : [];
  });
  const rows = lines.map((line) => ({
    label: `${line.quantity} × ${line.title}`,
    ...(line.variantTitle !== '' && { detail: line.variantTitle }),
    ...(kind === 'confirmation' && { value: money(line.total.amountMinor) }),
  }));
  const sums = [
    { label: says.delivery, value: money(totals.delivery.amountMinor), detail: order.shipping.name },
    ...totals.taxes.map(({ label, tax }) => ({
      label: says.tax(label, totals.taxIncluded),
      value: money(tax.amountMinor),
    })),
    { label: says.total, value: money(totals.total.amountMinor), strong: true },
  ];
  const address = contact?.shippingAddress;
  const place = address && [
    address.name,
    address.company,
    address.line1,
    address.line2,
    [address.postcode, address.city].filter(Boolean).join(' '),
    address.country,
  ];
  const number = parcel?.trackingNumber;
  return [
    ...(kind === 'confirmation' && payment.instructions !== null
      ? [{ heading: says.pay, text: payment.instructions }]
      : []),
    ...(kind === 'shipped' && parcel
      ? [
          {
            heading: says.parcel,
            text: [findCarrier(parcel.carrier)?.label ?? parcel.carrier, number].filter(Boolean).join(' '),
          },
        ]
      : []),
    { heading: says.order, rows: kind === 'confirmation' ? [...rows, ...sums] : rows },
    ...(place && kind !== 'refunded' && kind !== 'cancelled'
      ? [{ heading: says.address, text: place.filter(Boolean).join('\n') }]
      : []),
  ];
}
