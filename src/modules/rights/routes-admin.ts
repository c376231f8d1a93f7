import { Type } from 'typebox';
import { IdText, PageOf, Shape, cursorOf, expectedVersion, pageQuery, readCursor } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId, isId } from '#kernel/ids.ts';
import { approveRequest, readAs } from './approve-request.ts';
import { answerRequest, refuseRequest } from './close-request.ts';
import { extendRequest } from './extend-request.ts';
import { getRequest, listRequests, mentionsIn, showPlan, waitingRequests } from './list-requests.ts';
import { noteCompany } from './note-company.ts';
import { openRequest } from './open-request.ts';
import { refuse } from './refuse.ts';
import type { Kind, RequestId } from './request.ts';
import {
  DelayShape,
  DenialShape,
  DetailShape,
  Email,
  KindShape,
  MentionShape,
  WaitingShape,
  WishShape,
  Words,
  askingFields,
  presentDetail,
  presentWaiting,
} from './shapes.ts';

const read = { audience: { staff: 'privacy.read' }, purpose: 'rights' } as const;
const write = { audience: { staff: 'privacy.write' }, purpose: 'rights' } as const;
const byId = Shape({ id: IdText });
const list = '/api/admin/privacy/requests';
const one = `${list}/:id`;

const idIn = (request: { params: { id: string } }): RequestId => asId<RequestId>(request.params.id);

const detail = (request: FastifyRequest, id: RequestId) =>
  request.work(async (ctx) => presentDetail(await getRequest(ctx, id), ctx.now));

/** What waits for an answer, and what staff may do about it. */
export function adminRoutes(http: Http): void {
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
    (request) => detail(request, idIn(request)),
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
      const { receivedAt, kind, email, name, text, value, was, wish } = request.body;
      const row = await request.work((ctx) =>
        openRequest(ctx, {
          kind,
          email,
          ...(name !== undefined && { name }),
          ...(text !== undefined && { text }),
          ...(value !== undefined && { value }),
          ...(was !== undefined && { was }),
          ...(wish !== undefined && { wish }),
          door: 'staff',
          origin: `${request.protocol}://${request.host}`,
          ...(receivedAt !== undefined && { receivedAt: notAfter(new Date(receivedAt), ctx.now) }),
        }),
      );
      if (!row) throw refuse.noRequest();
      return reply.code(201).send(await detail(request, row.id));
    },
  );

  decisionRoutes(http);
}

function decisionRoutes(http: Http): void {
  http.post(
    `${one}/companies`,
    {
      config: {
        ...write,
        says: 'Notes what a company without an interface was told by letter, or answered; takes If-Match.',
      },
      schema: {
        params: byId,
        body: Shape({
          processor: Type.String({ minLength: 1, maxLength: 60 }),
          end: Type.Union([Type.Literal('told'), Type.Literal('refused')]),
          evidence: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        response: { 200: DetailShape },
      },
    },
    async (request) => {
      const ifVersion = expectedVersion(request);
      await request.work((ctx) => noteCompany(ctx, idIn(request), { ...request.body, ifVersion }));
      return detail(request, idIn(request));
    },
  );

  http.post(
    `${one}/plan`,
    {
      config: {
        ...write,
        says: 'Works out what an erasure will do, item by item, and keeps it with the request; touches nothing.',
      },
      schema: { params: byId, response: { 200: DetailShape } },
    },
    async (request) => {
      await request.work((ctx) => showPlan(ctx, idIn(request)));
      return detail(request, idIn(request));
    },
  );

  http.get(
    `${one}/mentions`,
    {
      config: {
        ...write,
        says: 'Where staff and others wrote of the person, for review; the reading is recorded.',
      },
      schema: { params: byId, response: { 200: Shape({ items: Type.Array(MentionShape) }) } },
    },
    async (request) => ({
      items: (await request.work((ctx) => mentionsIn(ctx, idIn(request)))).map(
        ({ table, rowId, field, isTheirs, excerpt }) => ({ table, rowId, field, isTheirs, excerpt }),
      ),
    }),
  );

  http.post(
    `${one}/approve`,
    {
      config: { ...write, says: 'Lets the house carry a request out; takes If-Match.' },
      schema: {
        params: byId,
        body: Shape({ wish: Type.Optional(WishShape) }),
        response: { 200: DetailShape },
      },
    },
    async (request) => {
      const ifVersion = expectedVersion(request);
      const { wish } = request.body;
      await request.work((ctx) => approveRequest(ctx, idIn(request), { ifVersion, ...(wish && { wish }) }));
      return detail(request, idIn(request));
    },
  );

  http.post(
    `${one}/extend`,
    {
      config: {
        ...write,
        says: 'Takes longer, once, within the first month, and tells the asker why; takes If-Match.',
      },
      schema: {
        params: byId,
        body: Shape({ reason: DelayShape, text: Words }),
        response: { 200: DetailShape },
      },
    },
    async (request) => {
      const ifVersion = expectedVersion(request);
      await request.work((ctx) => extendRequest(ctx, idIn(request), { ...request.body, ifVersion }));
      return detail(request, idIn(request));
    },
  );

  http.post(
    `${one}/answer`,
    {
      config: { ...write, says: 'Answers in words and closes; takes If-Match.' },
      schema: { params: byId, body: Shape({ text: Words }), response: { 200: DetailShape } },
    },
    async (request) => {
      const ifVersion = expectedVersion(request);
      await request.work((ctx) => answerRequest(ctx, idIn(request), { ...request.body, ifVersion }));
      return detail(request, idIn(request));
    },
  );

  http.post(
    `${one}/refuse`,
    {
      config: {
        ...write,
        says: 'Says no, with the reason, in words, and where to complain; takes If-Match.',
      },
      schema: {
        params: byId,
        body: Shape({ reason: DenialShape, text: Words }),
        response: { 200: DetailShape },
      },
    },
    async (request) => {
      const ifVersion = expectedVersion(request);
      await request.work((ctx) => refuseRequest(ctx, idIn(request), { ...request.body, ifVersion }));
      return detail(request, idIn(request));
    },
  );

  http.post(
    `${one}/read-as`,
    {
      config: {
        ...write,
        says: 'Says what a question really asks for; a link asks for the proof that is missing. Takes If-Match.',
      },
      schema: { params: byId, body: Shape({ kind: KindShape }), response: { 200: DetailShape } },
    },
    async (request) => {
      const ifVersion = expectedVersion(request);
      const { kind } = request.body;
      if (kind === 'question') throw refuse.wrongState({ kind });
      await request.work((ctx) =>
        readAs(ctx, idIn(request), { kind: kind satisfies Exclude<Kind, 'question'>, ifVersion }),
      );
      return detail(request, idIn(request));
    },
  );
}

const notAfter = (asked: Date, now: Date): Date => (asked < now ? asked : now);

function positionIn(after: string | undefined): { at: Date; id: string } | undefined {
  const [at, id] = readCursor(after) ?? [];
  const isOurs =
    typeof at === 'string' && typeof id === 'string' && isId(id) && !Number.isNaN(Date.parse(at));
  return isOurs ? { at: new Date(at), id } : undefined;
}
