import { Type } from 'typebox';
import { Shape, byId, signedIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { getAccount } from '#modules/identity/index.ts';
import type { AccountId } from '#modules/identity/index.ts';
import { askAs, unlock } from './at-the-door.ts';
import { carryOut } from './carry-out.ts';
import { revokeRequest } from './close-request.ts';
import { ownRequest, requestsFrom } from './list-requests.ts';
import { centreCookie } from './privacy-cookie.ts';
import { refuse } from './refuse.ts';
import type { RequestId } from './request.ts';
import { OwnRequestShape, askingFields, presentOwn } from './shapes.ts';

const own = { audience: 'buyer', purpose: 'rights', idempotency: 'off' } as const;
const Password = Type.String({ minLength: 1, maxLength: 128 });
const accountOf = (request: FastifyRequest): AccountId => signedIn(request).accountId as AccountId;

/** The confirmed address of who is signed in: their requests are found under it. Refuses: rights.confirmAddressFirst. */
async function addressesOf(request: FastifyRequest): Promise<string[]> {
  const { email, emailVerified } = await request.work((ctx) => getAccount(ctx, accountOf(request)));
  if (!emailVerified) throw refuse.confirmAddressFirst();
  return [email];
}

/** The same rights for somebody who is signed in; what gives data out or deletes them asks for the password again. */
export function accountRoutes(http: Http): void {
  http.post(
    '/api/account/privacy/unlock',
    {
      config: { ...own, says: 'Opens the privacy centre for half an hour with the password of the account.' },
      schema: { body: Shape({ password: Password }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { token } = await unlock(request, accountOf(request), request.body.password);
      reply.header('set-cookie', centreCookie(token, request.protocol === 'https'));
      return reply.code(204).send(null);
    },
  );

  http.get(
    '/api/account/privacy/requests',
    {
      config: { ...own, says: 'The requests made from the account’s address, the newest first.' },
      schema: { response: { 200: Shape({ items: Type.Array(OwnRequestShape) }) } },
    },
    async (request) => {
      const addresses = await addressesOf(request);
      const items = await request.work((ctx) => requestsFrom(ctx, addresses));
      // A copy is fetched with the link that was mailed, or in the open centre: a stolen session is not enough.
      return { items: items.map((one) => ({ ...presentOwn(one), package: null })) };
    },
  );

  http.post(
    '/api/account/privacy/requests',
    {
      config: { ...own, says: 'Makes a request; takes the password again, because a session can be stolen.' },
      schema: {
        body: Shape({ ...askingFields, password: Password }),
        response: { 201: OwnRequestShape },
      },
    },
    async (request, reply) => {
      const { password, ...ask } = request.body;
      const { sitting } = await unlock(request, accountOf(request), password);
      const row = await askAs(request, sitting, ask);
      if (!row) throw refuse.noRequest();
      await carryOut(request.house, request.tenant, row.id);
      return reply
        .code(201)
        .send(presentOwn(await request.work((ctx) => ownRequest(ctx, sitting.addresses, row.id))));
    },
  );

  http.post(
    '/api/account/privacy/requests/:id/revoke',
    {
      config: { ...own, says: 'Takes one of one’s own requests back, as long as nothing was done about it.' },
      schema: { params: byId, response: { 200: OwnRequestShape } },
    },
    async (request) => {
      const addresses = await addressesOf(request);
      const id = asId<RequestId>(request.params.id);
      const revoked = await request.work(async (ctx) => {
        await ownRequest(ctx, addresses, id);
        await revokeRequest(ctx, id);
        return ownRequest(ctx, addresses, id);
      });
      return { ...presentOwn(revoked), package: null };
    },
  );
}
