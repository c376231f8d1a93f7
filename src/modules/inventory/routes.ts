import { Type } from 'typebox';
import { IdText, Instant, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { adjustStock } from './adjust-stock.ts';
import { countStock } from './count-stock.ts';
import { arriveStock, moveStock, sendStock } from './move-stock.ts';
import { receiveStock } from './receive-stock.ts';
import { listRoutes } from './routes-lists.ts';
import { locationRoutes } from './routes-locations.ts';
import { setItemRules } from './set-item-rules.ts';
import { setKit } from './set-kit.ts';
import { FromZero, IdemKey, LinesShape, PostedShape, Quantity, ReasonShape } from './shapes.ts';
import type { LocationId, TransferId } from './stock.ts';

const write = { audience: { staff: 'stock.write' }, purpose: 'administer' } as const;
const offer = (text: string): OfferId => asId<OfferId>(text);
const place = (text: string | undefined): LocationId | undefined =>
  text === undefined ? undefined : asId<LocationId>(text);
const lines = <Line extends { offerId: string }>(given: readonly Line[]) =>
  given.map((line) => ({ ...line, offerId: offer(line.offerId) }));
const common = { locationId: Type.Optional(IdText), idemKey: Type.Optional(IdemKey) };
const OfferParams = Shape({ offerId: IdText });

export function routes(http: Http): void {
  listRoutes(http);
  locationRoutes(http);

  http.post(
    '/api/admin/stock/receive',
    {
      config: { ...write, says: 'Puts goods that were delivered on a shelf.' },
      schema: {
        body: Shape({ ...common, lines: LinesShape, occurredAt: Type.Optional(Instant) }),
        response: { 201: PostedShape },
      },
    },
    async (request, reply) => {
      const { occurredAt, locationId, idemKey } = request.body;
      const input = { lines: lines(request.body.lines), locationId: place(locationId), idemKey };
      const at = occurredAt === undefined ? undefined : new Date(occurredAt);
      return reply
        .code(201)
        .send(await request.work((ctx) => receiveStock(ctx, { ...input, occurredAt: at })));
    },
  );

  http.post(
    '/api/admin/stock/adjust',
    {
      config: { ...write, says: 'Corrects what is on a shelf, with a reason.' },
      schema: {
        body: Shape({ ...common, offerId: IdText, change: Quantity, reason: ReasonShape }),
        response: { 201: PostedShape },
      },
    },
    async (request, reply) => {
      const { offerId, locationId, ...rest } = request.body;
      const input = { ...rest, offerId: offer(offerId), locationId: place(locationId) };
      return reply.code(201).send(await request.work((ctx) => adjustStock(ctx, input)));
    },
  );

  http.post(
    '/api/admin/stock/count',
    {
      config: { ...write, says: 'Makes a shelf say what was counted, and answers with the differences.' },
      schema: {
        body: Shape({
          ...common,
          lines: Type.Array(Shape({ offerId: IdText, counted: FromZero }), { minItems: 1, maxItems: 500 }),
        }),
        response: {
          200: Shape({
            items: Type.Array(
              Shape({ offerId: IdText, before: Quantity, after: Quantity, variance: Quantity }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const { locationId, idemKey } = request.body;
      const input = { lines: lines(request.body.lines), locationId: place(locationId), idemKey };
      return { items: await request.work((ctx) => countStock(ctx, input)) };
    },
  );

  http.post(
    '/api/admin/stock/move',
    {
      config: { ...write, says: 'Moves stock from one place to another.' },
      schema: {
        body: Shape({ from: IdText, to: IdText, lines: LinesShape, idemKey: Type.Optional(IdemKey) }),
        response: { 201: PostedShape },
      },
    },
    async (request, reply) => {
      const { from, to, idemKey } = request.body;
      const input = {
        from: asId<LocationId>(from),
        to: asId<LocationId>(to),
        lines: lines(request.body.lines),
        idemKey,
      };
      return reply.code(201).send(await request.work((ctx) => moveStock(ctx, input)));
    },
  );

  http.post(
    '/api/admin/stock/transfers',
    {
      config: { ...write, says: 'Sends stock on its way; it is in transit until it arrives.' },
      schema: {
        body: Shape({ from: IdText, lines: LinesShape, idemKey: Type.Optional(IdemKey) }),
        response: { 201: Shape({ ...PostedShape.properties, transferId: IdText }) },
      },
    },
    async (request, reply) => {
      const input = {
        from: asId<LocationId>(request.body.from),
        lines: lines(request.body.lines),
        idemKey: request.body.idemKey,
      };
      return reply.code(201).send(await request.work((ctx) => sendStock(ctx, input)));
    },
  );

  http.post(
    '/api/admin/stock/transfers/:transferId/arrive',
    {
      config: { ...write, says: 'Puts what is on its way on a shelf.' },
      schema: {
        params: Shape({ transferId: IdText }),
        body: Shape({ to: IdText }),
        response: { 201: PostedShape },
      },
    },
    async (request, reply) => {
      const transferId = asId<TransferId>(request.params.transferId);
      const to = asId<LocationId>(request.body.to);
      return reply.code(201).send(await request.work((ctx) => arriveStock(ctx, { transferId, to })));
    },
  );

  http.put(
    '/api/admin/stock/offers/:offerId/kit',
    {
      config: { ...write, says: 'Says what a kit is made of; no parts make it an ordinary offer again.' },
      schema: {
        params: OfferParams,
        body: Shape({ parts: Type.Array(LinesShape.items, { maxItems: 50 }) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await request.work((ctx) => setKit(ctx, offer(request.params.offerId), lines(request.body.parts)));
      return reply.code(204).send(null);
    },
  );

  http.patch(
    '/api/admin/stock/offers/:offerId',
    {
      config: {
        ...write,
        says: 'Says how an offer is stocked: its unit, when it is low, how many are kept back.',
      },
      schema: {
        params: OfferParams,
        body: Shape({
          scale: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
          lowAt: Type.Optional(FromZero),
          safety: Type.Optional(FromZero),
        }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await request.work((ctx) => setItemRules(ctx, offer(request.params.offerId), request.body));
      return reply.code(204).send(null);
    },
  );
}
