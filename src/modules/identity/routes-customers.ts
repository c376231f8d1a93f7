import { Type } from 'typebox';
import { PageOf, Shape, byId, hasPermission, pageQuery } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { AccountId } from './account.ts';
import { getCustomer, listCustomers, revealCustomer } from './customers.ts';
import { RevealReasonShape } from './reveal.ts';
import { CustomerDetail, CustomerShape } from './shapes.ts';

const read = { audience: { staff: 'customers.read' }, purpose: 'administer' } as const;
const mayReveal = (request: FastifyRequest): boolean => hasPermission(request, 'people.reveal');

/** Customers with an account, as staff see them. */
export function customerRoutes(http: Http): void {
  http.get(
    '/api/admin/customers',
    {
      config: {
        ...read,
        says: 'Lists or finds customers by address or name; masked unless people may be read.',
      },
      schema: {
        querystring: Shape({ ...pageQuery, q: Type.Optional(Type.String({ maxLength: 254 })) }),
        response: { 200: PageOf(CustomerShape) },
      },
    },
    (request) =>
      request.work((ctx) => listCustomers(ctx, { ...request.query, mayReveal: mayReveal(request) })),
  );

  http.get(
    '/api/admin/customers/:id',
    {
      config: { ...read, says: 'Shows one customer; masked unless people may be read.' },
      schema: { params: byId, response: { 200: CustomerDetail } },
    },
    (request) =>
      request.work((ctx) => getCustomer(ctx, asId<AccountId>(request.params.id), mayReveal(request))),
  );

  http.post(
    '/api/admin/customers/:id/reveal',
    {
      config: {
        ...read,
        says: 'Shows one customer unmasked, because of a reason that is recorded; twenty people an hour.',
        idempotency: 'off',
      },
      schema: {
        params: byId,
        body: Shape({ because: RevealReasonShape }),
        response: { 200: CustomerDetail },
      },
    },
    (request) =>
      request.work((ctx) => revealCustomer(ctx, asId<AccountId>(request.params.id), request.body.because)),
  );
}
