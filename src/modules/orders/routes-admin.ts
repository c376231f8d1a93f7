import { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import {
  CountedPageOf,
  Instant,
  MoneyShape,
  Shape,
  countQuery,
  byId,
  hasPermission,
  pageQuery,
} from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { exportOrders } from './export-orders.ts';
import { getStaffOrder } from './get-order.ts';
import { getToday } from './get-today.ts';
import { listOrders } from './list-orders.ts';
import { fulfilmentStates, orderStates } from './order.ts';
import type { OrderFilter as OrderFilterAsked } from './queries-show.ts';
import { OrderItemShape, StaffOrderShape } from './shapes.ts';

const codes = (known: readonly string[]) =>
  Type.Optional(Type.String({ pattern: `^(${known.join('|')})(,(${known.join('|')}))*$` }));
const list = (text: string | undefined) => text?.split(',');

/** Staff see people only with a permission of its own. */
export const mayReveal = (request: FastifyRequest): boolean => hasPermission(request, 'people.reveal');

export const orderIdOf = (request: { params: { id: string } }): OrderId => asId<OrderId>(request.params.id);

const TodayShape = Shape({
  orders: Type.Integer(),
  revenue: MoneyShape,
  toShip: Type.Integer(),
  toBePaid: Type.Integer(),
  incidents: Type.Integer(),
  refundsByHand: Type.Integer(),
});

const filters = {
  state: codes(orderStates),
  payment: codes(['pending', 'authorised', 'captured', 'partially_refunded', 'refunded', 'voided']),
  fulfilment: codes(fulfilmentStates),
  toShip: Type.Optional(
    Type.Boolean({ description: 'only those that can be sent now: paid, or to be paid at the door' }),
  ),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
};
const FilterShape = Shape(filters);
const OrderFilter = Shape({
  ...pageQuery,
  ...countQuery,
  q: Type.Optional(Type.String({ maxLength: 200, description: 'order number, e-mail address or name' })),
  ...filters,
});

const filterOf = ({
  state,
  payment,
  fulfilment,
  toShip,
  from,
  to,
}: Static<typeof FilterShape>): OrderFilterAsked => ({
  ...(state && { states: list(state) ?? [] }),
  ...(payment && { paymentStates: list(payment) ?? [] }),
  ...(fulfilment && { fulfilmentStates: list(fulfilment) ?? [] }),
  ...(toShip && { toShip }),
  ...(from && { from: new Date(from) }),
  ...(to && { to: new Date(to) }),
});

/** Looking at orders. */
export function adminRoutes(http: Http): void {
  http.get(
    '/api/admin/today',
    {
      config: {
        audience: { staff: 'orders.read' },
        purpose: 'administer',
        says: 'Counts what came in today and what waits.',
      },
      schema: {
        response: { 200: TodayShape },
      },
    },
    (request) => request.work(getToday),
  );

  http.get(
    '/api/admin/orders',
    {
      config: {
        audience: { staff: 'orders.read' },
        purpose: 'administer',
        says: 'Lists or searches orders, newest first.',
      },
      schema: {
        querystring: OrderFilter,
        response: { 200: CountedPageOf(OrderItemShape) },
      },
    },
    (request) => {
      const { q, after, limit = 50, count, ...asked } = request.query;
      const filter = filterOf(asked);
      return request.work((ctx) =>
        listOrders(ctx, { filter, q, after, limit, counted: count === 'exact' }, mayReveal(request)),
      );
    },
  );

  http.get(
    '/api/admin/exports/orders.csv',
    {
      config: {
        audience: { staff: 'orders.read' },
        purpose: 'administer',
        says: 'Sends what was sold, delivered and refunded as a file for bookkeepers; nobody is named in it.',
      },
      schema: { querystring: FilterShape },
    },
    (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="orders.csv"')
        .send(Readable.from(exportOrders((run) => request.work(run), filterOf(request.query)))),
  );

  http.get(
    '/api/admin/orders/:id',
    {
      config: {
        audience: { staff: 'orders.read' },
        purpose: 'administer',
        says: 'Shows an order to staff; people masked without people.reveal.',
      },
      schema: { params: byId, response: { 200: StaffOrderShape } },
    },
    (request) => request.work((ctx) => getStaffOrder(ctx, orderIdOf(request), mayReveal(request))),
  );
}
