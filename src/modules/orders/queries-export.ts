import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { OrderId } from '#modules/payments/index.ts';

/** What an order brought, or gave back: then the amounts are below zero. */
export interface Booking {
  readonly orderId: OrderId;
  readonly row: 'goods' | 'delivery' | 'refund';
  /** When a refund was made; the rest is booked when the order was placed. */
  readonly at: Date | null;
  readonly sku: string | null;
  readonly title: string;
  readonly variantTitle: string;
  readonly quantity: number | null;
  readonly netMinor: bigint;
  /** A refund may mix several. */
  readonly taxRateBp: number | null;
  readonly taxMinor: bigint;
}

/** Everything that was booked for these orders: goods in their order, then delivery, then refunds. */
export async function listBookings(ctx: Context, orderIds: readonly OrderId[]): Promise<Booking[]> {
  const tenant = ctx.tenant.id;
  const { rows } = await sql<Booking>`
    select order_id, 'goods' as "row", null::timestamptz as at, sku, title, variant_title, quantity, net_minor, tax_rate_bp, tax_minor,
      1 as block, position as place
    from orders.order_line where tenant_id = ${tenant} and order_id = any(${orderIds})
    union all
    select id, 'delivery', null, null, delivery_name, '', 1, delivery_net_minor, delivery_tax_rate_bp, delivery_tax_minor, 2, 0
    from orders."order" where tenant_id = ${tenant} and id = any(${orderIds})
    union all
    select order_id, 'refund', at, null, reason, '', null, -(goods_net_minor + delivery_net_minor), null, -tax_minor, 3,
      row_number() over (order by at, id)::int
    from orders.refund where tenant_id = ${tenant} and order_id = any(${orderIds})
    order by block, place`.execute(ctx.tx);
  return rows;
}
