import { IdText, Instant, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { RevealReasonShape } from '#modules/identity/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { revealOrder } from './reveal-order.ts';
import { ContactShape } from './shapes.ts';

/** The door for those whose role masks people: a reason, a record, and twenty people an hour. */
export function revealRoutes(http: Http): void {
  http.post(
    '/api/admin/orders/:id/reveal',
    {
      config: {
        audience: { staff: 'orders.read' },
        purpose: 'administer',
        says: 'Shows the people on one order, because of a reason that is recorded; twenty people an hour.',
        idempotency: 'off', // a stored answer would show them again without a record
      },
      schema: {
        params: Shape({ id: IdText }),
        body: Shape({ because: RevealReasonShape }),
        response: { 200: Shape({ contact: ContactShape, readAt: Instant }) },
      },
    },
    (request) =>
      request.work((ctx) => revealOrder(ctx, asId<OrderId>(request.params.id), request.body.because)),
  );
}
