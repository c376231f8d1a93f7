import { Type } from 'typebox';
import type { Context } from '#kernel/context.ts';
import { Shape, byId, expectedVersion } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { approveRequest, readAs } from './approve-request.ts';
import { answerRequest, refuseRequest } from './close-request.ts';
import { extendRequest } from './extend-request.ts';
import { mentionsIn, showPlan } from './list-requests.ts';
import { noteCompany } from './note-company.ts';
import type { RequestId } from './request.ts';
import { one, showRequest, requestIn, write } from './routes-admin.ts';
import { DelayShape, DenialShape, DetailShape, KindShape, MentionShape, WishShape, Words } from './shapes.ts';

/** Does something to a request that is still as If-Match says, and shows what became of it. */
async function decide(
  request: FastifyRequest & { params: { id: string } },
  verb: (ctx: Context, id: RequestId, ifVersion: number) => Promise<unknown>,
) {
  const ifVersion = expectedVersion(request);
  await request.work((ctx) => verb(ctx, requestIn(request), ifVersion));
  return showRequest(request, requestIn(request));
}

/** What a colleague looks at before a decision, and writes down on the way to it. */
export function preparingRoutes(http: Http): void {
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
    (request) =>
      decide(request, (ctx, id, ifVersion) => noteCompany(ctx, id, { ...request.body, ifVersion })),
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
      await request.work((ctx) => showPlan(ctx, requestIn(request)));
      return showRequest(request, requestIn(request));
    },
  );

  http.get(
    `${one}/mentions`,
    {
      config: {
        ...write,
        audience: { staff: 'privacy.write', and: 'people.reveal' },
        says: 'Where staff and others wrote of the person, for review; the reading is recorded.',
      },
      schema: { params: byId, response: { 200: Shape({ items: Type.Array(MentionShape) }) } },
    },
    async (request) => ({
      items: (await request.work((ctx) => mentionsIn(ctx, requestIn(request)))).map(
        ({ table, rowId, field, isTheirs, excerpt }) => ({ table, rowId, field, isTheirs, excerpt }),
      ),
    }),
  );
}

/** Yes, later, an answer in words, no, and what was really meant. */
export function decisionRoutes(http: Http): void {
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
    (request) =>
      decide(request, (ctx, id, ifVersion) => approveRequest(ctx, id, { ...request.body, ifVersion })),
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
    (request) =>
      decide(request, (ctx, id, ifVersion) => extendRequest(ctx, id, { ...request.body, ifVersion })),
  );

  http.post(
    `${one}/answer`,
    {
      config: { ...write, says: 'Answers in words and closes; takes If-Match.' },
      schema: { params: byId, body: Shape({ text: Words }), response: { 200: DetailShape } },
    },
    (request) =>
      decide(request, (ctx, id, ifVersion) => answerRequest(ctx, id, { ...request.body, ifVersion })),
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
    (request) =>
      decide(request, (ctx, id, ifVersion) => refuseRequest(ctx, id, { ...request.body, ifVersion })),
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
    (request) => decide(request, (ctx, id, ifVersion) => readAs(ctx, id, { ...request.body, ifVersion })),
  );
}
