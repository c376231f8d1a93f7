import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { Context } from '#kernel/context.ts';
import { Shape, byId, hasPermission, presentMoney, versionIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { settleRefund } from '#modules/payments/index.ts';
import type { OrderId, RefundId } from '#modules/payments/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { checkVersion } from './check-version.ts';
import { getStaffOrder } from './get-order.ts';
import type { StaffOrder } from './get-order.ts';
import { markOrderPaid } from './mark-order-paid.ts';
import type { OrderLineId } from './order.ts';
import type { RefundAsk, RefundPlan } from './plan-refund.ts';
import { previewRefund, refundLines } from './refund-lines.ts';
import { mayReveal, orderIdOf } from './routes-admin.ts';
import { RefundAskShape, RefundPreviewShape, StaffOrderShape } from './shapes.ts';
import { writeNote } from './write-note.ts';

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

/** What staff do to an order, beside shipping it. */
export function changeRoutes(http: Http): void {
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
    (request) => change(request, (ctx, id) => cancelOrder(ctx, id, hasPermission(request, 'orders.refund'))),
  );
}

/** Giving money back. */
export function refundRoutes(http: Http): void {
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
}

/** What colleagues tell each other about an order. */
export function noteRoutes(http: Http): void {
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
