import { Type } from 'typebox';
import type { Static } from 'typebox';
import { IdText, Instant, MoneyShape, Nullable, presentMoney, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { confirmRefund } from './confirm-refund.ts';
import type { IncidentId, RefundId } from './payment.ts';
import { listManualRefunds, listOpenIncidents } from './queries-refunds.ts';
import type { Incident, Refund } from './queries-refunds.ts';
import { resolveIncident } from './resolve-incident.ts';
import { testCardRoutes } from './routes-test-card.ts';

const IncidentShape = Shape({
  id: IdText,
  kind: Type.String(),
  paymentId: IdText,
  orderId: Nullable(IdText),
  amount: MoneyShape,
  openedAt: Instant,
});

const RefundShape = Shape({
  id: IdText,
  orderId: Nullable(IdText),
  amount: MoneyShape,
  state: Type.String(),
  reason: Type.String(),
  requestedAt: Instant,
});

const presentIncident = (incident: Incident): Static<typeof IncidentShape> => ({
  id: incident.id,
  kind: incident.kind,
  paymentId: incident.paymentId,
  orderId: incident.orderId,
  amount: presentMoney({ minor: incident.amountMinor, currency: currency(incident.currency) }),
  openedAt: incident.openedAt.toISOString(),
});

const presentRefund = (refund: Refund): Static<typeof RefundShape> => ({
  id: refund.id,
  orderId: refund.orderId,
  amount: presentMoney({ minor: refund.amountMinor, currency: currency(refund.currency) }),
  state: refund.state,
  reason: refund.reason,
  requestedAt: refund.requestedAt.toISOString(),
});

const byId = Shape({ id: IdText });

export function routes(http: Http): void {
  http.get(
    '/api/admin/incidents',
    {
      config: {
        audience: { staff: 'orders.read' },
        purpose: 'administer',
        says: 'Lists money that needs a person to look at it.',
      },
      schema: { response: { 200: Shape({ items: Type.Array(IncidentShape) }) } },
    },
    async (request) => {
      const found = await request.work((ctx) => listOpenIncidents(ctx, 100));
      return { items: found.map(presentIncident) };
    },
  );

  http.post(
    '/api/admin/incidents/:id/resolve',
    {
      config: {
        audience: { staff: 'orders.refund' },
        purpose: 'administer',
        says: 'Takes an incident off the list.',
      },
      schema: { params: byId, response: { 200: Shape({ id: IdText, state: Type.String() }) } },
    },
    async (request) => {
      await request.work((ctx) => resolveIncident(ctx, asId<IncidentId>(request.params.id)));
      return { id: request.params.id, state: 'resolved' };
    },
  );

  http.get(
    '/api/admin/refunds/by-hand',
    {
      config: {
        audience: { staff: 'orders.refund' },
        purpose: 'administer',
        says: 'Lists refunds that staff have to send by hand.',
      },
      schema: { response: { 200: Shape({ items: Type.Array(RefundShape) }) } },
    },
    async (request) => {
      const found = await request.work((ctx) => listManualRefunds(ctx, 100));
      return { items: found.map(presentRefund) };
    },
  );

  http.post(
    '/api/admin/refunds/:id/confirm',
    {
      config: {
        audience: { staff: 'orders.refund' },
        purpose: 'administer',
        says: 'Records that a refund was sent by hand.',
      },
      schema: { params: byId, response: { 200: Shape({ id: IdText, state: Type.String() }) } },
    },
    async (request) => {
      await request.work((ctx) => confirmRefund(ctx, asId<RefundId>(request.params.id)));
      return { id: request.params.id, state: 'succeeded' };
    },
  );

  testCardRoutes(http);
}
