import { Type } from 'typebox';
import { IdText, Shape, byId } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { askAs, askUnproven, follow, mailLink, sittingAt, sittingOf } from './at-the-door.ts';
import { callOff } from './call-off.ts';
import { revokeRequest } from './close-request.ts';
import { carryOut } from './carry-out.ts';
import { ownRequest, requestsFrom } from './list-requests.ts';
import { fetchPackage } from './package.ts';
import { centreCookie } from './privacy-cookie.ts';
import { refuse } from './refuse.ts';
import type { RequestId } from './request.ts';
import { Code, Email, OwnRequestShape, askingFields, presentOwn } from './shapes.ts';

const centre = { audience: 'public', purpose: 'rights', idempotency: 'off' } as const;
const Look = Shape({ message: Type.String() });
const look = (locale: string) => ({
  message: locale === 'de' ? 'Bitte sehen Sie in Ihr Postfach.' : 'Please look into your inbox.',
});

/** The way into the privacy centre, for everybody, known or not. */
export function centreRoutes(http: Http): void {
  http.post(
    '/api/store/privacy/links',
    {
      config: {
        ...centre,
        says: 'Mails a link that opens the privacy centre; the answer is the same for every address.',
      },
      schema: { body: Shape({ email: Email }), response: { 202: Look } },
    },
    async (request, reply) => {
      await mailLink(request, request.body.email);
      return reply.code(202).send(look(request.locale));
    },
  );

  http.post(
    '/api/store/privacy/proofs',
    {
      config: {
        ...centre,
        says: 'Follows a mailed link, once: opens the centre, and lets the request that waited for it go on.',
      },
      schema: {
        body: Shape({ code: Code }),
        response: { 200: Shape({ requestId: Type.Union([IdText, Type.Null()]) }) },
      },
    },
    async (request, reply) => {
      const { token, request: proven } = await follow(request, request.body.code);
      if (token !== null) reply.header('set-cookie', centreCookie(token, request.protocol === 'https'));
      return { requestId: proven?.id ?? null };
    },
  );
}

/** The asker's requests. */
export function ownRequestsRoutes(http: Http): void {
  http.post(
    '/api/store/privacy/requests',
    {
      config: {
        ...centre,
        says: 'Makes a request. Without an open centre it names an address, gets a link there, and the same answer for every address.',
      },
      schema: {
        body: Shape({ ...askingFields, email: Type.Optional(Email) }),
        response: { 201: OwnRequestShape, 202: Look },
      },
    },
    async (request, reply) => {
      const sitting = await sittingOf(request);
      const { email, ...ask } = request.body;
      if (!sitting) {
        if (email === undefined) throw refuse.notProven({ field: 'email' });
        await askUnproven(request, { ...ask, email });
        return reply.code(202).send(look(request.locale));
      }
      const row = await askAs(request, sitting, ask);
      if (!row) throw refuse.noRequest();
      await carryOut(request.house, request.tenant, row.id);
      const own = await request.work((ctx) => ownRequest(ctx, sitting.addresses, row.id));
      return reply.code(201).send(presentOwn(own));
    },
  );

  http.get(
    '/api/store/privacy/requests',
    {
      config: { ...centre, says: 'The requests made from the addresses that were shown to be the asker’s.' },
      schema: { response: { 200: Shape({ items: Type.Array(OwnRequestShape) }) } },
    },
    async (request) => {
      const { addresses } = await sittingAt(request);
      return { items: (await request.work((ctx) => requestsFrom(ctx, addresses))).map(presentOwn) };
    },
  );
}

/** One of the asker's own requests, and what comes of it. */
export function ownRequestRoutes(http: Http): void {
  http.get(
    '/api/store/privacy/requests/:id',
    {
      config: { ...centre, says: 'One of the asker’s own requests.' },
      schema: { params: byId, response: { 200: OwnRequestShape } },
    },
    async (request) => {
      const { addresses } = await sittingAt(request);
      const id = asId<RequestId>(request.params.id);
      return presentOwn(await request.work((ctx) => ownRequest(ctx, addresses, id)));
    },
  );

  http.post(
    '/api/store/privacy/requests/:id/revoke',
    {
      config: {
        ...centre,
        says: 'Takes one of the asker’s own requests back, as long as nothing was done about it.',
      },
      schema: { params: byId, response: { 200: OwnRequestShape } },
    },
    async (request) => {
      const { addresses } = await sittingAt(request);
      const id = asId<RequestId>(request.params.id);
      return presentOwn(
        await request.work(async (ctx) => {
          await ownRequest(ctx, addresses, id);
          await revokeRequest(ctx, id);
          return ownRequest(ctx, addresses, id);
        }),
      );
    },
  );

  http.post(
    '/api/store/privacy/undo',
    {
      config: { ...centre, says: 'Calls an erasure off with the link from its mail, before it begins.' },
      schema: { body: Shape({ code: Code }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => callOff(ctx, request.body.code));
      return reply.code(204).send(null);
    },
  );

  http.post(
    '/api/store/privacy/copies',
    {
      config: { ...centre, says: 'Gives the copy out that a link of ours leads to, and counts it.' },
      schema: { body: Shape({ code: Code }) },
    },
    async (request, reply) => {
      const { zip, madeAt } = await request.work((ctx) => fetchPackage(ctx, request.body.code));
      return reply
        .type('application/zip')
        .header(
          'content-disposition',
          `attachment; filename="my-data-${madeAt.toISOString().slice(0, 10)}.zip"`,
        )
        .send(zip);
    },
  );
}
