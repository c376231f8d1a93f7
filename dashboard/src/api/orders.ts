import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, ifMatch } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

export type OrderItem = ItemOf<'/api/admin/orders'>;
export type Order = Answer<'get', '/api/admin/orders/{id}'>;

export interface OrdersFilter {
  readonly q?: string;
  readonly state?: string;
  readonly payment?: string;
  readonly fulfilment?: string;
  /** Only what can be sent now. */
  readonly toShip?: boolean;
  readonly from?: string;
  readonly to?: string;
}

export const listOrders = (filter: OrdersFilter, after?: string, limit = 50) =>
  bodyOf(
    api.GET('/api/admin/orders', { params: { query: { ...filter, limit, ...(after ? { after } : {}) } } }),
  );

/** Where the same orders lie as a file for bookkeepers; nobody is named in it, so it knows no search. */
export function ordersFileAddress(filter: OrdersFilter): string {
  const asked = Object.entries(filter).flatMap(([name, value]) =>
    name === 'q' || value === undefined ? [] : [[name, String(value)]],
  );
  return `/api/admin/exports/orders.csv?${new URLSearchParams(asked).toString()}`;
}

const one = (id: string) => ({ params: { path: { id } } });

/** The order as its reader saw it: a deed on an order that somebody else has moved on meanwhile is refused. */
export type SeenOrder = Pick<Order, 'id' | 'version'>;

export const asSeen = ({ id, version }: SeenOrder) => ({ ...one(id), ...ifMatch(`"${version}"`) });

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: () => bodyOf(api.GET('/api/admin/orders/{id}', one(id))),
  });

export const todayQuery = queryOptions({
  queryKey: ['orders', 'today'],
  queryFn: () => bodyOf(api.GET('/api/admin/today')),
  refetchInterval: 60_000,
});

export const markPaid = (order: SeenOrder) =>
  bodyOf(api.POST('/api/admin/orders/{id}/mark-paid', asSeen(order)));

export const cancelOrder = (order: SeenOrder) =>
  bodyOf(api.POST('/api/admin/orders/{id}/cancel', asSeen(order)));

export const writeNote = (id: string, text: string) =>
  bodyOf(api.POST('/api/admin/orders/{id}/notes', { ...one(id), body: { text } }));

export type RefundReason = 'returned' | 'damaged' | 'missing' | 'goodwill' | 'cancelled';

export interface RefundAsk {
  readonly lines: { orderLineId: string; quantity: number }[];
  readonly delivery: boolean;
  readonly reason: RefundReason;
  readonly restock: boolean;
}

export const previewRefund = (id: string, ask: RefundAsk) =>
  bodyOf(api.POST('/api/admin/orders/{id}/refunds/preview', { ...one(id), body: ask }));

/** The server refuses another amount than the one that was shown. */
export const refund = (order: SeenOrder, ask: RefundAsk, expectedMinor: number) =>
  bodyOf(api.POST('/api/admin/orders/{id}/refunds', { ...asSeen(order), body: { ...ask, expectedMinor } }));
