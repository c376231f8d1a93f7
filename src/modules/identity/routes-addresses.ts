import { Type } from 'typebox';
import { Shape, byId, signedIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { AccountId, AddressId } from './account.ts';
import { changeAddress, listAddresses, removeAddress, saveAddress } from './address-book.ts';
import type { BookHolder } from './address-book.ts';
import { AddressIn, SavedAddressShape } from './shapes.ts';

const bookOf = (request: FastifyRequest): BookHolder => ({
  accountId: signedIn(request).accountId as AccountId,
  subject: signedIn(request).subject,
});

/** The buyer's address book. */
export function addressRoutes(http: Http): void {
  const own = { audience: 'buyer', purpose: 'account' } as const;
  const body = Shape({ address: AddressIn, isDefault: Type.Boolean({ default: false }) });

  http.get(
    '/api/account/addresses',
    {
      config: { ...own, says: 'Lists the saved addresses, the default first.' },
      schema: { response: { 200: Shape({ items: Type.Array(SavedAddressShape) }) } },
    },
    async (request) => ({
      items: await request.work((ctx) => listAddresses(ctx, bookOf(request))),
    }),
  );

  http.post(
    '/api/account/addresses',
    { config: { ...own, says: 'Saves an address.' }, schema: { body, response: { 201: SavedAddressShape } } },
    async (request, reply) => {
      const saved = await request.work((ctx) =>
        saveAddress(ctx, bookOf(request), request.body.address, request.body.isDefault),
      );
      return reply.code(201).send(saved);
    },
  );

  http.put(
    '/api/account/addresses/:id',
    {
      config: { ...own, says: 'Changes a saved address.' },
      schema: { params: byId, body, response: { 200: SavedAddressShape } },
    },
    (request) =>
      request.work((ctx) =>
        changeAddress(
          ctx,
          bookOf(request),
          asId<AddressId>(request.params.id),
          request.body.address,
          request.body.isDefault,
        ),
      ),
  );

  http.delete(
    '/api/account/addresses/:id',
    {
      config: { ...own, says: 'Forgets a saved address.' },
      schema: { params: byId, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => removeAddress(ctx, bookOf(request), asId<AddressId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );
}
