import { stringify } from 'csv-stringify/sync';
import type { Context } from '#kernel/context.ts';
import { decimalOf } from '#kernel/money.ts';
import { listOrderRows } from './queries-show.ts';
import type { OrderFilter, OrderItemRow } from './queries-show.ts';
import { listBookings } from './queries-export.ts';
import type { Booking } from './queries-export.ts';

const headings = [
  'Order', 'Placed', 'State', 'Payment', 'Fulfilment', 'Country', 'Paid by', 'Row', 'Booked', 'SKU', 'Item', 'Variant',
  'Quantity', 'Net', 'Tax rate', 'Tax', 'Gross', 'Currency',
]; // prettier-ignore

const portion = 100;

/**
 * Writes placed orders as a file for bookkeepers and spreadsheets, newest first: a row for each thing sold, for the
 * delivery, and for each refund, so that the column "Gross" adds up to what the orders brought.
 *
 * Nobody stands in it: who bought what is read in the order, where reading is recorded. `work` runs each portion in a
 * unit of work of its own. Units: decimals of the order's currency; tax rates in per cent. Shape: pieces of CSV text.
 */
export async function* exportOrders(
  work: <T>(run: (ctx: Context) => Promise<T>) => Promise<T>,
  filter: OrderFilter,
): AsyncGenerator<string> {
  yield stringify([headings]);
  for (let after: { placedAt: Date; id: string } | undefined; ;) {
    const { orders, rows } = await work((ctx) => readPortion(ctx, filter, after));
    yield stringify(rows);
    const last = orders.at(-1);
    if (!last?.placedAt || orders.length < portion) return;
    after = { placedAt: last.placedAt, id: last.id };
  }
}

async function readPortion(
  ctx: Context,
  filter: OrderFilter,
  after: { placedAt: Date; id: string } | undefined,
): Promise<{ orders: OrderItemRow[]; rows: string[][] }> {
  const orders = await listOrderRows(ctx, { filter, search: undefined, after, limit: portion });
  const bookings = await listBookings(
    ctx,
    orders.map(({ id }) => id),
  );
  const rows = orders.flatMap((order) =>
    bookings.filter(({ orderId }) => orderId === order.id).map((booking) => rowOf(order, booking)),
  );
  return { orders, rows };
}

function rowOf(order: OrderItemRow, booking: Booking): string[] {
  const amount = (minor: bigint): string => decimalOf(minor, order.currency);
  return [
    String(order.number ?? ''),
    order.placedAt?.toISOString() ?? '',
    order.state,
    order.paymentState,
    order.fulfilmentState,
    order.country,
    order.provider,
    booking.row,
    (booking.at ?? order.placedAt)?.toISOString() ?? '',
    tame(booking.sku ?? ''),
    tame(booking.title),
    tame(booking.variantTitle),
    booking.quantity === null ? '' : String(booking.quantity),
    amount(booking.netMinor),
    booking.taxRateBp === null ? '' : decimalOf(BigInt(booking.taxRateBp), 'EUR'),
    amount(booking.taxMinor),
    amount(booking.netMinor + booking.taxMinor),
    order.currency,
  ];
}

/** A spreadsheet would run it as a formula. */
const tame = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
