import { cached } from '#kernel/cache.ts';
import { Shape } from '#kernel/http.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { facetsOf, listProducts, suggestProducts } from '#modules/catalog/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { Type } from 'typebox';
import type { Page } from './page.ts';
import { heroOf } from './own-drawing.ts';
import { homePage } from './pages/home.ts';
import { listingPage, sorts } from './pages/listing.ts';
import type { ListingView, Sort } from './pages/listing.ts';
import { suggestions } from './pages/suggestions.ts';
import { addressOf, sendPart, shelvesOf, showPage } from './show.ts';
import { listingWords } from './words/listing.ts';

const browse = { audience: 'public', purpose: 'browse', page: true } as const;
const slugParams = Shape({ slug: Type.String({ maxLength: 200 }) });
const perPage = 24;

/** The shop window: home, everything, collections, search. */
export function browseRoutes(http: Http): void {
  http.get('/', { config: { ...browse, says: 'The first page of the shop.' } }, async (request, reply) => {
    const page = await cached(request.tenant.id, `home ${request.locale}`, () => makeHome(request));
    return showPage(request, reply, page);
  });

  http.get(
    '/products',
    { config: { ...browse, says: 'Everything that is on sale.' } },
    async (request, reply) => {
      const say = listingWords(request.locale);
      return showListing(request, reply, { kind: 'all', title: say.everything, text: say.everythingText });
    },
  );

  http.get(
    '/collections/:slug',
    { config: { ...browse, says: 'One collection.' }, schema: { params: slugParams } },
    async (request, reply) => {
      const shelves = await shelvesOf(request);
      const found = shelves.find(({ slug }) => slug === request.params.slug);
      if (!found) throw httpRefuse.notFound();
      return showListing(request, reply, {
        kind: 'collection',
        title: found.title,
        text: found.description || null,
        collection: found.slug,
      });
    },
  );

  http.get('/search', { config: { ...browse, says: 'Searches the shop.' } }, async (request, reply) => {
    const say = listingWords(request.locale);
    const asked = wordsOf(request);
    return showListing(request, reply, {
      kind: 'search',
      title: asked ? say.found(asked) : say.search,
      text: null,
    });
  });

  http.get(
    '/search/suggest',
    { config: { ...browse, says: 'Products for what has been typed so far.' } },
    async (request, reply) => {
      const asked = wordsOf(request);
      if (asked.length < 2) return sendPart(request, reply, '');
      const { locale } = request;
      const part = await cached(request.tenant.id, `suggest ${locale} ${asked}`, async () =>
        suggestions(asked, (await request.work((ctx) => suggestProducts(ctx, asked))).slice(0, 6), locale),
      );
      return sendPart(request, reply, part.text);
    },
  );
}

const wordsOf = (request: FastifyRequest): string =>
  (addressOf(request).searchParams.get('q') ?? '').trim().slice(0, 200);

async function makeHome(request: FastifyRequest): Promise<Page> {
  const { tenant, locale } = request;
  const collections = await shelvesOf(request);
  const { shop, fresh } = await request.work(async (ctx) => ({
    shop: await getShop(ctx),
    fresh: (await listProducts(ctx, { limit: 8, sort: 'newest' })).items,
  }));
  const tagline = shop.tagline || null;
  const picture = heroOf(tenant) ?? collections.find((collection) => collection.picture)?.picture ?? null;
  return {
    title: tenant.name,
    ...(tagline ? { description: tagline } : {}),
    main: homePage({ name: tenant.name, tagline, picture, collections, fresh }, locale),
  };
}

interface Wanted {
  readonly kind: ListingView['kind'];
  readonly title: string;
  readonly text: string | null;
  readonly collection?: string;
}

async function showListing(
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: Wanted,
): Promise<FastifyReply> {
  const { tenant, locale } = request;
  const { pathname, searchParams } = addressOf(request);
  const { query, after } = readListingQuery(searchParams);
  const page = await cached(
    tenant.id,
    `listing ${locale} ${pathname}?${query.toString()}#${after ?? ''}`,
    () => makeListing(request, { ...wanted, path: pathname, query, after }),
  );
  return showPage(request, reply, page);
}

/** What a list understands of its address; the rest is dropped, so that it neither reaches links nor fills the cache. */
function readListingQuery(all: URLSearchParams): { query: URLSearchParams; after: string | undefined } {
  const known = [...all].filter(
    ([name, text]) =>
      /^(q|sort|facet\.[a-z0-9][a-z0-9_-]{0,62})$/.test(name) && text !== '' && text.length <= 200,
  );
  return { query: new URLSearchParams(known.slice(0, 30)), after: all.get('after')?.slice(0, 500) };
}

async function makeListing(
  request: FastifyRequest,
  wanted: Wanted & { path: string; query: URLSearchParams; after: string | undefined },
): Promise<Page> {
  const { kind, title, text, collection, path, query, after } = wanted;
  const q = kind === 'search' ? (query.get('q')?.trim() ?? '') : '';
  const asked = sorts.find((sort): sort is Sort => sort === query.get('sort'));
  const facets = facetsOf(
    Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
  );
  const isIdle = kind === 'search' && q === '';
  const listing = isIdle
    ? { items: [], next: null, count: 0, facets: [] }
    : await request.work((ctx) =>
        listProducts(ctx, {
          limit: perPage,
          facets,
          ...(after ? { after } : {}),
          ...(q ? { q } : {}),
          ...(collection ? { collection } : {}),
          ...(asked ? { sort: asked } : {}),
        }),
      );
  const sort = asked ?? (kind === 'search' ? null : 'newest');
  return {
    title,
    ...(text ? { description: text } : {}),
    private: kind === 'search',
    search: q,
    main: listingPage({ kind, title, text, path, query, sort, listing }, request.locale),
  };
}
