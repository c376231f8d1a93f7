import type { FastifyRequest, Http } from '#kernel/http.ts';
import { Shape } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import type { TenantId } from '#kernel/ids.ts';
import { readCatalogue } from '#modules/catalog/index.ts';
import type { ProductId } from '#modules/catalog/index.ts';
import { Type } from 'typebox';
import { originOf, shelvesOf } from './show.ts';
import { mostAddresses, productPlaces, siteIndex, urlSet } from './sitemap.ts';
import type { Place } from './sitemap.ts';

const config = { audience: 'public', purpose: 'browse', page: true } as const;
const tenMinutesMs = 600_000;
const kept = new Map<TenantId, { readonly until: number; readonly places: Promise<readonly Place[]> }>();

/** The map for search engines: one file, or a list of files when the shop is large. */
export function sitemapRoutes(http: Http): void {
  http.get(
    '/sitemap.xml',
    { config: { ...config, says: 'The addresses that search engines may list.' } },
    async (request, reply) => {
      const places = await placesOf(request);
      const files = Math.ceil(places.length / mostAddresses);
      const text =
        files > 1
          ? siteIndex(files, originOf(request))
          : urlSet(places, originOf(request), request.tenant.locale);
      return reply
        .type('application/xml; charset=utf-8')
        .header('cache-control', 'public, max-age=600')
        .send(text);
    },
  );

  http.get(
    '/sitemap-:part(^\\d{1,4}$).xml',
    {
      config: { ...config, says: 'One file of a large sitemap.' },
      schema: { params: Shape({ part: Type.Integer({ minimum: 1 }) }) },
    },
    async (request, reply) => {
      const places = await placesOf(request);
      const part = places.slice(
        (request.params.part - 1) * mostAddresses,
        request.params.part * mostAddresses,
      );
      if (part.length === 0) throw httpRefuse.notFound();
      return reply
        .type('application/xml; charset=utf-8')
        .header('cache-control', 'public, max-age=600')
        .send(urlSet(part, originOf(request), request.tenant.locale));
    },
  );
}

/** Everything public, read in portions and kept for ten minutes: robots do not need it fresher. */
function placesOf(request: FastifyRequest): Promise<readonly Place[]> {
  const { id } = request.tenant;
  const known = kept.get(id);
  if (known && known.until > Date.now()) return known.places;
  if (kept.size >= 500) kept.clear();
  const places = readPlaces(request);
  kept.set(id, { until: Date.now() + tenMinutesMs, places });
  places.catch(() => kept.delete(id));
  return places;
}

async function readPlaces(request: FastifyRequest): Promise<readonly Place[]> {
  const shelves = await shelvesOf(request);
  const places: Place[] = [
    ...['/', '/products', '/imprint', '/privacy', '/privacy/policy', '/privacy/cookies'].map((path) => ({
      path,
    })),
    ...shelves.map(({ slug }) => ({ path: `/collections/${encodeURIComponent(slug)}` })),
  ];
  for (let after: ProductId | null = null; ;) {
    const portion = await request.work((ctx) => readCatalogue(ctx, { after, limit: 100 }));
    places.push(...productPlaces(portion));
    const last = portion.at(-1);
    if (!last || portion.length < 100) return places;
    after = last.id;
  }
}
