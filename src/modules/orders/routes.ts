import { Type } from 'typebox';
import { PageOf, pageQuery, Shape, signedIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { settleRefund } from '#modules/payments/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { getOrderByToken, readOrderToken } from './get-order.ts';
import { listAccountOrders } from './list-orders.ts';
import { adminRoutes } from './routes-admin.ts';
import { changeRoutes, noteRoutes, refundRoutes } from './routes-change.ts';
import { revealRoutes } from './routes-reveal.ts';
import { AccountOrderShape, OrderShape } from './shapes.ts';

const byToken = Shape({ token: Type.String({ minLength: 10, maxLength: 100 }) });

export function routes(http: Http): void {
  http.get(
    '/api/store/orders/:token',
    {
      config: {
        audience: 'public',
        purpose: 'account',
        says: 'Shows an order to whoever has its secret link.',
      },
      schema: { params: byToken, response: { 200: OrderShape } },
    },
    (request) => request.work((ctx) => getOrderByToken(ctx, request.params.token)),
  );

  http.post(
    '/api/store/orders/:token/cancel',
    {
      config: {
        audience: 'public',
        purpose: 'account',
        says: 'Cancels an order of which nothing has left yet.',
      },
      schema: { params: byToken, response: { 200: OrderShape } },
    },
    async (request) => {
      const { token } = request.params;
      const { refundId } = await request.work(async (ctx) =>
        cancelOrder(ctx, await readOrderToken(ctx, token), true),
      );
      if (refundId) await settleRefund(request.house, request.tenant, refundId);
      return request.work((ctx) => getOrderByToken(ctx, token));
    },
  );

  http.get(
    '/api/account/orders',
    {
      config: { audience: 'buyer', purpose: 'account', says: 'Lists the orders of the signed-in buyer.' },
      schema: { querystring: Shape(pageQuery), response: { 200: PageOf(AccountOrderShape) } },
    },
    async (request) => {
      const { subject } = signedIn(request);
      const { after, limit = 50 } = request.query;
      return request.work((ctx) => listAccountOrders(ctx, subject, { after, limit }));
    },
  );

  adminRoutes(http);
  changeRoutes(http);
  refundRoutes(http);
  noteRoutes(http);
  revealRoutes(http);
}
