import { Type } from 'typebox';
import { IdText, Nullable, Shape, byId, hasPermission, versionIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import {
  carriers,
  checkOrderVersion,
  getStaffOrder,
  looksMistyped,
  orderShapes,
} from '#modules/orders/index.ts';
import type { OrderLineId } from '#modules/orders/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { confirmDelivery } from './confirm-delivery.ts';
import type { FulfilmentId } from './shipment.ts';
import { shipOrder } from './ship-order.ts';

const mayReveal = (request: FastifyRequest): boolean => hasPermission(request, 'people.reveal');

export function routes(http: Http): void {
  carrierRoutes(http);
  shipmentRoutes(http);
}

/** Carriers, and the numbers of their parcels. */
function carrierRoutes(http: Http): void {
  http.get(
    '/api/admin/carriers',
    {
      config: {
        audience: { staff: 'orders.read' },
        purpose: 'fulfil',
        says: 'Lists the carriers and where their parcels can be followed.',
      },
      schema: {
        response: {
          200: Shape({
            items: Type.Array(
              Shape({ code: Type.String(), label: Type.String(), trackingUrl: Nullable(Type.String()) }),
            ),
          }),
        },
      },
    },
    () => ({ items: carriers.map((carrier) => ({ ...carrier })) }),
  );

  http.post(
    '/api/admin/carriers/check',
    {
      config: {
        audience: { staff: 'orders.ship' },
        purpose: 'fulfil',
        says: 'Says whether a tracking number looks mistyped.',
        idempotency: 'off',
      },
      schema: {
        body: Shape({
          carrier: Type.String({ maxLength: 40 }),
          trackingNumber: Type.String({ maxLength: 80 }),
        }),
        response: { 200: Shape({ looksMistyped: Type.Boolean() }) },
      },
    },
    (request) => ({ looksMistyped: looksMistyped(request.body.carrier, request.body.trackingNumber) }),
  );
}

/** Sending pieces of an order on their way, until they arrive. */
function shipmentRoutes(http: Http): void {
  http.post(
    '/api/admin/orders/:id/shipments',
    {
      config: {
        audience: { staff: 'orders.ship' },
        purpose: 'administer',
        says: 'Sends pieces of an order on their way; without lines, all that is left.',
      },
      schema: {
        params: byId,
        body: Shape({
          carrier: Type.String({ maxLength: 40 }),
          trackingNumber: Type.Optional(Type.String({ maxLength: 80 })),
          lines: Type.Optional(
            Type.Array(
              Shape({ orderLineId: IdText, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
              { minItems: 1, maxItems: 500 },
            ),
          ),
        }),
        response: { 200: orderShapes.StaffOrderShape },
      },
    },
    async (request) => {
      const orderId = asId<OrderId>(request.params.id);
      const { carrier, trackingNumber } = request.body;
      const lines = request.body.lines?.map(({ orderLineId, quantity }) => ({
        orderLineId: asId<OrderLineId>(orderLineId),
        quantity,
      }));
      await request.work(async (ctx) => {
        await checkOrderVersion(ctx, orderId, versionIn(request));
        return shipOrder(ctx, { orderId, carrier, trackingNumber, lines });
      });
      return request.work((ctx) => getStaffOrder(ctx, orderId, mayReveal(request)));
    },
  );

  http.post(
    '/api/admin/shipments/:id/delivered',
    {
      config: {
        audience: { staff: 'orders.ship' },
        purpose: 'administer',
        says: 'Records that a shipment arrived.',
      },
      schema: { params: byId, response: { 200: orderShapes.StaffOrderShape } },
    },
    async (request) => {
      const orderId = await request.work((ctx) =>
        confirmDelivery(ctx, asId<FulfilmentId>(request.params.id)),
      );
      return request.work((ctx) => getStaffOrder(ctx, orderId, mayReveal(request)));
    },
  );
}
