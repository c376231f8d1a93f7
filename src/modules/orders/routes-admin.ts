import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { Context } from '#kernel/context.ts';
import {
  IdText,
  Instant,
  MoneyShape,
  PageOf,
  pageQuery,
  presentMoney,
  Shape,
  versionIn,
} from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Permission } from '#kernel/permissions.ts';
import { settleRefund } from '#modules/payments/index.ts';
import type { OrderId, RefundId } from '#modules/payments/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { checkVersion } from './check-version.ts';
import { getStaffOrder } from './get-order.ts';
import type { StaffOrder } from './get-order.ts';
import { getToday } from './get-today.ts';
import { listOrders } from './list-orders.ts';
import { markOrderPaid } from './mark-order-paid.ts';
import { fulfilmentStates, orderStates } from './order.ts';
import type { OrderLineId } from './order.ts';
import type { RefundAsk, RefundPlan } from './plan-refund.ts';
import { previewRefund, refundLines } from './refund-lines.ts';
import { OrderItemShape, RefundAskShape, RefundPreviewShape, StaffOrderShape } from './shapes.ts';
import { writeNote } from './write-note.ts';

const byId = Shape({ id: IdText });
const codes = (known: readonly string[]) =>
  Type.Optional(Type.String({ pattern: `^(${known.join('|')})(,(${known.join('|')}))*$` }));
const list = (text: string | undefined) => text?.split(',');

const hasRight = ({ visitor }: FastifyRequest, right: Permission): boolean =>
  visitor.kind === 'staff' && visitor.permissions.has(right);

/** Staff see people only with a permission of its own. */
const mayReveal = (request: FastifyRequest): boolean => hasRight(request, 'people.reveal');

const orderIdOf = (request: { params: { id: string } }): OrderId => asId<OrderId>(request.params.id);

/** Runs a verb on an order that is as If-Match says, if it says so, sends the refund it may have made, and shows what became of it. */
async function change(
  request: FastifyRequest & { params: { id: string } },
  verb: (ctx: Context, id: OrderId) => Promise<{ refundId?: RefundId | null } | void>,
): Promise<StaffOrder> {
  const id = orderIdOf(request);
  const done = await request.work(async (ctx) => {
    await checkVersion(ctx, id, versionIn(request));
    return verb(ctx, id);
  });
  if (done?.refundId) await settleRefund(request.house, request.tenant, done.refundId);
  return request.work((ctx) => getStaffOrder(ctx, id, mayReveal(request)));
}

const askOf = (body: Static<typeof RefundAskShape>): RefundAsk =>
  body.everything
    ? { everything: true }
    : {
        lines: (body.lines ?? []).map(({ orderLineId, quantity }) => ({
          orderLineId: asId<OrderLineId>(orderLineId),
          quantity,
        })),
        delivery: body.delivery ?? false,
      };

function presentPlan(plan: RefundPlan & { currency: string }): Static<typeof RefundPreviewShape> {
  const price = (minor: bigint) => presentMoney({ minor, currency: currency(plan.currency) });
  return {
    amount: price(plan.amountMinor),
    tax: price(plan.taxMinor),
    delivery: price(plan.deliveryMinor),
    lines: plan.lines.map(({ orderLineId, quantity, grossMinor }) => ({
      orderLineId,
      quantity,
      amount: price(grossMinor),
    })),
  };
}

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
        response: {
          200: Shape({
            orders: Type.Integer(),
            revenue: MoneyShape,
            toShip: Type.Integer(),
            toBePaid: Type.Integer(),
            incidents: Type.Integer(),
            refundsByHand: Type.Integer(),
          }),
        },
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
        querystring: Shape({
          ...pageQuery,
          q: Type.Optional(
            Type.String({ maxLength: 200, description: 'order number, e-mail address or name' }),
          ),
          state: codes(orderStates),
          payment: codes(['pending', 'authorised', 'captured', 'partially_refunded', 'refunded', 'voided']),
          fulfilment: codes(fulfilmentStates),
          toShip: Type.Optional(
            Type.Boolean({ description: 'only those that can be sent now: paid, or to be paid at the door' }),
          ),
          from: Type.Optional(Instant),
          to: Type.Optional(Instant),
        }),
        response: { 200: PageOf(OrderItemShape) },
      },
    },
    (request) => {
      const { q, after, limit = 50, state, payment, fulfilment, toShip, from, to } = request.query;
      const filter = {
        ...(state && { states: list(state) ?? [] }),
        ...(payment && { paymentStates: list(payment) ?? [] }),
        ...(fulfilment && { fulfilmentStates: list(fulfilment) ?? [] }),
        ...(toShip && { toShip }),
        ...(from && { from: new Date(from) }),
        ...(to && { to: new Date(to) }),
      };
      return request.work((ctx) => listOrders(ctx, { filter, q, after, limit }, mayReveal(request)));
    },
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

  http.post(
    '/api/admin/orders/:id/mark-paid',
    {
      config: {
        audience: { staff: 'orders.write' },
        purpose: 'administer',
        says: 'Records that the promised money is there.',
      },
      schema: { params: byId, response: { 200: StaffOrderShape } },
    },
    (request) => change(request, markOrderPaid),
  );

  http.post(
    '/api/admin/orders/:id/cancel',
    {
      config: {
        audience: { staff: 'orders.write' },
        purpose: 'administer',
        says: 'Cancels an order of which nothing has left; one that is paid only for who may give money back.',
      },
      schema: { params: byId, response: { 200: StaffOrderShape } },
    },
    (request) => change(request, (ctx, id) => cancelOrder(ctx, id, hasRight(request, 'orders.refund'))),
  );

  http.post(
    '/api/admin/orders/:id/refunds/preview',
    {
      config: {
        audience: { staff: 'orders.refund' },
        purpose: 'administer',
        says: 'Says what a refund would be, and changes nothing.',
        idempotency: 'off',
      },
      schema: { params: byId, body: RefundAskShape, response: { 200: RefundPreviewShape } },
    },
    async (request) =>
      presentPlan(await request.work((ctx) => previewRefund(ctx, orderIdOf(request), askOf(request.body)))),
  );

  http.post(
    '/api/admin/orders/:id/refunds',
    {
      config: {
        audience: { staff: 'orders.refund' },
        purpose: 'administer',
        says: 'Gives money back for pieces of an order, or for all of it.',
      },
      schema: { params: byId, body: RefundAskShape, response: { 200: StaffOrderShape } },
    },
    (request) => {
      const { reason, restock = false, expectedMinor } = request.body;
      const expected = expectedMinor === undefined ? undefined : BigInt(expectedMinor);
      return change(request, (ctx, id) =>
        refundLines(ctx, id, askOf(request.body), { reason, restock, expectedMinor: expected }),
      );
    },
  );

  http.post(
    '/api/admin/orders/:id/notes',
    {
      config: {
        audience: { staff: 'orders.write' },
        purpose: 'administer',
        says: 'Writes a remark to an order; it is sealed.',
      },
      schema: {
        params: byId,
        body: Shape({ text: Type.String({ minLength: 1, maxLength: 5000 }) }),
        response: { 200: StaffOrderShape },
      },
    },
    (request) => change(request, (ctx, id) => writeNote(ctx, id, request.body.text)),
  );
}
