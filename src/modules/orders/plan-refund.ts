import type { OrderLineId } from './order.ts';
import { shareOfLine } from './order.ts';
import type { LineRow, OrderRow } from './queries.ts';
import type { NewRefundLine } from './queries-change.ts';
import { refuse } from './refuse.ts';

/** What is asked to be given back. Shape: `everything` is all that is left, delivery included. */
export type RefundAsk =
  | { readonly everything: true }
  | {
      readonly everything?: false;
      readonly lines: readonly { readonly orderLineId: OrderLineId; readonly quantity: number }[];
      readonly delivery: boolean;
    };

export interface RefundPlan {
  readonly lines: readonly NewRefundLine[];
  readonly deliveryMinor: bigint;
  readonly deliveryNetMinor: bigint;
  readonly goodsNetMinor: bigint;
  readonly taxMinor: bigint;
  readonly amountMinor: bigint;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** How many pieces of a line could still be given back. */
const refundableQuantity = (line: LineRow): number => line.quantity - line.refundedQuantity;

/**
 * Works out a refund to the cent: pieces that have not left are dropped from the order first, the rest are returns.
 *
 * All parts of a line sum to the line, whatever they are given back in. The preview and the deed use this one plan.
 * Units: minor. Refuses: orders.noSuchLine, orders.tooMany, orders.nothingToRefund.
 */
export function planRefund(
  order: NonNullable<OrderRow>,
  lines: readonly LineRow[],
  ask: RefundAsk,
): RefundPlan {
  const wanted = ask.everything
    ? lines
        .map((line) => ({ orderLineId: line.id, quantity: refundableQuantity(line) }))
        .filter(({ quantity }) => quantity > 0)
    : ask.lines;
  if (new Set(wanted.map(({ orderLineId }) => orderLineId)).size < wanted.length)
    throw refuse.noSuchLine({ field: 'lines' });

  const planned = wanted.map(({ orderLineId, quantity }): NewRefundLine => {
    const line = lines.find(({ id }) => id === orderLineId);
    if (!line) throw refuse.noSuchLine({ field: 'lines', orderLineId });
    if (quantity > refundableQuantity(line))
      throw refuse.tooMany({ orderLineId, left: refundableQuantity(line) });
    const { refundedQuantity, refundedMinor, refundedTaxMinor } = line;
    const grossMinor = shareOfLine(line.grossMinor, line.quantity, refundedQuantity, refundedMinor, quantity);
    const taxMinor = shareOfLine(line.taxMinor, line.quantity, refundedQuantity, refundedTaxMinor, quantity);
    const unsent = line.quantity - line.shippedQuantity - line.droppedQuantity;
    const droppedQuantity = Math.min(quantity, unsent);
    return { orderLineId, quantity, droppedQuantity, grossMinor, taxMinor, netMinor: grossMinor - taxMinor };
  });

  const withDelivery = (ask.everything || ask.delivery) && order.deliveryRefundedMinor === 0n;
  const deliveryMinor = withDelivery ? order.deliveryGrossMinor : 0n;
  const deliveryNetMinor = withDelivery ? order.deliveryNetMinor : 0n;
  const goodsNetMinor = sum(planned.map((line) => line.netMinor));
  const taxMinor = sum(planned.map((line) => line.taxMinor)) + deliveryMinor - deliveryNetMinor;
  const amountMinor = goodsNetMinor + deliveryNetMinor + taxMinor;
  if (planned.length === 0 && !withDelivery) throw refuse.nothingToRefund({ field: 'lines' });
  return { lines: planned, deliveryMinor, deliveryNetMinor, goodsNetMinor, taxMinor, amountMinor };
}

/** Whether every piece has left or was dropped, and whether any left: what the order's states follow from. */
export function sendingOf(
  lines: readonly Pick<LineRow, 'quantity' | 'shippedQuantity' | 'droppedQuantity'>[],
): 'nothing' | 'some' | 'all' | 'dropped' {
  const isOpen = lines.some((line) => line.shippedQuantity + line.droppedQuantity < line.quantity);
  const hasLeft = lines.some((line) => line.shippedQuantity > 0);
  if (isOpen) return hasLeft ? 'some' : 'nothing';
  return hasLeft ? 'all' : 'dropped';
}
