import { Type } from 'typebox';
import { IdText, Nullable, Shape, byId } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { listAttributes } from './list-attributes.ts';
import { listShelves } from './list-collections.ts';
import { changeAttribute, defineAttribute, removeAttribute } from './save-attribute.ts';
import { changeCategory, createCategory, removeCategory } from './save-category.ts';
import {
  arrangeCollection,
  changeCollection,
  createCollection,
  removeCollection,
} from './save-collection.ts';
import { reads, writes } from './routes-staff.ts';
import { AttributesShape, MadeShape, ShelvesShape } from './shapes-staff.ts';
import type { AttributeId, CategoryId, CollectionId, ProductId } from './tables.ts';

const Title = Type.String({ minLength: 1, maxLength: 200 });
const Slug = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,199}$' });
const Position = Type.Integer({ minimum: 0, maximum: 100_000 });

export function shelfRoutes(http: Http): void {
  http.get(
    '/api/admin/shelves',
    {
      config: { ...reads, says: 'Lists categories and collections.' },
      schema: { response: { 200: ShelvesShape } },
    },
    (request) => request.work(listShelves),
  );
  collectionRoutes(http);
  categoryRoutes(http);
  attributeRoutes(http);
}

function collectionRoutes(http: Http): void {
  const rest = {
    slug: Type.Optional(Slug),
    description: Type.Optional(Type.String({ maxLength: 5000 })),
    position: Type.Optional(Position),
  };
  http.post(
    '/api/admin/collections',
    {
      config: { ...writes, says: 'Sets up a collection.' },
      schema: { body: Shape({ title: Title, ...rest }), response: { 201: MadeShape } },
    },
    async (request, reply) =>
      reply.code(201).send(await request.work((ctx) => createCollection(ctx, request.body))),
  );
  http.patch(
    '/api/admin/collections/:id',
    {
      config: { ...writes, says: 'Changes a collection.' },
      schema: { params: byId, body: Shape({ title: Type.Optional(Title), ...rest }) },
    },
    async (request, reply) => {
      await request.work((ctx) => changeCollection(ctx, request.params.id as CollectionId, request.body));
      return reply.code(204).send();
    },
  );
  http.put(
    '/api/admin/collections/:id/products',
    {
      config: { ...writes, says: 'Puts exactly these products into a collection, in this order.' },
      schema: { params: byId, body: Shape({ products: Type.Array(IdText, { maxItems: 5000 }) }) },
    },
    async (request, reply) => {
      await request.work((ctx) =>
        arrangeCollection(ctx, request.params.id as CollectionId, request.body.products as ProductId[]),
      );
      return reply.code(204).send();
    },
  );
  http.delete(
    '/api/admin/collections/:id',
    { config: { ...writes, says: 'Takes a collection away; its products stay.' }, schema: { params: byId } },
    async (request, reply) => {
      await request.work((ctx) => removeCollection(ctx, request.params.id as CollectionId));
      return reply.code(204).send();
    },
  );
}

function categoryRoutes(http: Http): void {
  const rest = {
    slug: Type.Optional(Slug),
    parentId: Type.Optional(Nullable(IdText)),
    position: Type.Optional(Position),
  };
  const inputOf = <T extends { parentId?: string | null }>({ parentId, ...input }: T) => ({
    ...input,
    ...(parentId !== undefined && { parentId: parentId as CategoryId | null }),
  });
  http.post(
    '/api/admin/categories',
    {
      config: { ...writes, says: 'Adds a category to the tree.' },
      schema: { body: Shape({ title: Title, ...rest }), response: { 201: MadeShape } },
    },
    async (request, reply) =>
      reply.code(201).send(await request.work((ctx) => createCategory(ctx, inputOf(request.body)))),
  );
  http.patch(
    '/api/admin/categories/:id',
    {
      config: { ...writes, says: 'Renames a category or moves it with all below it.' },
      schema: { params: byId, body: Shape({ title: Type.Optional(Title), ...rest }) },
    },
    async (request, reply) => {
      await request.work((ctx) =>
        changeCategory(ctx, request.params.id as CategoryId, inputOf(request.body)),
      );
      return reply.code(204).send();
    },
  );
  http.delete(
    '/api/admin/categories/:id',
    { config: { ...writes, says: 'Takes an empty category away.' }, schema: { params: byId } },
    async (request, reply) => {
      await request.work((ctx) => removeCategory(ctx, request.params.id as CategoryId));
      return reply.code(204).send();
    },
  );
}

function attributeRoutes(http: Http): void {
  const rest = {
    unit: Type.Optional(Nullable(Type.String({ maxLength: 20 }))),
    choices: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 500, uniqueItems: true }),
    ),
    filterable: Type.Optional(Type.Boolean()),
    position: Type.Optional(Position),
  };
  http.get(
    '/api/admin/attributes',
    {
      config: { ...reads, says: 'Lists the properties that products can have.' },
      schema: { response: { 200: AttributesShape } },
    },
    (request) => request.work(listAttributes),
  );
  http.post(
    '/api/admin/attributes',
    {
      config: { ...writes, says: 'Defines a property that products can have.' },
      schema: {
        body: Shape({
          code: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,62}$' }),
          label: Title,
          kind: Type.Enum(['text', 'number', 'boolean', 'choice']),
          ...rest,
        }),
        response: { 201: Shape({ id: IdText }) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await request.work((ctx) => defineAttribute(ctx, request.body))),
  );
  http.patch(
    '/api/admin/attributes/:id',
    {
      config: { ...writes, says: 'Changes how a property is named, filtered and ordered.' },
      schema: { params: byId, body: Shape({ label: Type.Optional(Title), ...rest }) },
    },
    async (request, reply) => {
      await request.work((ctx) => changeAttribute(ctx, request.params.id as AttributeId, request.body));
      return reply.code(204).send();
    },
  );
  http.delete(
    '/api/admin/attributes/:id',
    {
      config: { ...writes, says: 'Forgets a property and its values on all products.' },
      schema: { params: byId },
    },
    async (request, reply) => {
      await request.work((ctx) => removeAttribute(ctx, request.params.id as AttributeId));
      return reply.code(204).send();
    },
  );
}
