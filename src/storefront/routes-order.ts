import { Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { cancelOrder, getOrderByToken, readOrderToken } from '#modules/orders/index.ts';
import { settleRefund } from '#modules/payments/index.ts';
import { Type } from 'typebox';
import { findCart } from './find-cart.ts';
import { cancelPage, orderPage } from './pages/order.ts';
import { addressOf, showPage } from './show.ts';
import { orderWords } from './words/order.ts';

const config = { audience: 'public', purpose: 'account', page: true } as const;
const byToken = Shape({ token: Type.String({ minLength: 10, maxLength: 100 }) });

/** An order for whoever has its secret link, and its cancellation. */
export function orderRoutes(http: Http): void {
  http.get(
    '/orders/:token',
    {
      config: { ...config, says: 'Shows an order to whoever has its secret link.' },
      schema: { params: byToken },
    },
    async (request, reply) => {
      const order = await request.work((ctx) => getOrderByToken(ctx, request.params.token));
      const justPlaced = addressOf(request).searchParams.has('placed');
      if (justPlaced) await findCart(request, reply);
      const main = orderPage(order, request.locale, { justPlaced, home: request.tenant.country });
      reply.header('referrer-policy', 'no-referrer');
      return showPage(request, reply, {
        title: orderWords(request.locale).title(order.number),
        private: true,
        main,
      });
    },
  );

  http.get(
    '/orders/:token/cancel',
    { config: { ...config, says: 'Asks before an order is cancelled.' }, schema: { params: byToken } },
    async (request, reply) => {
      const order = await request.work((ctx) => getOrderByToken(ctx, request.params.token));
      if (!order.mayCancel) return reply.redirect(`/orders/${encodeURIComponent(order.token)}`, 303);
      const title = orderWords(request.locale).cancelTitle(order.number);
      return showPage(request, reply, { title, private: true, main: cancelPage(order, request.locale) });
    },
  );

  http.post(
    '/orders/:token/cancel',
    {
      config: { ...config, says: 'Cancels an order of which nothing has left yet.' },
      schema: { params: byToken },
    },
    async (request, reply) => {
      const { token } = request.params;
      const { refundId } = await request.work(async (ctx) =>
        cancelOrder(ctx, await readOrderToken(ctx, token), true),
      );
      if (refundId) await settleRefund(request.house, request.tenant, refundId);
      return reply.redirect(`/orders/${encodeURIComponent(token)}`, 303);
    },
  );
}
