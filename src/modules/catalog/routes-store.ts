import { Type } from 'typebox';
import type { Static } from 'typebox';
import { cached } from '#kernel/cache.ts';
import { Shape, pageQuery } from '#kernel/http.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import type { Context } from '#kernel/context.ts';
import { getProduct } from './get-product.ts';
import { listCollections } from './list-collections.ts';
import { facetsOf, listProducts, suggestProducts } from './list-products.ts';
import type { ListingQuery } from './list-products.ts';
import { CardShape, CollectionCards, ListingShape, ProductShape } from './shapes.ts';

const ListingAddress = Type.Object(
  {
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 200 })),
    collection: Type.Optional(Type.String({ maxLength: 200 })),
    category: Type.Optional(Type.String({ maxLength: 200 })),
    sort: Type.Optional(Type.Enum(['relevance', 'newest', 'price-asc', 'price-desc', 'title'])),
  },
  {
    additionalProperties: false,
    patternProperties: {
      '^facet\\.[a-z0-9][a-z0-9_-]{0,62}$': Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 50 }),
    },
    description: 'facet.<name>=value narrows; several of one name widen, several names narrow further.',
  },
);

/** Public answers are made once for everyone who asks within the second, and sent as the bytes they were kept as. */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
  load: (ctx: Context) => Promise<unknown>,
): Promise<FastifyReply> {
  const bytes = await cached(request.tenant.id, `api ${request.locale} ${key}`, async () =>
    Buffer.from(JSON.stringify(await request.work(load))),
  );
  return reply.type('application/json; charset=utf-8').send(bytes);
}

function listingQueryOf(asked: Static<typeof ListingAddress>): ListingQuery {
  const { limit, after, q, collection, category, sort } = asked;
  return {
    facets: facetsOf(asked),
    ...(limit !== undefined && { limit }),
    ...(after !== undefined && { after }),
    ...(q !== undefined && { q }),
    ...(collection !== undefined && { collection }),
    ...(category !== undefined && { category }),
    ...(sort !== undefined && { sort }),
  };
}

export function storeRoutes(http: Http): void {
  http.get(
    '/api/store/products',
    {
      config: { audience: 'public', purpose: 'browse', says: 'Lists, searches and filters what is on sale.' },
      schema: { querystring: ListingAddress, response: { 200: ListingShape } },
    },
    async (request, reply) =>
      answer(request, reply, request.url, (ctx) => listProducts(ctx, listingQueryOf(request.query))),
  );

  http.get(
    '/api/store/products/:slug',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        says: 'Shows a product. A former address answers too; the slug in the answer is the one of today.',
      },
      schema: { params: Shape({ slug: Type.String({ maxLength: 200 }) }), response: { 200: ProductShape } },
    },
    async (request, reply) => {
      const { slug } = request.params;
      return answer(request, reply, `product ${slug}`, (ctx) => getProduct(ctx, slug));
    },
  );

  http.get(
    '/api/store/collections',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        says: 'Lists the collections that have something on sale.',
      },
      schema: { response: { 200: CollectionCards } },
    },
    async (request, reply) =>
      answer(request, reply, 'collections', async (ctx) => ({ items: await listCollections(ctx) })),
  );

  http.get(
    '/api/store/suggest',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        says: 'Suggests up to eight products while someone types.',
      },
      schema: {
        querystring: Shape({ q: Type.String({ maxLength: 200 }) }),
        response: { 200: Shape({ items: Type.Array(CardShape) }) },
      },
    },
    async (request, reply) => {
      const { q } = request.query;
      return answer(request, reply, `suggest ${q}`, async (ctx) => ({
        items: await suggestProducts(ctx, q),
      }));
    },
  );
}
