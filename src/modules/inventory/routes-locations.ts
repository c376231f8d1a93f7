import { Type } from 'typebox';
import { expectedVersion, IdText, Nullable, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { addLocation, archiveLocation, changeLocation, listLocations } from './change-location.ts';
import type { Location } from './location.ts';
import { LocationKindShape, LocationShape } from './shapes.ts';
import type { LocationId } from './stock.ts';

const present = ({ archivedAt, ...location }: Location) => ({
  ...location,
  archivedAt: archivedAt?.toISOString() ?? null,
});
const read = { audience: { staff: 'settings.read' }, purpose: 'administer' } as const;
const write = { audience: { staff: 'settings.write' }, purpose: 'administer' } as const;
const Name = Type.String({ minLength: 1, maxLength: 80 });
const Priority = Type.Integer({ minimum: 0, maximum: 1000 });
const locationId = (text: string): LocationId => asId<LocationId>(text);

/** Places where stock is, and where it comes from and goes to. */
export function locationRoutes(http: Http): void {
  http.get(
    '/api/admin/stock/locations',
    {
      config: {
        ...read,
        audience: { staff: 'stock.read' },
        says: 'Lists the places where stock is, comes from and goes to.',
      },
      schema: {
        querystring: Shape({ archived: Type.Optional(Type.Boolean()) }),
        response: { 200: Shape({ items: Type.Array(LocationShape) }) },
      },
    },
    async (request) => ({
      items: (await request.work((ctx) => listLocations(ctx, request.query))).map(present),
    }),
  );

  http.post(
    '/api/admin/stock/locations',
    {
      config: { ...write, says: 'Adds a place.' },
      schema: {
        body: Shape({
          code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }),
          name: Name,
          kind: LocationKindShape,
          parentId: Type.Optional(IdText),
          sells: Type.Boolean(),
          priority: Type.Optional(Priority),
        }),
        response: { 201: LocationShape },
      },
    },
    async (request, reply) => {
      const { parentId, priority, ...input } = request.body;
      const parent = parentId === undefined ? undefined : locationId(parentId);
      const made = await request.work((ctx) =>
        addLocation(ctx, { ...input, priority: priority ?? 500, parentId: parent }),
      );
      return reply.code(201).send(present(made));
    },
  );

  http.patch(
    '/api/admin/stock/locations/:id',
    {
      config: {
        ...write,
        says: 'Renames a place, or says whether and in which order it sells. Needs If-Match.',
      },
      schema: {
        params: Shape({ id: IdText }),
        body: Shape({
          name: Type.Optional(Name),
          sells: Type.Optional(Type.Boolean()),
          priority: Type.Optional(Priority),
          parentId: Type.Optional(Nullable(IdText)),
        }),
        response: { 200: LocationShape },
      },
    },
    async (request) => {
      const { parentId, ...rest } = request.body;
      const change = {
        ...rest,
        ...(parentId !== undefined && { parentId: parentId === null ? null : locationId(parentId) }),
      };
      const id = locationId(request.params.id);
      return present(await request.work((ctx) => changeLocation(ctx, id, expectedVersion(request), change)));
    },
  );

  http.post(
    '/api/admin/stock/locations/:id/archive',
    {
      config: { ...write, says: 'Takes an empty place out of use. Needs If-Match.' },
      schema: { params: Shape({ id: IdText }), response: { 200: LocationShape } },
    },
    async (request) => {
      const id = locationId(request.params.id);
      return present(await request.work((ctx) => archiveLocation(ctx, id, expectedVersion(request))));
    },
  );
}
