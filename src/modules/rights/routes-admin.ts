import { Type } from 'typebox';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { PageOf, Shape, byId, hasPermission, pageQuery } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { getRequest, listRequests, waitingRequests } from './list-requests.ts';
import { openRequest } from './open-request.ts';
import { refuse } from './refuse.ts';
import type { RequestId } from './request.ts';
import {
  DetailShape,
  Email,
  KindShape,
  WaitingShape,
  askingFields,
  presentDetail,
  presentWaiting,
} from './shapes.ts';

const read = { audience: { staff: 'privacy.read' }, purpose: 'rights' } as const;
export const write = { audience: { staff: 'privacy.write' }, purpose: 'rights' } as const;
const list = '/api/admin/privacy/requests';
export const one = `${list}/:id`;

export const requestIn = (request: { params: { id: string } }): RequestId =>
  asId<RequestId>(request.params.id);

/** A request as the colleague who answers it sees it; the reading is recorded. Who may not read people sees masks. */
export const showRequest = (request: FastifyRequest, id: RequestId) =>
  request.work(async (ctx) =>
    presentDetail(await getRequest(ctx, id, hasPermission(request, 'people.reveal')), ctx.now),
  );

/** What waits for an answer. */
export function waitingRoutes(http: Http): void {
  http.get(
    list,
    {
      config: {
        ...read,
        says: 'Requests about personal data: what waits by deadline, what is closed the newest first.',
      },
      schema: {
        querystring: Shape({
          ...pageQuery,
          which: Type.Optional(
            Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('all')]),
          ),
          kind: Type.Optional(KindShape),
        }),
        response: { 200: PageOf(WaitingShape) },
      },
    },
    async (request) => {
      const { limit = 50, after, which = 'open', kind } = request.query;
      return request.work(async (ctx) => {
        const page = await listRequests(ctx, { limit, which, kind, after: positionIn(after) });
        return {
          items: page.items.map((row) => presentWaiting(row, ctx.now)),
          next: page.next ? cursorOf([page.next.at.toISOString(), page.next.id]) : null,
        };
      });
    },
  );

  http.get(
    '/api/admin/privacy/waiting',
    {
      config: { ...read, says: 'How many requests wait, and how many are near or past their deadline.' },
      schema: {
        response: { 200: Shape({ open: Type.Integer(), soon: Type.Integer(), overdue: Type.Integer() }) },
      },
    },
    (request) => request.work(waitingRequests),
  );
}

/** One request: looked at, or written down by a colleague. */
export function requestRoutes(http: Http): void {
  http.get(
    one,
    {
      config: {
        ...read,
        audience: { staff: 'privacy.write' },
        says: 'One request with what was said, its log and its plan; the reading is recorded.',
      },
      schema: { params: byId, response: { 200: DetailShape } },
    },
    (request) => showRequest(request, requestIn(request)),
  );

  http.post(
    list,
    {
      config: {
        ...write,
        says: 'Writes down a request that came by letter or phone; a link goes to the address for proof.',
      },
      schema: {
        body: Shape({
          ...askingFields,
          email: Email,
          name: Type.Optional(Type.String({ maxLength: 200 })),
          receivedAt: Type.Optional(Type.String({ format: 'date-time' })),
        }),
        response: { 201: DetailShape },
      },
    },
    async (request, reply) => {
      const { receivedAt, ...asked } = request.body;
      const row = await request.work((ctx) =>
        openRequest(ctx, {
          ...asked,
          door: 'staff',
          origin: `${request.protocol}://${request.host}`,
          ...(receivedAt !== undefined && { receivedAt: new Date(receivedAt) }),
        }),
      );
      if (!row) throw refuse.noRequest();
      return reply.code(201).send(await showRequest(request, row.id));
    },
  );
}

function positionIn(after: string | undefined): { at: Date; id: string } | undefined {
  const place = placeAfter(after, 'instant', 'id');
  return place && { at: place[0], id: place[1] };
}
